import { memo, type ReactNode, useId, useMemo } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { footAxis, sideAxis } from '#views/chart-frame/axis-style.ts';
import { ChartTip, type TipLine } from '#views/chart-frame/chart-tip.tsx';
import { Hatch } from '#views/chart-frame/hatch.tsx';
import { chosenLine, gapAreas, SeriesLabels, type TimeSeries } from './time-marks.tsx';
import { hasLabels, timeChart, timeSpan, type ValueScale } from './time-scale.ts';

export interface TimeChartProps {
  /** "2026-09", "2026-Q3", "2026". */
  readonly periods: readonly string[];
  readonly series: readonly TimeSeries[];
  readonly form: 'stack' | 'lines';
  /** Places of periods of which something is not known; hatched in a stack. */
  readonly gaps: readonly number[];
  readonly scale: ValueScale;
  readonly width: number;
  /** Place of the period that is looked at. */
  readonly at: number;
  readonly writeTick: (value: number) => string;
  /** What is said of a period that is pointed at. */
  readonly tip: (at: number) => { readonly title: ReactNode; readonly lines: readonly TipLine[] };
}

/** Bars or lines over periods, with the chosen one marked. Loaded when it is first shown. */
export function TimeChart(props: TimeChartProps) {
  const { periods, series, form, scale, width, at } = props;
  const isLabelled = hasLabels(width) && series.length > 1;
  const span = timeSpan(width, isLabelled);
  const hatch = useId();
  const marks = useMemo(
    () => marksOf(props.periods, props.series, props.form, props.gaps, props.scale, hatch),
    [props.periods, props.series, props.form, props.gaps, props.scale, hatch],
  );
  const data = useMemo(() => rowsOf(periods, series), [periods, series]);
  return (
    <ComposedChart
      data={data}
      width={width}
      height={timeChart.height}
      margin={{ top: timeChart.top, right: width - span.right, bottom: 0, left: 0 }}
      barCategoryGap="12%"
      stackOffset="sign"
      accessibilityLayer={false}
      aria-hidden
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        dataKey="period"
        height={timeChart.foot}
        {...footAxis}
        interval="preserveStartEnd"
        minTickGap={24}
      />
      <YAxis
        {...sideAxis}
        domain={[...scale.domain]}
        ticks={[...scale.ticks]}
        tickFormatter={props.writeTick}
        allowDataOverflow
      />
      {marks}
      <Tooltip
        cursor={{ fill: 'var(--accent-soft)', fillOpacity: 0.5, stroke: 'none' }}
        isAnimationActive={false}
        filterNull={false}
        content={({ active, label }) => {
          const place = periods.indexOf(String(label));
          return active && place >= 0 ? <ChartTip {...props.tip(place)} /> : null;
        }}
      />
      {chosenLine(periods[at] ?? '')}
      {isLabelled && <Labels series={series} form={form} scale={scale} x={span.right} />}
    </ComposedChart>
  );
}

const Labels = memo(SeriesLabels);

function rowsOf(periods: readonly string[], series: readonly TimeSeries[]) {
  return periods.map((period, place) => ({
    period,
    ...Object.fromEntries(series.map(({ key, values }) => [key, values[place] ?? null])),
  }));
}

/** All that stays as it is while another period is chosen. */
function marksOf(
  periods: readonly string[],
  series: readonly TimeSeries[],
  form: 'stack' | 'lines',
  gaps: readonly number[],
  scale: ValueScale,
  hatch: string,
) {
  const isAcrossZero = scale.domain[0] < 0;
  return (
    <>
      {form === 'stack' && gapAreas(periods, gaps, series, scale, hatch)}
      {series.map((one) =>
        form === 'stack' ? (
          <Bar
            key={one.key}
            dataKey={one.key}
            stackId="all"
            fill={one.paint}
            fillOpacity={0.85}
            stroke="var(--panel)"
            strokeWidth={series.length > 1 ? 0.75 : 0}
            maxBarSize={36}
            isAnimationActive={false}
          />
        ) : (
          <Line
            key={one.key}
            dataKey={one.key}
            type="linear"
            stroke={one.paint}
            strokeWidth={one.isMain ? 3 : 1.75}
            strokeDasharray={one.dashes}
            dot={{ r: one.isMain ? 2 : 1.25, fill: one.paint, strokeWidth: 0 }}
            activeDot={{ r: 4, fill: one.paint, stroke: 'var(--panel)' }}
            connectNulls={false}
            isAnimationActive={false}
          />
        ),
      )}
      {isAcrossZero && <ReferenceLine y={0} stroke="var(--control-line)" />}
    </>
  );
}
