import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Loaded } from '#client/engine-protocol.ts';
import { useBuildingRow } from '#client/use-engine.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { describeFilter } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { BottomSheet } from '#ui/bottom-sheet.tsx';
import { Button } from '#ui/button.tsx';
import { useRememberedSize } from '#ui/remembered-size.ts';
import { Sheet } from '#ui/sheet.tsx';
import type { SheetHeight } from '#ui/sheet-height.ts';
import { Splitter } from '#ui/splitter.tsx';
import { ProblemNotice } from '#views/filters/problem-notice.tsx';
import type { MapHandle } from '#views/map/district-map.tsx';
import { AnswerPane, FoundCounters, FoundTable } from './answer-pane.tsx';
import css from './find.module.css';
import { RailPane } from './rail-pane.tsx';
import { useFind, useFindState, usePresentQuery, useQueryPart } from './use-find.ts';
import { useLayout } from './use-layout.ts';

/** Asked for at once, so that the map arrives beside the rest and not after it. */
const mapPane = import('./map-pane.tsx');
const MapPane = lazy(() => mapPane.then((module) => ({ default: module.MapPane })));
const CardPane = lazy(() => import('./card-pane.tsx').then((module) => ({ default: module.CardPane })));

const CompareTray = lazy(() =>
  import('./compare-tray.tsx').then((module) => ({ default: module.CompareTray })),
);

export interface WorkspaceProps {
  readonly loaded: Loaded | null;
  readonly theme: 'light' | 'dark';
  readonly problems: readonly QueryProblem[];
  readonly onDismissProblems: () => void;
}

const answerLimits = { initial: 484, min: 380, max: 760 };

export function FindWorkspace({ loaded, theme, problems, onDismissProblems }: WorkspaceProps) {
  const { messages } = useLanguage();
  const layout = useLayout();
  const map = useRef<MapHandle>(null);
  useSelected();
  const isSelected = useFindState((state) => state.selected !== null);
  const waiting = <section className={css['map']} aria-label={messages.find.map} aria-busy="true" />;
  const place = (
    <Suspense fallback={waiting}>
      {loaded ? <MapPane loaded={loaded} theme={theme} map={map} /> : waiting}
    </Suspense>
  );
  const card = isSelected && (
    <Suspense fallback={null}>
      <CardPane map={map} layout={layout} />
    </Suspense>
  );
  return (
    <main id="content" className={css['page']} data-layout={layout} tabIndex={-1}>
      <h1 className="visually-hidden">{messages.find.page}</h1>
      {problems.length > 0 && <ProblemNotice problems={problems} onDismiss={onDismissProblems} />}
      {layout === 'wide' && <WideBody loaded={loaded} place={place} card={card} />}
      {layout === 'medium' && <MediumBody loaded={loaded} place={place} card={card} />}
      {layout === 'narrow' && <NarrowBody loaded={loaded} place={place} card={card} />}
      <Picked />
    </main>
  );
}

/** What is put aside to be compared. Its number is heard of wherever it was changed. */
function Picked() {
  const { messages, figures } = useLanguage();
  const { length } = useQueryPart((query) => query.view.picked);
  return (
    <>
      <span role="status" className="visually-hidden">
        {length > 0 && messages.find.pickedCount(figures.number(length, 0))}
      </span>
      {length > 0 && (
        <Suspense fallback={null}>
          <CompareTray />
        </Suspense>
      )}
    </>
  );
}

interface BodyProps {
  readonly loaded: Loaded | null;
  readonly place: ReactNode;
  readonly card: ReactNode;
}

function WideBody({ loaded, place, card }: BodyProps) {
  const { messages } = useLanguage();
  const [width, setWidth] = useRememberedSize('loulan.answers', answerLimits);
  return (
    <div className={css['body']} style={{ gridTemplateColumns: `304px minmax(0, 1fr) auto ${width}px` }}>
      <aside className={css['rail']} aria-label={messages.find.filters}>
        <RailPane loaded={loaded} />
      </aside>
      <div className={css['place']}>
        {place}
        {card}
      </div>
      <Splitter
        label={messages.find.resizeAnswers}
        grows="left"
        size={width}
        limits={answerLimits}
        onChange={setWidth}
      />
      <section className={css['answers']} aria-label={messages.find.answers}>
        <AnswerPane loaded={loaded} />
      </section>
    </div>
  );
}

function MediumBody({ loaded, place, card }: BodyProps) {
  const { messages } = useLanguage();
  return (
    <div className={css['body']}>
      <div className={css['place']}>
        {place}
        <div className={css['openFilters']}>
          <FilterDrawer loaded={loaded} placement="left" />
        </div>
        {card}
      </div>
      <section className={css['answers']} aria-label={messages.find.answers}>
        <AnswerPane loaded={loaded} />
      </section>
    </div>
  );
}

function NarrowBody({ loaded, place, card }: BodyProps) {
  const { messages } = useLanguage();
  const [height, setHeight] = useState<SheetHeight>('peek');
  const { find } = messages;
  return (
    <div className={css['body']}>
      <div className={css['place']}>
        {place}
        <div className={css['openFilters']}>
          <FilterDrawer loaded={loaded} placement="full" />
        </div>
      </div>
      <BottomSheet
        height={height}
        onHeightChange={setHeight}
        label={find.sheet}
        handleLabel={height === 'peek' ? find.raiseSheet : find.lowerSheet}
        summary={<FoundCounters loaded={loaded} />}
      >
        {height !== 'peek' && <FoundTable loaded={loaded} />}
      </BottomSheet>
      {card}
    </div>
  );
}

/** The rail where there is no room for one: a drawer whose button tells how many buildings it will show. */
function FilterDrawer({
  loaded,
  placement,
}: {
  readonly loaded: Loaded | null;
  readonly placement: 'left' | 'full';
}) {
  const { messages, figures } = useLanguage();
  const { names } = useFind();
  const [isOpen, setOpen] = useState(false);
  const query = usePresentQuery();
  const total = useFindState((state) => state.found?.answer.total ?? 0);
  const active = describeFilter(query, figures, names).length;
  const { find } = messages;
  return (
    <>
      <Button variant="quiet" onPress={() => setOpen(true)}>
        {find.showFilters(active)}
      </Button>
      <Sheet
        isOpen={isOpen}
        onOpenChange={setOpen}
        title={find.filters}
        closeLabel={find.closeFilters}
        placement={placement}
        isBare
        footer={
          <Button variant="primary" onPress={() => setOpen(false)}>
            {find.showResults(figures.number(total))}
          </Button>
        }
      >
        <div className={css['drawer']}>
          <RailPane loaded={loaded} />
        </div>
      </Sheet>
    </>
  );
}

/** The selected building follows the URL; one that the viewer does not have is said and let go. */
function useSelected(): void {
  const { finder, status } = useFind();
  const { messages } = useLanguage();
  const id = useFindState((state) => (state.draft ?? state.settled).view.selected);
  const shown = useFindState((state) => state.shown);
  const row = useBuildingRow(shown, id);
  const { noSuchBuilding } = messages.find;
  useEffect(() => {
    if (row === undefined) return;
    finder.store.setState({ selected: row });
    if (id === null || row !== null) return;
    status.add(noSuchBuilding(id));
    finder.look({ selected: null }, 'replace');
  }, [finder, status, id, row, noSuchBuilding]);
}
