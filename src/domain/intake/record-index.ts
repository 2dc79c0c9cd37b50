/** What is on file, by everything that a row may name it by. Each index is made when it is first asked for. */
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Enterprise, Lease, Unit } from '../model/unit.ts';
import type { RecordTypes } from '../records/entity.ts';
import { keyOf, recordsIn } from '../records/entity.ts';
import { type NearName, NearNames } from './near-names.ts';
import { nameKey, pairKey } from './plain.ts';
import type { ImportEntity } from './targets/target.ts';

type Many<T> = ReadonlyMap<string, readonly T[]>;

function grouped<T>(items: Iterable<T>, keysOf: (item: T) => Iterable<string>): Many<T> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(item);
      else groups.set(key, [item]);
    }
  }
  return groups;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const namesOf = ({ nameZh, nameEn, aliases }: Building) => [nameZh, nameEn ?? '', ...aliases];

export function unitLabelKey(buildingId: string, label: string): string {
  return pairKey(buildingId, nameKey(label) || label.trim());
}

export function floorKey(buildingId: string, floor: number): string {
  return pairKey(buildingId, String(floor));
}

export function termKey(buildingId: string, unitId: string, start: string): string {
  return pairKey(pairKey(buildingId, unitId), start);
}

export class RecordIndex {
  readonly #portfolio: Portfolio;
  readonly #byKey = new Map<ImportEntity, ReadonlyMap<string, unknown>>();
  readonly #near = new Map<string, readonly NearName[]>();

  constructor(portfolio: Portfolio) {
    this.#portfolio = portfolio;
  }

  /** The record of this key; null when there is none. */
  record<E extends ImportEntity>(entity: E, key: string): RecordTypes[E] | null {
    let index = this.#byKey.get(entity);
    if (!index) {
      const records = recordsIn(this.#portfolio, entity) as readonly RecordTypes[E][];
      index = new Map(records.map((record) => [keyOf(entity, record), record]));
      this.#byKey.set(entity, index);
    }
    return (index.get(key) as RecordTypes[E] | undefined) ?? null;
  }

  readonly buildingsByName = once(
    (): Many<Building> => grouped(this.#portfolio.buildings, (building) => namesOf(building).map(nameKey)),
  );

  readonly buildingsByAddress = once(
    (): Many<Building> => grouped(this.#portfolio.buildings, ({ address }) => [nameKey(address ?? '')]),
  );

  readonly firmsByName = once(
    (): Many<Enterprise> => grouped(this.#portfolio.enterprises, ({ name }) => [nameKey(name)]),
  );

  readonly firmsByUscc = once(
    (): Many<Enterprise> => grouped(this.#portfolio.enterprises, ({ uscc }) => [uscc ?? '']),
  );

  readonly unitsByLabel = once(
    (): Many<Unit> =>
      grouped(this.#portfolio.units, ({ buildingId, label }) => [unitLabelKey(buildingId, label)]),
  );

  readonly leasesByTerm = once(
    (): Many<Lease> =>
      grouped(this.#portfolio.leases, ({ buildingId, unitId, start }) => [
        termKey(buildingId, unitId, start),
      ]),
  );

  /** The last place along each floor; new units come after it. */
  readonly lastPositions = once((): Map<string, number> => {
    const last = new Map<string, number>();
    for (const { buildingId, floor, position } of this.#portfolio.units) {
      const key = floorKey(buildingId, floor);
      last.set(key, Math.max(last.get(key) ?? -1, position));
    }
    return last;
  });

  readonly #nearBuildings = once(
    () =>
      new NearNames(
        this.#portfolio.buildings.flatMap((building) =>
          namesOf(building)
            .filter((name) => name !== '')
            .map((name) => ({ id: building.id, name })),
        ),
      ),
  );

  readonly #nearFirms = once(
    () => new NearNames(this.#portfolio.enterprises.map(({ id, name }) => ({ id, name }))),
  );

  /** Buildings or firms whose names are like this one. */
  near(entity: 'building' | 'enterprise', name: string): readonly NearName[] {
    const key = pairKey(entity, name);
    const known = this.#near.get(key);
    if (known) return known;
    const found = (entity === 'building' ? this.#nearBuildings() : this.#nearFirms()).to(name);
    this.#near.set(key, found);
    return found;
  }

  /** Circles or subdistricts by id and by name, with and without 商圈 and 街道. */
  places(field: string): ReadonlyMap<string, string> {
    const { circles, subdistricts } = this.#portfolio.district;
    const list = field === 'circleId' ? circles : subdistricts;
    const suffix = field === 'circleId' ? '商圈' : '街道';
    const index = new Map<string, string>();
    for (const { id, nameZh, nameEn } of list) {
      const short = nameZh.endsWith(suffix) ? nameZh.slice(0, -suffix.length) : nameZh;
      for (const name of [id, nameZh, nameEn, short, short + suffix]) index.set(nameKey(name), id);
    }
    return index;
  }
}
