import { useQuery } from '@tanstack/react-query';
import { useClient } from '#client/context.tsx';
import { settingsQuery } from '#client/query.ts';
import { type Looker, NotForRole } from '#views/empty/not-for-role.tsx';

/** Instead of a page that is not for the role. */
export function Refused({
  title,
  me,
  path,
}: {
  readonly title: string;
  readonly me: Looker;
  /** Where the page is, to come back to after signing in. */
  readonly path: string;
}) {
  const { api } = useClient();
  const hasAccounts = Boolean(useQuery(settingsQuery(api)).data?.signIn);
  const signInHref = hasAccounts ? `${api.base}sign-in?to=${path}` : null;
  return <NotForRole title={title} me={me} signInHref={signInHref} backHref={api.base} />;
}
