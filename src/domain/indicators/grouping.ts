/** Which group of a level a building belongs to. */
import type { BuildingId } from '../measure.ts';
import { type Building, carrierTypes, grades } from '../model/building.ts';
import type { District } from '../model/portfolio.ts';
import { type IndicatorGroup, type Level, unknownGroup } from './spec.ts';

export interface Grouping {
  readonly groups: readonly IndicatorGroup[];
  /** By building; −1: not asked for. */
  readonly groupOf: Int32Array;
}

/**
 * Groups in the order of the district, of the model or of the portfolio; those of ids that are not on file by id
 * after them, and the unknown last. Groups without a building are left out, but for the district.
 */
export function groupingOf(
  district: District,
  buildings: readonly Building[],
  level: Level,
  only?: ReadonlySet<BuildingId>,
): Grouping {
  const names = buildings.map((building) =>
    only && !only.has(building.id) ? null : nameOf(district, building, level),
  );
  const counts = new Map<string, number>();
  for (const name of names) if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
  const ordered = [...new Set([...orderOf(district, level), ...sorted(counts, level)])];
  const kept = ordered.filter((id) => level === 'district' || counts.has(id));
  const places = new Map(kept.map((id, place) => [id, place]));
  return {
    groups: kept.map((id) => ({ id, buildings: counts.get(id) ?? 0 })),
    groupOf: Int32Array.from(names, (name) => (name === null ? -1 : (places.get(name) ?? -1))),
  };
}

function sorted(counts: ReadonlyMap<string, number>, level: Level): readonly string[] {
  const ids = [...counts.keys()];
  if (level === 'building' || level === 'district') return ids;
  return [...ids.filter((id) => id !== unknownGroup).sort(), unknownGroup];
}

function orderOf(district: District, level: Level): readonly string[] {
  switch (level) {
    case 'building':
      return [];
    case 'circle':
      return district.circles.map(({ id }) => id);
    case 'subdistrict':
      return district.subdistricts.map(({ id }) => id);
    case 'type':
      return carrierTypes;
    case 'grade':
      return grades;
    case 'district':
      return [district.adcode];
  }
}

function nameOf(district: District, building: Building, level: Level): string {
  switch (level) {
    case 'building':
      return building.id;
    case 'circle':
      return building.circleId ?? unknownGroup;
    case 'subdistrict':
      return building.subdistrictId ?? unknownGroup;
    case 'type':
      return building.carrierType;
    case 'grade':
      return building.grade ?? unknownGroup;
    case 'district':
      return district.adcode;
  }
}

/** Whether each of so many buildings is a group, in their order. */
export function isEachAlone({ groups, groupOf }: Grouping, buildings: number): boolean {
  return groups.length === buildings && groupOf.every((group, place) => group === place);
}
