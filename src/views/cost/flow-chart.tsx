/** The cash flow as stacked bars with the cumulative cost as a line. Loaded when it is first shown. */
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import { tick } from '#views/chart-frame/axis-style.ts';
import { chartHeight } from '#views/chart-frame/chart-size.ts';
import { ChartTip } from '#views/chart-frame/chart-tip.tsx';
import { alignedTicks, type Ticks } from './flow-axes.ts';
import type { FlowMark, Period, SeriesId } from './flow-series.ts';
import { isHatched, paintOf, periodName, seriesName } from './flow-words.ts';
import { type CostLanguage, useCostWords } from './use-cost-words.ts';

export interface FlowChartProps {
  /** Unique on the page: the hatches are found by it. */
  readonly id: string;
  readonly label: string;
  readonly width: number;
  readonly marks: readonly FlowMark[];
  readonly series: readonly SeriesId[];
  readonly period: Period;
}

export function FlowChart({ id, label, width, marks, series, period }: FlowChartProps) {
  const words = useCostWords();
  const ticks = alignedTicks(
    marks.flatMap((mark) => paidEnds(mark, series)),
    marks.map(({ cumulative }) => cumulative),
  );
  return (
    <ComposedChart
      accessibilityLayer
      aria-label={label}
      width={width}
      height={chartHeight}
      data={[...marks]}
      stackOffset="sign"
      margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
      barCategoryGap={period === 'year' ? '32%' : '12%'}
    >
      <defs>
        {series.filter(isHatched).map((one) => (
          <Hatch key={one} id={`${id}${one}`} series={one} />
        ))}
      </defs>
      <CartesianGrid yAxisId="paid" vertical={false} stroke="var(--line)" />
      <Axes period={period} {...ticks} />
      <ReferenceLine yAxisId="paid" y={0} stroke="var(--control-line)" />
      <Tooltip
        isAnimationActive={false}
        cursor={{ fill: 'var(--accent-soft)' }}
        content={({ active, label: at }) => {
          const mark = marks.find((one) => one.at === Number(at));
          if (!active || mark === undefined) return null;
          return (
            <ChartTip title={periodName(mark.at, period, words)} lines={tipLines(mark, series, words)} />
          );
        }}
      />
      {series.map((one) => (
        <Bar
          key={one}
          yAxisId="paid"
          stackId="paid"
          dataKey={one}
          name={seriesName(one, words)}
          fill={paintOf(one, id)}
          isAnimationActive={false}
          maxBarSize={56}
        />
      ))}
      <Line
        yAxisId="cumulative"
        dataKey="cumulative"
        name={words.cost.cumulative}
        stroke="var(--ink)"
        strokeWidth={1.5}
        dot={period === 'year' ? { r: 2.5, fill: 'var(--ink)' } : false}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

/** How far a stack reaches up and down. */
function paidEnds(mark: FlowMark, series: readonly SeriesId[]): readonly number[] {
  const parts = series.map((one) => mark[one]);
  const of = (isIn: (part: number) => boolean) => parts.filter(isIn).reduce((sum, part) => sum + part, 0);
  return [of((part) => part > 0), of((part) => part < 0)];
}

function tipLines(mark: FlowMark, series: readonly SeriesId[], words: CostLanguage) {
  const { cost, figures } = words;
  const line = (label: string, yuan: number) => ({ label, value: figures.number(yuan, 0) });
  return [
    ...series.map((one) => line(seriesName(one, words), mark[one])),
    line(cost.total, mark.total),
    line(cost.cumulative, mark.cumulative),
  ];
}

/** The periods below, what is paid in one at the left, what has been paid so far at the right. */
function Axes({
  period,
  left,
  right,
}: {
  readonly period: Period;
  readonly left: Ticks;
  readonly right: Ticks;
}) {
  const words = useCostWords();
  const amounts = {
    tick,
    tickLine: false,
    axisLine: false,
    width: 58,
    tickFormatter: words.figures.short,
  } as const;
  return (
    <>
      <XAxis
        dataKey="at"
        tick={tick}
        tickFormatter={(at: number) => periodName(at, period, words)}
        tickLine={false}
        axisLine={{ stroke: 'var(--line)' }}
        interval="preserveStartEnd"
        minTickGap={16}
      />
      <YAxis yAxisId="paid" {...amounts} {...scaleOf(left)} />
      <YAxis yAxisId="cumulative" orientation="right" {...amounts} {...scaleOf(right)} />
    </>
  );
}

function scaleOf(ticks: Ticks) {
  return { ticks: [...ticks], domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0], interval: 0 } as const;
}

function Hatch({ id, series }: { readonly id: string; readonly series: SeriesId }) {
  const colour = `var(--cost-${series})`;
  return (
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform={series === 'managementFee' ? 'rotate(45)' : 'rotate(-45)'}
    >
      <rect width={6} height={6} fill={colour} fillOpacity={series === 'subsidy' ? 0.25 : 0.55} />
      <rect width={series === 'deposit' ? 1.5 : 3} height={6} fill={colour} />
    </pattern>
  );
}
