import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { Import, ImportPart } from '#contract/imports.ts';
import type { Sheet } from '#domain/intake/cell.ts';
import { readHeadings } from '#domain/intake/headings.ts';
import { proposeMapping } from '#domain/intake/mapping.ts';
import { PackedRows } from '#domain/intake/packed-rows.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import { aBuilding, aFloor, aPortfolio, aUnit } from '../../tests/builders.ts';
import { type JudgeOptions, judge } from './judge.ts';
import { type RunKeeper, runKeeper } from './kept-runs.ts';

const folder = mkdtempSync(join(tmpdir(), 'loulan-kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

const portfolio = aPortfolio({
  buildings: [aBuilding({ id: 'b1', nameZh: '天泰大厦' }), aBuilding({ id: 'b2', nameZh: '海河中心' })],
  floors: [aFloor({ area: 1_000 })],
  units: [aUnit()],
});

const texts: Readonly<Record<string, readonly [ImportEntity, string]>> = {
  buildings: ['building', '楼宇名称,载体类型,状态\n新楼,写字楼,已交付\n天秦大厦,写字楼,已交付'],
  east: ['unit', '楼宇名称,楼层,单元,建筑面积（㎡）,状态\n天泰大厦,1,101,120,空置\n天泰大厦,1,102,50,空置'],
  west: ['unit', '楼宇名称,楼层,单元,建筑面积（㎡）,状态\n海河中心,1,101,120,空置'],
  both: ['unit', '楼宇名称,楼层,单元,建筑面积（㎡）,状态\n天泰大厦,1,102,60,空置\n海河中心,2,201,9,空置'],
  fresh: ['unit', '楼宇名称,楼层,单元,建筑面积（㎡）,状态\n新楼,1,101,120,空置\n天秦大厦,1,1,9,空置'],
  months: ['month', '楼宇名称,月份,已租面积（㎡）\n天泰大厦,2026-09,100'],
};

const sheets = new Map(
  Object.entries(texts).map(([id, [, text]]) => {
    const rows = new PackedRows();
    for (const [i, line] of text.split('\n').entries()) rows.add(i + 1, line.split(','));
    return [id, { name: id, isHidden: false, rows, rowCount: rows.count, merges: [] } satisfies Sheet];
  }),
);

function aPart(id: string): ImportPart {
  const [entity] = texts[id] ?? [];
  const read = readHeadings(sheets.get(id) ?? { rows: [], merges: [] }, entity);
  if (!entity || !read.ok) throw new Error(`invalid sheet: ${id}`);
  const { mapping } = proposeMapping(entity, read.headings);
  return {
    id,
    fileId: id,
    sheet: id,
    rowCount: 3,
    headingRows: [...read.headings.rows],
    headings: [...read.headings.columns],
    fingerprint: read.headings.fingerprint,
    preview: [],
    include: true,
    mapping: { ...mapping, columns: [...mapping.columns], constants: [] },
    isRemembered: false,
    notes: [],
    lacking: [],
    emptyClears: false,
    skipWrong: false,
    isDatumConfirmed: false,
    corrections: [],
    answers: [],
    questions: [],
    result: null,
  };
}

const parts = Object.keys(texts).map(aPart);
const importOf = (own: readonly ImportPart[]) =>
  ({ source: 'x', asOf: '2026-10-31', confidence: 'B', parts: [...own] }) as unknown as Import;

/** Judges, and says which sheets were looked at. */
async function judged(own: readonly ImportPart[], keeper: RunKeeper | null, revision = 'r1') {
  const looked: string[] = [];
  const options: JudgeOptions = {
    newId: ({ id }, row) => `${id}-${row}`,
    toWgs84: (lon, lat) => [lon, lat],
    isSynthetic: false,
    mostProblems: 100,
    sheetOf: async (part) => {
      looked.push(part.id);
      return sheets.get(part.id) ?? null;
    },
    onRows: () => undefined,
    ...(keeper && { kept: { keeper, revision } }),
  };
  return { looked, judgement: await judge(portfolio, importOf(own), options) };
}

const changes: Readonly<Record<string, Partial<ImportPart>>> = {
  nothing: {},
  skipWrong: { skipWrong: true },
  corrected: { corrections: [{ row: 2, column: 0, text: '海河中心' }] },
  smaller: { corrections: [{ row: 2, column: 3, text: '7' }] },
  left: { include: false },
  /** What the first row of the sheet of buildings brings. */
  toNew: { answers: [{ question: 'building:天秦大厦', id: 'buildings-2' }] },
  answered: { answers: [{ question: 'building:天秦大厦', id: 'b1' }] },
  otherwise: { answers: [{ question: 'building:天秦大厦', id: null }] },
};

test('whatever is decided one after the other, kept runs come to what running everything anew comes to', async () => {
  let files = 0;
  const decision = fc.record({
    part: fc.nat(parts.length - 1),
    change: fc.constantFrom(...Object.keys(changes)),
    revision: fc.constantFrom('r1', 'r1', 'r1', 'r2'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(decision, { minLength: 1, maxLength: 6 }), async (decisions) => {
      const keeper = runKeeper(join(folder, String(++files)), 'p1');
      let own = parts;
      await judged(own, keeper);
      for (const { part, change, revision } of decisions) {
        own = own.map((one, i) => (i === part ? { ...aPart(one.id), ...changes[change] } : one));
        const kept = await judged(own, keeper, revision);
        const anew = await judged(own, null);
        expect(kept.judgement).toEqual(anew.judgement);
      }
    }),
    { numRuns: 60 },
  );
});

test('a sheet is looked at again when something that it could see has changed, and not otherwise', async () => {
  const keeper = runKeeper(join(folder, 'again'), 'p1');
  const skip = (...ids: readonly string[]) =>
    parts.map((part) => (ids.includes(part.id) ? { ...part, skipWrong: true } : part));
  expect((await judged(parts, keeper)).looked).toEqual(Object.keys(texts));
  expect((await judged(parts, keeper)).looked).toEqual([]);
  const moved = parts.map((part) => (part.id === 'west' ? { ...part, ...changes['smaller'] } : part));
  expect((await judged(moved, keeper)).looked).toEqual(['west', 'both']);
  expect((await judged(skip('west'), keeper)).looked).toEqual(['west', 'both']);
  expect((await judged(skip('west', 'months'), keeper)).looked).toEqual(['months']);
  expect((await judged(skip('west', 'months'), keeper, 'r2')).looked).toEqual(Object.keys(texts));
  expect((await judged(skip('east', 'west', 'months'), keeper, 'r2')).looked).toEqual(['east']);
});

test('what another process kept is not used', async () => {
  await judged(parts, runKeeper(join(folder, 'other'), 'p1'));
  const { looked } = await judged(parts, runKeeper(join(folder, 'other'), 'p2'));
  expect(looked).toEqual(Object.keys(texts));
});
