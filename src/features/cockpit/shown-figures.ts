/** What the page shows of the answers: of all that passes the filter, or of the buildings that are selected. */
import type { Indicators } from '#contract/indicators.ts';
import { additive, type FigureSeries, summed } from '#domain/cockpit/sums.ts';
import { specOf } from '#domain/indicators/registry.ts';
import { type AnyIndicatorId, unknownGroup } from '#domain/indicators/spec.ts';
import type { CarrierType } from '#domain/model/building.ts';

export type IndicatorsAnswer = Indicators;
export type IndicatorGroup = IndicatorsAnswer['groups'][number];
type WireSeries = NonNullable<IndicatorGroup['series'][AnyIndicatorId]>;
export type GroupSeries = Partial<Record<AnyIndicatorId, FigureSeries & Pick<WireSeries, 'details'>>>;

export interface NamedBuilding {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly carrierType: CarrierType;
  readonly grade: string | null;
  readonly circleId: string | null;
  readonly subdistrictId: string | null;
  readonly gfa: { readonly value: number } | null;
  readonly availableArea: { readonly value: number } | null;
  readonly synthetic: boolean;
  readonly position: { readonly lon: number; readonly lat: number } | null;
}

export const groupings = ['circle', 'subdistrict', 'grade', 'type'] as const;
export type GroupedBy = (typeof groupings)[number];

export interface ShownGroup {
  readonly id: string;
  readonly buildings: number;
  readonly series: GroupSeries;
}

export interface ShownFigures {
  readonly whole: GroupSeries;
  readonly groups: Readonly<Record<GroupedBy, readonly ShownGroup[]>>;
}

/** In which group a building is, as the API names groups. */
export function groupOf(building: NamedBuilding, by: GroupedBy): string {
  const { circleId, subdistrictId, grade, carrierType } = building;
  return { circle: circleId, subdistrict: subdistrictId, grade, type: carrierType }[by] ?? unknownGroup;
}

/** Figures of all that passes, as they were answered. */
export function figuresOfAll(
  district: IndicatorsAnswer,
  groups: Readonly<Record<GroupedBy, IndicatorsAnswer | undefined>>,
): ShownFigures {
  return { whole: district.groups[0]?.series ?? {}, groups: byGrouping((by) => groups[by]?.groups ?? []) };
}

/**
 * Figures of the selected buildings, added up from those of each. What does not add up is not known.
 * @param ids the indicators that the role has; those of the whole
 */
export function figuresOfSome(
  chosen: IndicatorsAnswer,
  ids: readonly AnyIndicatorId[],
  named: ReadonlyMap<string, NamedBuilding>,
): ShownFigures {
  const periods = chosen.periods.length;
  const seriesOf = (members: readonly IndicatorGroup[]): GroupSeries =>
    Object.fromEntries(ids.map((id) => [id, together(id, members, named, periods)]));
  const grouped = (by: GroupedBy): readonly ShownGroup[] => {
    const byId = Map.groupBy(chosen.groups, ({ id }) => {
      const building = named.get(id);
      return building ? groupOf(building, by) : unknownGroup;
    });
    return [...byId].map(([id, members]) => ({ id, buildings: members.length, series: seriesOf(members) }));
  };
  return { whole: seriesOf(chosen.groups), groups: byGrouping(grouped) };
}

function byGrouping<T>(of: (by: GroupedBy) => T): Readonly<Record<GroupedBy, T>> {
  return { circle: of('circle'), subdistrict: of('subdistrict'), grade: of('grade'), type: of('type') };
}

function together(
  id: AnyIndicatorId,
  members: readonly IndicatorGroup[],
  named: ReadonlyMap<string, NamedBuilding>,
  periods: number,
): FigureSeries {
  if (!additive.has(id)) return notKnown(periods);
  const weighed = members.flatMap((member) => {
    const series = member.series[id];
    return series ? [{ series, gfa: named.get(member.id)?.gfa?.value ?? null }] : [];
  });
  return summed(weighed, periods, specOf(id).denominator !== null);
}

function notKnown(periods: number): FigureSeries {
  const nothing = Array.from({ length: periods }, () => null);
  return { values: nothing, numerators: nothing, denominators: nothing, coverages: nothing };
}

/** The indicators of an answer, in no order. */
export function idsIn(series: GroupSeries): readonly AnyIndicatorId[] {
  return Object.keys(series) as AnyIndicatorId[];
}

/** One value of one indicator of a group; null where it is not known or not there. */
export function valueAt(series: GroupSeries, id: AnyIndicatorId, at: number): number | null {
  return series[id]?.values[at] ?? null;
}
