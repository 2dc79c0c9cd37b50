import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ownAccountQuery } from '#client/account-query.ts';
import { fetchJson, fetchNothing } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import {
  beginTwoFactor,
  confirmTwoFactor,
  makeRecoveryCodes,
  removeTwoFactor,
} from '#contract/account-endpoints.ts';
import { Button } from '#ui/button.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { TextField } from '#ui/text-field.tsx';
import css from './account.module.css';
import { ActionForm, CopyButton, Panel } from './parts.tsx';
import { useAccountMessages, useAction } from './use-account.ts';

interface Setup {
  readonly secret: string;
  readonly uri: string;
}

type Step =
  | { readonly kind: 'rest' }
  | { readonly kind: 'secret'; readonly setup: Setup }
  | { readonly kind: 'codes'; readonly codes: readonly string[] };

export function TwoFactorPanel({ isOn }: { readonly isOn: boolean }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const texts = useAccountMessages();
  const [step, setStep] = useState<Step>({ kind: 'rest' });
  const refresh = () => queries.invalidateQueries({ ...ownAccountQuery(api), exact: true });
  const rest = () => {
    setStep({ kind: 'rest' });
    void refresh();
  };
  return (
    <Panel title={texts.twoFactorTitle}>
      {step.kind === 'rest' && (
        <>
          <p className={css['lead']}>{isOn ? texts.twoFactorOn : texts.twoFactorOff}</p>
          {isOn ? (
            <ChangeFactor onCodes={(codes) => setStep({ kind: 'codes', codes })} onOff={rest} />
          ) : (
            <BeginFactor onSetup={(setup) => setStep({ kind: 'secret', setup })} />
          )}
        </>
      )}
      {step.kind === 'secret' && (
        <ConfirmFactor setup={step.setup} onCodes={(codes) => setStep({ kind: 'codes', codes })} />
      )}
      {step.kind === 'codes' && <RecoveryCodes codes={step.codes} onDone={rest} />}
    </Panel>
  );
}

function PasswordEntry({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const texts = useAccountMessages();
  return (
    <TextField
      label={texts.confirmPassword}
      value={value}
      onChange={onChange}
      type="password"
      autoComplete="current-password"
      isRequired
    />
  );
}

function BeginFactor({ onSetup }: { readonly onSetup: (setup: Setup) => void }) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const action = useAction();
  const [password, setPassword] = useState('');
  const send = async () => {
    const body = { password };
    const done = await action.run(() => fetchJson(api, { endpoint: beginTwoFactor, params: {}, body }));
    if (done) onSetup(done.value);
  };
  return (
    <ActionForm action={action} submit={texts.setUp} onSubmit={() => void send()}>
      <PasswordEntry value={password} onChange={setPassword} />
    </ActionForm>
  );
}

function ConfirmFactor({
  setup,
  onCodes,
}: {
  readonly setup: Setup;
  readonly onCodes: (codes: readonly string[]) => void;
}) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const action = useAction();
  const [code, setCode] = useState('');
  const send = async () => {
    const body = { code };
    const done = await action.run(() => fetchJson(api, { endpoint: confirmTwoFactor, params: {}, body }));
    if (done) onCodes(done.value.recoveryCodes);
  };
  return (
    <>
      <p className={css['lead']}>{texts.secretLead}</p>
      <QrCode text={setup.uri} label={texts.qrCode} />
      <p>
        {texts.secret} <code className={css['secret']}>{setup.secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <a className={css['link']} href={setup.uri}>
        {texts.openInApp}
      </a>
      <ActionForm action={action} submit={texts.confirm} onSubmit={() => void send()}>
        <TextField
          label={texts.code}
          value={code}
          onChange={setCode}
          autoComplete="one-time-code"
          inputMode="numeric"
          hasFocus
          isRequired
        />
      </ActionForm>
    </>
  );
}

function ChangeFactor({
  onCodes,
  onOff,
}: {
  readonly onCodes: (codes: readonly string[]) => void;
  readonly onOff: () => void;
}) {
  const { api } = useClient();
  const texts = useAccountMessages();
  const action = useAction();
  const [password, setPassword] = useState('');
  const body = { password };
  const off = async () => {
    if (await action.run(() => fetchNothing(api, { endpoint: removeTwoFactor, params: {}, body }))) onOff();
  };
  const renew = async () => {
    const done = await action.run(() => fetchJson(api, { endpoint: makeRecoveryCodes, params: {}, body }));
    if (done) onCodes(done.value.recoveryCodes);
  };
  return (
    <>
      <ActionForm action={action} submit={texts.newRecovery} onSubmit={() => void renew()}>
        <PasswordEntry value={password} onChange={setPassword} />
      </ActionForm>
      <div>
        <Button onPress={() => void off()} isDisabled={action.isBusy || password === ''}>
          {texts.turnOff}
        </Button>
      </div>
    </>
  );
}

function RecoveryCodes({
  codes,
  onDone,
}: {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}) {
  const texts = useAccountMessages();
  return (
    <>
      <h3>{texts.recoveryTitle}</h3>
      <p className={css['lead']}>{texts.recoveryLead}</p>
      <ul className={css['codes']}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={css['row']}>
        <CopyButton text={codes.join('\n')} label={texts.copyAll} />
        <Button variant="primary" onPress={onDone}>
          {texts.done}
        </Button>
      </div>
    </>
  );
}
