import { useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { fetchNothing } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { meQuery, settingsQuery } from '#client/query.ts';
import { useMessages } from '#format/locale.tsx';
import { MenuButton } from '#ui/popover.tsx';
import css from './shell.module.css';

/** Who is signed in, and what belongs to them; a way in for who is not. Nothing where a visitor chooses a role. */
export function AccountMenu() {
  const { api } = useClient();
  const { shell } = useMessages();
  const [, go] = useLocation();
  const me = useQuery(meQuery(api));
  const settings = useQuery(settingsQuery(api));
  if (!me.data || !settings.data?.signIn) return null;
  const { account, personas, role } = me.data;
  if (!account) {
    if (personas) return null;
    return (
      <a className={css['signIn']} href={`${api.base}sign-in`}>
        {shell.signIn}
      </a>
    );
  }
  const leave = async () => {
    // Its schemas are of no use to whoever only looks for a building.
    const { signOut } = await import('#contract/account-endpoints.ts');
    await fetchNothing(api, { endpoint: signOut, params: {} }).catch(() => undefined);
    window.location.assign(api.base);
  };
  return (
    <MenuButton
      trigger={<span className={css['account']}>{account.name}</span>}
      label={shell.accountMenu(account.name)}
      size="small"
      placement="bottom end"
      actions={[
        { id: 'own', text: shell.ownAccount, onAction: () => go('/account') },
        ...(role === 'admin'
          ? [{ id: 'accounts', text: shell.accounts, onAction: () => go('/accounts') }]
          : []),
        { id: 'signOut', text: shell.signOut, onAction: () => void leave() },
      ]}
    />
  );
}
