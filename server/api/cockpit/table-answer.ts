/** The table of indicators on the wire. */
import type { Indicators } from '#contract/indicators.ts';
import { accessTo, type IndicatorAccess } from '#domain/indicators/access.ts';
import { idsAt, specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId, IndicatorColumn, Level, PeriodKind } from '#domain/indicators/spec.ts';
import type { Role } from '#domain/visibility.ts';
import type { ReadModel } from '../read-model.ts';
import type { BuildingSet } from './building-set.ts';
import type { FiguresOf } from './figures.ts';
import { isRounded, type PublishedSeries, publishedSeries, whyNotPublished } from './published-answer.ts';
import { rounded, roundedCoverage } from './rounded.ts';

type Series = Indicators['groups'][number]['series'][AnyIndicatorId];

/** What a role gets of a level. */
export function visibleIds(
  level: Level,
  role: Role,
): Readonly<Record<IndicatorAccess, readonly AnyIndicatorId[]>> {
  const by = (access: IndicatorAccess) => idsAt(level).filter((id) => accessTo(specOf(id), role) === access);
  return { full: by('full'), published: by('published'), none: by('none') };
}

export interface TableQuestion {
  readonly level: Level;
  readonly period: PeriodKind;
  readonly from: string;
  readonly to: string;
  /** null: every group. */
  readonly ids: readonly string[] | null;
  readonly asked: readonly AnyIndicatorId[];
}

/** One column of one group, as arrays over the periods. */
function seriesFrom(column: IndicatorColumn, group: number, periods: number): NonNullable<Series> {
  const start = group * periods;
  return {
    values: partOf(column.values, start, periods, rounded),
    numerators: partOf(column.numerators, start, periods, rounded),
    denominators: partOf(column.denominators, start, periods, rounded),
    coverages: partOf(column.coverages, start, periods, roundedCoverage),
    ...(column.details && { details: column.details.slice(start, start + periods) }),
  };
}

/** A plain loop: a table of all buildings has a million numbers. */
function partOf(
  values: Float64Array,
  start: number,
  length: number,
  round: (value: number) => number | null,
): (number | null)[] {
  const part: (number | null)[] = [];
  for (let at = start; at < start + length; at++) part.push(round(values[at] ?? Number.NaN));
  return part;
}

/** The whole answer; what is worked out is worked out in slices. */
export async function indicatorsAnswer(
  model: ReadModel,
  { question, set }: { readonly question: TableQuestion; readonly set: BuildingSet },
  figuresOf: FiguresOf,
): Promise<Indicators> {
  const { revision, portfolio, role } = model;
  const { level, period, from, to, ids, asked } = question;
  const { full, published } = byAccess(asked, role);
  const table = await figuresOf(portfolio).table(question, set, full);
  const columns = full.map((id) => [id, table.column(id)] as const);
  const about = await publishedTo(
    model,
    { question, set, asked: published, groups: table.groups.map(({ id }) => id) },
    figuresOf,
  );
  const groups = table.groups.flatMap(({ id, buildings }, place) => {
    if (ids && !ids.includes(id)) return [];
    const series = columns.map(
      ([name, column]) => [name, seriesFrom(column, place, table.periods.length)] as const,
    );
    return [{ id, buildings, series: { ...Object.fromEntries(series), ...about.seriesOf.get(id) } }];
  });
  return {
    revision,
    asOf: portfolio.asOf,
    level,
    period,
    from,
    to,
    periods: [...table.periods],
    matched: set.matched,
    of: set.of,
    rounded: about.rounded,
    withheld: [...about.withheld],
    groups,
  };
}

function byAccess(asked: readonly AnyIndicatorId[], role: Role) {
  const of = (access: IndicatorAccess) => asked.filter((id) => accessTo(specOf(id), role) === access);
  return { full: of('full'), published: of('published') };
}

type Published = PublishedSeries & Pick<Indicators, 'rounded'>;

interface ToPublish {
  readonly question: TableQuestion;
  readonly set: BuildingSet;
  readonly asked: readonly AnyIndicatorId[];
  /** All of the level. */
  readonly groups: readonly string[];
}

/** What is published of the indicators, or why nothing is. */
async function publishedTo(
  model: ReadModel,
  { question, set, asked, groups }: ToPublish,
  figuresOf: FiguresOf,
): Promise<Published> {
  const { level } = question;
  const reason = whyNotPublished(set, question);
  const isGiven = reason === null && (level === 'circle' || level === 'district') && asked.length > 0;
  if (isGiven) {
    const { from, to, period } = question;
    const table = await figuresOf(model.everything).published({ level, from, to, period });
    return { ...publishedSeries(asked, groups, table), rounded: asked.filter(isRounded) };
  }
  const none = { group: null, periods: null };
  const withheld = asked.map((indicator) => ({ indicator, reason: reason ?? ('level' as const), ...none }));
  return { seriesOf: new Map(), withheld, rounded: [] };
}
