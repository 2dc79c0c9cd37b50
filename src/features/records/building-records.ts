/** What belongs to one building, put together for the lists of its desk. */
import type { RecordAnswer } from '#contract/records.ts';
import type { Fact } from '#domain/model/building.ts';
import type { NameOfId } from '#format/record-text.ts';
import type { Alongside } from './remove-button.tsx';

export interface BuildingRecords {
  readonly asOf: string;
  readonly building: RecordAnswer<'building'>;
  readonly fact: readonly RecordAnswer<'fact'>[];
  readonly floor: readonly RecordAnswer<'floor'>[];
  readonly unit: readonly RecordAnswer<'unit'>[];
  readonly lease: readonly RecordAnswer<'lease'>[];
  readonly taxRecord?: readonly RecordAnswer<'taxRecord'>[];
  readonly month: readonly RecordAnswer<'month'>[];
  readonly monthCorrection: readonly RecordAnswer<'monthCorrection'>[];
  readonly renewalPlan: readonly RecordAnswer<'renewalPlan'>[];
  readonly enterprise: readonly RecordAnswer<'enterprise'>[];
}

export interface UnitOnFile {
  readonly unit: RecordAnswer<'unit'>;
  /** The latest first. */
  readonly leases: readonly RecordAnswer<'lease'>[];
}

export interface Storey {
  /** null: units speak of a storey that is not on file. */
  readonly floor: RecordAnswer<'floor'> | null;
  readonly number: number;
  readonly units: readonly UnitOnFile[];
  /** ㎡ of all its units. */
  readonly filled: number;
}

/** From the top down; units in their order along the floor. */
export function storeysOf({ floor, unit, lease }: BuildingRecords): Storey[] {
  const leases = Map.groupBy(lease, ({ record }) => record.unitId);
  const units = Map.groupBy(unit, ({ record }) => record.floor);
  const floors = new Map(floor.map((answer) => [answer.record.floor, answer]));
  const numbers = [...new Set([...floors.keys(), ...units.keys()])].sort((a, b) => b - a);
  return numbers.map((number) => {
    const own = (units.get(number) ?? []).toSorted((a, b) => a.record.position - b.record.position);
    return {
      floor: floors.get(number) ?? null,
      number,
      units: own.map((one) => ({
        unit: one,
        leases: (leases.get(one.record.id) ?? []).toSorted((a, b) =>
          a.record.start < b.record.start ? 1 : -1,
        ),
      })),
      filled: own.reduce((sum, { record }) => sum + Math.round(record.area * 100), 0) / 100,
    };
  });
}

/** How many records of which kinds go when one of them goes. */
export function alongsideOf(records: BuildingRecords, { entity, key }: RecordAnswer): Alongside {
  if (entity === 'unit') {
    const count = records.lease.filter(
      ({ record }) => `${record.buildingId}~${record.unitId}` === key,
    ).length;
    return { lease: count };
  }
  if (entity !== 'building') return {};
  return {
    floor: records.floor.length,
    unit: records.unit.length,
    lease: records.lease.length,
    month: records.month.length,
    monthCorrection: records.monthCorrection.length,
    renewalPlan: records.renewalPlan.length,
    taxRecord: records.taxRecord?.length ?? 0,
  };
}

/** What ids of the building's records stand for, and the sources of its fields. */
export function namesIn(
  { building, unit, enterprise, fact }: BuildingRecords,
  others: NameOfId,
): { readonly nameOf: NameOfId; readonly facts: ReadonlyMap<string, Fact> } {
  const tables: Readonly<Record<string, ReadonlyMap<string, string>>> = {
    buildingId: new Map([[building.key, building.record.nameZh]]),
    unitId: new Map(unit.map(({ record }) => [record.id, record.label])),
    enterpriseId: new Map(enterprise.map(({ record }) => [record.id, record.name])),
  };
  return {
    nameOf: (field, id) => tables[field]?.get(id) ?? others(field, id),
    facts: new Map(fact.map(({ record }) => [record.field, record])),
  };
}

/** The record as it is now; as it was where it has gone meanwhile. */
export function latestOf(records: BuildingRecords, answer: RecordAnswer): RecordAnswer {
  const { floor, unit, lease, taxRecord = [], month, renewalPlan } = records;
  const all: readonly RecordAnswer[] = [...floor, ...unit, ...lease, ...taxRecord, ...month, ...renewalPlan];
  return all.find(({ entity, key }) => entity === answer.entity && key === answer.key) ?? answer;
}
