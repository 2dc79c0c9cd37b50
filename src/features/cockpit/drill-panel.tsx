import { memo, type ReactNode, useMemo } from 'react';
import type { CockpitAddress } from '#domain/cockpit/address.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import { maySeeTax, type Role } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';
import { removeClause, toggleValue } from '#views/filters/clauses.ts';
import { type DrillRow, DrillTable } from './drill-table.tsx';
import type { Explain } from './explain-target.ts';
import { Panel } from './panel.tsx';
import type { IndicatorsAnswer, NamedBuilding, ShownFigures } from './shown-figures.ts';
import type { ChangeAddress } from './use-cockpit-address.ts';
import { useGroupName } from './use-group-name.ts';
import { nameIn, usePageWords } from './use-page-words.ts';

const spaceIds: readonly AnyIndicatorId[] = ['occupancyRate', 'vacancyRate', 'availableArea'];

export interface DrillPanelProps {
  readonly address: CockpitAddress;
  readonly buildings: IndicatorsAnswer | undefined;
  readonly named: ReadonlyMap<string, NamedBuilding>;
  readonly shown: ShownFigures;
  readonly matched: number;
  readonly time: KpiTime;
  readonly role: Role;
  readonly names: NamesOf;
  readonly selected: ReadonlySet<string>;
  readonly change: ChangeAddress;
  readonly onExplain: Explain;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** The district by its circles; one circle by its buildings. */
export const DrillPanel = memo(function DrillPanel(props: DrillPanelProps) {
  const { page, locale } = usePageWords();
  const { address, change, buildings: answer, named, shown, time, names, selected, role } = props;
  const nameOf = useGroupName(names);
  const { query, versus } = address;
  const circles = query.sets.circle ?? [];
  const circle = circles.length === 1 ? circles[0] : undefined;
  const rows = useMemo((): readonly DrillRow[] => {
    if (circle !== undefined || selected.size > 0) {
      return (answer?.groups ?? [])
        .filter(({ id }) => selected.size === 0 || selected.has(id))
        .map(({ id, series }) => {
          const building = named.get(id);
          const name = building ? nameIn(locale, building) : id;
          return { id, name, way: { to: `/buildings/${encodeURIComponent(id)}` }, buildings: 1, series };
        });
    }
    return shown.groups.circle.map(({ id, buildings, series }) => ({
      id,
      name: nameOf('circle', id),
      way:
        id === 'unknown'
          ? null
          : { onPress: () => change({ query: toggleValue(query, 'circle', id, [id]) }) },
      buildings,
      series,
    }));
  }, [circle, selected, answer, named, shown, locale, nameOf, change, query]);
  const isBuildings = circle !== undefined || selected.size > 0;
  const from = time.at - (versus === 'year' ? time.perYear : 1);
  return (
    <Panel title={page.sections.drill} width={12}>
      <DrillTable
        key={isBuildings ? 'building' : 'circle'}
        level={isBuildings ? 'building' : 'circle'}
        rows={rows}
        whole={{
          name: circle === undefined ? page.drill.district : nameOf('circle', circle),
          buildings: selected.size > 0 ? selected.size : props.matched,
          series: shown.whole,
        }}
        ids={maySeeTax(role) ? [...spaceIds, 'taxPerSqm'] : spaceIds}
        at={time.at}
        from={from}
        onUp={circle === undefined ? null : () => change({ query: removeClause(query, 'circle') })}
        onExplain={props.onExplain}
        link={props.link}
      />
    </Panel>
  );
});
