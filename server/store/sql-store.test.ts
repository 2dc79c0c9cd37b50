import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Dialect } from 'kysely';
import { afterAll } from 'vitest';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { describeStore } from '../../tests/contract/store.ts';
import { pgliteDialect } from '../../tests/pglite.ts';
import { type OpenedStore, openDialect } from './open-store.ts';
import { openSqlite, sqliteDialect } from './sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'loulan-store-'));
const opened: OpenedStore[] = [];
let files = 0;

async function storeOver(
  dialect: Dialect,
  kind: OpenedStore['kind'],
  portfolio: Portfolio,
  published: readonly string[],
) {
  const now = () => new Date('2026-11-01T00:00:00Z');
  const open = await openDialect(dialect, kind, { first: () => portfolio, published, now });
  opened.push(open);
  return open.store;
}

afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  rmSync(folder, { recursive: true });
});

describeStore('SQLite', async (portfolio, published) => {
  files += 1;
  const dialect = sqliteDialect(openSqlite(join(folder, `${files}.db`)));
  return storeOver(dialect, 'sqlite', portfolio, published);
});

describeStore('PostgreSQL in the process', async (portfolio, published) =>
  storeOver(pgliteDialect(), 'postgres', portfolio, published),
);
