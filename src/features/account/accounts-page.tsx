import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { accountsQuery } from '#client/account-query.ts';
import { fetchNothing } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import type { InvitationItem, OneTimeLink } from '#contract/accounts.ts';
import { withdrawInvitation } from '#contract/administration-endpoints.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './account.module.css';
import { AccountRow } from './account-row.tsx';
import { AdminOnly } from './admin-only.tsx';
import { InvitePanel } from './invite-panel.tsx';
import { AccountFrame, CopyButton, Failure, Panel } from './parts.tsx';
import { useAccountMessages, useAction, useMoment } from './use-account.ts';

export interface ReadyLink {
  readonly name: string;
  readonly link: OneTimeLink;
}

/** The accounts of others, for administrators. */
export function AccountsPage({ link }: { readonly link: (to: string, text: string) => ReactNode }) {
  const texts = useAccountMessages();
  return (
    <AccountFrame title={texts.accountsTitle}>
      <AdminOnly path="accounts">
        <p className={css['links']}>{link('/accounts/events', texts.eventsTitle)}</p>
        <Accounts />
      </AdminOnly>
    </AccountFrame>
  );
}

function Accounts() {
  const { api } = useClient();
  const queries = useQueryClient();
  const texts = useAccountMessages();
  const me = useQuery(meQuery(api));
  const listed = useQuery(accountsQuery(api));
  const [ready, setReady] = useState<ReadyLink | null>(null);
  const refresh = () => void queries.invalidateQueries(accountsQuery(api));
  const onLink = (made: ReadyLink) => {
    setReady(made);
    refresh();
  };
  return (
    <>
      {listed.isPending && <Skeleton height={120} />}
      {listed.error && <Failure error={listed.error} />}
      {listed.data && (
        <>
          <InvitePanel onLink={onLink} />
          <div role="status">{ready && <LinkNote ready={ready} />}</div>
          <Panel title={texts.people}>
            <ul className={css['list']}>
              {listed.data.accounts.map((account) => (
                <AccountRow
                  key={account.id}
                  account={account}
                  isOwn={account.id === me.data?.account?.id}
                  onChange={refresh}
                  onLink={onLink}
                />
              ))}
            </ul>
          </Panel>
          {listed.data.invitations.length > 0 && (
            <Panel title={texts.open}>
              <ul className={css['list']}>
                {listed.data.invitations.map((invitation) => (
                  <Invitation key={invitation.id} invitation={invitation} onChange={refresh} />
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
    </>
  );
}

function LinkNote({ ready }: { readonly ready: ReadyLink }) {
  const texts = useAccountMessages();
  const moment = useMoment();
  const url = new URL(ready.link.path, window.location.href).href;
  return (
    <div className={css['panel']}>
      <p>{texts.linkReady(ready.name, moment(ready.link.expiresAt))}</p>
      <code className={css['oneTime']}>{url}</code>
      <div>
        <CopyButton text={url} label={texts.copyLink} />
      </div>
    </div>
  );
}

function Invitation({
  invitation,
  onChange,
}: {
  readonly invitation: InvitationItem;
  readonly onChange: () => void;
}) {
  const { api } = useClient();
  const { figures } = useLanguage();
  const texts = useAccountMessages();
  const moment = useMoment();
  const action = useAction();
  const { id, name, login, role, expiresAt } = invitation;
  const withdraw = async () => {
    await action.run(() => fetchNothing(api, { endpoint: withdrawInvitation, params: { id } }));
    onChange();
  };
  return (
    <li className={css['item']}>
      <span className={css['who']}>
        {name}{' '}
        <span className={css['small']}>
          {login} · {figures.words.role[role]} · {texts.expires(moment(expiresAt))}
        </span>
      </span>
      <Button size="small" label={texts.withdrawOf(name)} onPress={() => void withdraw()}>
        {texts.withdraw}
      </Button>
    </li>
  );
}
