import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionsQuery } from '#client/account-query.ts';
import { fetchNothing } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { changePassword } from '#contract/account-endpoints.ts';
import { TextField } from '#ui/text-field.tsx';
import { ActionForm, Panel } from './parts.tsx';
import { useAccountMessages, useAction, usePasswordNote } from './use-account.ts';

export function PasswordPanel({ login }: { readonly login: string }) {
  const { api } = useClient();
  const queries = useQueryClient();
  const texts = useAccountMessages();
  const action = useAction();
  const note = usePasswordNote();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const send = async () => {
    setDone(false);
    const body = { current, password };
    const done = await action.run(() => fetchNothing(api, { endpoint: changePassword, params: {}, body }));
    if (!done) return;
    setCurrent('');
    setPassword('');
    setDone(true);
    await queries.invalidateQueries(sessionsQuery(api));
  };
  return (
    <Panel title={texts.passwordTitle}>
      <ActionForm action={action} submit={texts.changePassword} onSubmit={() => void send()}>
        <input hidden readOnly autoComplete="username" value={login} />
        <TextField
          label={texts.currentPassword}
          value={current}
          onChange={setCurrent}
          type="password"
          autoComplete="current-password"
          isRequired
        />
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
      <p role="status">{isDone && texts.passwordChanged}</p>
    </Panel>
  );
}
