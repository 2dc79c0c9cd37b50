import type { Ref } from 'react';
import type { RadarAxis } from '#domain/compare/radar.ts';
import css from './radar.module.css';
import { anchorOf, centre, columnPath, pointOn, ringPath, rings, size } from './radar-shape.ts';
import type { ShownColumn } from './shown-column.ts';

/** Dashes tell the columns apart where colours do not: in grey, and to colour-blind eyes. */
export const dashes = ['none', '9 4', '2 4', '12 4 2 4', '5 3', '16 5'] as const;

export interface AxisWords {
  readonly label: string;
  /** Ends of the scale, or why there is nothing on it. */
  readonly scale: string;
}

/** Shapes of the columns over the axes. The table below says the same. */
export function RadarChart({
  axes,
  words,
  columns,
  shown,
  lit,
  label,
  ref,
}: {
  readonly axes: readonly RadarAxis[];
  readonly words: readonly AxisWords[];
  readonly columns: readonly ShownColumn[];
  /** Whether each column is drawn. */
  readonly shown: readonly boolean[];
  /** The column that is pointed at; the others step back. */
  readonly lit: number | null;
  readonly label: string;
  readonly ref: Ref<SVGSVGElement>;
}) {
  const count = axes.length;
  return (
    <svg
      ref={ref}
      className={css['chart']}
      viewBox={`0 0 ${size.width} ${size.height}`}
      width={size.width}
      height={size.height}
      role="img"
      aria-label={label}
    >
      {count > 0 &&
        rings.map((share) => <path key={share} className={css['ring']} d={ringPath(count, share)} />)}
      {axes.map((axis, i) => (
        <Axis key={axis.id} place={i} count={count} words={words[i]} />
      ))}
      {columns.map(
        (column, place) =>
          shown[place] && (
            <ColumnShape key={column.key} axes={axes} place={place} isDim={lit !== null && lit !== place} />
          ),
      )}
    </svg>
  );
}

function Axis({
  place,
  count,
  words,
}: {
  readonly place: number;
  readonly count: number;
  readonly words: AxisWords | undefined;
}) {
  const end = pointOn(place, count, 1);
  const text = pointOn(place, count, 1.1);
  const isTop = text.y < centre.y;
  return (
    <g>
      <line className={css['axis']} x1={centre.x} y1={centre.y} x2={end.x} y2={end.y} />
      <text
        className={css['axisLabel']}
        x={text.x}
        y={text.y + (isTop ? -12 : 6)}
        textAnchor={anchorOf(text)}
      >
        {words?.label}
      </text>
      <text className={css['axisScale']} x={text.x} y={text.y + (isTop ? 8 : 26)} textAnchor={anchorOf(text)}>
        {words?.scale}
      </text>
    </g>
  );
}

function ColumnShape({
  axes,
  place,
  isDim,
}: {
  readonly axes: readonly RadarAxis[];
  readonly place: number;
  readonly isDim: boolean;
}) {
  const colour = `var(--series-${place})`;
  return (
    <g opacity={isDim ? 0.2 : 1}>
      <path
        className={css['shape']}
        d={columnPath(axes, place)}
        stroke={colour}
        strokeDasharray={dashes[place]}
      />
      {axes.map((axis, i) => {
        const point = axis.points[place];
        if (!point) return null;
        const { x, y } = pointOn(i, axes.length, point.share);
        return (
          <circle
            key={axis.id}
            cx={x}
            cy={y}
            r={4}
            stroke={colour}
            strokeWidth={2}
            fill={point.isBound ? 'var(--panel)' : colour}
          />
        );
      })}
    </g>
  );
}
