import { fetchJson } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import type { AccountItem, AccountPatch } from '#contract/accounts.ts';
import { changeAccount, makeResetLink } from '#contract/administration-endpoints.ts';
import { roles } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import { type MenuAction, MenuButton } from '#ui/popover.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './account.module.css';
import type { ReadyLink } from './accounts-page.tsx';
import { type AccountMessages, useAccountMessages, useAction, useMoment } from './use-account.ts';

export function AccountRow({
  account,
  isOwn,
  onChange,
  onLink,
}: {
  readonly account: AccountItem;
  readonly isOwn: boolean;
  readonly onChange: () => void;
  readonly onLink: (made: ReadyLink) => void;
}) {
  const { api } = useClient();
  const { figures } = useLanguage();
  const texts = useAccountMessages();
  const moment = useMoment();
  const action = useAction();
  const { id, name } = account;
  const patch = async (body: AccountPatch) => {
    await action.run(() => fetchJson(api, { endpoint: changeAccount, params: { id }, body }));
    onChange();
  };
  const reset = async () => {
    const done = await action.run(() => fetchJson(api, { endpoint: makeResetLink, params: { id } }));
    if (done) onLink({ name, link: done.value });
  };
  const notes = [
    account.login,
    account.seenAt === null ? texts.never : texts.seen(moment(account.seenAt)),
    ...(account.hasTwoFactor ? [texts.hasTwoFactor] : []),
    ...(account.isDisabled ? [texts.disabled] : []),
  ];
  return (
    <li className={css['item']}>
      <span className={css['who']}>
        {name}
        {isOwn && ` (${texts.you})`} <span className={css['small']}>{notes.join(' · ')}</span>
        {action.error !== null && (
          <span role="alert" className={css['error']}>
            {' '}
            {action.error}
          </span>
        )}
      </span>
      <SelectField
        label={texts.roleOf(name)}
        isLabelHidden
        value={account.role}
        options={roles.map((value) => ({ value, text: figures.words.role[value] }))}
        onChange={(role) => void patch({ role })}
      />
      <MenuButton
        trigger="⋯"
        label={texts.actionsOf(name)}
        variant="icon"
        placement="bottom end"
        actions={actionsOf(account, texts, { patch: (body) => void patch(body), reset: () => void reset() })}
      />
    </li>
  );
}

function actionsOf(
  { isDisabled, hasTwoFactor, hasPassword }: AccountItem,
  texts: AccountMessages,
  { patch, reset }: { readonly patch: (body: AccountPatch) => void; readonly reset: () => void },
): MenuAction[] {
  return [
    { id: 'reset', text: texts.makeReset, onAction: reset, isDisabled: isDisabled || !hasPassword },
    {
      id: 'twoFactor',
      text: texts.dropTwoFactor,
      onAction: () => patch({ hasTwoFactor: false }),
      isDisabled: !hasTwoFactor,
    },
    {
      id: 'disabled',
      text: isDisabled ? texts.enable : texts.disable,
      onAction: () => patch({ isDisabled: !isDisabled }),
    },
  ];
}
