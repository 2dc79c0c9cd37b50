/** The second factor: an app's codes, and recovery codes for when the app is lost. */
import type { AccountsDeps } from './deps.ts';
import type { AccountsDb, UserRow } from './tables.ts';
import { hashOf } from './token.ts';
import { matchingStep, newSecret, otpauthUri } from './totp.ts';

type Deps = Pick<AccountsDeps, 'db' | 'now' | 'seal'>;

const recoveryCount = 10;

export function hasTwoFactor(user: UserRow): boolean {
  return user.totp_confirmed_at !== null;
}

/** A secret that counts only once a code confirms it. */
export async function beginSetup(
  { db, seal }: Deps,
  user: UserRow,
): Promise<{ secret: string; uri: string }> {
  const secret = newSecret();
  await db
    .updateTable('account_users')
    .set({ totp_secret: seal.close(secret), totp_last_step: null })
    .where('id', '=', user.id)
    .where('totp_confirmed_at', 'is', null)
    .execute();
  return { secret, uri: otpauthUri(secret, user.login) };
}

/** Takes a code of the app; the same code is not taken twice, not even by two requests at once. */
export async function takeCode({ db, now, seal }: Deps, user: UserRow, code: string): Promise<boolean> {
  if (user.totp_secret === null) return false;
  const last = user.totp_last_step === null ? null : Number(user.totp_last_step);
  const step = matchingStep(seal.open(user.totp_secret), code, now(), last);
  if (step === null) return false;
  const { numUpdatedRows } = await db
    .updateTable('account_users')
    .set({ totp_last_step: step })
    .where('id', '=', user.id)
    .where('totp_secret', '=', user.totp_secret)
    .where((row) => row.or([row('totp_last_step', 'is', null), row('totp_last_step', '<', step)]))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Turns it on after its first code, within a change. @returns recovery codes, to be shown once */
export async function confirmSetup({ db, now }: Deps, user: UserRow): Promise<string[]> {
  await db
    .updateTable('account_users')
    .set({ totp_confirmed_at: now().toISOString() })
    .where('id', '=', user.id)
    .execute();
  return newRecoveryCodes(db, user.id);
}

export async function removeSecondFactor(db: AccountsDb, userId: string): Promise<void> {
  await db
    .updateTable('account_users')
    .set({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null })
    .where('id', '=', userId)
    .execute();
  await db.deleteFrom('account_recovery_codes').where('user_id', '=', userId).execute();
}

/** Ten of 80 random bits; earlier ones end. Within a change. */
export async function newRecoveryCodes(db: AccountsDb, userId: string): Promise<string[]> {
  const codes = Array.from({ length: recoveryCount }, () => newSecret().slice(0, 16).toLowerCase());
  await db.deleteFrom('account_recovery_codes').where('user_id', '=', userId).execute();
  const rows = codes.map((code) => ({ user_id: userId, code_hash: hashOf(code) }));
  await db.insertInto('account_recovery_codes').values(rows).execute();
  return codes.map((code) => code.replaceAll(/(.{4})(?=.)/g, '$1-'));
}

/** Whether it was one of the account's codes; it is used up. */
export async function takeRecoveryCode(db: AccountsDb, userId: string, code: string): Promise<boolean> {
  const plain = code
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z2-7]/g, '');
  if (plain.length !== 16) return false;
  const { numDeletedRows } = await db
    .deleteFrom('account_recovery_codes')
    .where('user_id', '=', userId)
    .where('code_hash', '=', hashOf(plain))
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
