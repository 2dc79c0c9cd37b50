/** Figures of all groups of a level, column by column. */
import type { Portfolio } from '../model/portfolio.ts';
import {
  countsOf,
  type FirmCounts,
  industriesOf,
  inflowColumn,
  localColumn,
  taxPerEmployeeColumn,
  tenantCountColumn,
} from './firm-columns.ts';
import type { ShareOf } from './formulas/inputs.ts';
import * as space from './formulas/space.ts';
import * as tax from './formulas/tax.ts';
import * as terms from './formulas/terms.ts';
import { hhiColumn, leadingColumn, premiumColumn, topFiveColumn } from './group-columns.ts';
import { groupingOf } from './grouping.ts';
import { type Past, pastOf } from './past/past.ts';
import { periodsOf } from './periods.ts';
import { idsAt } from './registry.ts';
import type {
  AnyIndicatorId,
  IndicatorCell,
  IndicatorColumn,
  IndicatorSeries,
  IndicatorTable,
  TableQuestion,
} from './spec.ts';
import { addedShares, columnOf, type Finish, type Frame, ratio, sum } from './sums.ts';

/** Work on a frame that several columns share, done when the first of them is asked for. */
interface Shared {
  readonly firms: () => FirmCounts;
  readonly industries: () => ReturnType<typeof industriesOf>;
}

type ColumnOf = (frame: Frame, shared: Shared) => IndicatorColumn;

const sums =
  (share: ShareOf, finish: Finish = sum): ColumnOf =>
  (frame) =>
    columnOf(addedShares(frame, share), finish, false);
const ratios =
  (share: ShareOf): ColumnOf =>
  (frame) =>
    columnOf(addedShares(frame, share), ratio, true);

const columns: Readonly<Record<AnyIndicatorId, ColumnOf>> = {
  occupancyRate: ratios(space.occupancyRate),
  vacancyRate: ratios(space.vacancyRate),
  availableArea: sums(space.availableArea),
  netAbsorption: sums(space.netAbsorption),
  askingRent: ratios(space.askingRent),
  netEffectiveRent: ratios(terms.netEffectiveRent),
  waltByArea: ratios(terms.waltByArea),
  expiring12mRate: ratios(terms.expiring12mRate),
  tenantCount: (frame, { firms }) => tenantCountColumn(frame, firms().all),
  localRegistrationRate: (frame, { firms }) => localColumn(frame, firms().all, firms().registered),
  localTaxpayerRate: (frame, { firms }) => localColumn(frame, firms().all, firms().paying),
  totalTax: sums(tax.totalTax),
  taxPerSqm: ratios(tax.taxPerSqm),
  taxPerEmployee: taxPerEmployeeColumn,
  taxTier: sums(tax.taxTier, tax.tierOf),
  keyBuildingTaxShare: ratios(tax.keyBuildingTaxShare),
  leadingIndustryShare: (frame, { industries }) => leadingColumn(frame, industries()),
  netTenantInflow: (frame, { firms }) => inflowColumn(frame, firms().all),
  availabilityRate: ratios(space.availabilityRate),
  waltByRent: ratios(terms.waltByRent),
  districtTax: sums(tax.districtTax),
  taxPerOccupiedSqm: ratios(tax.taxPerOccupiedSqm),
  hundredMillionBuildings: sums(tax.hundredMillionBuildings),
  industryHhi: (frame, { industries }) => hhiColumn(frame, industries()),
  heritageActivationRate: ratios(space.heritageActivationRate),
  retrofitRentPremium: premiumColumn,
  topFiveTaxShare: topFiveColumn,
  monthsOfSupply: ratios(space.monthsOfSupply),
  longVacancyShare: ratios(space.longVacancyShare),
};

function once<T>(make: () => T): () => T {
  let made: { readonly it: T } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/**
 * The indicators at a level, by group and period, as ratios of sums. Columns are worked out when first asked for.
 * @throws for a month that is none
 */
export function indicatorTable(portfolio: Portfolio, question: TableQuestion): IndicatorTable {
  return tableOf(pastOf(portfolio), question);
}

/** The same from what is known already. */
export function tableOf(past: Past, question: TableQuestion): IndicatorTable {
  const frame = frameOf(past, question);
  const columnOf = columnsOf(frame);
  const ids = idsAt(question.level);
  const column = (id: AnyIndicatorId) => {
    if (!ids.includes(id)) throw new Error(`${id} is not defined of a ${question.level}`);
    return columnOf(id);
  };
  const { groups } = frame.grouping;
  const placeOf = new Map(groups.map(({ id }, place) => [id, place]));
  const names = frame.periods.map(({ name }) => name);
  return {
    level: question.level,
    periods: names,
    groups,
    ids,
    column,
    series: (id, group) => {
      const place = placeOf.get(group);
      return place === undefined ? null : seriesOf(column(id), place * names.length, names.length);
    },
    cell: (id, group, period) => {
      const [place, when] = [placeOf.get(group), names.indexOf(period)];
      return place === undefined || when < 0 ? null : cellOf(column(id), place * names.length + when);
    },
  };
}

export function frameOf(past: Past, question: TableQuestion): Frame {
  return {
    past,
    grouping: groupingOf(past.portfolio.district, past.buildings, question.level, question.buildings),
    periods: periodsOf(past.axis, question),
  };
}

/** Columns of a frame, each worked out once, whether it is defined at the level or not. */
export function columnsOf(frame: Frame): (id: AnyIndicatorId) => IndicatorColumn {
  const shared: Shared = {
    firms: once(() => countsOf(frame)),
    industries: once(() => industriesOf(frame)),
  };
  const made = new Map<AnyIndicatorId, IndicatorColumn>();
  return (id) => {
    const known = made.get(id) ?? columns[id](frame, shared);
    made.set(id, known);
    return known;
  };
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function seriesOf(column: IndicatorColumn, from: number, length: number): IndicatorSeries {
  const part = (values: Float64Array) => Array.from(values.subarray(from, from + length), known);
  return {
    values: part(column.values),
    numerators: part(column.numerators),
    denominators: part(column.denominators),
    coverages: part(column.coverages),
    details: column.details?.slice(from, from + length) ?? null,
  };
}

/** @param cell group × periods + period */
export function cellOf(column: IndicatorColumn, cell: number): IndicatorCell {
  return {
    value: known(column.values[cell]),
    numerator: known(column.numerators[cell]),
    denominator: known(column.denominators[cell]),
    coverage: known(column.coverages[cell]),
    ...(column.details && { detail: column.details[cell] ?? null }),
  };
}
