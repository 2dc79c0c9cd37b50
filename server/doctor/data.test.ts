import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import { toWgs84 } from '#server/text/datum.ts';
import { aBuilding, aLease, anEnterprise, aPortfolio, aUnit } from '../../tests/builders.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { pgliteDialect } from '../../tests/pglite.ts';
import { parseConfig } from '../config.ts';
import { inspectDatabase } from '../store/inspect.ts';
import { type OpenedStore, openDialect, openStore } from '../store/open-store.ts';
import { openSqlite, sqliteDialect } from '../store/sqlite.ts';
import { examine, type Finding } from './check.ts';
import {
  accountVerdicts,
  auditVerdicts,
  backupVerdict,
  databaseVerdicts,
  dataChecks,
  recordVerdicts,
  roomVerdict,
} from './data.ts';

const portfolio = aPortfolio({
  buildings: [aBuilding({ lifts: 4 }), aBuilding({ id: 'real', synthetic: false })],
  units: [aUnit()],
  leases: [aLease()],
  enterprises: [anEnterprise()],
});
const now = () => new Date('2026-11-25T08:00:00Z');
const options = { first: () => portfolio, published: [], now };

const made: string[] = [];
const opened: OpenedStore[] = [];
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-doctor-data-'));
  made.push(folder);
  return folder;
}

async function aStore(folder: string): Promise<OpenedStore> {
  const outcome = await openStore({ kind: 'folder', folder }, options);
  if (!outcome.ok) throw new Error(outcome.problem);
  opened.push(outcome.opened);
  return outcome.opened;
}

async function close(store: OpenedStore): Promise<void> {
  opened.splice(opened.indexOf(store), 1);
  await store.close();
}

function look(folder: string, backups = join(folder, 'backups')): Promise<readonly Finding[]> {
  const environment = { LOULAN_DATA: folder };
  const checks = dataChecks({ now, published: [], toWgs84, backups });
  return examine(checks, { environment, parsed: parseConfig(environment, '') });
}

async function lifted({ store }: OpenedStore): Promise<void> {
  const change = changeOf('building', aBuilding({ lifts: 4 }), aBuilding({ lifts: 6 }));
  await store.commit(aWrite(await store.revision(), [change]));
}

test('a sound database is well, beside a server that runs on it, and stays as it was', async () => {
  const folder = aFolder();
  const running = await aStore(folder);
  await lifted(running);
  const revision = await running.store.revision();
  const findings = await look(folder);
  expect(findings.map(({ name, status }) => [name, status])).toEqual([
    ['database', 'ok'],
    ['database', 'ok'],
    ['records', 'ok'],
    ['audit log', 'ok'],
    ['accounts', 'warning'],
    ['backups', 'warning'],
  ]);
  expect(findings[0]?.detail).toBe('sound and up to date, 5 records');
  expect(await running.store.revision()).toBe(revision);
});

