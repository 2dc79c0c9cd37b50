/** One figure or word of a comparison, and what can be said of several beside each other. */
import type { Bound, IsoDate, IsoMonth } from '../measure.ts';

/** Why a row has nothing to say about a column, though nothing is missing from the file. */
export type Inapplicable = 'wholeBuilding' | 'notDelivered' | 'saleOnly' | 'notHeritage';

export type Value =
  | {
      readonly kind: 'figure';
      readonly value: number;
      /** The other end of a span that the building really offers; null where there is one figure. */
      readonly upper: number | null;
      readonly bound: Bound;
      /** How far off the figure may be to either side; 0 where nothing is said of it. */
      readonly spread: number;
    }
  | { readonly kind: 'date'; readonly date: IsoDate | IsoMonth }
  /** Codes of the vocabulary that the row names. */
  | { readonly kind: 'codes'; readonly codes: readonly string[] }
  | { readonly kind: 'flag'; readonly isYes: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inapplicable'; readonly why: Inapplicable };

/** null: not known. undefined: the file is not here, on its way or out of reach. */
export type Cell = Value | null | undefined;

/** Which end of a row is the better one. `yes`: having it; `none`: it depends on who asks. */
export type Rule = 'higher' | 'lower' | 'earlier' | 'yes' | 'none';

/** How the columns of a row stand to each other; `undecided`: equal as far as known, and some are not known. */
export type Difference = 'same' | 'different' | 'undecided' | 'unknown';

/** Least and most that the truth may be. */
interface Interval {
  readonly low: number;
  readonly high: number;
}

/** `YYYY-MM` may be any of its days. */
function daysOf(date: string): Interval {
  const [year = 0, month = 0, day = null] = date.split('-').map(Number);
  const ofDay = (one: number) => (year * 12 + month) * 32 + one;
  return day === null ? { low: ofDay(1), high: ofDay(31) } : { low: ofDay(day), high: ofDay(day) };
}

function intervalOf(value: Value): Interval | null {
  switch (value.kind) {
    case 'figure': {
      const low = value.value - value.spread;
      const high = (value.upper ?? value.value) + value.spread;
      if (value.bound === 'atLeast') return { low, high: Number.POSITIVE_INFINITY };
      if (value.bound === 'atMost') return { low: Number.NEGATIVE_INFINITY, high };
      return { low, high };
    }
    case 'date':
      return daysOf(value.date);
    case 'flag':
      return { low: Number(value.isYes), high: Number(value.isYes) };
    default:
      return null;
  }
}

/** About 200: nobody can say whether it wins, so it never does; others are measured against what is stated. */
function mayWin(value: Value): boolean {
  return value.kind !== 'figure' || value.bound !== 'about';
}

/**
 * Which cells are surely no worse than every other known one. None when fewer than two are known or all are
 * alike: there is nothing to be better than. What is not known takes no part, so it is neither best nor worst.
 */
export function bestOf(cells: readonly Cell[], rule: Rule): readonly boolean[] {
  const none = cells.map(() => false);
  if (rule === 'none') return none;
  const intervals = cells.map((cell) => (cell ? intervalOf(cell) : null));
  const known = intervals.filter((interval) => interval !== null);
  if (known.length < 2) return none;
  const isLowGood = rule === 'lower' || rule === 'earlier';
  const isNoWorse = (a: Interval, b: Interval) => (isLowGood ? a.high <= b.low : a.low >= b.high);
  const best = cells.map((cell, i) => {
    const own = intervals[i];
    if (!cell || !own || !mayWin(cell)) return false;
    return intervals.every((other, j) => i === j || !other || isNoWorse(own, other));
  });
  const isAllAlike = best.filter(Boolean).length === known.length;
  return isAllAlike ? none : best;
}

/** Equal texts for what is stated alike. */
function statementOf(value: Value): string {
  if (value.kind === 'codes') return JSON.stringify(['codes', ...value.codes.toSorted()]);
  return JSON.stringify(Object.values(value));
}

export function differenceOf(cells: readonly Cell[]): Difference {
  const here = cells.filter((cell) => cell !== undefined);
  const statements = new Set(here.flatMap((cell) => (cell === null ? [] : [statementOf(cell)])));
  if (statements.size > 1) return 'different';
  if (!here.includes(null)) return 'same';
  return statements.size === 0 ? 'unknown' : 'undecided';
}
