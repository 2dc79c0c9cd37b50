/** The figures of the page in the shapes that the charts take. */

import { nearestKnown } from '#domain/cockpit/periods.ts';
import { specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import { indicatorLine } from '#views/cockpit/indicator-text.ts';
import type { Kpi } from '#views/cockpit/kpi-card.tsx';
import type { AreaShape } from '#views/cockpit/map-projection.ts';
import type { OccupancySeries } from '#views/cockpit/occupancy-over-time.tsx';
import { periodName } from '#views/cockpit/period-name.ts';
import type { AreaSeries } from '#views/cockpit/time-series.ts';
import type { VacancyGroup } from '#views/cockpit/vacancy-breakdown.tsx';
import type { MapArea, MapBuilding } from '#views/cockpit/vacancy-map.tsx';
import type { YieldBuilding } from '#views/cockpit/yield-plot.ts';
import { industryName } from '#views/tenancy/mix-figures.ts';
import { unitOf } from './indicator-unit.ts';
import {
  type GroupSeries,
  type IndicatorsAnswer,
  type NamedBuilding,
  type ShownGroup,
  valueAt,
} from './shown-figures.ts';
import { nameIn, type PageLanguage } from './use-page-words.ts';

/** Of the indicators that a group has, in the order asked for. */
export function kpisOf(
  ids: readonly AnyIndicatorId[],
  series: GroupSeries,
  { at, periods }: { readonly at: number; readonly periods: readonly string[] },
  language: PageLanguage,
): readonly Kpi[] {
  return ids.flatMap((id): Kpi[] => {
    const own = series[id];
    if (!own) return [];
    const letter = own.details?.[at] ?? null;
    const nearest = nearestKnown(own.values, at);
    return [
      {
        id,
        name: specOf(id)[language.locale],
        unit: unitOf(id),
        values: own.values,
        coverages: own.coverages,
        ...(letter !== null && { detail: industryName(letter, language) }),
        ...(nearest !== null && {
          nearest: `${periodName(periods[nearest], language)} ${indicatorLine(unitOf(id), own.values[nearest] ?? null, language)}`,
        }),
      },
    ];
  });
}

function areaOf(series: GroupSeries, id: AnyIndicatorId): AreaSeries {
  const own = series[id];
  return { part: own?.numerators ?? [], whole: own?.denominators ?? [] };
}

/** Areas of one group over time. */
export function occupancyOf(series: GroupSeries): OccupancySeries {
  return { occupied: areaOf(series, 'occupancyRate'), vacant: areaOf(series, 'vacancyRate') };
}

/** One group of buildings in one period. */
export function vacancyOf({ id, series }: ShownGroup, name: string, at: number): VacancyGroup {
  const own = series.vacancyRate;
  return {
    id,
    name,
    rate: own?.values[at] ?? null,
    vacantArea: own?.numerators[at] ?? null,
    rentableArea: own?.denominators[at] ?? null,
    coverage: own?.coverages[at] ?? null,
  };
}

export function mapAreaOf(group: ShownGroup, name: string, shape: AreaShape, at: number): MapArea {
  const { id, rate, vacantArea } = vacancyOf(group, name, at);
  return { id, name, rate, vacantArea, buildings: group.buildings, shape };
}

interface Placed {
  readonly building: NamedBuilding;
  readonly series: GroupSeries;
}

/** Single buildings with their names; without those whose name is still on its way. */
export function placedIn(
  answer: IndicatorsAnswer | undefined,
  named: ReadonlyMap<string, NamedBuilding>,
): readonly Placed[] {
  return (answer?.groups ?? []).flatMap(({ id, series }) => {
    const building = named.get(id);
    return building ? [{ building, series }] : [];
  });
}

/** Those whose place is known. */
export function mapBuildingsOf(
  all: readonly Placed[],
  at: number,
  locale: PageLanguage['locale'],
): readonly MapBuilding[] {
  return all.flatMap(({ building, series }) => {
    const { position, carrierType, availableArea } = building;
    if (!position) return [];
    return [
      {
        id: building.id,
        name: nameIn(locale, building),
        type: carrierType,
        lon: position.lon,
        lat: position.lat,
        vacancyRate: valueAt(series, 'vacancyRate', at),
        availableArea: valueAt(series, 'availableArea', at) ?? availableArea?.value ?? null,
      },
    ];
  });
}

export function yieldBuildingsOf(
  all: readonly Placed[],
  at: number,
  locale: PageLanguage['locale'],
): readonly YieldBuilding[] {
  return all.map(({ building, series }) => ({
    id: building.id,
    name: nameIn(locale, building),
    type: building.carrierType,
    occupancy: valueAt(series, 'occupancyRate', at),
    taxPerSqm: valueAt(series, 'taxPerSqm', at),
    rentableArea: series.occupancyRate?.denominators[at] ?? null,
  }));
}
