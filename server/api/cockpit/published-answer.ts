/** What somebody who may not see firms gets of the figures about them, on the wire. */
import type { Indicators } from '#contract/indicators.ts';
import {
  type PublishedId,
  type PublishedTable,
  publishedCounts,
  publishedRates,
} from '#domain/indicators/published.ts';
import type { AnyIndicatorId, IndicatorTable, Level } from '#domain/indicators/spec.ts';
import type { BuildingSet } from './building-set.ts';

type Series = NonNullable<Indicators['groups'][number]['series'][AnyIndicatorId]>;
type Withheld = Indicators['withheld'][number];

/** Why a question gets no published figure at all; null where it gets them. */
export function whyNotPublished(
  set: BuildingSet,
  { level, ids }: { readonly level: Level; readonly ids: readonly string[] | null },
): 'filtered' | 'chosen' | 'level' | null {
  if (set.ids !== null) return 'filtered';
  if (level !== 'circle' && level !== 'district') return 'level';
  return ids === null ? null : 'chosen';
}

const publishedIds: readonly PublishedId[] = [...publishedCounts, ...publishedRates];

export function asPublishedId(id: AnyIndicatorId): PublishedId | null {
  return publishedIds.find((one) => one === id) ?? null;
}

export function isRounded(id: AnyIndicatorId): boolean {
  return publishedRates.some((rate) => rate === id);
}

/** Shares are told in twentieths: of those of two months that somebody noted down, little can be subtracted. */
const shareSteps = 20;
const toTwentieth = (value: number) => Math.round(value * shareSteps) / shareSteps;

function told(id: AnyIndicatorId, values: readonly (number | null)[]): (number | null)[] {
  return values.map((value) => (value === null || !isRounded(id) ? value : toTwentieth(value)));
}

/** Numerators and denominators are not told. */
function seriesOf(table: PublishedTable, id: PublishedId, group: string): Series | null {
  const series = table.series(id, group);
  if (!series) return null;
  const none = table.periods.map(() => null);
  return {
    values: told(id, series.values),
    numerators: none,
    denominators: none,
    coverages: series.coverages.map((coverage) => (coverage === null ? null : toTwentieth(coverage))),
    ...(series.details && { details: [...series.details] }),
  };
}

export interface PublishedSeries {
  /** By group. */
  readonly seriesOf: ReadonlyMap<string, Readonly<Partial<Record<AnyIndicatorId, Series>>>>;
  readonly withheld: readonly Withheld[];
}

/** @param groups all groups of the level, told of or not */
export function publishedSeries(
  asked: readonly AnyIndicatorId[],
  groups: readonly string[],
  table: PublishedTable,
): PublishedSeries {
  const withheld: Withheld[] = [];
  const byGroup = new Map<string, Partial<Record<AnyIndicatorId, Series>>>(
    groups.map((group) => {
      const own = asked.flatMap((indicator) => {
        const id = asPublishedId(indicator);
        const series = id && seriesOf(table, id, group);
        if (!series) {
          withheld.push({ indicator, reason: 'tooFew', group, periods: null });
          return [];
        }
        return [[indicator, series] as const];
      });
      return [group, Object.fromEntries(own)] as const;
    }),
  );
  for (const indicator of asked.filter(isRounded)) {
    const past = table.periods.filter((_, at) =>
      groups.every((group) => (byGroup.get(group)?.[indicator]?.values[at] ?? null) === null),
    );
    if (table.groups.length > 0 && past.length > 0) {
      withheld.push({ indicator, reason: 'past', group: null, periods: past });
    }
  }
  return { seriesOf: byGroup, withheld };
}

/** The published figures of one indicator, as a table is read. */
export function publishedShape(
  id: AnyIndicatorId,
  table: PublishedTable,
): Pick<IndicatorTable, 'periods' | 'cell'> {
  const published = asPublishedId(id);
  return {
    periods: table.periods,
    cell: (_, group, period) => {
      const series = published && seriesOf(table, published, group);
      const at = table.periods.indexOf(period);
      if (!series || at < 0) return null;
      const detail = series.details?.[at];
      return {
        value: series.values[at] ?? null,
        numerator: null,
        denominator: null,
        coverage: series.coverages[at] ?? null,
        ...(detail !== undefined && { detail }),
      };
    },
  };
}
