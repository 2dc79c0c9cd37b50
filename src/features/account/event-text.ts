/** Entries of the log of accounts in words. */
import type { AccountEventItem } from '#contract/accounts.ts';
import { roles } from '#domain/visibility.ts';
import type { Words } from '#domain/words/words.ts';
import type { AccountEventMessages } from '#format/messages/account-events.ts';

/** What more there is to say of it; null when the kind says it all. */
export function detailText(
  { kind, detail }: Pick<AccountEventItem, 'kind' | 'detail'>,
  texts: AccountEventMessages,
  words: Pick<Words, 'role'>,
): string | null {
  if (detail === null) return null;
  const role = (text: string) => {
    const known = roles.find((one) => one === text);
    return known ? words.role[known] : text;
  };
  switch (kind) {
    case 'roleChanged':
      return detail.split(' → ').map(role).join(' → ');
    case 'accountMade':
      return role(detail);
    case 'passwordReset':
      return null;
    case 'invited': {
      const at = detail.lastIndexOf(' · ');
      return at < 0 ? detail : `${detail.slice(0, at)} · ${role(detail.slice(at + 3))}`;
    }
    default: {
      const known: Readonly<Record<string, string>> = texts.details;
      return Object.hasOwn(known, detail) ? (known[detail] ?? detail) : detail;
    }
  }
}

/** Who did it. */
export function actorText({ kind, actor }: AccountEventItem, texts: AccountEventMessages): string {
  if (actor !== null) return actor;
  return kind === 'signInFailed' || kind === 'signInThrottled' ? texts.stranger : texts.system;
}
