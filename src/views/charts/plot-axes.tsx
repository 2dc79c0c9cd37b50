import { memo } from 'react';
import { useLanguage } from '#format/locale.tsx';
import css from './charts.module.css';
import type { PlotScales } from './plot.ts';
import { useChartWords } from './use-chart-words.ts';

/** Axes and the lines where the quadrants meet; below the dots. */
export const PlotAxes = memo(function PlotAxes({
  scales,
  width,
  height,
  occupancy,
  taxPerSqm,
}: {
  readonly scales: PlotScales;
  readonly width: number;
  readonly height: number;
  /** Where the quadrants meet; null where nothing is drawn. */
  readonly occupancy: number | null;
  readonly taxPerSqm: number | null;
}) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  const { frame, x, y, xTicks, yTicks } = scales;
  return (
    <svg className={css['axes']} width={width} height={height} aria-hidden="true">
      {yTicks.map((tick) => (
        <g key={tick} transform={`translate(0 ${y(tick)})`}>
          <line className={css['grid']} x1={frame.left} x2={frame.right} />
          <text className={css['tick']} x={frame.left - 6} dy="0.32em" textAnchor="end">
            {figures.short(tick)}
          </text>
        </g>
      ))}
      {xTicks.map((tick) => (
        <text key={tick} className={css['tick']} x={x(tick)} y={frame.bottom + 15} textAnchor="middle">
          {figures.percent(tick, 0)}
        </text>
      ))}
      <text className={css['axisName']} x={0} y={9}>
        {figures.words.unit.yuanPerSqmYear}
      </text>
      <text className={css['axisName']} x={frame.right} y={frame.bottom + 29} textAnchor="end">
        {charts.occupancy}
      </text>
      <path className={css['axis']} d={`M${frame.left} ${frame.top}V${frame.bottom}H${frame.right}`} />
      {occupancy !== null && taxPerSqm !== null && (
        <path
          className={css['meeting']}
          d={`M${x(occupancy)} ${frame.top}V${frame.bottom}M${frame.left} ${y(taxPerSqm)}H${frame.right}`}
        />
      )}
    </svg>
  );
});

/** What the quadrants are called; above the dots, which would hide the words. */
export const QuadrantNames = memo(function QuadrantNames({
  scales: { frame },
  width,
  height,
}: {
  readonly scales: PlotScales;
  readonly width: number;
  readonly height: number;
}) {
  const { quadrants } = useChartWords();
  const up = frame.top + 11;
  const down = frame.bottom - 6;
  return (
    <svg className={css['axes']} width={width} height={height} aria-hidden="true">
      <text className={css['quadrant']} x={frame.right - 4} y={up} textAnchor="end">
        {quadrants.fullRich}
      </text>
      <text className={css['quadrant']} x={frame.right - 4} y={down} textAnchor="end">
        {quadrants.fullPoor}
      </text>
      <text className={css['quadrant']} x={frame.left + 6} y={up}>
        {quadrants.emptyRich}
      </text>
      <text className={css['quadrant']} x={frame.left + 6} y={down}>
        {quadrants.emptyPoor}
      </text>
    </svg>
  );
});
