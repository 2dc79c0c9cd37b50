import { lazy, useMemo } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import css from './cockpit.module.css';
import { type ChartOrigin, CockpitFrame } from './cockpit-frame.tsx';
import { indicatorLine } from './indicator-text.ts';
import type { KpiTime } from './kpi-card.tsx';
import { periodName } from './period-name.ts';
import { ScrubArea } from './scrub-area.tsx';
import { timeChart, timeSpan, valueScale } from './time-scale.ts';
import { useCockpitWords } from './use-cockpit-words.ts';

const TimeChart = lazy(() => import('./time-chart.tsx').then((module) => ({ default: module.TimeChart })));

export interface NetAbsorptionProps {
  readonly periods: readonly string[];
  /** ㎡ by period, below zero where more was left than taken; null is not known. */
  readonly values: readonly (number | null)[];
  readonly time: KpiTime;
  readonly onChoose: (at: number) => void;
  readonly origin: ChartOrigin;
}

/** What was taken up less what was left, period by period, up and down from zero. */
export function NetAbsorption({ periods, values, time, onChoose, origin }: NetAbsorptionProps) {
  const language = useCockpitWords();
  const { cockpit, figures } = language;
  const words = cockpit.absorption;
  const drawing = useMemo(
    () => ({
      series: [{ key: 'net', name: words.area, paint: 'var(--bar)', dashes: 'none', values }],
      gaps: values.flatMap((value, at) => (value === null ? [at] : [])),
      scale: valueScale(values.filter((value) => value !== null)),
    }),
    [values, words],
  );
  if (values.every((value) => value === null)) {
    return <EmptyState title={words.none}>{words.noneWhy}</EmptyState>;
  }
  const signed = (value: number | null) =>
    `${value !== null && value > 0 ? '+' : ''}${indicatorLine('sqm', value, language)}`;
  const chosen = { period: periodName(periods[time.at], language), value: signed(values[time.at] ?? null) };
  return (
    <div className={css['chart']}>
      <CockpitFrame
        title={words.title}
        unit={words.unit}
        origin={origin}
        height={timeChart.height}
        table={{
          columns: [
            { head: words.period },
            {
              head: cockpit.withUnit(words.area, figures.words.unit.sqm),
              write: (value) => figures.number(value),
            },
          ],
          rows: periods
            .map((period, at) => ({ key: period, cells: [periodName(period, language), values[at] ?? null] }))
            .toReversed(),
        }}
        legend={
          <p className={css['reading']}>
            <strong>{chosen.period}</strong>
            <span>{chosen.value}</span>
          </p>
        }
        note={drawing.gaps.length > 0 && words.gaps}
      >
        {(width) => (
          <ScrubArea
            title={words.title}
            count={periods.length}
            time={time}
            span={timeSpan(width, false)}
            valueText={`${chosen.period} ${words.area} ${chosen.value}`}
            onChoose={onChoose}
          >
            <TimeChart
              {...drawing}
              form="stack"
              periods={periods}
              width={width}
              at={time.at}
              writeTick={figures.short}
              tip={(at) => ({
                title: periodName(periods[at], language),
                lines: [{ label: words.area, value: signed(values[at] ?? null) }],
              })}
            />
          </ScrubArea>
        )}
      </CockpitFrame>
    </div>
  );
}
