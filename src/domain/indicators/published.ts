/** What everybody may know of firms: figures of groups that give no firm and no building away, nor does a difference. */
import type { IsoMonth } from '../measure.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { remembered } from '../remembered.ts';
import { countsByBuilding, firmCounts, tenantCountColumn } from './firm-columns.ts';
import { type Grouping, groupingOf } from './grouping.ts';
import { at, placeAt } from './past/axis.ts';
import { type Past, pastOf } from './past/past.ts';
import type { Period } from './periods.ts';
import { type AnyIndicatorId, type PeriodKind, unknownGroup } from './spec.ts';
import type { Frame } from './sums.ts';
import { columnsOf, frameOf } from './table.ts';

/** A published group has at least so many firms in at least so many buildings. */
export const leastFirms = 3;
export const leastBuildings = 2;

/** Months of which something is published, that of the data included. */
export const publishedMonths = 37;

/** Counts have a history. Rates and shares have none: between two months they would tell of the one firm that came. */
export const publishedCounts = ['tenantCount', 'netTenantInflow'] as const;
export const publishedRates = [
  'localRegistrationRate',
  'localTaxpayerRate',
  'leadingIndustryShare',
  'industryHhi',
] as const;
export type PublishedId = (typeof publishedCounts)[number] | (typeof publishedRates)[number];

export interface PublishedQuestion {
  readonly level: 'circle' | 'district';
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  readonly period: PeriodKind;
}

export interface PublishedSeries {
  readonly values: readonly (number | null)[];
  readonly coverages: readonly (number | null)[];
  readonly details: readonly (string | null)[] | null;
}

/** Groups that are not named are held back. Values alone: numerators would tell more than the figure. */
export interface PublishedTable {
  readonly periods: readonly string[];
  readonly groups: readonly string[];
  readonly series: (id: PublishedId, group: string) => PublishedSeries | null;
}

/**
 * Figures of firms for everybody, of circles and the district as a whole: there is no filter, since two filtered
 * answers could be subtracted. Which groups are held back is decided once for all published months, all periods and
 * all indicators, so that no answer fills the gap of another: a group with fewer than three firms or one building in
 * any of these months, and then the next smallest until what is left of the district is a group above the limits too.
 * Pass the whole portfolio, not what the public sees of it.
 */
export function publishedTable(portfolio: Portfolio, question: PublishedQuestion): PublishedTable {
  const past = pastOf(portfolio);
  const { circles, isDistrictShown } = shownOf(past);
  const frame = frameOf(past, question);
  const columnOf = columnsOf(frame);
  const shown = question.level === 'circle' ? circles : isDistrictShown ? [portfolio.district.adcode] : [];
  const { length } = frame.periods;
  const isOpen = frame.periods.map((period) => isPublished(past, period));
  return {
    periods: frame.periods.map(({ name }) => name),
    groups: shown,
    series: (id, group) => {
      const place = frame.grouping.groups.findIndex((one) => one.id === group);
      if (!shown.includes(group) || place < 0) return null;
      const { values, coverages, details } = columnOf(id);
      const known = (row: Float64Array) =>
        frame.periods.map((period, when) => {
          const value = at(row, place * length + when);
          return isOpen[when] && !Number.isNaN(value) && hasHistory(past, id, period) ? value : null;
        });
      const open = known(values);
      return {
        values: open,
        coverages: known(coverages),
        details:
          details &&
          open.map((value, when) => (value === null ? null : (details[place * length + when] ?? null))),
      };
    },
  };
}

function firstPublished({ axis }: Past): number {
  return Math.max(0, axis.length - publishedMonths);
}

/** An inflow tells of the month before its period, which has to be published too. */
function isPublished(past: Past, { from, to }: Period): boolean {
  return to >= from && from > firstPublished(past);
}

function hasHistory({ axis }: Past, id: AnyIndicatorId, { to }: Period): boolean {
  return publishedCounts.some((count) => count === id) || to === axis.length - 1;
}

interface Shown {
  readonly circles: readonly string[];
  readonly isDistrictShown: boolean;
}

/** Firms and buildings of groups, by group × month. */
interface Sizes {
  /** By leases, and as told: reports where there are some. */
  readonly firms: Float64Array;
  readonly told: Float64Array;
  /** With at least one firm. */
  readonly buildings: Float64Array;
}

