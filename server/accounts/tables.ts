/** The tables of accounts as Kysely sees them. */
import type { Kysely } from 'kysely';
import type { Role } from '#domain/visibility.ts';

export interface UserRow {
  id: string;
  login: string;
  name: string;
  role: Role;
  /** null for an account that signs in elsewhere. */
  password_hash: string | null;
  totp_secret: string | null;
  /** null while the secret waits for its first code. */
  totp_confirmed_at: string | null;
  /** Number of the last 30 s step whose code was taken: a code is good once. */
  totp_last_step: number | null;
  disabled_at: string | null;
  created_at: string;
  seen_at: string | null;
}

export interface SessionRow {
  id: string;
  token_hash: string;
  user_id: string;
  created_at: string;
  seen_at: string;
  expires_at: string;
  address: string | null;
  agent: string | null;
}

export interface LinkRow {
  id: string;
  token_hash: string;
  kind: 'invitation' | 'reset';
  login: string;
  name: string;
  role: Role;
  user_id: string | null;
  made_by: string | null;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface ChallengeRow {
  token_hash: string;
  kind: 'code' | 'oidc';
  user_id: string | null;
  payload: string;
  expires_at: string;
}

export interface EventRow {
  id: string;
  at: string;
  kind: string;
  actor_id: string | null;
  actor: string | null;
  subject_id: string | null;
  subject: string | null;
  detail: string | null;
  address: string | null;
}

export interface AccountTables {
  account_users: UserRow;
  account_sessions: SessionRow;
  account_links: LinkRow;
  account_challenges: ChallengeRow;
  account_recovery_codes: { user_id: string; code_hash: string };
  account_identities: { issuer: string; subject: string; user_id: string; created_at: string };
  account_attempts: { key: string; started_at: number; count: number };
  account_events: EventRow;
  /** One row that whoever changes the set of administrators updates first: it orders them. */
  account_turns: { id: number; turn: number };
}

export type AccountsDb = Kysely<AccountTables>;
