import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import type { Cell } from '#domain/intake/cell.ts';
import { readHeadings } from '#domain/intake/headings.ts';
import { PackedRows } from '#domain/intake/packed-rows.ts';
import { aPortfolio } from '../../tests/builders.ts';
import { run } from '../../tests/dry-runs.ts';
import { openArchive } from './archive.ts';
import { fileLimits } from './limits.ts';
import { readTable } from './read-table.ts';
import { reportWorkbook } from './report.ts';

function sheetOf(rows: readonly (readonly Cell[])[]) {
  const packed = new PackedRows();
  for (const [index, cells] of rows.entries()) packed.add(index + 1, cells);
  return { rows: packed, rowCount: packed.count, merges: [] };
}

async function reported(rows: readonly (readonly Cell[])[], mostProblems = 100) {
  const sheet = sheetOf(rows);
  const read = readHeadings(sheet, 'building');
  if (!read.ok) throw new Error(read.reason);
  const result = run('building', rows, aPortfolio(), { mostProblems });
  return await reportWorkbook({ sheet, headings: read.headings, run: result, locale: 'zh' });
}

const rows: readonly (readonly Cell[])[] = [
  ['九月报表'],
  [],
  ['楼宇名称', '建筑面积', '等级', '备注'],
  ['甲座', '很大', '特级', '=1+1'],
  [],
  ['甲座二期', 100, '甲级', '+cmd|x'],
];

test('wrong cells are coloured and noted where they stood, and a column names the problems of the row', async () => {
  const bytes = await reported(rows);
  const { sheets } = await readXlsx(bytes, { readStyles: true });
  const wrong = sheets[0]?.cells?.get('3,1');
  expect(wrong?.comment?.text).toContain('不是数字');
  expect(wrong?.style?.fill).toMatchObject({ fgColor: { rgb: 'FBD5D5' } });
  expect(sheets[0]?.rows[3]?.slice(0, 3)).toEqual(['甲座', '很大', '特级']);
  expect(sheets[0]?.rows[3]?.[4]).toMatch(
    /建筑面积 · 不是数字：很大。.*\n等级 · 不认识这个词：特级（超甲级、甲级、乙级、丙级）/,
  );
  expect(sheets[0]?.rows[2]?.[4]).toBe('导入问题');
});

test('a report may be imported in place of the sheet', async () => {
  const table = await readTable(await reported(rows), 'report.xlsx');
  if (!table.ok) throw new Error(table.reason);
  const again = [...(table.sheets[0]?.rows ?? [])];
  expect(again.map(({ number }) => number)).toEqual([1, 3, 4, 6]);
  expect(again[3]?.cells.slice(0, 4)).toEqual(['甲座二期', 100, '甲级', '+cmd|x']);
});

test('nothing that was uploaded becomes a formula, and what XML cannot hold is shown as broken', async () => {
  const bytes = await reported([...rows, ['a\0b\ud800', '=HYPERLINK("http://x")', null, '@SUM(1)']]);
  const archive = await openArchive(bytes, fileLimits);
  const xml = await archive.text('xl/worksheets/sheet1.xml');
  archive.close();
  expect(xml).not.toMatch(/<f[ >/]/);
  const table = await readTable(bytes, 'report.xlsx');
  const last = table.ok ? [...(table.sheets[0]?.rows ?? [])].at(-1) : null;
  expect(last?.cells.slice(0, 4)).toEqual(['a\ufffdb\ufffd', '=HYPERLINK("http://x")', null, '@SUM(1)']);
});

test('problems beyond the limit are counted under the rows', async () => {
  const bytes = await reported(rows, 1);
  const table = await readTable(bytes, 'report.xlsx');
  const last = table.ok ? [...(table.sheets[0]?.rows ?? [])].at(-1) : null;
  expect(last?.cells[4]).toMatch(/^另有 \d+ 处问题未列出$/);
});

test('of a sheet too long to hold, the wrong rows are reported with the row they had', async () => {
  const long = [...rows, ...Array.from({ length: 20_000 }, (_, i) => [`甲座`, i, '甲级', null])];
  const sheet = sheetOf(long);
  const read = readHeadings(sheet, 'building');
  if (!read.ok) throw new Error(read.reason);
  const result = run('building', long, aPortfolio(), { mostProblems: 3 });
  const bytes = await reportWorkbook({ sheet, headings: read.headings, run: result, locale: 'en' });
  const table = await readTable(bytes, 'report.xlsx');
  const kept = table.ok ? [...(table.sheets[0]?.rows ?? [])] : [];
  expect(kept[2]?.cells[4]).toMatch(/^was row 4\n建筑面积 · Not a number: 很大/);
  expect(kept.length).toBeLessThan(10);
});
