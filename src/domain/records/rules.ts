/** Rules that a record keeps together with others. What a single field may hold is in `fields.ts`. */
import type { Bbox } from '../geo.ts';
import type { Building, Position } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import type { Floor, Lease, TaxRecord, Unit } from '../model/unit.ts';
import { applyChanges, type Change } from './change.ts';
import { type Entity, keyOf } from './entity.ts';
import { floorKeyOf, overfullFloors } from './floor-area.ts';
import { planRules, targetRules } from './planning-rules.ts';
import type { RuleReason } from './reasons.ts';
import { danglingReferences } from './removal.ts';
import { correctionRules, stayingProblems } from './staying.ts';

/** `allowed`: what could stand there, or what stands in the way. */
export interface RuleProblem {
  readonly entity: Entity;
  readonly key: string;
  readonly field: string;
  readonly value: string;
  readonly reason: RuleReason;
  readonly allowed: string;
}

export const datums = ['wgs84', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];
/** A point given in some datum, in WGS-84. */
export type ToWgs84 = (lon: number, lat: number, datum: Datum) => readonly [lon: number, lat: number];

export interface RuleOptions {
  readonly toWgs84: ToWgs84;
  /** The person has been asked whether a point outside of the district is in another datum, and it is not. */
  readonly isDatumConfirmed: boolean;
}

/** How far from the district a building may plausibly lie, in degrees: some 20 km. */
export const plausibleMargin = 0.2;

/**
 * What is wrong with changes, once all of them are carried out. Only records that change are looked at, and
 * what refers to them: what was wrong before does not stand in the way of other work.
 */
export function ruleProblems(
  before: Portfolio,
  changes: readonly Change[],
  options: RuleOptions,
): RuleProblem[] {
  const after = applyChanges(before, changes);
  const view = indexOf(after);
  const problems: RuleProblem[] = [];
  for (const change of changes) {
    if (change.after !== null) problems.push(...problemsOf(change, view, options));
  }
  return [
    ...problems,
    ...stayingProblems(before, changes),
    ...overfullFloors(changes, view),
    ...danglingReferences(changes, after),
  ];
}

interface View {
  readonly after: Portfolio;
  readonly buildings: ReadonlyMap<string, Building>;
  readonly enterprises: ReadonlySet<string>;
  readonly units: () => ReadonlySet<string>;
  readonly floorOf: ReadonlyMap<string, Floor>;
  readonly unitsOn: () => ReadonlyMap<string, readonly Unit[]>;
  readonly leasesOf: () => ReadonlyMap<string, readonly Lease[]>;
  readonly codes: () => ReadonlyMap<string | null, readonly string[]>;
}

function indexOf(after: Portfolio): View {
  return {
    after,
    buildings: new Map(after.buildings.map((building) => [building.id, building])),
    enterprises: new Set(after.enterprises.map(({ id }) => id)),
    units: once(() => new Set(after.units.map((unit) => keyOf('unit', unit)))),
    floorOf: new Map(after.floors.map((floor) => [keyOf('floor', floor), floor])),
    unitsOn: once(() => Map.groupBy(after.units, floorKeyOf)),
    leasesOf: once(() => Map.groupBy(after.leases, ({ buildingId, unitId }) => `${buildingId}~${unitId}`)),
    codes: once(() => {
      const byCode = Map.groupBy(after.enterprises, ({ uscc }) => uscc);
      return new Map([...byCode].map(([code, firms]) => [code, firms.map(({ id }) => id)]));
    }),
  };
}

function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** null: nothing is wrong. */
export type Found =
  | readonly [field: string, value: string | number, reason: RuleReason, allowed: string]
  | null;

function problemsOf(change: Change, view: View, options: RuleOptions): RuleProblem[] {
  return foundIn(change, view, options).flatMap((found) =>
    found
      ? [
          {
            entity: change.entity,
            key: change.key,
            field: found[0],
            value: String(found[1]),
            reason: found[2],
            allowed: found[3],
          },
        ]
      : [],
  );
}

function foundIn(change: Change, view: View, options: RuleOptions): readonly Found[] {
  const { entity, after } = change;
  if (after === null) return [];
  switch (entity) {
    case 'building':
      return buildingRules(after, view, options);
    case 'fact':
    case 'month':
      return [knownBuilding(after.buildingId, view)];
    case 'floor':
      return [knownBuilding(after.buildingId, view), notZero(after.floor)];
    case 'unit':
      return [
        knownBuilding(after.buildingId, view),
        notZero(after.floor),
        after.minDivisibleArea !== null && after.minDivisibleArea > after.area
          ? ['minDivisibleArea', after.minDivisibleArea, 'partAboveWhole', `≤ ${after.area}`]
          : null,
      ];
    case 'enterprise':
      return [codeIsFree(after, view)];
    case 'lease':
      return leaseRules(after, view);
    case 'taxRecord':
      return taxRules(after, view);
    case 'monthCorrection':
      return [knownBuilding(after.buildingId, view), ...correctionRules(after, view.after)];
    case 'renewalPlan':
      return [
        knownBuilding(after.buildingId, view),
        ...planRules(after, view.buildings.get(after.buildingId)),
      ];
    case 'target':
      return targetRules(after, view.after.district);
  }
}