const shownOf = remembered((past: Past): Shown => {
  const { district } = past.portfolio;
  const circles = groupingOf(district, past.buildings, 'circle');
  const whole = groupingOf(district, past.buildings, 'district');
  const sizes = sizesOf(past, circles);
  const total = sizesOf(past, whole);
  const last = (place: number) => at(sizes.told, (place + 1) * past.axis.length - 1);
  const open = circles.groups
    .flatMap(({ id }, place) => (id !== unknownGroup && isLargeEnough(past, sizes, place) ? [place] : []))
    .sort((a, b) => last(b) - last(a) || a - b);
  while (open.length > 0 && !isRestSafe(past, circles, sizes, total, open)) open.pop();
  return {
    circles: circles.groups.flatMap(({ id }, place) => (open.includes(place) ? [id] : [])),
    isDistrictShown: isLargeEnough(past, total, 0),
  };
});

function sizesOf(past: Past, grouping: Grouping): Sizes {
  const { axis } = past;
  const groups = grouping.groups.length;
  const periods = axis.days.map((day, to): Period => ({ name: day, from: to, to, outside: 0 }));
  const frame: Frame = { past, grouping, periods };
  const firms = firmCounts(past, grouping, groups).all;
  const own = countsByBuilding(past).all;
  const buildings = new Float64Array(groups * axis.length);
  for (let place = 0; place < past.buildings.length; place++) {
    const group = placeAt(grouping.groupOf, place);
    for (let month = 0; group >= 0 && month < axis.length; month++) {
      const cell = place * axis.length + month;
      const isInhabited = at(own, cell) > 0 || at(past.space.tenants, cell) > 0;
      if (isInhabited)
        buildings[group * axis.length + month] = at(buildings, group * axis.length + month) + 1;
    }
  }
  const told = tenantCountColumn(frame, firms).values.map((value) => (Number.isNaN(value) ? 0 : value));
  return { firms, told, buildings };
}

function everyMonth(past: Past, holds: (month: number) => boolean): boolean {
  for (let month = firstPublished(past); month < past.axis.length; month++) if (!holds(month)) return false;
  return true;
}

/** In each published month nobody, or enough firms in enough buildings. */
function isLargeEnough(past: Past, { firms, told, buildings }: Sizes, group: number): boolean {
  return everyMonth(past, (month) => {
    const cell = group * past.axis.length + month;
    const [byLeases, asTold, inside] = [at(firms, cell), at(told, cell), at(buildings, cell)];
    if (byLeases === 0 && asTold === 0) return true;
    return Math.min(byLeases, asTold) >= leastFirms && inside >= leastBuildings;
  });
}

/**
 * Whether the district less the circles that are shown gives nobody away: the rest is empty or large enough, as are
 * the firms that are in it alone, and the difference of the counts themselves, which firms in several circles lower.
 */
function isRestSafe(
  past: Past,
  circles: Grouping,
  sizes: Sizes,
  total: Sizes,
  open: readonly number[],
): boolean {
  const isOpen = new Set(open);
  const split: Grouping = {
    groups: [
      { id: 'rest', buildings: 0 },
      { id: 'shown', buildings: 0 },
    ],
    groupOf: circles.groupOf.map((group) => (isOpen.has(group) ? 1 : 0)),
  };
  const { length } = past.axis;
  const halves = sizesOf(past, split);
  const sumOf = (row: Float64Array, month: number) =>
    open.reduce((sum, place) => sum + at(row, place * length + month), 0);
  if (!isLargeEnough(past, halves, 0)) return false;
  return everyMonth(past, (month) => {
    const differences = [
      at(total.firms, month) - sumOf(sizes.firms, month),
      at(total.told, month) - sumOf(sizes.told, month),
    ];
    const isEmpty = at(halves.firms, month) === 0 && at(halves.told, month) === 0;
    if (isEmpty) return differences.every((difference) => difference === 0 || difference <= -leastFirms);
    const alone = at(total.firms, month) - at(halves.firms, length + month);
    return [alone, ...differences].every((difference) => difference >= leastFirms);
  });
}
