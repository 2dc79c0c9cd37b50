/** What the brief is made of, asked for a month and a scope. */
import { useQueries, useQuery } from '@tanstack/react-query';
import { explanationQuery, indicatorsQuery, targetStandingsQuery, watchlistQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { TargetStandings, Watchlist } from '#contract/cockpit.ts';
import type { IndicatorExplanation, Indicators } from '#contract/indicators.ts';
import type { CockpitAddress } from '#domain/cockpit/address.ts';
import { findTextOf } from '#domain/cockpit/address.ts';
import { lastMonthIn, placeOf } from '#domain/cockpit/periods.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';

/** What the brief tells of, in its order. What the role may not see is not asked for. */
export function briefIds(role: Role): readonly AnyIndicatorId[] {
  const space: readonly AnyIndicatorId[] = [
    'occupancyRate',
    'vacancyRate',
    'availableArea',
    'netAbsorption',
    'askingRent',
  ];
  if (!maySeeTenants(role)) return [...space, 'tenantCount'];
  const firms: readonly AnyIndicatorId[] = ['expiring12mRate', 'tenantCount', 'netTenantInflow'];
  return maySeeTax(role) ? [...space, ...firms, 'totalTax', 'taxPerSqm'] : [...space, 'waltByArea', ...firms];
}

export interface BriefAnswers {
  readonly month: IsoMonth;
  /** Vacancy of circles over the months on record, and which months these are. */
  readonly circles: Indicators;
  /** Place of the month among them. */
  readonly at: number;
  readonly explanations: readonly IndicatorExplanation[];
  readonly watch: Watchlist;
  /** Of the month before; null where there is none on record. */
  readonly watchBefore: Watchlist | null;
  /** null where the role has none, or a filter leaves less than they are set for. */
  readonly targets: TargetStandings | null;
}

export interface BriefState {
  /** null until all of it is there; that of another month is not shown meanwhile. */
  readonly answers: BriefAnswers | null;
  /** No building passes the filter. */
  readonly isEmpty: boolean;
  readonly hasFailed: boolean;
  readonly retry: () => void;
}

export function useBriefAnswers(address: CockpitAddress, role: Role): BriefState {
  const { api } = useClient();
  const { query: filter, threshold } = address;
  const circles = useQuery(indicatorsQuery(api, { filter, level: 'circle', indicators: ['vacancyRate'] }));
  const record = circles.data;
  const at = record ? placeOf({ month: address.month, period: 'month' }, record) : 0;
  const month = record && lastMonthIn(at, record);
  const monthBefore = at > 0 ? record?.periods[at - 1] : undefined;
  const isKnown = month !== undefined;
  const explanations = useQueries({
    queries: briefIds(role).map((id) => ({
      ...explanationQuery(api, { filter, id, ...(month !== undefined && { at: month }) }),
      enabled: isKnown,
    })),
  });
  const list = (of: IsoMonth | undefined) =>
    watchlistQuery(api, filter, { threshold, ...(of !== undefined && { at: of }) });
  const watch = useQuery({ ...list(month), enabled: isKnown });
  const before = useQuery({ ...list(monthBefore), enabled: monthBefore !== undefined });
  const hasTargets = maySeeTenants(role) && findTextOf(filter) === '';
  const targets = useQuery({ ...targetStandingsQuery(api), enabled: hasTargets });
  const needed = [
    circles,
    ...explanations,
    watch,
    ...(monthBefore === undefined ? [] : [before]),
    ...(hasTargets ? [targets] : []),
  ];
  const isThere = needed.every(({ data, isPlaceholderData }) => data !== undefined && !isPlaceholderData);
  const answers =
    isThere && record && month !== undefined && watch.data
      ? {
          month,
          at,
          circles: record,
          explanations: explanations.flatMap(({ data }) => (data ? [data] : [])),
          watch: watch.data,
          watchBefore: monthBefore === undefined ? null : (before.data ?? null),
          targets: hasTargets ? (targets.data ?? null) : null,
        }
      : null;
  return {
    answers,
    isEmpty: record?.matched === 0,
    hasFailed: needed.some(({ isError, data }) => isError && data === undefined),
    retry: () => {
      for (const one of needed) if (one.isError) void one.refetch();
    },
  };
}
