/** Every migration, in order. */
import type { Migration } from 'kysely/migration';
import { up as records } from './001-records.ts';
import { up as accounts } from './002-accounts.ts';
import { up as imports } from './003-imports.ts';
import { up as planning } from './004-planning.ts';

export const migrations: Readonly<Record<string, Migration>> = {
  '001-records': { up: records },
  '002-accounts': { up: accounts },
  '003-imports': { up: imports },
  '004-planning': { up: planning },
};
