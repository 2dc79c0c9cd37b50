import { expect, test } from 'vitest';
import { buildColumns } from '#domain/engine/build-columns.ts';
import type { Building } from '#domain/model/building.ts';
import { applyChanges, type Change, changeOf } from '#domain/records/change.ts';
import { visibleTo } from '#domain/visibility.ts';
import { aBuilding, aPortfolio, aUnit } from '../../tests/builders.ts';
import { aWrite } from '../../tests/contract/write.ts';
import { memoryStore } from './memory-store.ts';
import { createReadModels, type Step } from './read-models.ts';
import { mostAtOnce, type Store } from './store.ts';

const initial = aPortfolio({ buildings: [aBuilding(), aBuilding({ id: 'b2' })] });

/** More units than are taken in at once; `area` tells one import from another. */
function manyUnits(area: number, prefix = 'u'): Change[] {
  return Array.from({ length: mostAtOnce + 1 }, (_, i) =>
    changeOf('unit', null, aUnit({ id: `${prefix}${i}`, position: i, area })),
  );
}

const lifts = (count: number) => changeOf('building', aBuilding(), aBuilding({ lifts: count }));
const searchKeys = ({ nameZh }: Building) => ({ texts: [nameZh], sort: nameZh });

/** Nobody passes until it is opened. */
function aGate() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { passed: promise, open: resolve };
}

/** @param gates one for each load after the first; loads wait for them once it is known how much they read */
function modelsOver(store: Store, gates: readonly Promise<void>[] = []) {
  let loads = 0;
  const gated: Store = {
    ...store,
    loadPortfolio: async (since, onMany) => {
      const loaded = await store.loadPortfolio(since, onMany);
      if (since) await gates[loads++];
      return loaded;
    },
  };
  const models = createReadModels({ store: gated, searchKeys });
  const steps: Step[] = [];
  models.subscribe((step) => steps.push(step));
  return { models, steps };
}

async function commit(store: Store, changes: readonly Change[]): Promise<string> {
  const committed = await store.commit(aWrite(await store.revision(), changes));
  if (!committed.ok) throw new Error(committed.reason);
  return committed.revision;
}

/** Everything that is due without anybody else. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('while many changes are taken in everybody is answered from what was before them', async () => {
  const store = memoryStore(initial);
  const gate = aGate();
  const { models, steps } = modelsOver(store, [gate.passed]);
  const old = await models.of('manager');
  await models.shown();
  const revision = await commit(store, manyUnits(100));
  expect(await models.of('manager')).toBe(old);
  expect((await models.of('public')).revision).toBe(old.revision);
  expect((await models.shown()).revision).toBe(old.revision);
  expect(steps).toHaveLength(1);
  const forWriters = models.snapshot();
  gate.open();
  expect((await forWriters).revision).toBe(revision);
  await expect.poll(() => steps.length).toBe(2);
  const next = await models.of('manager');
  expect(next.revision).toBe(revision);
  expect(next.unitsOf.get('b1')).toHaveLength(mostAtOnce + 1);
  expect((await models.shown()).revision).toBe(revision);
});

test('a few changes are waited for', async () => {
  const store = memoryStore(initial);
  const gate = aGate();
  const { models } = modelsOver(store, [gate.passed]);
  await models.of('manager');
  const revision = await commit(store, [lifts(6)]);
  let isAnswered = false;
  const asked = models.of('manager').then((model) => {
    isAnswered = true;
    return model;
  });
  await settled();
  expect(isAnswered).toBe(false);
  gate.open();
  expect((await asked).revision).toBe(revision);
});

test('others have their turn while a model is made, and are answered from the one before', async () => {
  const store = memoryStore(initial);
  let turns = 0;
  const seen = new Set<string>();
  const models = createReadModels({
    store,
    searchKeys: (building) => {
      const end = performance.now() + 6;
      while (performance.now() < end);
      return searchKeys(building);
    },
    pause: async () => {
      turns += 1;
      if (turns > 4) seen.add((await models.of('manager')).revision);
    },
  });
  const old = await models.of('manager');
  await models.shown();
  turns = 4;
  const both = initial.buildings.map((building) =>
    changeOf('building', building, { ...building, nameZh: '新名' }),
  );
  const revision = await commit(store, [...both, ...manyUnits(100)]);
  await expect.poll(async () => (await models.of('manager')).revision).toBe(revision);
  expect(seen).toEqual(new Set([old.revision]));
});

test.each([
  ['one after the other', [0, 1]],
  ['the later one first', [1, 0]],
])('two big steps, loads ended %s: told in order, and nothing of either is lost', async (_, order) => {
  const store = memoryStore(initial);
  const gates = [aGate(), aGate()] as const;
  const { models, steps } = modelsOver(store, [gates[0].passed, gates[1].passed]);
  const old = await models.of('manager');
  await models.shown();
  const [first, second] = [manyUnits(100), manyUnits(200, 'v')];
  const moved = changeOf('unit', aUnit({ id: 'u7', position: 7, area: 100 }), aUnit({ id: 'u7', area: 7 }));
  const revisions = [await commit(store, first)];
  await settled();
  revisions.push(await commit(store, [...second, moved]));
  await settled();
  expect(await models.of('manager')).toBe(old);
  for (const place of order) {
    gates[place]?.open();
    await settled();
    await models.of('manager');
  }
  await expect.poll(async () => (await models.of('manager')).revision).toBe(revisions[1]);
  await models.shown();
  expect(steps.map(({ to }) => to.revision)).toEqual([old.revision, ...revisions]);
  const portfolio = applyChanges(initial, [...first, ...second, moved]);
  for (const role of ['public', 'manager'] as const) {
    const { engine } = await models.of(role);
    const seen = visibleTo(role, structuredClone(portfolio));
    expect(engine.columns).toEqual(buildColumns(seen, { role, searchKeys }));
  }
});

test('who writes on top of a big step that is not shown yet reads the own write, and the step with it', async () => {
  const store = memoryStore(initial);
  const { models } = modelsOver(store);
  await models.of('manager');
  const big = await commit(store, manyUnits(100));
  expect((await models.snapshot()).revision).toBe(big);
  const own = await commit(store, [lifts(6)]);
  const read = await models.of('manager');
  expect(read.revision).toBe(own);
  expect(read.portfolio.buildings[0]?.lifts).toBe(6);
  expect(read.unitsOf.get('b1')).toHaveLength(mostAtOnce + 1);
});

test('a big step that cannot be loaded is tried again, from what was shown', async () => {
  const store = memoryStore(initial);
  let isDown = false;
  const broken: Store = {
    ...store,
    loadPortfolio: async (since, onMany) => {
      const loaded = await store.loadPortfolio(since, onMany);
      if (isDown) throw new Error('down');
      return loaded;
    },
  };
  const models = createReadModels({ store: broken, searchKeys });
  const old = await models.of('manager');
  isDown = true;
  const revision = await commit(store, manyUnits(100));
  await settled();
  isDown = false;
  expect((await models.of('manager')).revision).toBe(old.revision);
  await expect.poll(async () => (await models.of('manager')).revision).toBe(revision);
});
