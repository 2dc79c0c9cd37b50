/** Every migration, in order. */
import type { Migration } from 'kysely/migration';
import * as records from './001-records.ts';
import * as accounts from './002-accounts.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-records': records,
  '002-accounts': accounts,
};
