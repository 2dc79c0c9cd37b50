/** The views of the wall, each fed from the same answers. What the role may not see has no view. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { targetStandingsQuery, taxLadderQuery, watchlistQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { TargetStanding } from '#contract/cockpit.ts';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import type { CockpitAddress } from '#domain/cockpit/address.ts';
import { lastMonthIn, periodsPerYear, placeOf } from '#domain/cockpit/periods.ts';
import { maySeeTax, maySeeTenants, type Role } from '#domain/visibility.ts';
import { filterInWords, type NamesOf } from '#domain/words/describe.ts';
import type { ChartOrigin } from '#views/cockpit/cockpit-frame.tsx';
import { LargeKpis } from '#views/cockpit/large-kpis.tsx';
import { periodName } from '#views/cockpit/period-name.ts';
import { kpisOf } from '../chart-figures.ts';
import type { ChartsProps } from '../charts-section.tsx';
import type { IndicatorsAnswer, ShownFigures } from '../shown-figures.ts';
import { stripIds } from '../strip.tsx';
import type { Figures } from '../use-figures.ts';
import { useWallWords, type WallLanguage } from './use-wall-words.ts';
import { TaxView, TimeView, VacancyView } from './wall-charts.tsx';
import type { WallStageProps, WallView } from './wall-stage.tsx';
import { TargetsView, targetPages } from './wall-targets.tsx';
import { WatchView } from './wall-watch.tsx';

export interface ViewsQuestion {
  readonly address: CockpitAddress;
  readonly figures: Figures;
  readonly district: DistrictAnswer;
  readonly role: Role;
  readonly names: NamesOf;
  readonly onOpen: (buildingId: string) => void;
}

type Shown = Pick<WallStageProps, 'views' | 'scope' | 'period' | 'asOf' | 'isSample' | 'isEmpty'>;

export function useViews(question: ViewsQuestion): Shown {
  const { address, figures, district, names } = question;
  const language = useWallWords();
  const answer = figures.district;
  useChartsAhead();
  const answers = useOwnAnswers(question);
  const scope = useMemo(() => {
    const name = language.locale === 'zh' ? district.nameZh : district.nameEn;
    return `${name} · ${filterInWords(address.query, language.figures, names)}`;
  }, [district, address, names, language]);
  const at = answer ? placeOf(address, answer) : 0;
  const time = useMemo(() => ({ at, perYear: periodsPerYear[address.period] }), [at, address.period]);
  const period = answer ? periodName(answer.periods[at], language) : '';
  const views = useMemo(
    () =>
      answer && answer.matched > 0 && figures.shown
        ? viewsOf({ ...question, answers, answer, shown: figures.shown, time, scope, period, language })
        : [],
    [question, answers, answer, figures.shown, time, scope, period, language],
  );
  return {
    views,
    scope,
    period,
    asOf: answer?.asOf ?? null,
    isSample: figures.isSample,
    isEmpty: answer?.matched === 0,
  };
}

/** The code of the charts comes with the wall: later there may be no connection. */
function useChartsAhead(): void {
  useEffect(() => {
    import('#views/cockpit/time-chart.tsx').catch(() => undefined);
  }, []);
}

interface OwnAnswers {
  readonly watch: ReturnType<typeof useWatch>;
  readonly targets: readonly (readonly TargetStanding[])[];
  readonly ladder: ReturnType<typeof useLadder>;
}

/** Asked for while any view is shown, so that all of them stay when the connection does not. */
function useOwnAnswers({ address, figures, role }: ViewsQuestion): OwnAnswers {
  const { api } = useClient();
  const answer = figures.district;
  const month = answer ? lastMonthIn(placeOf(address, answer), answer) : undefined;
  const watch = useWatch(address, month);
  const targets = useQuery({ ...targetStandingsQuery(api), enabled: maySeeTenants(role) }).data;
  const ladder = useLadder(address, month, maySeeTax(role));
  return useMemo(
    () => ({ watch, targets: targetPages(targets?.items ?? []), ladder }),
    [watch, targets, ladder],
  );
}

function useWatch({ query, threshold }: CockpitAddress, month: string | undefined) {
  const { api } = useClient();
  const own = { threshold, ...(month !== undefined && { at: month }) };
  return useQuery({ ...watchlistQuery(api, query, own), enabled: month !== undefined }).data;
}

function useLadder({ query }: CockpitAddress, month: string | undefined, isAllowed: boolean) {
  const { api } = useClient();
  return useQuery({ ...taxLadderQuery(api, query, month), enabled: isAllowed && month !== undefined }).data;
}

interface Given extends ViewsQuestion {
  readonly answers: OwnAnswers;
  readonly answer: IndicatorsAnswer;
  readonly shown: ShownFigures;
  readonly time: ChartsProps['time'];
  readonly scope: string;
  readonly period: string;
  readonly language: WallLanguage;
}

function viewsOf(given: Given): readonly WallView[] {
  const { answers, answer, shown, time, scope, period, language, role, names, district, figures } = given;
  const { wall } = language;
  const origin: ChartOrigin = { scope, period, asOf: answer.asOf, synthetic: figures.isSample };
  const charts: ChartsProps = {
    shown,
    periods: answer.periods,
    time,
    onAt: ignore,
    bounds: district.bounds,
    names,
    origin,
    narrowed: null,
    onNarrow: ignore,
  };
  const view = (id: keyof typeof wall.views, content: WallView['content'], page = 0): WallView => ({
    id: page === 0 ? id : `${id} ${page}`,
    title: wall.views[id],
    content,
  });
  const place = { at: time.at, periods: answer.periods };
  return [
    view('kpis', <LargeKpis kpis={kpisOf(stripIds(role), shown.whole, place, language)} time={time} />),
    view('time', <TimeView {...charts} />),
    view('vacancy', <VacancyView {...charts} figures={figures} />),
    ...(answers.watch ? [view('watch', <WatchView list={answers.watch} names={names} />)] : []),
    ...answers.targets.map((items, page) =>
      view('targets', <TargetsView items={items} names={names} />, page),
    ),
    ...(answers.ladder
      ? [view('tax', <TaxView {...charts} figures={figures} ladder={answers.ladder} onOpen={given.onOpen} />)]
      : []),
  ];
}

/** A wall has nobody who chooses. */
const ignore = () => undefined;
