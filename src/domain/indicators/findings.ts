/** What of the data cannot be right, or is not there: shown, left out of the figures, and told by the coverage. */
import { monthKey } from '../history/effective-months.ts';
import { type BuildingId, type IsoMonth, monthFromNumber } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { BuildingMonth, Lease } from '../model/unit.ts';
import { type Entity, keyOf } from '../records/entity.ts';
import { remembered } from '../remembered.ts';
import type { FindingRule } from './finding-words.ts';
import { monthsOfTerm } from './net-effective-rent.ts';
import { at, placeAt } from './past/axis.ts';
import { type Past, pastOf } from './past/past.ts';
import { exceedsRentable } from './past/space.ts';

export interface Finding {
  readonly rule: FindingRule;
  readonly entity: Entity;
  /** Names the record, as its address does. */
  readonly key: string;
  readonly buildingId: BuildingId;
  /** The month that it concerns; null: all that are told from the record. */
  readonly month: IsoMonth | null;
  /** The figures or fields that are wrong or missing. */
  readonly detail: string;
}

/**
 * Findings of a portfolio, rule by rule, each in the order of the records. What a finding names is not in the
 * figures that it concerns.
 */
export const findingsOf = remembered((portfolio: Portfolio): readonly Finding[] => {
  const past = pastOf(portfolio);
  return [
    ...missingMonths(past),
    ...portfolio.buildings.flatMap((building, place) => missingInputs(past, building, place)),
    ...past.taxes.strays.map(
      (record): Finding => ({
        rule: 'taxWithoutLease',
        entity: 'taxRecord',
        key: keyOf('taxRecord', record),
        buildingId: record.buildingId,
        month: record.month,
        detail: record.enterpriseId,
      }),
    ),
    ...portfolio.leases.flatMap(wrongLease),
    ...overfullFloors(portfolio),
    ...past.months.flatMap((month) => wrongReport(past, month)),
  ];
});

function missingMonths({ axis, buildings, space }: Past): Finding[] {
  return buildings.flatMap(({ id }, place) => {
    const start = place * axis.length;
    const isReported = (month: number) => space.hasAreas[start + month] === 1;
    const months = Array.from({ length: axis.length }, (_, month) => month);
    const [first, last] = [months.find(isReported), months.findLast(isReported)];
    if (first === undefined || last === undefined) return [];
    const missing = months.slice(first, last).filter((month) => !isReported(month));
    return missing.map((number): Finding => {
      const month = monthFromNumber(axis.first + number);
      const key = monthKey({ buildingId: id, month });
      return { rule: 'monthMissing', entity: 'month', key, buildingId: id, month, detail: month };
    });
  });
}

/** Inputs without which a delivered building is in few figures. */
function missingInputs(past: Past, building: Building, place: number): Finding[] {
  if (building.status !== 'delivered') return [];
  const { axis, lettings, space, units } = past;
  const cells = space.source.subarray(place * axis.length, (place + 1) * axis.length);
  const inputs = {
    gfa: building.gfa !== null,
    rentableArea: building.rentableArea !== null,
    circleId: building.circleId !== null,
    units: placeAt(units.count, place) > 0,
    leases: lettings.hasLeases[place] === 1,
    months: cells.includes(1) || cells.includes(2),
  };
  const missing = Object.entries(inputs).flatMap(([name, isThere]) => (isThere ? [] : [name]));
  if (missing.length * 2 < Object.keys(inputs).length) return [];
  return [
    {
      rule: 'inputsMissing',
      entity: 'building',
      key: building.id,
      buildingId: building.id,
      month: null,
      detail: missing.join(', '),
    },
  ];
}

function wrongLease(lease: Lease): Finding[] {
  const head = {
    entity: 'lease',
    key: keyOf('lease', lease),
    buildingId: lease.buildingId,
    month: null,
  } as const;
  if (lease.end < lease.start) {
    return [{ ...head, rule: 'leaseEndsBeforeStart', detail: `${lease.start} – ${lease.end}` }];
  }
  const { rentFreeMonths } = lease;
  if (rentFreeMonths === null || rentFreeMonths === 0) return [];
  const months = monthsOfTerm(lease.start, lease.end);
  return rentFreeMonths > months
    ? [{ ...head, rule: 'rentFreeAboveTerm', detail: `${rentFreeMonths} > ${months}` }]
    : [];
}

function overfullFloors({ floors, units }: Portfolio): Finding[] {
  const byKey = new Map<string, number>();
  for (const { buildingId, floor, area } of units) {
    const key = `${buildingId}~${floor}`;
    byKey.set(key, (byKey.get(key) ?? 0) + Math.round(area * 100));
  }
  return floors.flatMap((floor): Finding[] => {
    const key = keyOf('floor', floor);
    const inside = (byKey.get(key) ?? 0) / 100;
    if (floor.area === null || inside <= floor.area + 0.005) return [];
    const detail = `${inside} > ${floor.area}`;
    return [
      { rule: 'unitsAboveFloor', entity: 'floor', key, buildingId: floor.buildingId, month: null, detail },
    ];
  });
}

function wrongReport({ frame, placeOf }: Past, report: BuildingMonth): Finding[] {
  const place = placeOf.get(report.buildingId);
  if (place === undefined) return [];
  const { availableArea, buildingId, month, occupiedArea, vacantArea } = report;
  const head = { entity: 'month', key: keyOf('month', report), buildingId, month } as const;
  const found: Finding[] = [];
  const rentable = at(frame.rentable, place);
  if (occupiedArea !== null && vacantArea !== null && exceedsRentable(occupiedArea, vacantArea, rentable)) {
    const detail = `${occupiedArea} + ${vacantArea} > ${rentable}`;
    found.push({ ...head, rule: 'areasAboveRentable', detail });
  }
  if (availableArea !== null && vacantArea !== null && availableArea < vacantArea) {
    found.push({ ...head, rule: 'availableBelowVacant', detail: `${availableArea} < ${vacantArea}` });
  }
  return found;
}
