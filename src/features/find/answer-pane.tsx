import { lazy, Suspense, useCallback, useEffect, useMemo } from 'react';
import type { Loaded } from '#client/engine-protocol.ts';
import {
  type RangeField,
  rangeFields,
  type UnknownableField,
  unknownableFields,
} from '#domain/query/fields.ts';
import type { Query, Range } from '#domain/query/query.ts';
import { hiddenFields } from '#domain/visibility.ts';
import { describeFilter } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { useRememberedSize } from '#ui/remembered-size.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Splitter } from '#ui/splitter.tsx';
import { Counters } from '#views/counters/counters.tsx';
import { NoResults } from '#views/empty/no-results.tsx';
import { clearFilters, removeClause, setUnknown, toggleValue } from '#views/filters/clauses.ts';
import { BuildingTable } from '#views/table/building-table.tsx';
import { ExportMenu } from './export-menu.tsx';
import css from './find.module.css';
import { pointAt, rowLights } from './lights.ts';
import { useFind, useFindState, usePresentQuery, useQueryPart } from './use-find.ts';
import { usePicks } from './use-picks.ts';

const LinkedCharts = lazy(() =>
  import('#views/charts/linked-charts.tsx').then((module) => ({ default: module.LinkedCharts })),
);

const chartLimits = { initial: 264, min: 190, max: 520 };

/** The answer in figures, rows and charts. */
export function AnswerPane({ loaded }: { readonly loaded: Loaded | null }) {
  const [chartHeight, setChartHeight] = useRememberedSize('loulan.charts', chartLimits);
  const { messages } = useLanguage();
  return (
    <div className={css['answer']}>
      <FoundCounters loaded={loaded} />
      <FoundTable loaded={loaded} />
      <Splitter
        label={messages.find.resizeCharts}
        grows="up"
        size={chartHeight}
        limits={chartLimits}
        onChange={setChartHeight}
      />
      <div className={css['charts']} style={{ height: chartHeight }}>
        <FoundCharts loaded={loaded} />
      </div>
    </div>
  );
}

export function FoundCounters({ loaded }: { readonly loaded: Loaded | null }) {
  const answer = useFindState((state) => state.found?.answer ?? null);
  return (
    <Counters
      answer={answer}
      asOf={loaded?.header.asOf ?? null}
      synthetic={loaded?.header.isSample ?? false}
    />
  );
}

export function FoundTable({ loaded }: { readonly loaded: Loaded | null }) {
  const { finder, names } = useFind();
  const sort = useQueryPart((query) => query.sort);
  const columns = useQueryPart((query) => query.view.columns);
  const found = useFindState((state) => state.found);
  const picks = usePicks();
  const lights = useMemo(() => rowLights(finder.store), [finder]);
  const hidden = useMemo(() => (loaded ? hiddenFields(loaded.header.role) : []), [loaded]);
  return (
    <BuildingTable
      total={found?.answer.total ?? 0}
      offset={found?.answer.offset ?? 0}
      rows={found?.rows ?? []}
      onWindow={(window) => finder.store.setState({ window })}
      sort={sort}
      onSort={(next) => finder.change({ ...finder.query(), sort: next }, 'commit')}
      columns={columns}
      onColumns={(next) => finder.look({ columns: next }, 'push')}
      hidden={hidden}
      names={names}
      highlight={lights}
      onHover={(row) => finder.store.setState({ hovered: row && pointAt(row.row, row.position) })}
      onSelect={(row) => finder.look({ selected: row?.id ?? null }, 'push')}
      onOpen={(row) => finder.look({ selected: row.id }, 'push')}
      picked={picks.picked}
      onPick={(row) => picks.toggle(row.id)}
      loading={found === null}
      actions={<ExportMenu />}
      empty={<NothingFound />}
    />
  );
}

function NothingFound() {
  const { finder, names } = useFind();
  const { figures } = useLanguage();
  const query = usePresentQuery();
  const answer = useFindState((state) => state.found?.answer ?? null);
  const phrases = useMemo(() => describeFilter(query, figures, names), [query, figures, names]);
  if (!answer) return null;
  const isUnknownable = (clause: string): clause is UnknownableField =>
    (unknownableFields as readonly string[]).includes(clause);
  return (
    <NoResults
      relaxations={answer.relaxations}
      phrases={phrases}
      unknownOf={(clause) => {
        const { ranges, sets } = answer.facets;
        return { ...ranges, ...sets }[clause as RangeField]?.unknown ?? 0;
      }}
      onRelax={(clause) => finder.change(removeClause(query, clause), 'commit')}
      onIncludeUnknown={(clause) => {
        if (isUnknownable(clause)) finder.change(setUnknown(query, clause, true), 'commit');
      }}
      onClear={() => finder.change(clearFilters(query), 'commit')}
    />
  );
}

export function FoundCharts({ loaded }: { readonly loaded: Loaded | null }) {
  const { finder, names } = useFind();
  const { locale } = useLanguage();
  const chosenCircles = useQueryPart((query) => query.sets.circle) ?? noCircles;
  const vacancy = useQueryPart((query) => query.ranges.vacancy);
  const taxPerSqm = useQueryPart((query) => query.ranges.taxPerSqm);
  const ranges = useMemo(() => ({ vacancy, taxPerSqm }), [vacancy, taxPerSqm]);
  const answer = useFindState((state) => state.found?.answer ?? null);
  const lights = useMemo(() => rowLights(finder.store), [finder]);
  useEffect(() => {
    finder.store.setState({ charts: true });
    return () => finder.store.setState({ charts: false });
  }, [finder]);
  const shown = useFindState((state) => state.shown);
  const nameOf = useCallback(
    (row: number) =>
      (locale === 'zh' ? shown?.namesZh[row] : shown?.namesEn[row] || shown?.namesZh[row]) ?? '',
    [shown, locale],
  );
  const circles = loaded?.header.district.circles.map(({ id }) => id) ?? [];
  return (
    <Suspense fallback={<ChartsWaiting />}>
      <LinkedCharts
        circleVacancy={answer?.circleVacancy ?? null}
        scatter={answer?.scatter ?? null}
        loading={answer === null}
        chosenCircles={chosenCircles}
        ranges={ranges}
        thresholds={null}
        names={names}
        nameOf={nameOf}
        highlight={lights}
        onCircle={(id) => finder.change(toggleValue(finder.query(), 'circle', id, circles), 'commit')}
        onCircleClass={(id, range) => finder.change(withCircleClass(finder.query(), id, range), 'commit')}
        onBrush={(brush, phase) => finder.change(withRanges(finder.query(), brush), phase)}
        onHover={(row) => finder.store.setState({ hovered: row === null ? null : pointAt(row, null) })}
        onSelect={(row) => finder.look({ selected: shown?.ids[row] ?? null }, 'push')}
      />
    </Suspense>
  );
}

const noCircles: readonly string[] = [];

function withRanges(query: Query, ranges: Query['ranges']): Query {
  return { ...query, ranges: { ...query.ranges, ...ranges } };
}

/** One segment of a circle's bar: that circle, and that class of vacancy or what is unknown. */
function withCircleClass(query: Query, circle: string, range: Range | 'unknown'): Query {
  const sets = { ...query.sets, circle: [circle] };
  if (range !== 'unknown') return { ...query, sets, ranges: { ...query.ranges, vacancy: range } };
  return { ...query, sets };
}

function ChartsWaiting() {
  return (
    <div className={css['waiting']}>
      {rangeFields.slice(0, 6).map((field) => (
        <Skeleton key={field} height={16} />
      ))}
    </div>
  );
}
