/** 空置预警: who is above the line, for how long, and what is done about it. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { watchlistQuery } from '#client/cockpit.ts';
import { useClient } from '#client/context.tsx';
import type { PlanSummary, Watchlist, WatchlistItem } from '#contract/cockpit.ts';
import type { IsoMonth } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { Button } from '#ui/button.tsx';
import { exactText, indicatorLine } from '#views/cockpit/indicator-text.ts';
import { Answered } from './panel.tsx';
import { nameIn, usePageWords } from './use-page-words.ts';
import { useRested } from './use-rested.ts';
import css from './watch-list.module.css';

export interface PlanWays {
  readonly open: (buildingId: string, plan: PlanSummary) => void;
  readonly add: (buildingId: string) => void;
}

export interface WatchListProps {
  readonly query: Query;
  readonly month: IsoMonth;
  readonly threshold: number;
  readonly onThreshold: (threshold: number) => void;
  /** Vacancy of each building at that time, for counts while the line is dragged. */
  readonly rates: readonly (number | null)[];
  /** What finished plans brought; undefined where the role may not see it. */
  readonly premium: number | null | undefined;
  readonly plans: PlanWays | null;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** How long the line and the month must rest until the list is asked for anew, ms. */
const restMs = 150;
const shownAtFirst = 14;

export function WatchList(props: WatchListProps) {
  const { api } = useClient();
  const [line, setLine] = useLine(props);
  const threshold = useRested(line, restMs);
  const month = useRested(props.month, restMs);
  const list = useQuery(watchlistQuery(api, props.query, { threshold, at: month }));
  return (
    <div className={css['list']}>
      <Line rates={props.rates} threshold={line} onThreshold={setLine} />
      <Answered query={list} height={320}>
        {(data) => (
          <>
            <Sums list={data} premium={props.premium} />
            <Items list={data} plans={props.plans} link={props.link} />
          </>
        )}
      </Answered>
    </div>
  );
}

/** The line as it is dragged: ahead of the address, which follows. */
function useLine({ threshold, onThreshold }: WatchListProps): [number, (line: number) => void] {
  const [line, setLine] = useState(threshold);
  const [settled, setSettled] = useState(threshold);
  if (settled !== threshold) {
    setSettled(threshold);
    setLine(threshold);
  }
  const set = (next: number) => {
    setLine(next);
    onThreshold(next);
  };
  return [line, set];
}

/** The line itself; how many it catches is said while it moves. */
function Line({
  threshold,
  onThreshold,
  rates,
}: Pick<WatchListProps, 'threshold' | 'onThreshold' | 'rates'>) {
  const { page, figures } = usePageWords();
  const id = useId();
  const caught = rates.filter((rate) => rate !== null && rate > threshold).length;
  const line = figures.percent(threshold);
  const count = page.watch.caughtOf(figures.number(caught, 0), figures.number(rates.length, 0));
  return (
    <div className={css['line']}>
      <label htmlFor={id}>{page.watch.line}</label>
      <output htmlFor={id} className={css['value']}>
        {line}
      </output>
      <input
        id={id}
        type="range"
        className={`${css['range']} no-print`}
        min={0}
        max={100}
        step={1}
        value={Math.round(threshold * 100)}
        aria-valuetext={`${line} · ${count}`}
        aria-description={page.watch.lineHelp}
        onChange={(event) => onThreshold(Number(event.currentTarget.value) / 100)}
      />
      <strong className={css['count']}>{count}</strong>
      <span className={css['help']}>{page.watch.lineHelp}</span>
    </div>
  );
}

function Sums({ list, premium }: { readonly list: Watchlist; readonly premium: number | null | undefined }) {
  const language = usePageWords();
  const { page, figures, cockpit } = language;
  const { districtVacancy: whole } = list;
  const covered =
    whole.coverage !== null && whole.coverage < 1
      ? cockpit.aside(cockpit.covered(coverageInWords(whole.coverage, figures)))
      : '';
  const count = (value: number) => page.watch.buildingsCount(figures.number(value, 0));
  return (
    <dl className={css['sums']}>
      <Sum name={page.watch.area} value={indicatorLine('sqm', list.vacantArea, language)} />
      <Sum name={page.watch.share} value={indicatorLine('ratio', whole.value, language) + covered} />
      <Sum name={page.watch.unknown} value={count(list.unknown)} />
      {premium !== undefined && (
        <Sum
          name={page.watch.premium}
          note={page.watch.premiumNote}
          value={indicatorLine('ratio', premium, language)}
        />
      )}
    </dl>
  );
}

