import { memo, useLayoutEffect, useRef } from 'react';
import { createCellDrawer, type Drawing } from './cell-drawer.ts';
import { px } from './outlines.ts';
import css from './stacking-plan.module.css';

/** Floors and units; what has the focus or is lit is drawn elsewhere, so that it redraws none of this. */
export const PlanCells = memo(function PlanCells(drawing: Drawing) {
  const { layout } = drawing;
  const host = useRef<SVGGElement>(null);
  const draw = useRef<((drawing: Drawing) => void) | null>(null);
  useLayoutEffect(() => {
    if (!host.current) return;
    draw.current ??= createCellDrawer(host.current);
    draw.current(drawing);
  });
  return (
    <>
      <g ref={host} />
      <path className={css['ground']} d={`M${layout.left - 4} ${px(layout.ground)}H${px(layout.right)}`} />
    </>
  );
});
