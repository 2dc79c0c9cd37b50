import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClient } from '#client/context.tsx';
import { meQuery, settingsQuery } from '#client/query.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { NotForRole } from '#views/empty/not-for-role.tsx';
import { Failure } from './parts.tsx';
import { useAccountMessages } from './use-account.ts';

/** What only administrators may open; to others it says so, and asks the server for nothing. */
export function AdminOnly({ path, children }: { readonly path: string; readonly children: ReactNode }) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const me = useQuery(meQuery(api));
  const settings = useQuery(settingsQuery(api));
  const error = me.error ?? settings.error;
  if (error) return <Failure error={error} />;
  if (!me.data || !settings.data) return <Skeleton height={120} />;
  if (me.data.role === 'admin') return children;
  return (
    <NotForRole
      title={texts.notAdmin}
      me={me.data}
      signInHref={settings.data.signIn ? `${api.base}sign-in?to=${path}` : null}
      backHref={api.base}
    />
  );
}