function Sum({
  name,
  value,
  note,
}: {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}) {
  return (
    <div>
      <dt title={note}>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Items({ list, plans, link }: { readonly list: Watchlist } & Pick<WatchListProps, 'plans' | 'link'>) {
  const { page, figures, cockpit } = usePageWords();
  const [isWhole, setWhole] = useState(false);
  const { items } = list;
  if (items.length === 0) {
    return (
      <p className={css['none']}>
        {page.watch.none}
        {list.unknown > 0 && ` ${page.watch.noneUnknown(figures.number(list.unknown, 0))}`}
      </p>
    );
  }
  const hasPlans = items.some(({ plan }) => plan !== undefined);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className={css['scroll']} aria-label={page.table(page.sections.watchlist)} tabIndex={0}>
        <table className={css['table']}>
          <thead>
            <tr>
              <th scope="col">{page.drill.building}</th>
              <th scope="col">{page.watch.rate}</th>
              <th scope="col">{cockpit.withUnit(page.watch.area, cockpit.unit.sqm)}</th>
              <th scope="col">{page.watch.months}</th>
              {hasPlans && <th scope="col">{page.watch.plan}</th>}
            </tr>
          </thead>
          <tbody>
            {(isWhole ? items : items.slice(0, shownAtFirst)).map((item) => (
              <ItemRow key={item.buildingId} item={item} hasPlans={hasPlans} plans={plans} link={link} />
            ))}
          </tbody>
        </table>
      </section>
      {!isWhole && items.length > shownAtFirst && (
        <p className="no-print">
          <Button size="small" onPress={() => setWhole(true)}>
            {page.watch.showAll(figures.number(items.length, 0))}
          </Button>
        </p>
      )}
    </>
  );
}

function ItemRow({
  item,
  hasPlans,
  plans,
  link,
}: { readonly item: WatchlistItem; readonly hasPlans: boolean } & Pick<WatchListProps, 'plans' | 'link'>) {
  const language = usePageWords();
  const { page, figures, locale } = language;
  const name = nameIn(locale, item);
  return (
    <tr>
      <th scope="row">{link(`/buildings/${encodeURIComponent(item.buildingId)}`, name)}</th>
      <td>{figures.percent(item.vacancyRate)}</td>
      <td>{exactText('sqm', item.vacantArea, language)}</td>
      <td>
        {figures.number(item.monthsAbove, 0)}{' '}
        <span className={css['muted']}>{page.watch.since(figures.month(item.since))}</span>
      </td>
      {hasPlans && (
        <td>
          <Plan plan={item.plan ?? null} name={name} buildingId={item.buildingId} plans={plans} />
        </td>
      )}
    </tr>
  );
}

function Plan({
  plan,
  name,
  buildingId,
  plans,
}: {
  readonly plan: PlanSummary | null;
  readonly name: string;
  readonly buildingId: string;
  readonly plans: PlanWays | null;
}) {
  const { page, figures } = usePageWords();
  if (!plan) {
    return plans ? (
      <Button size="small" label={page.watch.addPlanFor(name)} onPress={() => plans.add(buildingId)}>
        {page.watch.addPlan}
      </Button>
    ) : (
      <span className={css['muted']}>{page.watch.noPlan}</span>
    );
  }
  const parts = [
    page.watch.statuses[plan.status] ?? plan.status,
    plan.measures > 0 && page.watch.measures(figures.number(plan.done, 0), figures.number(plan.measures, 0)),
    plan.dueOn !== null && page.watch.due(figures.date(plan.dueOn)),
  ].filter(Boolean);
  return (
    <span className={css['plan']}>
      {plans ? (
        <button
          type="button"
          className={css['open']}
          aria-label={page.watch.openPlan(plan.title)}
          onClick={() => plans.open(buildingId, plan)}
        >
          {plan.title}
        </button>
      ) : (
        plan.title
      )}
      <span className={css['muted']}>{parts.join(' · ')}</span>
    </span>
  );
}
