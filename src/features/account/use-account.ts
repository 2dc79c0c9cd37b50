/** Texts and actions of the pages of accounts. */
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { settingsQuery } from '#client/query.ts';
import { wantedPathFrom } from '#contract/wanted-path.ts';
import { useLanguage } from '#format/locale.tsx';
import { type AccountMessages, accountMessages } from '#format/messages/account.ts';

export type { AccountMessages };

export function useAccountMessages(): AccountMessages {
  return accountMessages[useLanguage().locale];
}

/** What went wrong, for the person who tried. */
export function failureText(error: unknown, texts: AccountMessages): string {
  if (!(error instanceof ApiError)) return texts.failed;
  if (error.failure === 'network') return texts.network;
  const kind = error.problem?.type.split('#')[1] ?? '';
  const told = (pattern: RegExp) => Number(pattern.exec(error.problem?.detail ?? '')?.[1] ?? 0);
  if (kind === 'tooManyTries') return texts.retryIn(Math.ceil((told(/seconds: (\d+)/) || 60) / 60));
  if (kind === 'passwordTooShort') return texts.passwordTooShort(told(/at least: (\d+)/));
  const known: Readonly<Record<string, string>> = texts.problems;
  return Object.hasOwn(known, kind) ? (known[kind] ?? texts.failed) : texts.failed;
}

/** What a new password must be like; nothing until the server has said so. */
export function usePasswordNote(): string | undefined {
  const { api } = useClient();
  const texts = useAccountMessages();
  const least = useQuery(settingsQuery(api)).data?.signIn?.passwordLength;
  return least === undefined ? undefined : texts.passwordNote(least);
}

/** A moment, as it was on the clock of whoever looks. */
export function useMoment(): (iso: string) => string {
  const { locale } = useLanguage();
  const format = useMemo(() => {
    const tag = locale === 'zh' ? 'zh-CN' : 'en-GB';
    return new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' });
  }, [locale]);
  return (iso) => format.format(new Date(iso));
}

export interface Action {
  /** Does one thing at a time; a failure becomes `error`, and the answer is null. */
  readonly run: <T>(work: () => Promise<T>) => Promise<{ readonly value: T } | null>;
  readonly isBusy: boolean;
  readonly error: string | null;
}

export function useAction(): Action {
  const texts = useAccountMessages();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  return {
    isBusy,
    error,
    run: async (work) => {
      if (isBusy) return null;
      setBusy(true);
      setError(null);
      try {
        return { value: await work() };
      } catch (thrown) {
        setError(failureText(thrown, texts));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** Where whoever signs in wanted to go: `?to=` with a path of this site, whatever else somebody may write there. */
export function wantedPath(): string {
  return wantedPathFrom(new URLSearchParams(window.location.search).get('to'));
}

/** Whoever signs in or out sees other data: the page begins anew. */
export function beginAnew(path = ''): void {
  window.location.assign(`${import.meta.env.BASE_URL}${path}`);
}
