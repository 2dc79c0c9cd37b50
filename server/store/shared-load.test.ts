import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeOf } from '#domain/records/change.ts';
import { aBuilding, anEnterprise, aPortfolio, aTaxRecord, aUnit } from '../../tests/builders.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { openBeside, openStore } from './open-store.ts';

const options = { first: aPortfolio, published: [], now: () => new Date() };

test('what was loaded for a look at the door is handed on once, and never after a write', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-load-'));
  const outcome = await openStore({ kind: 'folder', folder }, options);
  if (!outcome.ok) throw new Error(outcome.problem);
  const { store, close } = outcome.opened;
  await store.isSample();
  const { revision, portfolio } = await store.loadPortfolio();
  expect((await store.loadPortfolio()).portfolio).not.toBe(portfolio);
  await close();
  const again = await openStore({ kind: 'folder', folder }, options);
  if (!again.ok) throw new Error(again.problem);
  const { opened } = again;
  await opened.store.isSample();
  await opened.store.commit(aWrite(revision, [changeOf('building', null, aBuilding({ id: 'new' }))]));
  expect((await opened.store.loadPortfolio()).portfolio.buildings.map(({ id }) => id)).toContain('new');
  await opened.close();
  rmSync(folder, { recursive: true });
});

test('several who ask for the same at once are answered from one load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-load-'));
  const place = { kind: 'folder', folder } as const;
  const outcome = await openStore(place, options);
  if (!outcome.ok) throw new Error(outcome.problem);
  const { store, close } = outcome.opened;
  const asked = [store.loadPortfolio(), store.loadPortfolio()] as const;
  expect(await store.isSample()).toBe(true);
  const [one, other] = await Promise.all(asked);
  expect(one).toBe(other);
  expect(await store.loadPortfolio()).not.toBe(one);
  await close();
  rmSync(folder, { recursive: true });
});

test('beside others only some kinds can be loaded, and what changed since is there all the same', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-load-'));
  const place = { kind: 'folder', folder } as const;
  const first = () =>
    aPortfolio({ units: [aUnit()], enterprises: [anEnterprise()], taxRecords: [aTaxRecord()] });
  const outcome = await openStore(place, { ...options, first });
  if (!outcome.ok) throw new Error(outcome.problem);
  const { store, close } = outcome.opened;
  const beside = await openBeside(place, (work) => work(), [], ['building', 'unit', 'enterprise']);
  const loaded = await beside.store.loadPortfolio();
  expect(loaded.portfolio.units).toHaveLength(1);
  expect(loaded.portfolio.taxRecords).toEqual([]);
  const later = aTaxRecord({ month: '2026-10' });
  await store.commit(aWrite(loaded.revision, [changeOf('taxRecord', null, later)]));
  await beside.store.refresh();
  const since = await beside.store.loadPortfolio(loaded);
  expect(since.portfolio.taxRecords).toEqual([later]);
  await beside.close();
  await close();
  rmSync(folder, { recursive: true });
});
