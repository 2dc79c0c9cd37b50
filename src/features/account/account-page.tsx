import { useQuery } from '@tanstack/react-query';
import { ownAccountQuery } from '#client/account-query.ts';
import { useClient } from '#client/context.tsx';
import type { AccountItem } from '#contract/accounts.ts';
import { useLanguage } from '#format/locale.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './account.module.css';
import { AccountFrame, Failure, Panel } from './parts.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { TwoFactorPanel } from './two-factor-panel.tsx';
import { useAccountMessages } from './use-account.ts';

/** One's own account: password, second factor, where one is signed in. */
export function AccountPage() {
  const { api } = useClient();
  const texts = useAccountMessages();
  const own = useQuery(ownAccountQuery(api));
  return (
    <AccountFrame title={texts.accountTitle}>
      {own.isPending && <Skeleton height={120} />}
      {own.error && <Failure error={own.error} />}
      {own.data && <Own account={own.data} />}
    </AccountFrame>
  );
}

function Own({ account }: { readonly account: AccountItem }) {
  const { figures } = useLanguage();
  const texts = useAccountMessages();
  return (
    <>
      <p>
        {account.name}{' '}
        <span className={css['small']}>
          {account.login} · {figures.words.role[account.role]}
        </span>
      </p>
      {account.hasPassword ? (
        <>
          <PasswordPanel login={account.login} />
          <TwoFactorPanel isOn={account.hasTwoFactor} />
        </>
      ) : (
        <Panel title={texts.passwordTitle}>
          <p className={css['lead']}>{texts.twoFactorElsewhere}</p>
        </Panel>
      )}
      <SessionsPanel />
    </>
  );
}
