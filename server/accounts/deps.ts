/** What the parts of the accounts share. */
import type { AccountEventKind } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import type { Origin } from './client-address.ts';
import type { Seal } from './seal.ts';
import type { AccountsDb } from './tables.ts';
import type { Throttle } from './throttle.ts';

export interface Limits {
  /** In which tries are counted, ms. */
  readonly windowMs: number;
  /** Wrong sign-ins in a window, for one account and for one address. */
  readonly triesPerLogin: number;
  readonly triesPerAddress: number;
  /** Wrong codes, and wrong passwords of somebody who is signed in, in a window. */
  readonly triesPerCode: number;
  /** Sign-ins that an address may begin with the organisation's service, in a window. */
  readonly startsPerAddress: number;
  /** Without a request a session ends after this long, ms; in any case after `sessionMs`. */
  readonly idleMs: number;
  readonly sessionMs: number;
  /** How long a one-time link is good, ms. */
  readonly linkMs: number;
  /** How long the second step of a sign-in waits, ms. */
  readonly challengeMs: number;
  /** Least characters of a new password. */
  readonly passwordLength: number;
  /** How long what happened to accounts is kept, ms. */
  readonly eventsMs: number;
}

const minute = 60_000;
const day = 24 * 60 * minute;

export const usualLimits: Limits = {
  windowMs: 15 * minute,
  triesPerLogin: 10,
  triesPerAddress: 50,
  triesPerCode: 5,
  startsPerAddress: 100,
  idleMs: 7 * day,
  sessionMs: 30 * day,
  linkMs: 7 * day,
  challengeMs: 10 * minute,
  passwordLength: 10,
  eventsMs: 400 * day,
};

/** The organisation's own sign-in service. Every address is given: nothing is looked up at start. */
export interface OidcService {
  /** As people know the service. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  /** null for a public client. */
  readonly clientSecret: string | null;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  /** At least one of the two is there: keys that prove an ID token, or where to ask who a token belongs to. */
  readonly jwksUrl: string | null;
  readonly userInfoUrl: string | null;
  readonly scopes: readonly string[];
  /** Claim that holds groups or roles, `a.b` for one within another; null: administrators give roles. */
  readonly roleClaim: string | null;
  /** Values of that claim and the roles that they mean. */
  readonly roleOf: ReadonlyMap<string, Role>;
}

export interface OidcSettings extends OidcService {
  /** Where the browser comes back to. */
  readonly redirectUri: string;
}

export interface Party {
  readonly id: string;
  readonly name: string;
}

/** Something that happened to accounts. Never a password, a code, a token, or what a stranger typed. */
export interface AccountEvent {
  readonly kind: AccountEventKind;
  readonly actor: Party | null;
  readonly subject: Party | null;
  readonly detail?: string;
  readonly address: string | null;
}

export interface AccountsDeps {
  readonly db: AccountsDb;
  readonly now: () => Date;
  readonly limits: Limits;
  readonly throttle: Throttle;
  readonly seal: Seal;
  /**
   * Changes accounts and writes down what that was, in one transaction: both are kept or neither is. The log, and
   * whoever watches, hear of it once they are.
   */
  readonly change: <T>(work: (step: Step) => Promise<T>) => Promise<T>;
  readonly onError: (error: unknown) => void;
}

/**
 * What a change works with: `db` is its transaction. Nothing in it may ask the database by another way, which on
 * SQLite would wait for the transaction's end.
 */
export interface Step extends Pick<AccountsDeps, 'db' | 'now' | 'limits' | 'seal' | 'onError'> {
  readonly note: (event: AccountEvent) => Promise<void>;
}

/** The device that asks. */
export interface Client extends Origin {
  readonly agent: string | null;
  /** Token of the session that it came with, if there is such a session. */
  readonly session: string | null;
}
