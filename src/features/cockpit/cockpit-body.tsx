import { useCallback, useDeferredValue, useState } from 'react';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import { type CockpitAddress, formatCockpitAddress } from '#domain/cockpit/address.ts';
import { lastMonthIn, latestPlace, monthAt, type PeriodsOnRecord } from '#domain/cockpit/periods.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { emptyFilter } from '#domain/query/query.ts';
import type { Role } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { briefMessages } from '#format/messages/brief.ts';
import { wallMessages } from '#format/messages/wall.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { CopyLink } from '#views/building-card/copy-link.tsx';
import { ProblemNotice } from '#views/filters/problem-notice.tsx';
import css from './cockpit-page.module.css';
import { type CockpitPageProps, PageFailed, PageLoading } from './cockpit-page.tsx';
import type { ExplainTarget } from './explain-target.ts';
import { ExplanationSheet } from './explanation.tsx';
import { FilterBar } from './filter-bar.tsx';
import { Waiting } from './panel.tsx';
import { Scrubber } from './scrubber.tsx';
import { Sections } from './sections.tsx';
import type { IndicatorsAnswer } from './shown-figures.ts';
import { Strip } from './strip.tsx';
import type { ChangeAddress } from './use-cockpit-address.ts';
import { type Figures, useFigures } from './use-figures.ts';
import { usePageWords } from './use-page-words.ts';
import { useSelection } from './use-selection.ts';
import { useTime } from './use-time.ts';

export interface CockpitBodyProps extends CockpitPageProps {
  readonly address: CockpitAddress;
  /** The same with the filter as it stands in the address: what is asked for. */
  readonly asked: CockpitAddress;
  readonly problems: readonly QueryProblem[];
  readonly change: ChangeAddress;
  readonly district: DistrictAnswer;
  readonly role: Role;
  readonly names: NamesOf;
}

export function CockpitBody(props: CockpitBodyProps) {
  const { address, asked, change, problems, district, role, names, link } = props;
  const { page, locale } = usePageWords();
  const state = useFigures(asked, role);
  const { figures } = state;
  const answer = figures.district;
  const title = `${page.title} · ${locale === 'zh' ? district.nameZh : district.nameEn}`;
  return (
    <div className={css['column']} aria-busy={state.isStale}>
      <header className={css['top']}>
        <div className={css['titleLine']}>
          <h1 className={css['title']}>{title}</h1>
          <div className={`${css['tools']} no-print`}>
            <OtherForms address={address} link={link} />
            <CopyLink onCopy={() => navigator.clipboard.writeText(window.location.href)} />
            <Button onPress={() => window.print()}>{page.print}</Button>
          </div>
        </div>
        <FilterBar
          query={address.query}
          change={change}
          role={role}
          places={district}
          names={names}
          facets={figures.facets}
          counts={answer ?? null}
          link={link}
        />
        <Problems problems={problems} />
      </header>
      {answer && answer.matched > 0 && <Answer {...props} figures={figures} answer={answer} />}
      {answer?.matched === 0 && (
        <NoBuildings onClear={() => change({ query: { ...address.query, ...emptyFilter } })} />
      )}
      {!answer && (state.hasFailed ? <PageFailed onRetry={state.retry} /> : <PageLoading />)}
    </div>
  );
}

/** The same on a wall, and on a sheet of paper. */
function OtherForms({ address, link }: Pick<CockpitBodyProps, 'address' | 'link'>) {
  const { locale } = usePageWords();
  const text = formatCockpitAddress(address);
  const after = (start: string) => (text === '' ? start : `${start}${start === '' ? '?' : '&'}${text}`);
  return (
    <>
      {link(`/cockpit/brief${after('')}`, briefMessages[locale].open)}
      {link(`/cockpit${after('?wall')}`, wallMessages[locale].open)}
    </>
  );
}

function NoBuildings({ onClear }: { readonly onClear: () => void }) {
  const { page } = usePageWords();
  return (
    <EmptyState
      title={page.states.emptyTitle}
      actions={
        <Button variant="primary" onPress={onClear}>
          {page.states.clearAll}
        </Button>
      }
    >
      {page.states.emptyAdvice}
    </EmptyState>
  );
}

/** Put away, it comes back with the next address that has something wrong. */
function Problems({ problems }: { readonly problems: readonly QueryProblem[] }) {
  const [dismissed, setDismissed] = useState<readonly QueryProblem[] | null>(null);
  return dismissed === problems ? null : (
    <ProblemNotice problems={problems} onDismiss={() => setDismissed(problems)} />
  );
}

interface AnswerProps extends CockpitBodyProps {
  readonly figures: Figures;
  readonly answer: IndicatorsAnswer;
}

/** Time and key figures answer a gesture in the same frame; what is below follows as soon as it can be drawn. */
function Answer(props: AnswerProps) {
  const { address, change, figures, answer, district, names, role } = props;
  const later = useDeferredValue(address);
  const [target, setTarget] = useState<ExplainTarget | null>(null);
  const linked = useSelection(address.selected, change);
  const { periods } = answer;
  const time = useTime(address, answer);
  const onAt = useAtChange(answer, change);
  return (
    <>
      <div className={css['time']}>
        <Scrubber
          periods={periods}
          at={time.at}
          latest={latestPlace(answer)}
          period={address.period}
          versus={address.versus}
          onAt={onAt}
          onPeriod={(period) => change({ period }, 'replace')}
          onVersus={(versus) => change({ versus }, 'replace')}
        />
        <SelectionLine
          selected={address.selected}
          figures={figures}
          onClear={() => linked.onSelect([], 'commit')}
        />
      </div>
      {figures.shown ? (
        <>
          <Strip
            shown={figures.shown}
            role={role}
            time={time}
            periods={answer.periods}
            target={target}
            onExplain={setTarget}
          />
          <Sections
            address={later}
            answer={answer}
            figures={figures}
            shown={figures.shown}
            role={role}
            district={district}
            names={names}
            desk={props.desk}
            link={props.link}
            onOpen={props.onOpen}
            change={change}
            linked={linked}
            onAt={onAt}
            target={target}
            onExplain={setTarget}
          />
        </>
      ) : (
        <Waiting height={640} />
      )}
      {target && (
        <ExplanationSheet
          target={target}
          query={address.query}
          month={lastMonthIn(time.at, answer)}
          period={address.period}
          selected={linked.selected}
          named={figures.named}
          onMend={props.desk?.openBuilding ?? null}
          link={props.link}
          onClose={() => setTarget(null)}
        />
      )}
    </>
  );
}

function useAtChange(record: PeriodsOnRecord, change: ChangeAddress): (at: number) => void {
  return useCallback((at: number) => change({ month: monthAt(at, record) }, 'later'), [record, change]);
}

function SelectionLine({
  selected,
  figures: { named },
  onClear,
}: {
  readonly selected: readonly string[];
  readonly figures: Figures;
  readonly onClear: () => void;
}) {
  const { page, figures } = usePageWords();
  if (selected.length === 0) return null;
  const outside = named.size === 0 ? 0 : selected.filter((id) => !named.has(id)).length;
  return (
    <p className={css['selection']}>
      <strong>{page.selection.count(figures.number(selected.length, 0))}</strong>
      <Button size="small" onPress={onClear}>
        {page.selection.clear}
      </Button>
      <span>
        {page.selection.note} {outside > 0 && page.selection.outside(figures.number(outside, 0))}
      </span>
    </p>
  );
}
