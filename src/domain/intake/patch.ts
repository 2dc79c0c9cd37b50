/** What a row says, as fields of its record: parts put together, references put in. */

import type { Bbox } from '../geo.ts';
import { isInsideBbox, type LonLat } from '../geo.ts';
import type { Building } from '../model/building.ts';
import { type Datum, datums, plausibleMargin, type ToWgs84 } from '../records/rules.ts';
import type { RowDraft } from './row-draft.ts';

export interface Placing {
  readonly datum: Datum;
  /** Somebody has said that the datum is right, though points lie beside the district. */
  readonly isDatumConfirmed: boolean;
  readonly bounds: Bbox;
  readonly toWgs84: ToWgs84;
}

type Patch = Record<string, unknown>;

/** Lists that are empty, not unknown, when there is nothing in them. */
const lists: readonly string[] = ['aliases', 'remarks'];
const parts = new Set([
  'position.lon',
  'position.lat',
  'position.lonLat',
  'position.precisionM',
  'floors',
  'floors.above',
  'floors.below',
  'floorToFloorHeight.min',
  'floorToFloorHeight.max',
  'steward.name',
  'steward.phone',
]);

/** Fields that the row gives, null where it says that nobody knows. */
export function patchOf(
  row: RowDraft,
  before: Readonly<Record<string, unknown>> | null,
  placing: Placing,
): Patch {
  const patch: Patch = {};
  let hasParts = false;
  for (const [target, value] of row.values) {
    if (parts.has(target)) hasParts = true;
    else if (!target.includes('.')) patch[target] = value === null && lists.includes(target) ? [] : value;
  }
  if (hasParts) addParts(row, patch, before as Partial<Building> | null, placing);
  return patch;
}

function addParts(row: RowDraft, patch: Patch, before: Partial<Building> | null, placing: Placing): void {
  const { values } = row;
  if (values.has('floors') || values.has('floors.above') || values.has('floors.below')) {
    patch['floors'] = floorsOf(row, before?.floors ?? { above: null, below: null });
  }
  if (values.has('floorToFloorHeight.min') || values.has('floorToFloorHeight.max')) {
    patch['floorToFloorHeight'] = spanOf(row, before?.floorToFloorHeight ?? null);
  }
  if (values.has('steward.name') || values.has('steward.phone')) {
    addSteward(row, patch, before?.steward ?? null);
  }
  addPosition(row, patch, before?.position ?? null, placing);
}

function floorsOf({ values }: RowDraft, before: Building['floors']): Building['floors'] {
  const both = values.get('floors') as { above: number; below: number | null } | null | undefined;
  const base =
    both === null
      ? { above: null, below: null }
      : { above: both?.above ?? before.above, below: both?.below ?? before.below };
  const part = (name: 'above' | 'below') =>
    values.has(`floors.${name}`) ? ((values.get(`floors.${name}`) as number | null) ?? null) : base[name];
  return { above: part('above'), below: part('below') };
}

/** One end alone stands for both, as where all storeys are alike. */
function spanOf(row: RowDraft, before: Building['floorToFloorHeight']): Building['floorToFloorHeight'] {
  const own = (name: 'min' | 'max') =>
    row.values.has(`floorToFloorHeight.${name}`)
      ? row.figure(`floorToFloorHeight.${name}`)
      : (before?.[name] ?? null);
  const min = own('min') ?? own('max');
  const max = own('max') ?? own('min');
  return min === null || max === null ? null : { min, max };
}

function addSteward(row: RowDraft, patch: Patch, before: Building['steward']): void {
  const { values } = row;
  const name = values.has('steward.name') ? row.text('steward.name') : (before?.name ?? null);
  const phone = values.has('steward.phone') ? row.text('steward.phone') : (before?.phone ?? null);
  if (name === null && row.text('steward.phone') !== null) {
    row.refuse(values.has('steward.name') ? 'steward.name' : 'steward.phone', 'missing', {
      detail: 'steward.name',
    });
    return;
  }
  patch['steward'] = name === null ? null : { name, phone };
}

function widened({ west, south, east, north }: Bbox, by: number): Bbox {
  return { west: west - by, south: south - by, east: east + by, north: north + by };
}

function addPosition(row: RowDraft, patch: Patch, before: Building['position'], placing: Placing): void {
  const { values } = row;
  const both = values.get('position.lonLat') as { lon: number; lat: number } | null | undefined;
  const hasEnds = values.has('position.lon') || values.has('position.lat');
  const precision = values.has('position.precisionM') ? row.figure('position.precisionM') : undefined;
  if (!hasEnds && both === undefined) {
    if (precision !== undefined && before) patch['position'] = { ...before, precisionM: precision };
    return;
  }
  const lon = both?.lon ?? row.figure('position.lon');
  const lat = both?.lat ?? row.figure('position.lat');
  const target = both ? 'position.lonLat' : lon === null ? 'position.lat' : 'position.lon';
  if (lon === null && lat === null) {
    patch['position'] = null;
    return;
  }
  if (lon === null || lat === null) {
    row.refuse(target, 'halfAPoint');
    return;
  }
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) {
    row.refuse(target, 'notAPoint');
    return;
  }
  if (!isPlausible(row, target, [lon, lat], placing)) return;
  const [x, y] = rounded(placing.toWgs84(lon, lat, placing.datum));
  const isMoved = before === null || before.lon !== x || before.lat !== y;
  patch['position'] = { lon: x, lat: y, precisionM: precision ?? (isMoved ? null : before.precisionM) };
}

/** Seven decimals, a centimetre: conversions end in noise that would make every import a change. */
function rounded([lon, lat]: LonLat): LonLat {
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
}

function isPlausible(row: RowDraft, target: string, [lon, lat]: LonLat, placing: Placing): boolean {
  const { bounds, datum, toWgs84 } = placing;
  const isIn = (as: Datum, by: number) => {
    const [x, y] = toWgs84(lon, lat, as);
    return isInsideBbox(x, y, widened(bounds, by));
  };
  const value = `${lon}, ${lat}`;
  if (isIn(datum, 0) || (placing.isDatumConfirmed && isIn(datum, plausibleMargin))) return true;
  const other = datums.find((as) => as !== datum && isIn(as, 0));
  if (other && !placing.isDatumConfirmed) {
    row.refuse(target, 'otherDatum', { detail: other, value });
    return false;
  }
  if (isIn(datum, plausibleMargin)) return true;
  row.refuse(target, 'outsideDistrict', { value });
  return false;
}
