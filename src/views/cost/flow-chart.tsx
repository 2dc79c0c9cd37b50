/** The cash flow as stacked bars with the cumulative cost as a line. Loaded when it is first shown. */
import { useId } from 'react';
import { Bar, CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts';
import type { CostRow } from '#domain/cost/occupancy.ts';
import { useSize } from '#views/charts/plot-size.ts';
import { alignedTicks, type Ticks } from './flow-axes.ts';
import css from './flow-chart.module.css';
import { type FlowMark, flowMarks, type Period, type SeriesId, shownSeries } from './flow-series.ts';
import { type CostLanguage, useCostWords } from './use-cost-words.ts';

const height = 264;

export interface FlowChartProps {
  readonly name: string;
  readonly rows: readonly CostRow[];
  readonly period: Period;
}

export function seriesName(id: SeriesId, { cost }: CostLanguage): string {
  if (id === 'oneOff') return cost.oneOff;
  return id === 'deposit' ? cost.depositAndFinancing : cost.items[id];
}

export function FlowChart({ name, rows, period }: FlowChartProps) {
  const words = useCostWords();
  const { cost, figures } = words;
  const { host, width } = useSize();
  const id = useId();
  const marks = flowMarks(rows, period);
  const series = shownSeries(marks);
  const fill = (one: SeriesId) => (hatched(one) ? `url(#${id}${one})` : `var(--cost-${one})`);
  const ticks = alignedTicks(
    marks.flatMap((mark) => paidEnds(mark, series)),
    marks.map(({ cumulative }) => cumulative),
  );
  return (
    <figure className={css['chart']}>
      <figcaption className={css['caption']}>
        <span className="visually-hidden">{`${cost.chartName(name)}. ${cost.chartHint}`}</span>
        <ChartKey series={series} />
        <span className={css['unit']}>{cost.axis(figures.words.unit.yuan)}</span>
      </figcaption>
      <div ref={host} className={css['stage']} style={{ height }}>
        {width > 0 && (
          <ComposedChart
            accessibilityLayer
            title={cost.chartName(name)}
            width={width}
            height={height}
            data={[...marks]}
            stackOffset="sign"
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
            barCategoryGap={period === 'year' ? '32%' : '12%'}
          >
            <defs>
              {series.filter(hatched).map((one) => (
                <Hatch key={one} id={`${id}${one}`} series={one} />
              ))}
            </defs>
            <CartesianGrid vertical={false} stroke="var(--line)" />
            <Axes period={period} {...ticks} />
            <ReferenceLine yAxisId="paid" y={0} stroke="var(--control-line)" />
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: 'var(--accent-soft)' }}
              content={({ active, payload }) => (
                <MarkTip isShown={active} mark={payload[0]?.payload} series={series} period={period} />
              )}
            />
            {series.map((one) => (
              <Bar
                key={one}
                yAxisId="paid"
                stackId="paid"
                dataKey={one}
                name={seriesName(one, words)}
                fill={fill(one)}
                isAnimationActive={false}
                maxBarSize={56}
              />
            ))}
            <Line
              yAxisId="cumulative"
              dataKey="cumulative"
              name={cost.cumulative}
              stroke="var(--ink)"
              strokeWidth={1.5}
              dot={period === 'year' ? { r: 2.5, fill: 'var(--ink)' } : false}
              isAnimationActive={false}
            />
          </ComposedChart>
        )}
      </div>
    </figure>
  );
}

/** How far a stack reaches up and down. */
function paidEnds(mark: FlowMark, series: readonly SeriesId[]): readonly number[] {
  const parts = series.map((one) => mark[one]);
  const of = (isIn: (part: number) => boolean) => parts.filter(isIn).reduce((sum, part) => sum + part, 0);
  return [of((part) => part > 0), of((part) => part < 0)];
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
    tickLine: false,
    axisLine: false,
    width: 64,
    tickFormatter: words.figures.short,
  } as const;
  return (
    <>
      <XAxis
        dataKey="at"
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

/** Told apart from its neighbours without colour. */
function hatched(series: SeriesId): boolean {
  return series === 'managementFee' || series === 'deposit' || series === 'subsidy';
}

function periodName(at: number, period: Period, { cost, figures }: CostLanguage): string {
  if (at === 0) return cost.start;
  const text = figures.number(at, 0);
  return period === 'year' ? cost.yearShort(text) : cost.monthShort(text);
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

function ChartKey({ series }: { readonly series: readonly SeriesId[] }) {
  const words = useCostWords();
  return (
    <ul className={css['key']}>
      {series.map((one) => (
        <li key={one}>
          <span aria-hidden="true" className={css['swatch']} data-series={one} />
          {seriesName(one, words)}
        </li>
      ))}
      <li>
        <span aria-hidden="true" className={css['lineSwatch']} />
        {words.cost.cumulative}
      </li>
    </ul>
  );
}

function MarkTip({
  isShown,
  mark,
  series,
  period,
}: {
  readonly isShown: boolean;
  readonly mark: FlowMark | undefined;
  readonly series: readonly SeriesId[];
  readonly period: Period;
}) {
  const words = useCostWords();
  const { cost, figures } = words;
  if (!isShown || mark === undefined) return null;
  const lines = [
    ...series.map((one) => [seriesName(one, words), mark[one]] as const),
    [cost.total, mark.total] as const,
    [cost.cumulative, mark.cumulative] as const,
  ];
  return (
    <div className={css['tip']}>
      <p className={css['tipTitle']}>{periodName(mark.at, period, words)}</p>
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figures.number(value, 0)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
