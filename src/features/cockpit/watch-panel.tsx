import { memo, type ReactNode, useMemo } from 'react';
import type { IsoMonth } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import { keyFrom } from '#domain/records/entity.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';
import type { CockpitDesk } from './cockpit-page.tsx';
import { Panel } from './panel.tsx';
import { type IndicatorsAnswer, type ShownFigures, valueAt } from './shown-figures.ts';
import { TargetsPanel } from './targets-panel.tsx';
import type { ChangeAddress } from './use-cockpit-address.ts';
import { usePageWords } from './use-page-words.ts';
import { WatchList } from './watch-list.tsx';

export interface WatchPanelProps {
  readonly query: Query;
  readonly month: IsoMonth;
  readonly threshold: number;
  readonly buildings: IndicatorsAnswer | undefined;
  readonly shown: ShownFigures;
  readonly time: KpiTime;
  readonly role: Role;
  readonly names: NamesOf;
  readonly change: ChangeAddress;
  readonly desk: CockpitDesk | null;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** What is above the line, and beside it what the district means to reach. */
export const WatchPanel = memo(function WatchPanel(props: WatchPanelProps) {
  const { page } = usePageWords();
  const { query, month, threshold, buildings, shown, time, role, names, change, desk, link } = props;
  const hasTargets = maySeeTenants(role);
  const rates = useMemo(
    () => (buildings?.groups ?? []).map(({ series }) => valueAt(series, 'vacancyRate', time.at)),
    [buildings, time.at],
  );
  const premium = shown.whole.retrofitRentPremium;
  const plans = useMemo(
    () =>
      desk && {
        open: (buildingId: string, { id, title }: { readonly id: string; readonly title: string }) =>
          desk.openRecord('renewalPlan', keyFrom(buildingId, id), title),
        add: desk.addPlan,
      },
    [desk],
  );
  return (
    <>
      <Panel title={page.sections.watchlist} width={hasTargets ? 8 : 12}>
        <WatchList
          query={query}
          month={month}
          threshold={threshold}
          onThreshold={(next) => change({ threshold: next }, 'later')}
          rates={rates}
          premium={premium && (premium.values[time.at] ?? null)}
          plans={plans}
          link={link}
        />
      </Panel>
      {hasTargets && (
        <Panel title={page.sections.targets} width={4}>
          <TargetsPanel
            names={names}
            onEdit={desk && maySeeTax(role) ? (id, name) => desk.openRecord('target', id, name) : null}
          />
        </Panel>
      )}
    </>
  );
});
