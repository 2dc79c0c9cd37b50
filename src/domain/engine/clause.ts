/** Filter clauses compiled against columns: each answers for one row whether it passes, fails or cannot tell. */
import { distanceM, isInsideBbox, isInsideRing } from '../geo.ts';
import { monthNumber } from '../measure.ts';
import {
  type Clause,
  clauses,
  type RangeField,
  rangeSpecs,
  type SetField,
  setFields,
} from '../query/fields.ts';
import type { Filter, Range } from '../query/query.ts';
import {
  boundCodes,
  type Columns,
  neverMonth,
  type RangeColumn,
  unknownBits,
  unknownCode,
  unknownInt,
} from './columns.ts';

export const pass = 0;
export const fail = 1;
/** The value is not known, or a bound that leaves the question open. */
export const undecided = 2;
export type Verdict = typeof pass | typeof fail | typeof undecided;

export type Judge = (row: number) => Verdict;

export interface CompiledClause {
  readonly clause: Clause;
  readonly bit: number;
  /** Equal keys, equal clauses: what a change is recognised by. */
  readonly key: string;
  /** null: the clause excludes nothing. */
  readonly judge: Judge | null;
  readonly letsUnknownPass: boolean;
  /** Ends in column units when the clause is a range of points. */
  readonly ends: readonly [number, number] | null;
}

const bits = Object.fromEntries(clauses.map((clause, place) => [clause, (1 << place) >>> 0])) as Record<
  Clause,
  number
>;

export function bitOf(clause: Clause): number {
  return bits[clause];
}

/** Ends of a range in column units; an open end is the largest integer, so that one comparison serves all. */
export function scaledEnds(field: RangeField, range: Range): [number, number] {
  const { scale } = rangeSpecs[field];
  return [
    range.lo === null ? unknownInt + 1 : Math.round(range.lo * scale),
    range.hi === null ? neverMonth : Math.round(range.hi * scale),
  ];
}

/**
 * Judges a value against closed ends. A bound stands for every true value it allows: "≥ 85,000" passes
 * `50000..`, fails `..80000` and leaves `..90000` undecided. A span passes when any part of it does.
 */
export function judgeRange(column: RangeColumn, lo: number, hi: number): Judge {
  const { values, upper, bound } = column;
  return (row) => {
    const value = values[row] ?? unknownInt;
    if (value === unknownInt) return undecided;
    const code = bound === null ? boundCodes.exact : bound[row];
    if (code === boundCodes.atLeast)
      return value > hi ? fail : value >= lo && hi === neverMonth ? pass : undecided;
    if (code === boundCodes.atMost) {
      return value < lo ? fail : value <= hi && lo === unknownInt + 1 ? pass : undecided;
    }
    const top = upper === null ? value : (upper[row] ?? value);
    return (top === unknownInt ? value : top) >= lo && value <= hi ? pass : fail;
  };
}

function judgeSet(columns: Columns, field: SetField, chosen: readonly string[]): Judge {
  const column = columns.sets[field];
  const places = chosen.map((label) => column.labels.indexOf(label)).filter((place) => place >= 0);
  if (column.kind === 'bits') {
    const wanted = places.reduce((mask, place) => mask | (1 << place), 0);
    return (row) => {
      const mask = column.bits[row] ?? unknownBits;
      if (mask === unknownBits) return undecided;
      return (mask & wanted) === 0 ? fail : pass;
    };
  }
  const isChosen = new Uint8Array(256);
  for (const place of places) isChosen[place] = 1;
  return (row) => {
    const code = column.codes[row] ?? unknownCode;
    return code === unknownCode ? undecided : isChosen[code] === 1 ? pass : fail;
  };
}

