import { useQuery } from '@tanstack/react-query';
import { useClient } from '#client/context.tsx';
import { settingsQuery } from '#client/query.ts';
import { type Looker, NotForRole } from '#views/empty/not-for-role.tsx';
import { useImportWords } from './use-import-words.ts';

/** Instead of imports, to whoever may not import: what to do about it. */
export function ForOthers({ me }: { readonly me: Looker }) {
  const { api } = useClient();
  const { words } = useImportWords();
  const hasAccounts = Boolean(useQuery(settingsQuery(api)).data?.signIn);
  return (
    <NotForRole
      title={words.notForRole}
      me={me}
      signInHref={hasAccounts ? `${api.base}sign-in?to=data/import` : null}
      backHref={api.base}
    />
  );
}