function knownBuilding(id: string, { buildings }: View): Found {
  return buildings.has(id) ? null : ['buildingId', id, 'noSuchRecord', 'building'];
}

function notZero(floor: number): Found {
  return floor === 0 ? ['floor', 0, 'noFloorZero', '-1, 1'] : null;
}

function buildingRules(
  building: Building,
  { after: { district } }: View,
  options: RuleOptions,
): readonly Found[] {
  const { circleId, subdistrictId, position, gfa, rentableArea } = building;
  const isKnown = (id: string | null, list: readonly { readonly id: string }[]) =>
    id === null || list.some((item) => item.id === id);
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).join(' | ');
  const isPart =
    gfa === null || rentableArea === null || gfa.bound !== 'exact' || rentableArea.bound !== 'exact'
      ? true
      : rentableArea.value <= gfa.value;
  return [
    isKnown(circleId, district.circles)
      ? null
      : ['circleId', circleId ?? '', 'noSuchRecord', idsOf(district.circles)],
    isKnown(subdistrictId, district.subdistricts)
      ? null
      : ['subdistrictId', subdistrictId ?? '', 'noSuchRecord', idsOf(district.subdistricts)],
    isPart ? null : ['rentableArea', rentableArea?.value ?? '', 'partAboveWhole', `≤ ${gfa?.value}`],
    position && placeProblem(position, district.bounds, options),
  ];
}

/** A point in the datum of Chinese online maps lies some 550 m from where it belongs. */
function placeProblem(
  { lon, lat }: Position,
  bounds: Bbox,
  { toWgs84, isDatumConfirmed }: RuleOptions,
): Found {
  if (isInside(lon, lat, bounds, 0)) return null;
  const value = `${lon}, ${lat}`;
  const other = isDatumConfirmed ? null : otherDatum(lon, lat, bounds, toWgs84);
  if (other !== null) return ['position', value, 'otherDatum', other];
  const { west, south, east, north } = bounds;
  const box = `${west}–${east}, ${south}–${north} ± ${plausibleMargin}°`;
  return isInside(lon, lat, bounds, plausibleMargin) ? null : ['position', value, 'implausiblePlace', box];
}

/** The datum under which a point outside of the district would lie inside; null when there is none. */
export function otherDatum(lon: number, lat: number, bounds: Bbox, toWgs84: ToWgs84): Datum | null {
  if (isInside(lon, lat, bounds, 0)) return null;
  const fits = (datum: Datum) => {
    const [east, north] = toWgs84(lon, lat, datum);
    return isInside(east, north, bounds, 0);
  };
  return datums.find((datum) => datum !== 'wgs84' && fits(datum)) ?? null;
}

function isInside(lon: number, lat: number, { west, south, east, north }: Bbox, margin: number): boolean {
  return lon >= west - margin && lon <= east + margin && lat >= south - margin && lat <= north + margin;
}

function codeIsFree({ id, uscc }: { readonly id: string; readonly uscc: string | null }, view: View): Found {
  if (uscc === null) return null;
  const other = view
    .codes()
    .get(uscc)
    ?.find((owner) => owner !== id);
  return other === undefined ? null : ['uscc', uscc, 'codeTaken', other];
}

function leaseRules(lease: Lease, view: View): readonly Found[] {
  const { buildingId, unitId, enterpriseId, start, end } = lease;
  const unitKey = `${buildingId}~${unitId}`;
  const rival =
    lease.leaseType === 'sublease'
      ? undefined
      : view
          .leasesOf()
          .get(unitKey)
          ?.find((other) => isRival(lease, other));
  return [
    view.units().has(unitKey) ? null : ['unitId', unitId, 'noSuchRecord', 'unit'],
    view.enterprises.has(enterpriseId) ? null : ['enterpriseId', enterpriseId, 'noSuchRecord', 'enterprise'],
    end < start ? ['end', end, 'endBeforeStart', `≥ ${start}`] : null,
    rival ? ['start', start, 'leasesOverlap', `${rival.id}: ${rival.start} – ${rival.end}`] : null,
  ];
}

/** Two firms cannot hold the same unit on the same day, unless one has it from the other. */
function isRival(lease: Lease, other: Lease): boolean {
  return (
    other.id !== lease.id &&
    other.leaseType !== 'sublease' &&
    other.start <= lease.end &&
    lease.start <= other.end
  );
}

function taxRules(
  { buildingId, enterpriseId, totalTax, districtTax }: TaxRecord,
  view: View,
): readonly Found[] {
  const isPart = districtTax === null || Math.abs(districtTax) <= Math.abs(totalTax);
  return [
    knownBuilding(buildingId, view),
    view.enterprises.has(enterpriseId) ? null : ['enterpriseId', enterpriseId, 'noSuchRecord', 'enterprise'],
    isPart ? null : ['districtTax', districtTax, 'partAboveWhole', `≤ ${totalTax}`],
  ];
}
