/** One row while it is made out: what its cells say, and what is wrong with it. */
import type { NearName } from './near-names.ts';
import type { IntakeFix, IntakeReason } from './reason.ts';
import { fixOf } from './reason.ts';

/** A cell or row that cannot be taken. `column` null: it concerns the row, or a field that no column fills. */
export interface RowProblem {
  readonly row: number;
  readonly column: number | null;
  readonly heading: string;
  /** Of the record; null when the row cannot be placed at all. */
  readonly field: string | null;
  readonly value: string;
  readonly reason: IntakeReason;
  readonly fix: IntakeFix;
  /** What could stand there, or what the reason is about: the other row, the other datum. */
  readonly detail: string;
  /** Names the question in `answers`; null when there is nothing to choose. */
  readonly question: string | null;
  /** Records that may be meant, for a question. */
  readonly near: readonly NearName[];
}

/** Something that only a person can say, asked once however many rows ask it. */
export interface Question {
  readonly question: string;
  readonly heading: string;
  readonly value: string;
  /** The first row that asks it, and how many do. */
  readonly row: number;
  readonly rows: number;
  readonly near: readonly NearName[];
}

export interface ProblemMore {
  readonly value?: string;
  readonly detail?: string;
  readonly question?: string;
  readonly near?: readonly NearName[];
}

/** Where a target stands in the sheet. */
export interface Place {
  readonly column: number | null;
  readonly heading: string;
  readonly field: string | null;
}

export class RowDraft {
  readonly number: number;
  /** By target; null where the cell says that nobody knows, absent where it says nothing. */
  readonly values = new Map<string, unknown>();
  readonly problems: RowProblem[] = [];
  /** The building that it speaks of, as far as that could be told. */
  buildingId: string | null = null;
  readonly #placeOf: (target: string) => Place;
  readonly #shown: (column: number | null) => string;

  constructor(number: number, placeOf: (target: string) => Place, shown: (column: number | null) => string) {
    this.number = number;
    this.#placeOf = placeOf;
    this.#shown = shown;
  }

  get isWrong(): boolean {
    return this.problems.length > 0;
  }

  /** The text that a target was given; null when it says nothing or that nobody knows. */
  text(target: string): string | null {
    const value = this.values.get(target);
    return typeof value === 'string' ? value : null;
  }

  figure(target: string): number | null {
    const value = this.values.get(target);
    return typeof value === 'number' ? value : null;
  }

  /** Says what is wrong; `target` may also be the name of a field. */
  refuse(target: string, reason: IntakeReason, more: ProblemMore = {}): void {
    const place = this.#placeOf(target);
    this.problems.push({
      row: this.number,
      ...place,
      value: more.value ?? this.#shown(place.column),
      reason,
      fix: fixOf(reason),
      detail: more.detail ?? '',
      question: more.question ?? null,
      near: more.near ?? [],
    });
  }
}
