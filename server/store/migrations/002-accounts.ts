/** Accounts: who may sign in, where they are signed in, and what happened. Times are ISO text unless they count. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table account_users (
    id text primary key,
    login text not null unique,
    name text not null,
    role text not null,
    password_hash text,
    totp_secret text,
    totp_confirmed_at text,
    totp_last_step bigint,
    disabled_at text,
    created_at text not null,
    seen_at text
  )`,
  `create table account_sessions (
    id text primary key,
    token_hash text not null unique,
    user_id text not null references account_users (id),
    created_at text not null,
    seen_at text not null,
    expires_at text not null,
    address text,
    agent text
  )`,
  'create index account_sessions_by_user on account_sessions (user_id)',
  `create table account_links (
    id text primary key,
    token_hash text not null unique,
    kind text not null,
    login text not null,
    name text not null,
    role text not null,
    user_id text,
    made_by text,
    created_at text not null,
    expires_at text not null,
    used_at text
  )`,
  'create index account_links_by_login on account_links (login)',
  `create table account_challenges (
    token_hash text primary key,
    kind text not null,
    user_id text,
    payload text not null,
    expires_at text not null
  )`,
  `create table account_recovery_codes (
    user_id text not null references account_users (id),
    code_hash text not null,
    primary key (user_id, code_hash)
  )`,
  `create table account_identities (
    issuer text not null,
    subject text not null,
    user_id text not null references account_users (id),
    created_at text not null,
    primary key (issuer, subject)
  )`,
  `create table account_attempts (
    key text primary key,
    started_at bigint not null,
    count integer not null
  )`,
  `create table account_events (
    id text primary key,
    at text not null,
    kind text not null,
    actor_id text,
    actor text,
    subject_id text,
    subject text,
    detail text,
    address text
  )`,
  'create index account_events_by_time on account_events (at)',
  'create table account_turns (id integer primary key, turn bigint not null)',
  'insert into account_turns (id, turn) values (1, 0)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