test('where nothing was started yet, nothing is wrong and nothing is made', async () => {
  const folder = aFolder();
  expect(await look(folder)).toMatchObject([
    { name: 'database', status: 'ok' },
    { name: 'backups', status: 'ok' },
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test('a file that is no database, and one with a broken page, are errors that say what to do', async () => {
  const folder = aFolder();
  const file = join(folder, 'loulan.db');
  writeFileSync(file, 'x'.repeat(10_000));
  expect((await look(folder))[0]).toMatchObject({
    status: 'error',
    detail: expect.stringContaining('no database'),
  });
  rmSync(file);
  await close(await aStore(folder));
  const bytes = readFileSync(file);
  bytes.fill(0xff, 4096 * 3, 4096 * 12);
  writeFileSync(file, bytes);
  const [finding] = await look(folder);
  expect(finding).toMatchObject({ name: 'database', status: 'error' });
  expect(`${finding?.detail} ${finding?.fix}`).toMatch(/restore/);
});

describe.each([
  ['SQLite', 'sqlite', () => sqliteDialect(openSqlite(':memory:'))],
  ['PostgreSQL in the process', 'postgres', pgliteDialect],
] as const)('%s', (_, kind, dialect) => {
  const file = kind === 'sqlite' ? ':memory:' : null;
  const aDatabase = async () => {
    const store = await openDialect(dialect(), kind, options);
    opened.push(store);
    return store;
  };
  const contentOf = async ({ db }: OpenedStore) => {
    const { content } = await inspectDatabase(db, file);
    if (!content) throw new Error('nothing was looked at');
    return content;
  };

  test('what somebody wrote past Loulan is told, record by record', async () => {
    const open = await aDatabase();
    await lifted(open);
    const before = await contentOf(open);
    expect(recordVerdicts(before, toWgs84)).toMatchObject([{ status: 'ok' }]);
    expect(auditVerdicts(before)).toEqual([
      { status: 'ok', detail: 'in step with the 1 records changed last', fix: null },
    ]);
    await open.db.updateTable('buildings').set({ lifts: -5 }).where('id', '=', 'b1').execute();
    await open.db.updateTable('units').set({ id: 'u9', area: 0.5 }).execute();
    await open.db.updateTable('enterprises').set({ change_seq: 99 }).execute();
    const after = await contentOf(open);
    expect(after.unfit).toEqual([{ entity: 'building', key: 'b1', why: 'lifts: outOfRange (-5)' }]);
    expect(after.outOfStep).toEqual([{ entity: 'building', key: 'b1', sequence: 2 }]);
    const [unfit, dangling] = recordVerdicts(after, toWgs84);
    expect(unfit).toMatchObject({ status: 'error', detail: expect.stringContaining('building b1 (lifts') });
    expect(dangling).toMatchObject({
      status: 'error',
      detail: expect.stringContaining('lease b1~l1 (unitId u1)'),
    });
    expect(auditVerdicts(after)).toMatchObject([
      { status: 'error', detail: expect.stringContaining('building b1 (write 2)') },
    ]);
    const inspected = await inspectDatabase(open.db, file);
    expect(databaseVerdicts(inspected).map(({ status }) => status)).toEqual(['error']);
  });

  test('a text where JSON should be is told, and the rest is looked at all the same', async () => {
    const open = await aDatabase();
    await open.db.updateTable('buildings').set({ aliases: '[broken' }).where('id', '=', 'real').execute();
    const { unfit, portfolio: rest } = await contentOf(open);
    expect(unfit).toMatchObject([{ entity: 'building', why: expect.stringContaining('JSON') }]);
    expect(unfit[0]?.key).toContain('real');
    expect(rest?.buildings.map(({ id }) => id)).toEqual(['b1']);
  });

  test('a schema of another version is told, and its content is left alone', async () => {
    const { db } = await aDatabase();
    const names = db.deleteFrom('schema_migrations' as never);
    await names.where('name' as never, '=', '002-accounts' as never).execute();
    const earlier = await inspectDatabase(db, file);
    expect(earlier.content).toBeNull();
    expect(databaseVerdicts(earlier)).toMatchObject([
      { status: 'warning', detail: expect.stringContaining('002-accounts') },
    ]);
    const row = { name: '999-later', timestamp: '2030-01-01T00:00:00Z' };
    await db
      .insertInto('schema_migrations' as never)
      .values(row as never)
      .execute();
    expect(databaseVerdicts(await inspectDatabase(db, file))).toMatchObject([
      { status: 'error', detail: expect.stringContaining('999-later') },
    ]);
  });

  test('without the row that orders writes nothing can be trusted', async () => {
    const { db } = await aDatabase();
    await db.updateTable('ledger').set({ district: null }).execute();
    expect(databaseVerdicts(await inspectDatabase(db, file))).toMatchObject([{ status: 'warning' }]);
    await db.deleteFrom('ledger').execute();
    expect(databaseVerdicts(await inspectDatabase(db, file))).toMatchObject([{ status: 'error' }]);
  });
});

test('rules between records are warnings, each with its records', () => {
  const crowded = {
    ...portfolio,
    leases: [aLease(), aLease({ id: 'l2', start: '2030-02-01', end: '2030-01-01' })],
  };
  expect(recordVerdicts({ portfolio: crowded, unfit: [], records: 6 }, toWgs84)).toMatchObject([
    { status: 'warning', detail: '1 break a rule (endBeforeStart): lease b1~l2 (end 2030-01-01)' },
  ]);
});

test('more than five are counted, not listed', () => {
  const unfit = Array.from({ length: 8 }, (_, i) => ({ entity: 'unit', key: `u${i}`, why: 'x' }) as const);
  const [verdict] = recordVerdicts({ portfolio: null, unfit, records: 8 }, toWgs84);
  expect(verdict?.detail).toMatch(/^8 are none .* and 3 more$/);
});

test('real data without an administrator are a warning, the sample without accounts is not', () => {
  expect(accountVerdicts({ accounts: 0, admins: 0 }, true)[0]?.status).toBe('ok');
  expect(accountVerdicts({ accounts: 0, admins: 0 }, false)[0]?.status).toBe('warning');
  expect(accountVerdicts({ accounts: 3, admins: 0 }, true)[0]?.status).toBe('warning');
  expect(accountVerdicts({ accounts: 3, admins: 1 }, false)[0]?.status).toBe('ok');
});

test('a backup older than a week, or none, is a warning', async () => {
  const at = (days: number) => ({ name: 'x.jsonl.gz', at: new Date(now().getTime() - days * 86_400_000) });
  expect(backupVerdict('backups', null, now()).status).toBe('warning');
  expect(backupVerdict('backups', at(0), now()).status).toBe('ok');
  expect(backupVerdict('backups', at(7), now()).status).toBe('ok');
  expect(backupVerdict('backups', at(8), now())).toMatchObject({
    status: 'warning',
    detail: `the last is 8 days old: ${join('backups', 'x.jsonl.gz')}`,
  });
  const [folder, backups] = [aFolder(), aFolder()];
  await aStore(folder);
  writeFileSync(join(backups, 'old.jsonl.gz'), '');
  utimesSync(join(backups, 'old.jsonl.gz'), now(), new Date('2026-01-01T00:00:00Z'));
  writeFileSync(join(backups, 'new.jsonl.gz'), '');
  utimesSync(join(backups, 'new.jsonl.gz'), now(), now());
  expect((await look(folder, backups)).at(-1)).toMatchObject({
    name: 'backups',
    status: 'ok',
    detail: expect.stringContaining('new.jsonl.gz'),
  });
});

test('less free space than the database takes is a warning', () => {
  expect(roomVerdict('1 MiB', 1_048_576, 1_048_575).status).toBe('warning');
  expect(roomVerdict('1 MiB', 1_048_576, 1_048_576).status).toBe('ok');
});
