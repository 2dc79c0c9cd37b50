/** Parsers of single parameters; each knows one notation and refuses the rest by name. */
import { formatSubject, mostSubjects, parseSubjects } from '../compare/ids.ts';
import type { LonLat, Ring } from '../geo.ts';
import { monthNumber } from '../measure.ts';
import { idPattern } from '../records/id-pattern.ts';
import {
  type RangeField,
  rangeSpecs,
  type SetField,
  sortFields,
  unknownableFields,
  type Vocabulary,
  valuesOf,
} from './fields.ts';
import { type Parsed, parsed, refused } from './problem.ts';
import { type Filter, limits, type Query, type Range, type Sort, type ViewState } from './query.ts';

const decimal = /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

function numberFrom(text: string): number | null {
  const value = decimal.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}

/** `lo..hi`, `lo..`, `..hi`; a rate may be written `40%`. Rounded to the field's precision. */
export function parseRange(field: RangeField, text: string): Parsed<Range> {
  const spec = rangeSpecs[field];
  const allowed = `lo..hi | lo.. | ..hi, ${spec.min}–${spec.max}`;
  const ends = text.split('..');
  if (ends.length !== 2 || text === '..') return refused(field, text, 'notARange', allowed);
  const values: (number | null)[] = [];
  for (const end of ends) {
    if (end === '') {
      values.push(null);
      continue;
    }
    const percent = spec.unit === 'ratio' && end.endsWith('%');
    const number = numberFrom(percent ? end.slice(0, -1) : end);
    if (number === null) return refused(field, text, 'notANumber', allowed);
    const value = percent ? number / 100 : number;
    if (value < spec.min || value > spec.max) return refused(field, text, 'outOfRange', allowed);
    values.push(Math.round(value * spec.scale) / spec.scale);
  }
  const [lo = null, hi = null] = values;
  if (lo !== null && hi !== null && lo > hi) return refused(field, text, 'lowAboveHigh', allowed);
  return parsed({ lo, hi });
}

function parseList<T extends string>(
  parameter: string,
  text: string,
  values: readonly T[],
): Parsed<readonly T[]> {
  const allowed =
    values.length > limits.list ? `${values.slice(0, limits.list).join(', ')} …` : values.join(', ');
  const chosen = new Set(text.split(','));
  const wrong = [...chosen].filter((part) => !(values as readonly string[]).includes(part));
  if (wrong.length > 0) return refused(parameter, wrong.join(',') || text, 'unknownValue', allowed);
  return parsed(values.filter((value) => chosen.has(value)));
}

export function parseSet(field: SetField, text: string, vocabulary: Vocabulary): Parsed<readonly string[]> {
  return parseList(field, text, valuesOf(field, vocabulary));
}

export function parseUnknown(text: string, hidden: readonly string[]): Parsed<Filter['unknown']> {
  const values = unknownableFields.filter((field) => !hidden.includes(field));
  return parseList('unknown', text, values);
}

export function parseText(text: string): Parsed<string> {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  return trimmed.length > limits.text
    ? refused('q', trimmed, 'tooLong', `≤ ${limits.text}`)
    : parsed(trimmed);
}

export function parseSwitch(parameter: string, text: string): Parsed<boolean> {
  return text === '1' ? parsed(true) : refused(parameter, text, 'notASwitch', '1');
}

export function parseCount(parameter: string, text: string, min: number, max: number): Parsed<number> {
  const value = /^\d+$/.test(text) ? Number(text) : null;
  const allowed = `${min}–${max}`;
  if (value === null) return refused(parameter, text, 'notANumber', allowed);
  return value < min || value > max ? refused(parameter, text, 'outOfRange', allowed) : parsed(value);
}

export function parseMonth(text: string): Parsed<string> {
  const allowed = 'YYYY-MM';
  const month = /^\d{4}-\d{2}$/.test(text) ? monthNumber(text) : null;
  return month === null ? refused('by', text, 'notAMonth', allowed) : parsed(text);
}

