import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import type { QueryProblem } from '#domain/query/problem.ts';

/** An area that the space itself suggests: its largest block, its floor plate, the unit. */
export interface AreaOption {
  readonly label: string;
  /** Gross ㎡. */
  readonly area: number;
}

/** A building, a unit or a block, as the panel of costs sees it. */
export interface CostSubject extends CostSpace {
  readonly name: string;
  readonly areaOptions: readonly AreaOption[];
}

export interface CostPanelProps {
  /** One or several, in the order in which they are shown. */
  readonly subjects: readonly CostSubject[];
  readonly assumptions: CostAssumptions;
  readonly onAssumptions: (next: CostAssumptions) => void;
  /** What of the address could not be used. */
  readonly problems: readonly QueryProblem[];
  /** Of the panel's own heading; 2 where it is left out. */
  readonly headingLevel?: 2 | 3;
}

/** What every field of the form reads and writes. */
export interface FormProps {
  readonly subjects: readonly CostSubject[];
  readonly assumptions: CostAssumptions;
  readonly onAssumptions: (next: CostAssumptions) => void;
}
