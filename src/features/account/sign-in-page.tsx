import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fetchJson } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { settingsQuery } from '#client/query.ts';
import { enterCode, signIn, startOidc } from '#contract/account-endpoints.ts';
import { urlOf } from '#contract/endpoint.ts';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './account.module.css';
import { AccountFrame, ActionForm } from './parts.tsx';
import { beginAnew, useAccountMessages, useAction, wantedPath } from './use-account.ts';

/** Password, then a code where a second factor is on. `?step=code` continues a sign-in that a service began. */
export function SignInPage() {
  const { api } = useClient();
  const settings = useQuery(settingsQuery(api));
  const texts = useAccountMessages();
  const asked = new URLSearchParams(window.location.search);
  const [step, setStep] = useState<'password' | 'code'>(asked.get('step') === 'code' ? 'code' : 'password');
  if (settings.data?.signIn === null) {
    return (
      <AccountFrame title={texts.signInTitle} isNarrow>
        <p className={css['lead']}>{texts.noSignIn}</p>
      </AccountFrame>
    );
  }
  if (step === 'code') return <CodeStep onBack={() => setStep('password')} />;
  const service = settings.data?.signIn.service ?? null;
  const wanted = wantedPath();
  const serviceHref = urlOf(api.base, startOidc, {}, wanted === '' ? '' : `to=${wanted}`);
  return (
    <AccountFrame title={texts.signInTitle} isNarrow>
      <div className={css['panel']}>
        <p className={css['lead']}>{texts.signInLead}</p>
        {asked.has('failed') && (
          <p role="alert" className={css['error']}>
            {texts.serviceFailed}
          </p>
        )}
        <PasswordStep onCode={() => setStep('code')} />
        {service !== null && (
          <a className={css['link']} href={serviceHref}>
            {texts.signInWith(service)}
          </a>
        )}
        <p className={css['small']}>{texts.forgotten}</p>
      </div>
    </AccountFrame>
  );
}

function PasswordStep({ onCode }: { readonly onCode: () => void }) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const action = useAction();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const send = async () => {
    const done = await action.run(() =>
      fetchJson(api, { endpoint: signIn, params: {}, body: { login, password } }),
    );
    if (done?.value.next === 'code') onCode();
    else if (done) beginAnew(wantedPath());
  };
  return (
    <ActionForm action={action} submit={texts.signIn} onSubmit={() => void send()}>
      <TextField
        label={texts.login}
        value={login}
        onChange={setLogin}
        autoComplete="username"
        hasFocus
        isRequired
      />
      <TextField
        label={texts.password}
        value={password}
        onChange={setPassword}
        type="password"
        autoComplete="current-password"
        isRequired
      />
    </ActionForm>
  );
}

export function CodeStep({ onBack }: { readonly onBack: (() => void) | null }) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const action = useAction();
  const [code, setCode] = useState('');
  const send = async () => {
    const done = await action.run(() => fetchJson(api, { endpoint: enterCode, params: {}, body: { code } }));
    if (done) beginAnew(wantedPath());
  };
  return (
    <AccountFrame title={texts.codeTitle} isNarrow>
      <div className={css['panel']}>
        <p className={css['lead']}>{texts.codeLead}</p>
        <ActionForm action={action} submit={texts.next} onSubmit={() => void send()}>
          <TextField
            label={texts.code}
            value={code}
            onChange={setCode}
            autoComplete="one-time-code"
            hasFocus
            isRequired
          />
        </ActionForm>
        {onBack && (
          <div>
            <Button variant="plain" onPress={onBack}>
              {texts.back}
            </Button>
          </div>
        )}
      </div>
    </AccountFrame>
  );
}
