/** What one figure is made of, on the wire. */
import type { IndicatorExplanation as Answer } from '#contract/indicators.ts';
import { lastDayOf } from '#domain/calendar.ts';
import { specOf } from '#domain/indicators/registry.ts';
import type {
  AnyIndicatorId,
  IndicatorCell,
  IndicatorExplanation,
  IndicatorTable,
  Level,
  PeriodKind,
} from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import type { ReadModel } from '../read-model.ts';
import { findingsBeside } from './findings-answer.ts';
import { isRounded } from './published-answer.ts';
import { rounded, roundedCoverage } from './rounded.ts';
import { namesOfBuilding } from './tenancies.ts';

export interface ExplainedFigure {
  readonly id: AnyIndicatorId;
  readonly level: Level;
  readonly group: string;
  readonly period: PeriodKind;
}

/** Periods of a year: as many lie between a period and the same a year before. */
const periodsOfYear: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 4, year: 1 };

const orNull = (value: number | null) => (value === null ? null : rounded(value));

type Shape = Pick<IndicatorTable, 'periods' | 'cell'>;

/** A figure with those of the period and of the year before. @param table ends with the period in question */
export function comparedFigures({ id, group, period }: ExplainedFigure, { periods, cell }: Shape) {
  const last = periods.length - 1;
  const cellAt = (place: number) => cell(id, group, periods[place] ?? '');
  const now = cellAt(last);
  const compared = (back: number): Answer['before'] => {
    const name = periods[last - back];
    if (name === undefined) return null;
    const value = cellAt(last - back)?.value ?? null;
    const change = value === null || now?.value == null ? null : now.value - value;
    return { period: name, value: orNull(value), change: orNull(change) };
  };
  return {
    period: periods[last] ?? '',
    now,
    before: compared(1),
    yearBefore: compared(periodsOfYear[period]),
  };
}

type Compared = ReturnType<typeof comparedFigures>;

function commonOf(
  { revision, portfolio }: ReadModel,
  figure: ExplainedFigure,
  compared: Compared,
  until: string,
) {
  const { zh, en, formula, unit, numerator, denominator, edges, coverage } = specOf(figure.id);
  const { period, before, yearBefore } = compared;
  return {
    revision,
    asOf: portfolio.asOf,
    id: figure.id,
    nameZh: zh,
    nameEn: en,
    formula,
    unit,
    above: numerator,
    below: denominator,
    edges,
    coverageWords: coverage,
    level: figure.level,
    group: figure.group,
    period,
    until,
    before,
    yearBefore,
  };
}

function cellOf(cell: IndicatorCell | null) {
  return {
    value: orNull(cell?.value ?? null),
    numerator: orNull(cell?.numerator ?? null),
    denominator: orNull(cell?.denominator ?? null),
    coverage: cell?.coverage == null ? null : roundedCoverage(cell.coverage),
    ...(cell?.detail !== undefined && { detail: cell.detail }),
  };
}

/** For a role that sees all of the figure. @param explanation null: no building is in the group */
export function explanationAnswer(
  model: ReadModel,
  figure: ExplainedFigure,
  compared: Compared,
  explanation: IndicatorExplanation | null,
): Answer {
  const parts = explanation?.parts ?? [];
  const until = explanation?.asOf ?? model.portfolio.asOf;
  const concerned = new Set(parts.map(({ buildingId }) => buildingId));
  return {
    ...commonOf(model, figure, compared, until),
    ...cellOf(explanation?.cell ?? null),
    sources: [...(explanation?.sources ?? [])],
    withheld: null,
    isRounded: false,
    parts: parts.map(({ buildingId, excludedBecause, coverage, ...part }) => ({
      ...namesOfBuilding(model, buildingId),
      numerator: orNull(part.numerator),
      denominator: orNull(part.denominator),
      value: orNull(part.value),
      coverage: coverage === null ? null : roundedCoverage(coverage),
      weight: orNull(part.weight),
      excludedBecause,
    })),
    findings: findingsBeside(model, concerned, (month) => isIn(month, compared.period)),
  };
}

/** Whether a month lies in a period that is told by its name. */
export function isIn(month: string, period: string): boolean {
  const [year = '', part = ''] = period.split('-');
  if (!month.startsWith(year)) return false;
  const quarter = /^Q([1-4])$/.exec(part)?.[1];
  if (quarter === undefined) return month.startsWith(period);
  return Math.ceil(Number(month.slice(5)) / 3) === Number(quarter);
}

function lastMonthOf(period: string): IsoMonth {
  const [year = '', part = 'Q4'] = period.split('-');
  return part.startsWith('Q') ? `${year}-${String(Number(part.slice(1)) * 3).padStart(2, '0')}` : period;
}

/** For a role that gets the figure as it is published, or not at all. */
export function publishedExplanation(
  model: ReadModel,
  figure: ExplainedFigure,
  compared: Compared,
  withheld: NonNullable<Answer['withheld']>,
): Answer {
  const { asOf } = model.portfolio;
  const end = lastDayOf(lastMonthOf(compared.period));
  const until = end < asOf ? end : asOf;
  return {
    ...commonOf(model, figure, compared, until),
    ...cellOf(compared.now),
    sources: [],
    withheld,
    isRounded: withheld === 'parts' && isRounded(figure.id),
    parts: [],
    findings: [],
  };
}
