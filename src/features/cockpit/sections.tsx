/** The parts of the page below the key figures; what the role may not see has no place kept. */
import { memo, type ReactNode, useMemo } from 'react';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import type { CockpitAddress } from '#domain/cockpit/address.ts';
import { lastMonthIn } from '#domain/cockpit/periods.ts';
import type { IsoMonth } from '#domain/measure.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import { filterInWords, type NamesOf } from '#domain/words/describe.ts';
import { AfterIdle } from '#ui/after-idle.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AbsorptionPanel, PlaceCharts, TimeCharts } from './charts-section.tsx';
import css from './cockpit-page.module.css';
import type { CockpitDesk } from './cockpit-page.tsx';
import { DrillPanel } from './drill-panel.tsx';
import type { Explain, ExplainTarget } from './explain-target.ts';
import { FindingsPanel } from './findings-list.tsx';
import { Panel } from './panel.tsx';
import type { IndicatorsAnswer, ShownFigures } from './shown-figures.ts';
import { ExpiriesPanel, IndustriesPanel, LadderPanel, MoversPanel } from './staff-charts.tsx';
import { GridPanel } from './strip.tsx';
import { useChartsProps } from './use-charts-props.ts';
import type { ChangeAddress } from './use-cockpit-address.ts';
import type { Figures } from './use-figures.ts';
import { usePageWords } from './use-page-words.ts';
import type { Linked } from './use-selection.ts';
import { useTime } from './use-time.ts';
import { WatchPanel } from './watch-panel.tsx';

export interface SectionsProps {
  readonly address: CockpitAddress;
  readonly answer: IndicatorsAnswer;
  readonly figures: Figures;
  readonly shown: ShownFigures;
  readonly role: Role;
  readonly district: DistrictAnswer;
  readonly names: NamesOf;
  readonly desk: CockpitDesk | null;
  readonly link: (to: string, content: ReactNode) => ReactNode;
  readonly onOpen: (buildingId: string) => void;
  readonly change: ChangeAddress;
  readonly linked: Linked;
  readonly onAt: (at: number) => void;
  /** The figure whose explanation is open. */
  readonly target: ExplainTarget | null;
  readonly onExplain: Explain;
}

export const Sections = memo(function Sections(props: SectionsProps) {
  const { shown, role, answer, target, onExplain, address, names, linked, figures, change } = props;
  const { page, figures: numbers } = usePageWords();
  const time = useTime(address, answer);
  const month = lastMonthIn(time.at, answer);
  const charts = useChartsProps(props, time);
  const tax = maySeeTax(role);
  return (
    <>
      {answer.withheld.length > 0 && <p className={css['note']}>{page.withheld}</p>}
      <div className={css['grid']}>
        <TimeCharts {...charts} />
        <DrillPanel
          address={address}
          buildings={figures.buildings}
          named={figures.named}
          shown={shown}
          matched={answer.matched}
          time={time}
          role={role}
          names={names}
          selected={linked.selected}
          change={change}
          onExplain={onExplain}
          link={props.link}
        />
        <WatchPanel
          query={address.query}
          month={month}
          threshold={address.threshold}
          buildings={figures.buildings}
          shown={shown}
          time={time}
          role={role}
          names={names}
          change={change}
          desk={props.desk}
          link={props.link}
        />
        <AfterIdle turn={1} fallback={<Room height={460} />}>
          <PlaceCharts {...charts} figures={figures} linked={linked} maySeeTax={tax} />
          {!tax && <AbsorptionPanel {...charts} />}
        </AfterIdle>
        <AfterIdle turn={2} fallback={<Room height={860} />}>
          <GridPanel
            shown={shown}
            role={role}
            time={time}
            periods={answer.periods}
            target={target}
            onExplain={onExplain}
          />
        </AfterIdle>
        <AfterIdle turn={3}>
          {maySeeTenants(role) && <OwnAnswers {...props} month={month} charts={charts} />}
        </AfterIdle>
      </div>
      <p className={css['origin']}>
        {window.location.href} · {filterInWords(address.query, numbers, names)}
      </p>
    </>
  );
});

/** Where a part of the page is still to come. */
function Room({ height }: { readonly height: number }) {
  return (
    <div className={css['span12']}>
      <Skeleton height={height} />
    </div>
  );
}

/** What asks for itself: it comes when the page stands. */
function OwnAnswers({
  charts,
  address: { query },
  month,
  linked: { selected },
  role,
  onOpen,
  figures,
  desk,
  link,
}: SectionsProps & { readonly month: IsoMonth; readonly charts: ReturnType<typeof useChartsProps> }) {
  const { page } = usePageWords();
  const { origin } = charts;
  const own = useMemo(
    () => ({ query, month, selected, origin, onOpen }),
    [query, month, selected, origin, onOpen],
  );
  return (
    <>
      {maySeeTax(role) && <LadderPanel {...own} />}
      <IndustriesPanel query={query} selected={selected} origin={origin} />
      <ExpiriesPanel query={query} selected={selected} origin={origin} />
      {maySeeTax(role) && <AbsorptionPanel {...charts} />}
      <MoversPanel {...own} named={figures.named} />
      <Panel title={page.sections.findings} width={12}>
        <FindingsPanel query={query} named={figures.named} onMend={desk?.openBuilding ?? null} link={link} />
      </Panel>
    </>
  );
}
