/** The buildings above the line, the emptiest first, in type that is read from across a room. */
import type { Watchlist } from '#contract/cockpit.ts';
import { vacancyClass } from '#domain/engine/answer.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { indicatorLine } from '#views/cockpit/indicator-text.ts';
import { nameIn } from '../use-page-words.ts';
import { useWallWords } from './use-wall-words.ts';
import css from './wall-watch.module.css';

/** As many as fit. */
const shownRows = 9;

export function WatchView({ list, names }: { readonly list: Watchlist; readonly names: NamesOf }) {
  const language = useWallWords();
  const { wall, figures } = language;
  const count = (value: number) => wall.buildings(figures.number(value, 0));
  const hidden = list.items.length - shownRows;
  return (
    <div className={css['watch']}>
      <dl className={css['sums']}>
        <div>
          <dt>{wall.caught(figures.percent(list.threshold))}</dt>
          <dd>
            {count(list.caught)} <span className={css['muted']}>{wall.of(figures.number(list.of, 0))}</span>
          </dd>
        </div>
        <div>
          <dt>{wall.vacantArea}</dt>
          <dd>{indicatorLine('sqm', list.vacantArea, language)}</dd>
        </div>
        <div>
          <dt>{wall.unknown}</dt>
          <dd>{count(list.unknown)}</dd>
        </div>
      </dl>
      {list.items.length === 0 ? (
        <p className={css['muted']}>{wall.none}</p>
      ) : (
        <Rows list={list} names={names} />
      )}
      <p className={css['more']}>{hidden > 0 && wall.more(figures.number(hidden, 0))}</p>
    </div>
  );
}

function Rows({ list, names }: { readonly list: Watchlist; readonly names: NamesOf }) {
  const { wall } = useWallWords();
  const items = list.items.slice(0, shownRows);
  const hasPlans = items.some(({ plan }) => plan !== undefined);
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{wall.columns.building}</th>
          <th scope="col" className={css['place']}>
            {wall.columns.circle}
          </th>
          <th scope="col" className={css['bars']}>
            {wall.columns.rate}
          </th>
          <th scope="col" className={css['number']}>
            {wall.columns.area}
          </th>
          <th scope="col" className={css['months']}>
            {wall.columns.months}
          </th>
          {hasPlans && (
            <th scope="col" className={css['plan']}>
              {wall.columns.plan}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <Row key={item.buildingId} item={item} names={names} hasPlans={hasPlans} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  item,
  names,
  hasPlans,
}: {
  readonly item: Watchlist['items'][number];
  readonly names: NamesOf;
  readonly hasPlans: boolean;
}) {
  const { wall, page, figures, locale } = useWallWords();
  const { vacancyRate, vacantArea, circleId, plan } = item;
  const paint = `var(--vacancy-${vacancyClass(vacancyRate)})`;
  return (
    <tr>
      <th scope="row" className={css['name']}>
        {nameIn(locale, item)}
      </th>
      <td className={css['place']}>
        {circleId === null ? figures.words.unknown : names('circle', circleId)}
      </td>
      <td className={css['bars']}>
        <span className={css['bar']} style={{ inlineSize: `${vacancyRate * 100}%`, background: paint }} />
        <span className={css['rate']}>{figures.percent(vacancyRate)}</span>
      </td>
      <td className={css['number']}>
        {vacantArea === null ? figures.words.unknown : figures.number(vacantArea, 0)}
      </td>
      <td className={css['months']}>{figures.number(item.monthsAbove, 0)}</td>
      {hasPlans && (
        <td className={css['plan']}>
          {plan ? (page.watch.statuses[plan.status] ?? plan.status) : wall.noPlan}
        </td>
      )}
    </tr>
  );
}
