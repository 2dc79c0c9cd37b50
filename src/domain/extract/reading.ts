/** A text as all rules read it: normalised, cut into clauses, with its dates and figures. */
import type { IsoDate } from '../measure.ts';
import { type Clauses, clausesOf } from './clauses.ts';
import { type DateFound, datesIn } from './dates.ts';
import { type Figure, figuresIn } from './figures.ts';
import { type Normalised, normalise } from './normalise.ts';

export interface Reading extends Normalised {
  readonly clauses: Clauses;
  readonly dates: readonly DateFound[];
  readonly figures: readonly Figure[];
  readonly today: IsoDate;
}

export function read(original: string, today: IsoDate): Reading {
  const normalised = normalise(original);
  const dates = datesIn(normalised.lower, today);
  const taken = new Uint8Array(normalised.lower.length + 1);
  for (const { start, end } of dates) taken.fill(1, start, end);
  return {
    ...normalised,
    today,
    dates,
    clauses: clausesOf(normalised.text),
    figures: figuresIn(normalised.lower, (at) => taken[at] === 1),
  };
}
