import { useQuery, useQueryClient } from '@tanstack/react-query';
import { sessionsQuery } from '#client/account-query.ts';
import { fetchNothing } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { endSession, signOutEverywhere } from '#contract/account-endpoints.ts';
import type { SessionItem } from '#contract/accounts.ts';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './account.module.css';
import { Panel } from './parts.tsx';
import { beginAnew, useAccountMessages, useAction, useMoment } from './use-account.ts';

export function SessionsPanel() {
  const { api } = useClient();
  const queries = useQueryClient();
  const texts = useAccountMessages();
  const action = useAction();
  const sessions = useQuery(sessionsQuery(api));
  const end = async ({ id }: SessionItem) => {
    await action.run(() => fetchNothing(api, { endpoint: endSession, params: { id } }));
    await queries.invalidateQueries(sessionsQuery(api));
  };
  const everywhere = async () => {
    const done = await action.run(() => fetchNothing(api, { endpoint: signOutEverywhere, params: {} }));
    if (done) beginAnew();
  };
  return (
    <Panel title={texts.sessionsTitle}>
      {sessions.isPending && <Skeleton height={48} />}
      <ul className={css['list']}>
        {sessions.data?.sessions.map((session) => (
          <Device key={session.id} session={session} onEnd={() => void end(session)} />
        ))}
      </ul>
      {action.error !== null && (
        <p role="alert" className={css['error']}>
          {action.error}
        </p>
      )}
      <div>
        <Button onPress={() => void everywhere()} isDisabled={action.isBusy}>
          {texts.signOutEverywhere}
        </Button>
      </div>
    </Panel>
  );
}

function Device({ session, onEnd }: { readonly session: SessionItem; readonly onEnd: () => void }) {
  const texts = useAccountMessages();
  const moment = useMoment();
  const device = [session.browser, session.system].filter((part) => part !== null).join(' · ');
  const name = device === '' ? texts.unknownDevice : device;
  return (
    <li className={css['item']}>
      <span className={css['who']}>
        {name}
        {session.isCurrent && ` (${texts.thisDevice})`}{' '}
        <span className={css['small']}>
          {session.address} · {texts.seen(moment(session.seenAt))}
        </span>
      </span>
      {!session.isCurrent && (
        <Button size="small" label={texts.endSessionOf(name)} onPress={onEnd}>
          {texts.endSession}
        </Button>
      )}
    </li>
  );
}
