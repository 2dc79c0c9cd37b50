/** 账号记录: what happened to accounts, latest first, for administrators. */
import {
  type InfiniteData,
  type UseInfiniteQueryResult,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type AccountEventFilter, accountEventsQuery, accountsQuery } from '#client/account-query.ts';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import { type AccountEventItem, type AccountEventKind, accountEventKinds } from '#contract/accounts.ts';
import { districtTime } from '#domain/district-time.ts';
import { useLanguage } from '#format/locale.tsx';
import { type AccountEventMessages, accountEventMessages } from '#format/messages/account-events.ts';
import { Button } from '#ui/button.tsx';
import { DateField } from '#ui/date-field.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { AdminOnly } from './admin-only.tsx';
import { actorText, detailText } from './event-text.ts';
import css from './events.module.css';
import { AccountFrame, Failure } from './parts.tsx';

function useTexts(): AccountEventMessages {
  return accountEventMessages[useLanguage().locale];
}

export function AccountEventsPage({ link }: { readonly link: (to: string, text: string) => ReactNode }) {
  const { api } = useClient();
  const texts = useTexts();
  const isAdmin = useQuery(meQuery(api)).data?.role === 'admin';
  const back = isAdmin && link('/accounts', `‹ ${texts.back}`);
  return (
    <AccountFrame title={texts.title} back={back} isWide>
      <AdminOnly path="accounts/events">
        <p className={css['note']}>{texts.intro}</p>
        <Log />
      </AdminOnly>
    </AccountFrame>
  );
}

const everything: AccountEventFilter = { account: null, kind: null, from: null, to: null };

function Log() {
  const { api } = useClient();
  const texts = useTexts();
  const [filter, setFilter] = useState(everything);
  const { from, to } = filter;
  const isTurned = from !== null && to !== null && from > to;
  const pages = useInfiniteQuery({ ...accountEventsQuery(api, filter), enabled: !isTurned });
  const events = pages.data?.pages.flatMap((page) => page.events) ?? [];
  return (
    <>
      <Filters filter={filter} onFilter={setFilter} />
      <div>
        <p role="status" className={css['note']}>
          {isTurned ? texts.turned : pages.isSuccess && events.length === 0 && texts.empty}
        </p>
        {pages.error && <Failed error={pages.error} onRetry={() => void pages.refetch()} />}
        {pages.isPending && !isTurned && <Skeleton height={240} />}
        {!isTurned && (
          <ol className={css['entries']} aria-label={texts.title}>
            {events.map((event) => (
              <Entry key={event.id} event={event} />
            ))}
          </ol>
        )}
      </div>
      {!isTurned && events.length > 0 && <Earlier pages={pages} />}
    </>
  );
}

/** Stays where it is pressed, so that the focus stays, too. */
function Earlier({
  pages: { data, hasNextPage, isFetchingNextPage, fetchNextPage },
}: {
  readonly pages: Pick<
    UseInfiniteQueryResult<InfiniteData<unknown>>,
    'data' | 'hasNextPage' | 'isFetchingNextPage' | 'fetchNextPage'
  >;
}) {
  const texts = useTexts();
  if (!hasNextPage && data?.pages.length === 1) return <p className={css['note']}>{texts.end}</p>;
  const text = hasNextPage ? texts.more : texts.end;
  return (
    <div>
      <Button isIdle={!hasNextPage || isFetchingNextPage} onPress={() => void fetchNextPage()}>
        {isFetchingNextPage ? texts.loading : text}
      </Button>
    </div>
  );
}

function Failed({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const texts = useTexts();
  return (
    <div>
      <Failure error={error} />
      <Button onPress={onRetry}>{texts.retry}</Button>
    </div>
  );
}

function Filters({
  filter,
  onFilter,
}: {
  readonly filter: AccountEventFilter;
  readonly onFilter: (filter: AccountEventFilter) => void;
}) {
  const { api } = useClient();
  const texts = useTexts();
  const accounts = useQuery(accountsQuery(api)).data?.accounts ?? [];
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <div className={css['filters']}>
      <SelectField
        label={texts.account}
        value={filter.account ?? ''}
        options={[
          { value: '', text: texts.all },
          ...accounts.map(({ id, name, login }) => ({ value: id, text: `${name} (${login})` })),
        ]}
        onChange={(account) => onFilter({ ...filter, account: account || null })}
      />
      <SelectField<AccountEventKind | ''>
        label={texts.kind}
        value={filter.kind ?? ''}
        options={[
          { value: '', text: texts.all },
          ...accountEventKinds.map((value) => ({ value, text: texts.kinds[value] })),
        ]}
        onChange={(kind) => onFilter({ ...filter, kind: kind || null })}
      />
      <DateField label={texts.from} value={filter.from} onChange={(from) => onFilter({ ...filter, from })} />
      <DateField label={texts.to} value={filter.to} onChange={(to) => onFilter({ ...filter, to })} />
      <Button size="small" isIdle={!isFiltered} onPress={() => onFilter(everything)}>
        {texts.clear}
      </Button>
    </div>
  );
}

function Entry({ event }: { readonly event: AccountEventItem }) {
  const { figures } = useLanguage();
  const texts = useTexts();
  const { at, kind, subject, address } = event;
  const local = districtTime(new Date(at));
  const detail = detailText(event, texts, figures.words);
  return (
    <li className={css['entry']}>
      <time dateTime={at}>
        {figures.date(local.slice(0, 10))} {local.slice(11, 19)}
      </time>
      <span className={css['what']}>
        <span className={css['kind']}>{texts.kinds[kind]}</span>
        {detail !== null && <span className={css['detail']}>{detail}</span>}
      </span>
      <span className={css['who']}>
        {actorText(event, texts)}
        {subject !== null && (
          <>
            <span aria-hidden="true" className={css['arrow']}>
              →
            </span>
            <span className="visually-hidden"> {texts.toWhom} </span>
            {subject}
          </>
        )}
      </span>
      <span className={css['where']}>{address !== null && texts.fromWhere(address)}</span>
    </li>
  );
}
