import type { AnyIndicatorId, Level } from '#domain/indicators/spec.ts';

/** The figure that is asked about: one indicator of one group, at the time that the page speaks of. */
export interface ExplainTarget {
  readonly id: AnyIndicatorId;
  readonly level: Level;
  /** null: the district, or what is selected of it. */
  readonly group: string | null;
  readonly name: string;
}

export type Explain = (target: ExplainTarget) => void;
