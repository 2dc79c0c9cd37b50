import { lazy, useMemo, useState } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import chartCss from '#views/chart-frame/chart-frame.module.css';
import { LineKey } from '#views/trends/line-key.tsx';
import { categoryDashes, categoryPaints } from './category-paints.ts';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import type { FigureTable } from './figure-table.ts';
import type { KpiTime } from './kpi-card.tsx';
import { periodName } from './period-name.ts';
import { ScrubArea } from './scrub-area.tsx';
import type { TimeSeries } from './time-marks.tsx';
import { hasLabels, rateScale, timeChart, timeSpan, valueScale } from './time-scale.ts';
import { type AreaSeries, gapsOf, gathered, type NamedSeries, ratesOf } from './time-series.ts';
import { type CockpitLanguage, useCockpitWords } from './use-cockpit-words.ts';

const TimeChart = lazy(() => import('./time-chart.tsx').then((module) => ({ default: module.TimeChart })));

type Measure = 'occupied' | 'vacant';
type Scale = 'area' | 'rate';

/** Occupied and vacant area of one circle, or of all, period by period. */
export interface OccupancySeries {
  readonly occupied: AreaSeries;
  readonly vacant: AreaSeries;
}

export interface OccupancyOverTimeProps {
  /** Oldest first: "2026-09", "2026-Q3" or "2026". */
  readonly periods: readonly string[];
  readonly circles: readonly (OccupancySeries & { readonly id: string; readonly name: string })[];
  /** Of all circles, as ratios of sums. */
  readonly all: OccupancySeries;
  readonly time: KpiTime;
  readonly onChoose: (at: number) => void;
  readonly origin: ChartOrigin;
}

/** How full the circles were: areas stacked, or rates as lines; one period is chosen in it. */
export function OccupancyOverTime(props: OccupancyOverTimeProps) {
  const language = useCockpitWords();
  const { cockpit } = language;
  const words = cockpit.time;
  const [measure, setMeasure] = useState<Measure>('occupied');
  const [scale, setScale] = useState<Scale>('area');
  const { periods, circles, all } = props;
  const shown = useMemo(() => {
    const named = circles.map(({ id, name, ...areas }): NamedSeries => ({ id, name, area: areas[measure] }));
    return drawn(named, all[measure], scale, language);
  }, [circles, all, measure, scale, language]);
  if (circles.every(({ occupied }) => occupied.part.every((value) => value === null))) {
    return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  }
  const unit = scale === 'area' ? words.areaUnit[measure] : words.rateUnit[measure];
  const write = (value: number | null) => written(value, scale, language);
  const total = wholeText(all[measure], props.time.at, language);
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={unit}
        origin={props.origin}
        height={timeChart.height}
        keys={shown.series.map(({ name, paint }) => ({ text: name, paint }))}
        table={tableOf(periods, shown.series, scale, language)}
        controls={<Choices measure={measure} scale={scale} onMeasure={setMeasure} onScale={setScale} />}
        legend={<Legend {...props} series={shown.series} scale={scale} total={total} />}
        note={shown.gaps.length > 0 && (scale === 'area' ? words.gaps : words.lineGaps)}
      >
        {(width) => (
          <ScrubArea
            title={words.title}
            count={periods.length}
            time={props.time}
            span={timeSpan(width, hasLabels(width) && shown.series.length > 1)}
            valueText={`${periodName(periods[props.time.at], language)} ${unit} ${total}`}
            onChoose={props.onChoose}
          >
            <TimeChart
              {...shown}
              periods={periods}
              width={width}
              at={props.time.at}
              writeTick={
                scale === 'area' ? language.figures.short : (value) => language.figures.percent(value, 0)
              }
              tip={(at) => ({
                title: periodName(periods[at], language),
                lines: shown.series
                  .toReversed()
                  .map(({ name, values }) => ({ label: name, value: write(values[at] ?? null) })),
              })}
            />
          </ScrubArea>
        )}
      </CockpitFrame>
    </div>
  );
}

