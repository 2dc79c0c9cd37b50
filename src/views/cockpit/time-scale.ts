/** Sizes of the charts over time; Recharts is told the same. */
import { scaleLinear } from 'd3-scale';
import { sideAxis } from '#views/chart-frame/axis-style.ts';
import type { BandSpan } from './scrub-area.tsx';

export const timeChart = { height: 260, top: 14, foot: 30, right: 8, labels: 116 } as const;

/** Narrower charts have a key above instead of names beside their marks, px. */
const narrowest = 560;

/** Whether there is room for the names beside the marks. */
export function hasLabels(width: number): boolean {
  return width >= narrowest;
}

export function timeSpan(width: number, isLabelled: boolean): BandSpan {
  return { left: sideAxis.width, right: width - (isLabelled ? timeChart.labels : timeChart.right) };
}

export interface ValueScale {
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  /** px from the top of the chart. */
  readonly y: (value: number) => number;
}

/** From zero, or from the lowest below it, to a round number above the highest: lengths of bars are read. */
export function valueScale(values: readonly number[]): ValueScale {
  const low = Math.min(0, ...values);
  return scaleOver(low, Math.max(low === 0 && values.every((value) => value === 0) ? 1 : 0, ...values));
}

/** Round numbers around rates, so that lines are told apart; never more than the whole unless a rate is. */
export function rateScale(rates: readonly number[]): ValueScale {
  if (rates.length === 0) return scaleOver(0, 1);
  const [low, high] = [Math.min(...rates), Math.max(...rates)];
  const room = Math.max(0.02, (high - low) * 0.1);
  const floor = low < 0 ? low : Math.max(0, low - room);
  return scaleOver(floor, high > 1 ? high : Math.min(1, high + room), Math.max(1, high));
}

function scaleOver(low: number, high: number, limit = Number.POSITIVE_INFINITY): ValueScale {
  const scale = scaleLinear().domain([low, high]).nice(4);
  const [from = 0, to = 1] = scale.domain();
  scale.domain([from, Math.min(to, Math.max(limit, high))]);
  const { top, foot, height } = timeChart;
  scale.range([height - foot, top]);
  const [first = 0, last = 1] = scale.domain();
  return { domain: [first, last], ticks: scale.ticks(4), y: (value) => scale(value) };
}
