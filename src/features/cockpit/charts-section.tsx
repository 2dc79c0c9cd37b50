/** The charts of the page, each fed from the same figures and the same selection. */
import { useQuery } from '@tanstack/react-query';
import { memo, useMemo } from 'react';
import { useClient } from '#client/context.tsx';
import { basemapQuery } from '#client/query.ts';
import type { Bbox } from '#domain/geo.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { ChartOrigin } from '#views/cockpit/cockpit-frame.tsx';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';
import { NetAbsorption } from '#views/cockpit/net-absorption.tsx';
import { OccupancyOverTime } from '#views/cockpit/occupancy-over-time.tsx';
import { type Grouping, VacancyBreakdown } from '#views/cockpit/vacancy-breakdown.tsx';
import { type Division, VacancyMap } from '#views/cockpit/vacancy-map.tsx';
import { YieldScatter } from '#views/cockpit/yield-scatter.tsx';
import { parseBasemap } from '#views/map/basemap.ts';
import {
  mapAreaOf,
  mapBuildingsOf,
  occupancyOf,
  placedIn,
  vacancyOf,
  yieldBuildingsOf,
} from './chart-figures.ts';
import { Panel, Waiting } from './panel.tsx';
import { type GroupedBy, type ShownFigures, type ShownGroup, valueAt } from './shown-figures.ts';
import type { Figures } from './use-figures.ts';
import { useGroupName } from './use-group-name.ts';
import { usePageWords } from './use-page-words.ts';
import type { Linked } from './use-selection.ts';
import { useShapes } from './use-shapes.ts';

export interface ChartsProps {
  readonly shown: ShownFigures;
  readonly periods: readonly string[];
  readonly time: KpiTime;
  readonly onAt: (at: number) => void;
  readonly bounds: Bbox;
  readonly names: NamesOf;
  readonly origin: ChartOrigin;
  /** The one group that the filter is narrowed to; null where it is not one. */
  readonly narrowed: { readonly by: GroupedBy; readonly id: string } | null;
  readonly onNarrow: (by: GroupedBy, id: string) => void;
}

/** Over time: what is vacant and what was taken. */
export const TimeCharts = memo(function TimeCharts(props: ChartsProps) {
  const { cockpit } = usePageWords();
  const { shown, periods, time, origin } = props;
  const nameOf = useGroupName(props.names);
  const circles = useMemo(
    () =>
      shown.groups.circle.map(({ id, series }) => ({
        id,
        name: nameOf('circle', id),
        ...occupancyOf(series),
      })),
    [shown, nameOf],
  );
  const all = useMemo(() => occupancyOf(shown.whole), [shown]);
  return (
    <>
      <Panel title={cockpit.time.title} width={8}>
        <OccupancyOverTime
          periods={periods}
          circles={circles}
          all={all}
          time={time}
          onChoose={props.onAt}
          origin={origin}
        />
      </Panel>
      <Panel title={cockpit.breakdown.title} width={4}>
        <Breakdown {...props} />
      </Panel>
    </>
  );
});

const noValues: readonly never[] = [];

export const AbsorptionPanel = memo(function AbsorptionPanel(props: ChartsProps) {
  const { shown, periods, time, onAt, origin } = props;
  const { cockpit } = usePageWords();
  return (
    <Panel title={cockpit.absorption.title} width={6}>
      <NetAbsorption
        periods={periods}
        values={shown.whole.netAbsorption?.values ?? noValues}
        time={time}
        onChoose={onAt}
        origin={origin}
      />
    </Panel>
  );
});

const breakdowns: readonly Grouping[] = ['circle', 'grade', 'type'];

export function Breakdown({ shown, names, time, narrowed, onNarrow, origin }: ChartsProps) {
  const nameOf = useGroupName(names);
  const groups = useMemo(() => {
    const of = (by: Grouping) =>
      shown.groups[by].map((group) => vacancyOf(group, nameOf(by, group.id), time.at));
    return { circle: of('circle'), grade: of('grade'), type: of('type') };
  }, [shown, nameOf, time.at]);
  const by = breakdowns.find((one) => one === narrowed?.by);
  return (
    <VacancyBreakdown
      groups={groups}
      selected={narrowed && by ? { by, id: narrowed.id } : null}
      onSelect={onNarrow}
      origin={origin}
    />
  );
}

interface PlaceChartsProps extends ChartsProps {
  readonly figures: Figures;
  readonly linked: Linked;
  readonly maySeeTax: boolean;
}

/** Single buildings: where they are, and what they yield. */
export const PlaceCharts = memo(function PlaceCharts(props: PlaceChartsProps) {
  const { cockpit, locale } = usePageWords();
  const { figures, shown, linked, origin, maySeeTax } = props;
  const { at } = props.time;
  const placed = useMemo(
    () => placedIn(figures.buildings, figures.named),
    [figures.buildings, figures.named],
  );
  const yields = useMemo(() => yieldBuildingsOf(placed, at, locale), [placed, at, locale]);
  const lines = useMemo(
    () => ({
      occupancy: valueAt(shown.whole, 'occupancyRate', at),
      taxPerSqm: valueAt(shown.whole, 'taxPerSqm', at),
    }),
    [shown, at],
  );
  const map = (
    <Panel title={cockpit.map.title} width={6}>
      <MapChart {...props} placed={placed} at={at} />
    </Panel>
  );
  if (!maySeeTax) return map;
  return (
    <>
      <Panel title={cockpit.yield.title} width={6}>
        {placed.length === 0 ? (
          <Waiting height={380} />
        ) : (
          <YieldScatter buildings={yields} lines={lines} {...linked} origin={origin} />
        )}
      </Panel>
      {map}
    </>
  );
});

export function MapChart({
  shown,
  names,
  bounds,
  linked,
  onNarrow,
  origin,
  placed,
  at,
}: PlaceChartsProps & { readonly placed: ReturnType<typeof placedIn>; readonly at: number }) {
  const { api } = useClient();
  const { locale } = usePageWords();
  const basemap = useQuery({ ...basemapQuery(api), select: parseBasemap }).data ?? null;
  const nameOf = useGroupName(names);
  const shapeOf = useShapes(basemap);
  const areas = useMemo(() => {
    const of = (by: Division) =>
      shown.groups[by].flatMap((group: ShownGroup) => {
        const shape = shapeOf(by, group.id);
        return shape ? [mapAreaOf(group, nameOf(by, group.id), shape, at)] : [];
      });
    return { circle: of('circle'), subdistrict: of('subdistrict') };
  }, [shown, shapeOf, nameOf, at]);
  const buildings = useMemo(() => mapBuildingsOf(placed, at, locale), [placed, at, locale]);
  return (
    <VacancyMap
      basemap={basemap}
      bounds={bounds}
      areas={areas}
      buildings={buildings}
      {...linked}
      onSelectArea={onNarrow}
      origin={origin}
    />
  );
}
