/** Forty files of one month end, from the first upload to the undoing. */
import { expect, test } from 'vitest';
import type { Import } from '#contract/imports.ts';
import { importSite, initial } from '../../tests/import-site.ts';
import { monthEndFiles } from '../../tests/month-end.ts';

const { west, south, east, north } = initial.district.bounds;
const files = monthEndFiles([(west + east) / 2, (south + north) / 2]);

const partOf = ({ parts, files: known }: Import, name: string) => {
  const file = known.find((one) => one.name === name);
  return parts.find(({ fileId }) => fileId === file?.id);
};

test('forty messy files are one write: two answers and a correction, and all of it can be undone', async () => {
  const { store, begun, upload, json, after, errors } = await importSite();
  const { id } = await begun();
  for (const { name, bytes } of files) await upload(id, name, bytes);
  const first = await after(id, 'check');
  expect(first.files.filter(({ problem }) => problem !== null).map(({ name }) => name)).toEqual([
    '坏文件.xlsx',
  ]);
  const needing = first.parts.filter(({ include, result }) => include && !result?.isClean);
  expect(needing.map((part) => first.files.find(({ id }) => id === part.fileId)?.name)).toEqual([
    '写错的单元.csv',
    '像名字.csv',
  ]);
  expect(partOf(first, '封面.csv')).toMatchObject({ mapping: null, include: false });
  expect(partOf(first, '楼宇总表.xlsx')).toMatchObject({
    headingRows: [1, 2],
    mapping: { entity: 'building', datum: 'bd09' },
    result: { counts: { new: 34, wrong: 0 } },
  });
  const wrong = partOf(first, '写错的单元.csv');
  const near = partOf(first, '像名字.csv');
  const [question] = near?.questions ?? [];
  expect(question).toMatchObject({ rows: 2 });
  await json('PATCH', `/${id}/parts/${wrong?.id}`, { corrections: [{ row: 2, column: 3, text: '95' }] });
  const chosen = question?.near.find(({ name }) => name.endsWith('1号楼'));
  await json('PATCH', `/${id}/parts/${near?.id}`, {
    answers: [{ question: question?.question, id: chosen?.id }],
  });
  expect(await after(id, 'check')).toMatchObject({ mayCommit: true });
  const { written, failure } = await after(id, 'commit');
  expect(failure).toBeNull();
  expect(written).toBe(34 + 34 * 20 + 1 + 1 + 2);
  const { portfolio } = await store.loadPortfolio();
  expect(portfolio.buildings).toHaveLength(initial.buildings.length + 34);
  expect(await after(id, 'undo')).toMatchObject({ status: 'undone' });
  expect((await store.loadPortfolio()).portfolio.units).toEqual(initial.units);
  expect(errors).toEqual([]);
}, 120_000);
