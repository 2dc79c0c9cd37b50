import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { type OwnPostgres, ownPostgres, postgresPrograms } from '../scripts/postgres.ts';
import { aBuiltPage, type BuiltPage } from '../tests/built-page.ts';
import { crashWhileWriting, killedStart, startServer } from '../tests/crash.ts';
import { crashWhileImporting } from '../tests/crash-import.ts';

const rounds = 5;
const folders: string[] = [];
const programs = postgresPrograms();
const ids = samplePortfolio()
  .buildings.slice(0, 8)
  .map(({ id }) => id);
let page: BuiltPage;
let postgres: OwnPostgres | null = null;

beforeAll(async () => {
  page = await aBuiltPage();
  postgres = programs === null ? null : await ownPostgres(programs);
}, 120_000);

afterAll(async () => {
  postgres?.stop();
  await page.remove();
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-crash-'));
  folders.push(folder);
  return folder;
}

const inFolder = (folder: string) => ({ LOULAN_APP_DIR: page.folder, LOULAN_DATA: folder });

function integrity(folder: string): unknown {
  const database = new DatabaseSync(join(folder, 'loulan.db'));
  const [row] = database.prepare('pragma integrity_check').all();
  database.close();
  return row?.['integrity_check'];
}

test('SQLite: a server killed while it writes loses nothing that it acknowledged', async () => {
  const folder = aFolder();
  let acknowledged = 0;
  for (let round = 0; round < rounds; round++) {
    const outcome = await crashWhileWriting(inFolder(folder), ids, round * 60);
    acknowledged += outcome.acknowledged;
    expect(outcome).toMatchObject({ lost: 0, halves: 0 });
    expect(integrity(folder)).toBe('ok');
  }
  expect(acknowledged).toBeGreaterThanOrEqual(rounds * ids.length);
}, 120_000);

const firms = 600;

async function importsThatAreKilled(environment: Readonly<Record<string, string>>, check: () => void) {
  for (let round = 0; round < rounds; round++) {
    const { isAcknowledged, found, status } = await crashWhileImporting(
      environment,
      firms,
      round,
      round * 90,
    );
    expect([0, firms]).toContain(found);
    expect(status).toBe(found === firms ? 'committed' : 'draft');
    if (isAcknowledged) expect(found).toBe(firms);
    check();
  }
}

test('SQLite: an import that is killed is there whole or not at all, and says which', async () => {
  const folder = aFolder();
  await importsThatAreKilled(inFolder(folder), () => expect(integrity(folder)).toBe('ok'));
}, 120_000);

test.skipIf(programs === null)(
  'PostgreSQL: an import that is killed is there whole or not at all',
  async () => {
    const url = postgres?.database('imports') ?? '';
    const environment = { ...inFolder(aFolder()), DATABASE_URL: url };
    await importsThatAreKilled(environment, () => undefined);
  },
  120_000,
);

test('SQLite: a first start that is killed leaves nothing half-filled', async () => {
  for (let round = 0; round < rounds; round++) {
    const folder = aFolder();
    await killedStart(inFolder(folder), 250 + round * 120);
    const server = await startServer(inFolder(folder));
    const list = await (await fetch(`${server.url}/api/v1/buildings?limit=1`)).json();
    await server.kill();
    expect(list).toMatchObject({ total: samplePortfolio().buildings.length });
  }
}, 120_000);

test.skipIf(programs === null)(
  'PostgreSQL: a server killed while it writes loses nothing',
  async () => {
    const url = postgres?.database('crash') ?? '';
    const environment = { LOULAN_APP_DIR: page.folder, DATABASE_URL: url };
    let acknowledged = 0;
    for (let round = 0; round < rounds; round++) {
      const outcome = await crashWhileWriting(environment, ids, round * 60);
      acknowledged += outcome.acknowledged;
      expect(outcome).toMatchObject({ lost: 0, halves: 0 });
    }
    expect(acknowledged).toBeGreaterThanOrEqual(rounds * ids.length);
  },
  120_000,
);

test.skipIf(programs === null)(
  'PostgreSQL: a first start that is killed leaves nothing half-filled',
  async () => {
    for (let round = 0; round < rounds; round++) {
      const url = postgres?.database(`first${round}`) ?? '';
      const environment = { LOULAN_APP_DIR: page.folder, DATABASE_URL: url };
      await killedStart(environment, 300 + round * 200);
      const server = await startServer(environment);
      const list = await (await fetch(`${server.url}/api/v1/buildings?limit=1`)).json();
      await server.kill();
      expect(list).toMatchObject({ total: samplePortfolio().buildings.length });
    }
  },
  120_000,
);
