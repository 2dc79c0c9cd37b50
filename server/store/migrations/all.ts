/** Every migration, in order. */
import type { Migration } from 'kysely/migration';
import * as records from './001-records.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-records': records,
};
