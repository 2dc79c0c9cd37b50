import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError, fetchJson } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { lookAtLink, redeemLink } from '#contract/account-endpoints.ts';
import type { LinkItem } from '#contract/accounts.ts';
import { useLanguage } from '#format/locale.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './account.module.css';
import { AccountFrame, ActionForm } from './parts.tsx';
import { CodeStep } from './sign-in-page.tsx';
import { beginAnew, failureText, useAccountMessages, useAction, usePasswordNote } from './use-account.ts';

/** A one-time link: its token stands behind `#`, which a browser sends to nobody. */
export function LinkPage() {
  const { api } = useClient();
  const texts = useAccountMessages();
  const [token] = useState(() => window.location.hash.slice(1));
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: lookAtLink, params: {}, body: { token }, signal }),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [step, setStep] = useState<'password' | 'code'>('password');
  if (step === 'code') return <CodeStep onBack={null} />;
  const title = link.data?.kind === 'reset' ? texts.resetTitle : texts.invitationTitle;
  const isOver = link.error instanceof ApiError && link.error.problem?.status === 404;
  return (
    <AccountFrame title={title} isNarrow>
      <div className={css['panel']}>
        {link.isPending && <Skeleton />}
        {link.error && (
          <p role="alert" className={css['error']}>
            {isOver ? texts.linkOver : failureText(link.error, texts)}
          </p>
        )}
        {link.data && <Redemption token={token} link={link.data} onCode={() => setStep('code')} />}
      </div>
    </AccountFrame>
  );
}

function Redemption({
  token,
  link,
  onCode,
}: {
  readonly token: string;
  readonly link: LinkItem;
  readonly onCode: () => void;
}) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const { figures } = useLanguage();
  const action = useAction();
  const note = usePasswordNote();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const isOpen = link.login === null;
  const send = async () => {
    const body = { token, password, ...(isOpen && { name, login }) };
    const done = await action.run(() => fetchJson(api, { endpoint: redeemLink, params: {}, body }));
    if (done?.value.next === 'code') onCode();
    else if (done) beginAnew();
  };
  const invited = isOpen ? texts.firstLead : texts.invitationLead(figures.words.role[link.role]);
  return (
    <>
      <p className={css['lead']}>{link.kind === 'reset' ? texts.resetLead : invited}</p>
      {!isOpen && (
        <p>
          {link.name} <span className={css['small']}>{link.login}</span>
        </p>
      )}
      <ActionForm action={action} submit={texts.accept} onSubmit={() => void send()}>
        {isOpen && (
          <>
            <TextField label={texts.name} value={name} onChange={setName} autoComplete="name" isRequired />
            <TextField
              label={texts.login}
              value={login}
              onChange={setLogin}
              autoComplete="username"
              isRequired
            />
          </>
        )}
        {/* Password managers file the new password under this. */}
        {!isOpen && <input hidden readOnly autoComplete="username" value={link.login ?? ''} />}
        <TextField
          label={texts.newPassword}
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="new-password"
          note={note}
          isRequired
        />
      </ActionForm>
    </>
  );
}
