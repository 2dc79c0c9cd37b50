import { memo } from 'react';
import type { LaidFloor, PlanLayout } from './layout.ts';
import { px } from './outlines.ts';
import css from './stacking-plan.module.css';
import { fitted, type Measure } from './text-width.ts';

const labelSteps = [1, 2, 5, 10, 20];
/** px between the middles of labels that do not touch. */
const labelRoom = 12;

/** Where floors are low, only every second, fifth or tenth is named for the eye. */
export function labelStep({ rows }: PlanLayout): number {
  const height = rows.find(({ kind }) => kind === 'floor')?.height ?? labelRoom;
  return labelSteps.find((by) => by * height >= labelRoom) ?? 20;
}

export function isNamedAt({ storey: { floor } }: LaidFloor, step: number): boolean {
  return step === 1 || floor % step === 0;
}

/** The name of a floor, right-aligned before it; there for who listens even where it is not seen. */
export function FloorLabel({
  row,
  left,
  isNamed,
  measure,
}: {
  readonly row: LaidFloor;
  /** Where the units begin, px. */
  readonly left: number;
  readonly isNamed: boolean;
  readonly measure: Measure;
}) {
  return (
    <text
      className={css['floorLabel']}
      data-unseen={!isNamed || undefined}
      x={left - 8}
      y={px(row.y + row.height / 2)}
    >
      {fitted(row.storey.label, left - 8, measure)}
    </text>
  );
}

/** All names of floors again, for a plan that is scrolled sideways. */
export const FloorLabels = memo(function FloorLabels({
  layout,
  measure,
}: {
  readonly layout: PlanLayout;
  readonly measure: Measure;
}) {
  const step = labelStep(layout);
  return layout.rows
    .filter((row): row is LaidFloor => row.kind === 'floor' && isNamedAt(row, step))
    .map((row) => (
      <FloorLabel key={row.storey.floor} row={row} left={layout.left} isNamed measure={measure} />
    ));
});
