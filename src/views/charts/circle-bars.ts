/** The distribution of vacancy by circle, ready to be drawn: bars, their segments, and the scale they share. */
import { type CircleVacancy, vacancyClassCount, vacancyClassEnds } from '#domain/engine/answer.ts';
import { rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';

/** Of a segment: a vacancy class, or the buildings whose vacancy is not known. */
export type Band = number | 'unknown';

export interface Segment {
  readonly band: Band;
  readonly count: number;
  /** Buildings before this segment in its bar. */
  readonly before: number;
}

export interface CircleBar {
  readonly id: string;
  readonly total: number;
  /** Σ vacant ÷ Σ rentable; null when no building of the circle has both. */
  readonly rate: number | null;
  /** Without the empty ones. */
  readonly segments: readonly Segment[];
}

export type BarOrder = 'given' | 'rate';

const stride = vacancyClassCount + 1;

/** @param order as the district lists its circles, or the emptiest first with the unknown last */
export function circleBars(vacancy: CircleVacancy, order: BarOrder): readonly CircleBar[] {
  const bars = vacancy.circles.map((id, circle): CircleBar => {
    const segments: Segment[] = [];
    let total = 0;
    for (let place = 0; place < stride; place++) {
      const count = vacancy.counts[circle * stride + place] ?? 0;
      if (count > 0)
        segments.push({ band: place < vacancyClassCount ? place : 'unknown', count, before: total });
      total += count;
    }
    const rentable = vacancy.rentable[circle] ?? 0;
    const rate = rentable > 0 ? (vacancy.vacant[circle] ?? 0) / rentable : null;
    return { id, total, rate, segments };
  });
  return order === 'given' ? bars : bars.sort((a, b) => (b.rate ?? -1) - (a.rate ?? -1));
}

/** The count of a given band in a bar. */
export function countIn(bar: CircleBar, band: Band): number {
  return bar.segments.find((segment) => segment.band === band)?.count ?? 0;
}

/** All bands in the order in which they are stacked. */
export const bands: readonly Band[] = [
  ...Array.from({ length: vacancyClassCount }, (_, place) => place),
  'unknown',
];

/**
 * The vacancy range of a class, such that the filter finds just the buildings that the segment counts: a
 * class does not contain its lower end, a range does, so it begins one step of the column above.
 */
export function rangeOfClass(place: number): Range {
  const below = vacancyClassEnds[place - 1];
  const { scale } = rangeSpecs.vacancy;
  return {
    lo: below === undefined ? null : Math.round(below * scale + 1) / scale,
    hi: vacancyClassEnds[place] ?? null,
  };
}

/** The length of the longest bar's scale: a round number, so that it rests while counts move a little. */
export function barScaleEnd(bars: readonly CircleBar[]): number {
  const longest = Math.max(0, ...bars.map(({ total }) => total));
  if (longest <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(longest));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((multiple) => multiple * power >= longest) ?? 10;
  return step * power;
}
