import css from './kpi.module.css';
import { sparkShape } from './spark-shape.ts';

/** A trend without axes: a line with gaps where nothing is known, a point where it is looked at. */
export function Sparkline({
  values,
  at,
}: {
  readonly values: readonly (number | null)[];
  /** The period that is looked at. */
  readonly at: number;
}) {
  const { width, height, lines, dots, point, zero, until } = sparkShape(values, at);
  return (
    <svg
      className={css['spark']}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {zero !== null && <line className={css['sparkZero']} x1={0} x2={width} y1={zero} y2={zero} />}
      <line className={css['sparkAt']} x1={until} x2={until} y1={0} y2={height} />
      <path className={css['sparkLine']} d={lines} />
      {/* A line of no length with round ends is a dot that keeps its shape however the drawing is stretched. */}
      <path className={css['sparkDots']} d={dots} />
      {point && <path className={css['sparkPoint']} d={`M${point.x} ${point.y}h0`} />}
    </svg>
  );
}
