import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Kysely } from 'kysely';
import { afterAll, expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import type { Tables } from '#server/store/database.ts';
import { type OpenedStore, openStore } from '#server/store/open-store.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { pgliteDialect } from '../../tests/pglite.ts';
import { oneOfEach } from '../../tests/records.ts';
import { backup, restore } from './commands.ts';
import { restoreBackup } from './restore-backup.ts';

const work = mkdtempSync(join(tmpdir(), 'loulan-backup-'));
const now = new Date('2026-11-03T01:02:03Z');
let count = 0;

afterAll(() => rmSync(work, { recursive: true }));

function aPlace() {
  count += 1;
  return { kind: 'folder', folder: join(work, `data${count}`) } as const;
}

async function opened(place: ReturnType<typeof aPlace>): Promise<OpenedStore> {
  const outcome = await openStore(place, { first: () => oneOfEach, published: [], now: () => now });
  if (!outcome.ok) throw new Error(outcome.problem);
  return outcome.opened;
}

/** A backup of the sample with one edit, made while its server runs. */
async function aBackup(): Promise<{ readonly file: string; readonly from: OpenedStore }> {
  const place = aPlace();
  const from = await opened(place);
  const [first] = (await from.store.loadPortfolio()).portfolio.buildings;
  if (!first) throw new Error('the sample is empty');
  const write = aWrite(await from.store.revision(), [changeOf('building', first, { ...first, lifts: 99 })]);
  await from.store.commit(write);
  const file = join(work, `backup${count}.gz`);
  expect(await backup(place, file, '1.0.0', now)).toMatchObject({ ok: true });
  return { file, from };
}

test('what is backed up while the server runs is restored elsewhere, with its audit log', async () => {
  const { file, from } = await aBackup();
  const elsewhere = aPlace();
  expect(await restore(elsewhere, file)).toMatchObject({ ok: true });
  const to = await opened(elsewhere);
  expect((await to.store.loadPortfolio()).portfolio).toEqual((await from.store.loadPortfolio()).portfolio);
  expect(await to.store.auditEntries({ limit: 10 })).toEqual(await from.store.auditEntries({ limit: 10 }));
  expect(await to.store.revision()).not.toBe(await from.store.revision());
  expect(to.isNew).toBe(false);
  await Promise.all([to.close(), from.close()]);
}, 60_000);

test('a backup of SQLite is restored into PostgreSQL', async () => {
  const { file, from } = await aBackup();
  const db = new Kysely<Tables>({ dialect: pgliteDialect() });
  expect(await restoreBackup(db, file)).toMatchObject({ ok: true });
  const { count: units } = await db
    .selectFrom('units')
    .select((eb) => eb.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  expect(Number(units)).toBe(oneOfEach.units.length);
  await db.destroy();
  await from.close();
}, 60_000);

test.skipIf(process.platform === 'win32')('the database is readable by its owner alone', async () => {
  const place = aPlace();
  const { close } = await opened(place);
  const modes = readdirSync(place.folder).filter((name) => name.startsWith('loulan.db'));
  expect(modes.length).toBeGreaterThan(1);
  for (const name of modes) expect(statSync(join(place.folder, name)).mode & 0o077, name).toBe(0);
  await close();
});

test('it is readable by its owner alone, and overwrites nothing', async () => {
  const { file, from } = await aBackup();
  expect(statSync(file).mode & 0o077).toBe(0);
  const before = readFileSync(file);
  const again = await backup(aPlace(), file, '1.0.0', now);
  expect(again).toMatchObject({ ok: false, message: expect.stringContaining('exists already') });
  expect(readFileSync(file).equals(before)).toBe(true);
  await from.close();
}, 60_000);

test('a place with data, or with a running server, is not touched', async () => {
  const { file, from } = await aBackup();
  const place = aPlace();
  const running = await opened(place);
  expect(await restore(place, file)).toMatchObject({ message: expect.stringContaining('stop it first') });
  await running.close();
  expect(await restore(place, file)).toMatchObject({
    message: expect.stringContaining('holds data already'),
  });
  await from.close();
}, 60_000);

test.each([
  ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 200)],
  ['without its end', (bytes: Buffer) => gzipSync(text(bytes).split('\n').slice(0, -2).join('\n'))],
  ['changed', (bytes: Buffer) => gzipSync(text(bytes).replace('"office"', '"retail"'))],
  ['lengthened', (bytes: Buffer) => gzipSync(`${text(bytes)}["x"]\n`)],
  ['of something else', () => Buffer.from('not a backup')],
  ['of a later version', (bytes: Buffer) => gzipSync(text(bytes).replace('"format":1', '"format":9'))],
])(
  'a backup that is %s is refused, and the place stays empty',
  async (_, spoil) => {
    const { file, from } = await aBackup();
    await from.close();
    const bad = `${file}.bad`;
    writeFileSync(bad, spoil(readFileSync(file)));
    const place = aPlace();
    const outcome = await restore(place, bad);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('nothing was written') });
    expect(await restore(place, file)).toMatchObject({ ok: true });
  },
  60_000,
);

function text(bytes: Buffer): string {
  return gunzipSync(bytes).toString();
}

test('what cannot be done is said, and leaves no file behind', async () => {
  const nowhere = aPlace();
  expect(await backup(nowhere, join(work, 'none.gz'), '1', now)).toMatchObject({
    message: expect.stringContaining('there are no data'),
  });
  expect(existsSync(join(work, 'none.gz'))).toBe(false);
  expect(await restore(nowhere, join(work, 'missing.gz'))).toMatchObject({
    message: expect.stringContaining('there is no file'),
  });
  const broken = aPlace();
  mkdirSync(broken.folder);
  writeFileSync(join(broken.folder, 'loulan.db'), 'no database at all '.repeat(200));
  const file = join(work, 'broken.gz');
  expect(await backup(broken, file, '1', now)).toMatchObject({ ok: false });
  expect(existsSync(file)).toBe(false);
});