export function parseSort(text: string, hidden: readonly string[]): Parsed<Sort> {
  const allowed = sortFields.filter((known) => !hidden.includes(known));
  const descending = text.startsWith('-');
  const field = allowed.find((known) => known === (descending ? text.slice(1) : text));
  return field
    ? parsed({ field, descending })
    : refused('sort', text, 'unknownValue', `[-]${allowed.join(' | ')}`);
}

function parseLonLat(text: string): LonLat | null {
  const [lonText = '', latText = '', ...rest] = text.split(',');
  const lon = numberFrom(lonText);
  const lat = numberFrom(latText);
  if (rest.length > 0 || lon === null || lat === null) return null;
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 85 ? [round5(lon), round5(lat)] : null;
}

/** 1e-5° is about one metre: the precision of every coordinate in the grammar. */
export function round5(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

export function parseBbox(text: string): Parsed<Filter['bbox']> {
  const allowed = 'west,south,east,north';
  const parts = text.split(',');
  const southWest = parseLonLat(parts.slice(0, 2).join(','));
  const northEast = parseLonLat(parts.slice(2).join(','));
  if (!southWest || !northEast) return refused('bbox', text, 'notAShape', allowed);
  const [west, south] = southWest;
  const [east, north] = northEast;
  if (west > east || south > north) return refused('bbox', text, 'lowAboveHigh', allowed);
  return parsed({ west, south, east, north });
}

export function parseWithin(text: string): Parsed<Ring> {
  const allowed = `lon,lat;lon,lat;lon,lat… (3–${limits.corners})`;
  const corners = text.split(';').map(parseLonLat);
  const ring = corners.filter((corner) => corner !== null);
  const usable = ring.length === corners.length && ring.length >= 3 && ring.length <= limits.corners;
  return usable ? parsed(ring) : refused('within', text, 'notAShape', allowed);
}

export function parseNear(text: string): Parsed<Filter['near']> {
  const allowed = 'lon,lat,metres (1–100000)';
  const cut = text.lastIndexOf(',');
  const centre = cut < 0 ? null : parseLonLat(text.slice(0, cut));
  const radiusM = numberFrom(text.slice(cut + 1));
  if (!centre || radiusM === null) return refused('near', text, 'notAShape', allowed);
  if (radiusM < 1 || radiusM > 100_000) return refused('near', text, 'outOfRange', allowed);
  return parsed({ lon: centre[0], lat: centre[1], radiusM: Math.round(radiusM) });
}

export function parseAt(text: string): Parsed<ViewState['at']> {
  const allowed = 'lat,lon,zoom';
  const [lat = '', lon = '', zoomText = '', ...rest] = text.split(',');
  const centre = parseLonLat(`${lon},${lat}`);
  const zoom = numberFrom(zoomText);
  if (!centre || zoom === null || rest.length > 0) return refused('at', text, 'notAShape', allowed);
  if (zoom < 3 || zoom > 20) return refused('at', text, 'outOfRange', `${allowed} (zoom 3–20)`);
  return parsed({ lat: centre[1], lon: centre[0], zoom: Math.round(zoom * 4) / 4 });
}

export function parseId(parameter: string, text: string): Parsed<string> {
  const allowed = 'A–Z a–z 0–9 - _ . (≤ 64)';
  return idPattern.test(text) ? parsed(text) : refused(parameter, text, 'unknownValue', allowed);
}

/** Buildings or units, each once, as `compare/ids.ts` writes them. */
export function parsePicks(text: string): Parsed<ViewState['picked']> {
  const { subjects, dropped } = parseSubjects(text);
  const [wrong] = dropped.filter(({ reason }) => reason !== 'repeated');
  if (wrong?.reason === 'tooMany') return refused('pick', text, 'tooMany', `≤ ${mostSubjects}`);
  if (wrong) return refused('pick', wrong.text, 'unknownValue', 'id | id~unit, …');
  return parsed(subjects.map(formatSubject));
}

const slug = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export function parseColumns(text: string): Parsed<Query['view']['columns']> {
  const names = text.split(',');
  const usable = names.length <= limits.list && names.every((name) => slug.test(name));
  return usable ? parsed([...new Set(names)]) : refused('cols', text, 'unknownValue', 'name,name…');
}
