import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aPortfolio } from '../../tests/builders.ts';
import { openStore } from './open-store.ts';

test('several who ask for the same at once are answered from one load', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'loulan-load-'));
  const place = { kind: 'folder', folder } as const;
  const options = { first: aPortfolio, published: [], now: () => new Date() };
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
