import { useState } from 'react';
import { fetchJson } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { invite } from '#contract/administration-endpoints.ts';
import { type Role, roles } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { ReadyLink } from './accounts-page.tsx';
import { ActionForm, Panel } from './parts.tsx';
import { useAccountMessages, useAction } from './use-account.ts';

export function InvitePanel({ onLink }: { readonly onLink: (made: ReadyLink) => void }) {
  const { api } = useClient();
  const { figures } = useLanguage();
  const texts = useAccountMessages();
  const action = useAction();
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [role, setRole] = useState<Role>('staff');
  const send = async () => {
    const body = { name, login, role };
    const done = await action.run(() => fetchJson(api, { endpoint: invite, params: {}, body }));
    if (!done) return;
    onLink({ name, link: done.value });
    setName('');
    setLogin('');
  };
  return (
    <Panel title={texts.inviteTitle}>
      <ActionForm action={action} submit={texts.invite} onSubmit={() => void send()}>
        <TextField label={texts.name} value={name} onChange={setName} isRequired />
        <TextField label={texts.login} value={login} onChange={setLogin} isRequired />
        <SelectField
          label={texts.role}
          value={role}
          options={roles.map((value) => ({ value, text: figures.words.role[value] }))}
          onChange={setRole}
        />
      </ActionForm>
    </Panel>
  );
}
