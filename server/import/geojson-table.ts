/** GeoJSON points as a table: longitude and latitude (WGS-84, RFC 7946), then each property a column. */

import type { Cell, Sheet } from '#domain/intake/cell.ts';
import { isObject } from '#domain/plain-object.ts';
import { decodeText } from './decode.ts';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';
import { SheetBuilder } from './sheet-builder.ts';

export const pointHeadings = ['经度（WGS-84）', '纬度（WGS-84）'] as const;
const knownCrs = /(?:CRS84|EPSG:{1,2}4326|EPSG:{1,2}4490)$/i;

/** @throws UnreadableFile; areas and lines are refused, since the middle of one is a guess at where a door is */
export function readGeoJson(bytes: Uint8Array, name: string, limits: FileLimits): Sheet {
  const collection = parsed(decodeText(bytes).text);
  if (!isObject(collection) || collection['type'] !== 'FeatureCollection') refuse('notGeoJson');
  const features = collection['features'];
  if (!Array.isArray(features)) refuse('notGeoJson');
  checkCrs(collection['crs']);
  const builder = new SheetBuilder(name, limits, { rows: 0 });
  const columns = new Map<string, number>();
  for (const [index, feature] of features.entries()) {
    if (!isObject(feature) || feature['type'] !== 'Feature') refuse('notGeoJson', { row: index + 2 });
    for (const [key] of propertiesOf(feature)) {
      if (!columns.has(key)) columns.set(key, columns.size + 2);
      if (columns.size + 2 > limits.columns) {
        refuse('tooManyColumns', { row: index + 2, found: columns.size + 2, most: limits.columns });
      }
    }
  }
  builder.add(1, [...pointHeadings, ...columns.keys()]);
  for (const [index, feature] of features.entries()) {
    const row = index + 2;
    const cells: Cell[] = [...pointOf(feature.geometry, row)];
    while (cells.length < columns.size + 2) cells.push(null);
    for (const [key, value] of propertiesOf(feature)) cells[columns.get(key) ?? 0] = cellOf(value);
    builder.add(row, cells);
  }
  return builder.sheet();
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('notGeoJson');
  }
}

function checkCrs(crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const properties = isObject(crs) ? crs['properties'] : null;
  const name = isObject(properties) ? properties['name'] : null;
  if (typeof name !== 'string' || !knownCrs.test(name))
    refuse('otherCrs', { part: String(name).slice(0, 80) });
}

/** The id of a feature is its property `id`, unless it has one. */
function propertiesOf(feature: Readonly<Record<string, unknown>>): [string, unknown][] {
  const given = feature['properties'];
  const properties = isObject(given) ? Object.entries(given) : [];
  const id = feature['id'];
  if ((typeof id !== 'string' && typeof id !== 'number') || properties.some(([key]) => key === 'id'))
    return properties;
  return [['id', id], ...properties];
}

function pointOf(geometry: unknown, row: number): readonly [Cell, Cell] {
  if (geometry === null || geometry === undefined) return [null, null];
  if (!isObject(geometry)) refuse('notGeoJson', { row });
  if (geometry['type'] !== 'Point') refuse('notAPoint', { row, part: String(geometry['type']).slice(0, 40) });
  const coordinates = geometry['coordinates'];
  if (!Array.isArray(coordinates)) refuse('notGeoJson', { row });
  const [lon, lat] = coordinates as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') refuse('notGeoJson', { row });
  return [lon, lat];
}

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value.join('、');
  return JSON.stringify(value);
}
