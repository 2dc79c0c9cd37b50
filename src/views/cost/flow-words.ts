/** Kinds of payment and periods in words and paint: for the chart, its key and its picture. */
import type { Period, SeriesId } from './flow-series.ts';
import type { CostLanguage } from './use-cost-words.ts';

export function seriesName(id: SeriesId, { cost }: CostLanguage): string {
  if (id === 'oneOff') return cost.oneOff;
  return id === 'deposit' ? cost.depositAndFinancing : cost.items[id];
}

export function periodName(at: number, period: Period, { cost, figures }: CostLanguage): string {
  if (at === 0) return cost.start;
  const text = figures.number(at, 0);
  return period === 'year' ? cost.yearShort(text) : cost.monthShort(text);
}

/** Told apart from its neighbours without colour. */
export function isHatched(series: SeriesId): boolean {
  return series === 'managementFee' || series === 'deposit' || series === 'subsidy';
}

/** @param chartId of the drawing, in whose `defs` the hatches are */
export function paintOf(series: SeriesId, chartId: string): string {
  return isHatched(series) ? `url(#${chartId}${series})` : `var(--cost-${series})`;
}