/** Series, scale and gaps of what is chosen to be seen. */
function drawn(named: readonly NamedSeries[], all: AreaSeries, scale: Scale, { cockpit }: CockpitLanguage) {
  const some = gathered(named, cockpit.others);
  const series = some.map(
    ({ id, name, area }, at): TimeSeries => ({
      key: id,
      name,
      paint: categoryPaints[at] ?? 'var(--bar)',
      dashes: categoryDashes[at] ?? 'none',
      values: scale === 'area' ? area.part : ratesOf(area),
    }),
  );
  const gaps = gapsOf(named);
  if (scale === 'area') {
    const sums = all.part.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
    return { series, gaps, form: 'stack' as const, scale: valueScale(sums) };
  }
  const whole: TimeSeries = {
    key: ' all',
    name: cockpit.time.whole,
    paint: 'var(--ink)',
    dashes: 'none',
    isMain: true,
    values: ratesOf(all),
  };
  const lines = [...series, whole];
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null));
  return { series: lines, gaps, form: 'lines' as const, scale: rateScale(known) };
}

function written(value: number | null, scale: Scale, { figures }: CockpitLanguage): string {
  if (value === null) return figures.words.unknown;
  return scale === 'rate' ? figures.percent(value) : `${figures.short(value)} ${figures.words.unit.sqm}`;
}

/** Area and rate of all circles in one period. */
function wholeText(all: AreaSeries, at: number, language: CockpitLanguage): string {
  return [
    written(all.part[at] ?? null, 'area', language),
    written(ratesOf(all)[at] ?? null, 'rate', language),
  ].join(' · ');
}

function Choices(props: {
  readonly measure: Measure;
  readonly scale: Scale;
  readonly onMeasure: (measure: Measure) => void;
  readonly onScale: (scale: Scale) => void;
}) {
  const { cockpit } = useCockpitWords();
  const words = cockpit.time;
  return (
    <>
      <ToggleGroup
        label={`${words.title} · ${words.measure}`}
        value={props.measure}
        options={(['occupied', 'vacant'] as const).map((value) => ({ value, text: words[value] }))}
        onChange={props.onMeasure}
      />
      <ToggleGroup
        label={`${words.title} · ${words.scale}`}
        value={props.scale}
        options={(['area', 'rate'] as const).map((value) => ({ value, text: words[value] }))}
        onChange={props.onScale}
      />
    </>
  );
}

function Legend({
  periods,
  time,
  series,
  scale,
  total,
}: Pick<OccupancyOverTimeProps, 'periods' | 'time'> & {
  readonly series: readonly TimeSeries[];
  readonly scale: Scale;
  readonly total: string;
}) {
  const language = useCockpitWords();
  return (
    <>
      <p className={css['reading']}>
        <strong>{periodName(periods[time.at], language)}</strong>
        <span>
          {language.cockpit.time.whole} {total}
        </span>
      </p>
      <div className={css['key']}>
        {scale === 'rate' ? (
          <LineKey lines={series} />
        ) : (
          <ul className={chartCss['key']}>
            {series.map(({ key, name, paint }) => (
              <li key={key}>
                <i className={css['swatch']} style={{ background: paint }} />
                {name}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function tableOf(
  periods: readonly string[],
  series: readonly TimeSeries[],
  scale: Scale,
  language: CockpitLanguage,
): FigureTable {
  const { figures, cockpit } = language;
  const write = (value: number) => (scale === 'rate' ? figures.percent(value) : figures.number(value));
  const unit = (name: string) => (scale === 'rate' ? name : cockpit.withUnit(name, figures.words.unit.sqm));
  return {
    columns: [{ head: cockpit.time.period }, ...series.map(({ name }) => ({ head: unit(name), write }))],
    rows: periods
      .map((period, at) => ({
        key: period,
        cells: [periodName(period, language), ...series.map(({ values }) => values[at] ?? null)],
      }))
      .toReversed(),
  };
}
