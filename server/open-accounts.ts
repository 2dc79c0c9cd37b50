/** Accounts as the server runs them: swept now and then, with a way in for the first administrator. */
import { type Accounts, createAccounts } from './accounts/create-accounts.ts';
import { addressOf, type Config, listensOnLoopback } from './config.ts';
import type { Log } from './observe/log.ts';
import type { OpenedStore } from './store/open-store.ts';

const sweepMs = 3_600_000;

export interface AccountsSurroundings {
  readonly log: Log;
  /** Aborted when the server begins to stop. */
  readonly stopping: AbortSignal;
}

export interface OpenedAccounts {
  readonly accounts: Accounts;
  /** One-time link of the first administrator where nobody could get in otherwise; null elsewhere. */
  readonly wayIn: (port: number) => Promise<string | null>;
}

export function openAccounts(
  config: Config,
  { db, store }: Pick<OpenedStore, 'db' | 'store'>,
  { log, stopping }: AccountsSurroundings,
): OpenedAccounts {
  const accounts = createAccounts({
    db,
    ...config.accounts,
    maxBodyBytes: config.limits.bodyBytes,
    now: () => new Date(),
    onEvent: ({ kind, actorId, subjectId }) => {
      const note = kind === 'signInFailed' || kind === 'signInThrottled' ? log.warn : log.info;
      note(`account.${kind}`, { actor: actorId, subject: subjectId });
    },
    onError: (error) => log.error('account.failed', error),
  });
  const sweep = () => void accounts.sweep().catch((error: unknown) => log.error('account.failed', error));
  const timer = setInterval(sweep, sweepMs).unref();
  stopping.addEventListener('abort', () => clearInterval(timer));
  return {
    accounts,
    wayIn: async (port) => {
      const isOpen = config.personas === 'sample' && listensOnLoopback(config) && (await store.isSample());
      const path = isOpen ? null : await accounts.firstAdminLink();
      return path === null ? null : `${config.accounts.origin ?? addressOf(config.host, port)}${path}`;
    },
  };
}
