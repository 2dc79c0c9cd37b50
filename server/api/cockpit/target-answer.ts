/** How far the targets are, on the wire. */
import type { TargetStandings } from '#contract/cockpit.ts';
import { accessTo } from '#domain/indicators/access.ts';
import { tierThresholds } from '#domain/indicators/formulas/tax.ts';
import { idsAt, specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId, IndicatorTable, Level } from '#domain/indicators/spec.ts';
import type { IsoDate, IsoMonth } from '#domain/measure.ts';
import type { Target } from '#domain/model/target.ts';
import { type MonthlyFigure, monthsUpTo, rollingYears, standingOf } from '#domain/targets/standing.ts';
import type { ReadModel } from '../read-model.ts';
import { rounded, roundedCoverage } from './rounded.ts';

/** Two years: twelve points, each of which may be a sum of twelve months. */
const months = 24;

/** The months of the tables that targets are held against. */
export function targetSpan(asOf: IsoDate): { readonly from: IsoMonth; readonly to: IsoMonth } {
  const [from, to] = [monthsUpTo(asOf.slice(0, 7), months)[0], asOf.slice(0, 7)];
  return { from: from ?? to, to };
}

const billion = 'buildingsOverBillion';
const figureOf = ({ indicator }: Target): AnyIndicatorId => (indicator === billion ? 'taxTier' : indicator);

function visibleTargets({ portfolio, role }: ReadModel): readonly Target[] {
  return portfolio.targets.filter((target) => accessTo(specOf(figureOf(target)), role) === 'full');
}

function levelOf({ indicator, scope }: Target): Level {
  return indicator === billion ? 'building' : scope === null ? 'district' : 'circle';
}

/** The tables that the targets of a role need, and which columns of them. */
export function targetLevels(
  model: ReadModel,
): { readonly level: Level; readonly columns: AnyIndicatorId[] }[] {
  return [...Map.groupBy(visibleTargets(model), levelOf)].map(([level, targets]) => ({
    level,
    columns: [...new Set(targets.map(figureOf))].filter((id) => idsAt(level).includes(id)),
  }));
}

/** @param tables those of {@link targetLevels}, over {@link targetSpan} */
export function targetStandings(model: ReadModel, tables: readonly IndicatorTable[]): TargetStandings {
  const { portfolio, revision } = model;
  return {
    revision,
    asOf: portfolio.asOf,
    items: visibleTargets(model).map((target) => {
      const table = tables.find(({ level }) => level === levelOf(target));
      const { span, series } = table
        ? seriesOf(model, target, table)
        : ({ span: 'month', series: [] } as const);
      const { actual, coverage, gap, forecast, ...standing } = standingOf(target, series);
      return {
        ...target,
        ...standing,
        span,
        actual: actual === null ? null : rounded(actual),
        coverage: coverage === null ? null : roundedCoverage(coverage),
        gap: gap === null ? null : rounded(gap),
        forecast: forecast && {
          value: rounded(forecast.value) ?? forecast.value,
          reaches: forecast.reaches,
          basis: forecast.basis,
        },
      };
    }),
  };
}

type Span = TargetStandings['items'][number]['span'];

function seriesOf(
  model: ReadModel,
  { indicator, scope }: Target,
  table: IndicatorTable,
): { readonly span: Span; readonly series: readonly MonthlyFigure[] } {
  if (indicator === billion) return { span: 'month', series: overBillion(model, table, scope) };
  const series = columnOf(table, indicator, scope ?? model.portfolio.district.adcode);
  const isFlow = specOf(indicator).kind === 'flow' && specOf(indicator).denominator === null;
  return isFlow ? { span: 'year', series: rollingYears(series) } : { span: 'month', series };
}

function monthly(
  table: IndicatorTable,
  figureAt: (period: number) => readonly [number, number],
): MonthlyFigure[] {
  const known = (value: number) => (Number.isFinite(value) ? value : null);
  return table.periods.map((month, period) => {
    const [value, coverage] = figureAt(period);
    return { month, value: known(value), coverage: known(coverage) };
  });
}

/** Nothing is known of a group that is not there, and of a figure that is not defined for it. */
function columnOf(table: IndicatorTable, id: AnyIndicatorId, group: string): readonly MonthlyFigure[] {
  const place = table.groups.findIndex((one) => one.id === group);
  if (place < 0 || !idsAt(table.level).includes(id)) return monthly(table, () => [Number.NaN, Number.NaN]);
  const { values, coverages } = table.column(id);
  const start = place * table.periods.length;
  return monthly(table, (period) => [
    values[start + period] ?? Number.NaN,
    coverages[start + period] ?? Number.NaN,
  ]);
}

const billionTier = tierThresholds.length;

/** Buildings on the highest step; unknown while no building of the scope has tax on record. */
function overBillion({ portfolio, rowOf }: ReadModel, table: IndicatorTable, scope: string | null) {
  const { values, coverages } = table.column('taxTier');
  const own = table.groups.flatMap(({ id }, place) => {
    const building = portfolio.buildings[rowOf.get(id) ?? -1];
    return scope === null || building?.circleId === scope ? [place * table.periods.length] : [];
  });
  return monthly(table, (period) => {
    const tiers = own.map((start) => values[start + period] ?? Number.NaN);
    const isKnown = tiers.some((tier) => !Number.isNaN(tier));
    const covered = own.reduce((sum, start) => sum + (coverages[start + period] || 0), 0);
    return [
      isKnown ? tiers.filter((tier) => tier >= billionTier).length : Number.NaN,
      own.length > 0 ? covered / own.length : Number.NaN,
    ];
  });
}
