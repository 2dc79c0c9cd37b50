/** What an extraction hands out, and the draft in which it is gathered. */
import type { Bound } from '../measure.ts';
import type { Figure } from './figures.ts';
import type { Span } from './normalise.ts';
import type { Reading } from './reading.ts';
import type { ExtractUnit, NoteCode } from './terms.ts';

export type FieldValue =
  | string
  | number
  | boolean
  | readonly string[]
  | { readonly above: number | null; readonly below: number | null }
  | { readonly min: number; readonly max: number };

/** One value with the words that it was read from: `text` is the slice of the original at `span`. */
export interface FoundField {
  readonly value: FieldValue;
  readonly bound?: Bound;
  readonly unit?: ExtractUnit;
  readonly span: Span;
  readonly text: string;
}

export interface ExtractedItem {
  readonly fields: Readonly<Record<string, FoundField>>;
}

export interface ExtractNote {
  readonly code: NoteCode;
  /** null: of the text as a whole. */
  readonly field: string | null;
  readonly span: Span | null;
  readonly text: string | null;
}

export interface Extraction {
  readonly items: readonly ExtractedItem[];
  readonly notes: readonly ExtractNote[];
}

interface Candidate {
  readonly field: string;
  readonly value: FieldValue;
  readonly bound: Bound | null;
  readonly unit: ExtractUnit | null;
  readonly start: number;
  readonly end: number;
  /** Higher is believed first; of equals the earlier. */
  readonly rank: number;
}

/** Candidates for the fields of one item, all in places of one reading. */
export class Draft {
  readonly #reading: Reading;
  readonly #candidates: Candidate[] = [];
  readonly notes: ExtractNote[] = [];

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  put(
    field: string,
    value: FieldValue,
    at: { readonly start: number; readonly end: number },
    more: { readonly bound?: Bound; readonly unit?: ExtractUnit | null; readonly rank?: number } = {},
  ): void {
    const { bound, unit, rank } = more;
    const { start, end } = at;
    this.#candidates.push({
      field,
      value,
      bound: bound ?? null,
      unit: unit ?? null,
      start,
      end,
      rank: rank ?? 1,
    });
  }

  /** A figure as one value: of a range the lower end, as the least that there is. */
  putFigure(field: string, figure: Figure, rank = 1): void {
    const { low, high, unit } = figure;
    const isRange = high > low;
    if (isRange) this.note('range', field, figure);
    if (figure.isAssumed) this.note('assumedUnit', field, figure);
    this.put(field, low, figure, { bound: isRange ? 'atLeast' : figure.bound, unit, rank });
  }

  note(code: NoteCode, field: string | null, at: { readonly start: number; readonly end: number }): void {
    const span = this.#reading.spanOf(at.start, at.end);
    this.notes.push({ code, field, span, text: this.#reading.original.slice(...span) });
  }

  has(field: string): boolean {
    return this.#candidates.some((one) => one.field === field);
  }

  of(field: string): readonly Candidate[] {
    return this.#candidates
      .filter((one) => one.field === field)
      .toSorted((a, b) => b.rank - a.rank || a.start - b.start);
  }

  /** The best candidate of each field; where as good a one says otherwise, a note. */
  item(fields: readonly string[]): ExtractedItem {
    const entries = fields.flatMap((field) => {
      const [best, ...others] = this.of(field);
      if (!best) return [];
      const other = others.find(
        ({ rank, value }) => rank === best.rank && JSON.stringify(value) !== JSON.stringify(best.value),
      );
      if (other) this.note('conflict', field, other);
      return [[field, this.#found(best)] as const];
    });
    return { fields: Object.fromEntries(entries) };
  }

  #found({ value, bound, unit, start, end }: Candidate): FoundField {
    const span = this.#reading.spanOf(start, end);
    return {
      value,
      ...(bound !== null && { bound }),
      ...(unit !== null && { unit }),
      span,
      text: this.#reading.original.slice(...span),
    };
  }
}

/** From the first of some places to the last. */
export function around(places: readonly { readonly start: number; readonly end: number }[]): {
  start: number;
  end: number;
} {
  return {
    start: Math.min(...places.map(({ start }) => start)),
    end: Math.max(...places.map(({ end }) => end)),
  };
}