/** Every word of the text must occur somewhere in the row's search text. */
function judgeText({ searchText }: Columns, text: string): Judge {
  const words = wordsOf(text).map((word) => likelyWord(searchText, word));
  return (row) => {
    const haystack = searchText[row] ?? '';
    return words.every((word) => haystack.includes(word)) ? pass : fail;
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * People add what the file does not have: "五号院D座", `whydz`. A word that occurs nowhere is tried without its
 * last one or two characters, as long as three remain; if that finds nothing either, it stands as it is.
 */
function likelyWord(searchText: readonly string[], word: string): string {
  for (const used of [word, word.slice(0, -1), word.slice(0, -2)]) {
    if (used.length < Math.min(3, word.length)) break;
    if (searchText.some((haystack) => haystack.includes(used))) return used;
  }
  return word;
}

/** The text that is really looked for, where it differs from what was typed; else null. */
export function likelyText({ searchText }: Columns, text: string): string | null {
  const words = wordsOf(text);
  const likely = words.map((word) => likelyWord(searchText, word));
  return likely.some((word, i) => word !== words[i]) ? likely.join(' ') : null;
}

/** A building without a position is outside of every shape that a person draws. */
function judgePlace(columns: Columns, isInside: (lon: number, lat: number) => boolean): Judge {
  return (row) => {
    const lon = columns.lon[row] ?? unknownInt;
    const lat = columns.lat[row] ?? unknownInt;
    return lon !== unknownInt && lat !== unknownInt && isInside(lon / 1e7, lat / 1e7) ? pass : fail;
  };
}

function judgeMost(values: Int32Array, most: number): Judge {
  return (row) => {
    const value = values[row] ?? unknownInt;
    return value === unknownInt ? undecided : value <= most ? pass : fail;
  };
}

function judgeOf(columns: Columns, filter: Filter, clause: Clause): Judge | null {
  const { bbox, within, near } = filter;
  switch (clause) {
    case 'q':
      return filter.text === '' ? null : judgeText(columns, filter.text);
    case 'columnFree':
      return filter.columnFree
        ? (row) => ([fail, pass] as const)[columns.columnFree[row] ?? unknownCode] ?? undecided
        : null;
    case 'metro':
      return filter.metro === null ? null : judgeMost(columns.metro, filter.metro);
    case 'by': {
      const month = filter.by === null ? null : monthNumber(filter.by);
      return month === null ? null : judgeMost(columns.availableFrom, month);
    }
    case 'bbox':
      return bbox && judgePlace(columns, (lon, lat) => isInsideBbox(lon, lat, bbox));
    case 'within':
      return within && judgePlace(columns, (lon, lat) => isInsideRing(lon, lat, within));
    case 'near':
      return (
        near && judgePlace(columns, (lon, lat) => distanceM(lon, lat, near.lon, near.lat) <= near.radiusM)
      );
    default:
      return judgeField(columns, filter, clause);
  }
}

function judgeField(columns: Columns, filter: Filter, clause: RangeField | SetField): Judge | null {
  if ((setFields as readonly string[]).includes(clause)) {
    const field = clause as SetField;
    const chosen = filter.sets[field];
    return chosen && chosen.length > 0 ? judgeSet(columns, field, chosen) : null;
  }
  const field = clause as RangeField;
  const range = filter.ranges[field];
  const column = columns.ranges[field];
  if (!range || !column || (range.lo === null && range.hi === null)) return null;
  return judgeRange(column, ...scaledEnds(field, range));
}

function partOf(filter: Filter, clause: Clause): unknown {
  const fixed = { q: filter.text, columnFree: filter.columnFree, metro: filter.metro, by: filter.by };
  const shapes = { bbox: filter.bbox, within: filter.within, near: filter.near };
  const parts: Readonly<Record<string, unknown>> = { ...filter.ranges, ...filter.sets, ...fixed, ...shapes };
  return parts[clause];
}

export function compileClause(columns: Columns, filter: Filter, clause: Clause): CompiledClause {
  const judge = judgeOf(columns, filter, clause);
  const letsUnknownPass = (filter.unknown as readonly string[]).includes(clause);
  const range = judge && clause in rangeSpecs ? filter.ranges[clause as RangeField] : undefined;
  return {
    clause,
    bit: bits[clause],
    key: judge ? `${letsUnknownPass}${JSON.stringify(partOf(filter, clause))}` : '',
    judge,
    letsUnknownPass,
    ends: range ? scaledEnds(clause as RangeField, range) : null,
  };
}
