import { useMemo } from 'react';
import { type AnyIndicatorId, coreIds } from '#domain/indicators/spec.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import type { KpiTime } from '#views/cockpit/kpi-card.tsx';
import { IndicatorGrid, KpiStrip } from '#views/cockpit/kpi-strip.tsx';
import { kpisOf } from './chart-figures.ts';
import type { Explain, ExplainTarget } from './explain-target.ts';
import { Panel } from './panel.tsx';
import type { ShownFigures } from './shown-figures.ts';
import { usePageWords } from './use-page-words.ts';

/** The six figures that stand above everything. */
export function stripIds(role: Role): readonly AnyIndicatorId[] {
  if (maySeeTax(role)) {
    return ['occupancyRate', 'vacancyRate', 'netAbsorption', 'expiring12mRate', 'totalTax', 'taxPerSqm'];
  }
  if (maySeeTenants(role)) {
    return [
      'occupancyRate',
      'vacancyRate',
      'availableArea',
      'netAbsorption',
      'expiring12mRate',
      'tenantCount',
    ];
  }
  return ['occupancyRate', 'vacancyRate', 'availableArea', 'netAbsorption', 'askingRent', 'tenantCount'];
}

/** The 18. A tier is of one building: of many it is how many of them yield a hundred million. */
const gridIds: readonly AnyIndicatorId[] = coreIds.map((id) =>
  id === 'taxTier' ? 'hundredMillionBuildings' : id,
);

interface StripProps {
  readonly shown: ShownFigures;
  readonly role: Role;
  readonly time: KpiTime;
  /** Of the values, oldest first. */
  readonly periods: readonly string[];
  readonly target: ExplainTarget | null;
  readonly onExplain: Explain;
}

function useKpis(ids: readonly AnyIndicatorId[], { shown, time, periods, target, onExplain }: StripProps) {
  const language = usePageWords();
  const { district } = language.page.drill;
  const { at } = time;
  const kpis = useMemo(
    () => kpisOf(ids, shown.whole, { at, periods }, language),
    [ids, shown, at, periods, language],
  );
  return {
    kpis,
    time,
    openId: target?.level === 'district' ? target.id : null,
    onExplain: (open: string) => {
      const id = ids.find((one) => one === open);
      if (id) onExplain({ id, level: 'district', group: null, name: district });
    },
  };
}

export function Strip(props: StripProps) {
  const { role } = props;
  const ids = useMemo(() => stripIds(role), [role]);
  return <KpiStrip {...useKpis(ids, props)} />;
}

export function GridPanel(props: StripProps) {
  const { page } = usePageWords();
  return (
    <Panel title={page.sections.indicators} width={12}>
      <IndicatorGrid {...useKpis(gridIds, props)} />
    </Panel>
  );
}
