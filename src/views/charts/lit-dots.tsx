import type { Scatter } from '#domain/engine/answer.ts';
import css from './charts.module.css';
import { dotRadius } from './dot-paint.ts';
import type { PlotScales, Rectangle } from './plot.ts';

/** Above the dots: the rectangle that filters, and rings round what is hovered and selected. */
export function LitDots({
  scatter,
  scales,
  width,
  height,
  brush,
  hovered,
  selected,
}: {
  readonly scatter: Scatter;
  readonly scales: PlotScales;
  readonly width: number;
  readonly height: number;
  readonly brush: Rectangle | null;
  readonly hovered: number | null;
  readonly selected: number | null;
}) {
  const ring = (dot: number, name: string | undefined, gap: number) => (
    <circle
      className={name}
      cx={scales.x(scatter.occupancy[dot] ?? 0)}
      cy={scales.y(scatter.taxPerSqm[dot] ?? 0)}
      r={dotRadius(scatter.row.length) + gap}
    />
  );
  return (
    <svg className={css['axes']} width={width} height={height} aria-hidden="true">
      {brush && (
        <rect
          className={css['brush']}
          x={Math.min(brush.x0, brush.x1)}
          y={Math.min(brush.y0, brush.y1)}
          width={Math.abs(brush.x1 - brush.x0)}
          height={Math.abs(brush.y1 - brush.y0)}
        />
      )}
      {selected !== null && ring(selected, css['selectedDot'], 3)}
      {hovered !== null && ring(hovered, css['hoveredDot'], 2.5)}
    </svg>
  );
}
