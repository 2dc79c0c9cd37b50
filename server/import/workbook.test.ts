import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { workbookOf, workbookParts, zipOf } from '../../tests/zips.ts';
import { fileLimits } from './limits.ts';
import { readTable } from './read-table.ts';

async function sheetsOf(bytes: Uint8Array | string) {
  const read = await readTable(bytes, '报表.xlsx');
  if (!read.ok) throw new Error(`${read.reason} ${read.part}`);
  return read.sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] }));
}

async function rowsOf(sheetData: string, more: Partial<Parameters<typeof workbookOf>[0]> = {}) {
  const [sheet] = await sheetsOf(workbookOf({ sheets: [sheetData], ...more }));
  return sheet?.rows.map(({ number, cells }) => [number, ...cells]);
}

test('a workbook of another program is read with its kinds of cell', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: '楼宇',
        rows: [
          ['名称', '面积', '新', '日期'],
          ['五号院 & 西楼 <1>', 8_500.5, true, new Date('2026-03-01T00:00:00Z')],
        ],
      },
    ],
  });
  const [sheet] = await sheetsOf(bytes);
  expect(sheet?.name).toBe('楼宇');
  expect(sheet?.rows[1]?.cells).toEqual(['五号院 & 西楼 <1>', 8_500.5, true, { date: '2026-03-01' }]);
});

test('a workbook on the disk is read like its bytes', async () => {
  const path = join(tmpdir(), `loulan-workbook-${process.pid}.xlsx`);
  const bytes = workbookOf({ sheets: ['<sheetData><row r="1"><c r="A1"><v>7</v></c></row></sheetData>'] });
  await writeFile(path, bytes);
  try {
    expect(await sheetsOf(path)).toEqual(await sheetsOf(bytes));
  } finally {
    await rm(path);
  }
});

test('gaps between cells and rows stay gaps, with and without references', async () => {
  expect(
    await rowsOf(
      '<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="AA2"><v>2</v></c></row><row><c><v>3</v></c><c/><c><v>4</v></c></row></sheetData>',
    ),
  ).toEqual([
    [2, null, 1, ...Array.from({ length: 24 }, () => null), 2],
    [3, 3, null, 4],
  ]);
});

test('texts keep their runs and lose their reading marks; escapes become characters', async () => {
  const texts = [
    '</t></si><si><r><t>五号</t></r><r><t>院</t></r><rPh sb="0" eb="1"><t>wu</t></rPh></si><si><t>a_x0000_b&#x4E2D;',
  ];
  expect(
    await rowsOf(
      '<sheetData><row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>2</v></c><c r="C1" t="inlineStr"><is><t>内</t></is></c><c r="D1" t="str"><f>A1</f><v>公式</v></c></row></sheetData>',
      { texts },
    ),
  ).toEqual([[1, '五号院', 'a\0b中', '内', '公式']]);
});

test('names of elements may carry a prefix, and attributes single quotes', async () => {
  expect(
    await rowsOf("<x:sheetData><x:row r='4'><x:c r='B4' t='str'><x:v>甲</x:v></x:c></x:row></x:sheetData>"),
  ).toEqual([[4, null, '甲']]);
});

const styles =
  '<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="201" formatCode="0.0&quot;d&quot;"/></numFmts>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>';

test('days are told from numbers by the format of their cell, in both date systems', async () => {
  const data =
    '<sheetData><row r="1"><c r="A1" s="0"><v>46082</v></c><c r="B1" s="1"><v>46082.75</v></c><c r="C1" s="2"><v>46082</v></c><c r="D1" s="3"><v>5</v></c></row></sheetData>';
  expect(await rowsOf(data, { styles })).toEqual([
    [1, 46_082, { date: '2026-03-01' }, { date: '2026-03-01' }, 5],
  ]);
  expect(await rowsOf(data, { styles, properties: '<workbookPr date1904="1"/>' })).toEqual([
    [1, 46_082, { date: '2030-03-02' }, { date: '2030-03-02' }, 5],
  ]);
});

test('a formula without a value and an error are no empty cells', async () => {
  expect(
    await rowsOf(
      '<sheetData><row r="1"><c r="A1"><f>SUM(B1:B9)</f></c><c r="B1"><f>1+1</f><v>2</v></c><c r="C1" t="e"><f>X</f><v>#REF!</v></c><c r="D1"><f t="shared" si="0"/></c></row></sheetData>',
    ),
  ).toEqual([[1, { error: '=SUM(B1:B9)' }, 2, { error: '#REF!' }, { error: '=' }]]);
});

test('merged cells are told', async () => {
  const [sheet] = await sheetsOf(
    workbookOf({
      sheets: [
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>',
      ],
    }),
  );
  expect(sheet?.merges).toEqual([{ top: 1, bottom: 2, left: 0, right: 2 }]);
});

test('five million empty rows are passed over', async () => {
  const empty = Array.from({ length: 50_000 }, (_, i) => `<row r="${i + 2}" spans="1:3" ht="15"/>`)
    .join('')
    .repeat(100);
  const data = `<sheetData><row r="1"><c r="A1"><v>1</v></c></row>${empty}<row r="5000002"><c r="A5000002"><v>2</v></c></row></sheetData>`;
  expect(await rowsOf(data)).toEqual([
    [1, 1],
    [5_000_002, 2],
  ]);
});

async function refusal(bytes: Uint8Array, limits = {}, name = '报表.xlsx') {
  const read = await readTable(bytes, name, { ...fileLimits, ...limits });
  if (read.ok) throw new Error('was read');
  return read;
}

const one = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

test('macros, passwords and old workbooks are refused by what they are', async () => {
  const macros = workbookOf({ sheets: [one], more: [{ name: 'xl/vbaProject.bin', bytes: 'x' }] });
  expect(await refusal(macros)).toMatchObject({ reason: 'macros', part: 'xl/vbaProject.bin' });
  expect((await refusal(workbookOf({ sheets: [one] }), {}, 'a.xlsm')).reason).toBe('macros');
  const locked = await writeXlsx({
    sheets: [{ name: 'a', rows: [[1]] }],
    encryption: { password: 'secret', spinCount: 1_000 },
  });
  expect((await refusal(locked)).reason).toBe('encrypted');
  const ole = new Uint8Array(2_048);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  expect((await refusal(ole, {}, 'a.xls')).reason).toBe('oldFormat');
  const packed = workbookParts({ sheets: [one] }).map((part) => ({ ...part, flags: 0x801 }));
  expect((await refusal(zipOf(packed))).reason).toBe('encrypted');
});

test('a damaged workbook is refused, wherever the damage is', async () => {
  const whole = workbookOf({ sheets: [one] });
  expect((await refusal(whole.subarray(0, whole.length - 30))).reason).toBe('corrupt');
  expect((await refusal(new TextEncoder().encode('no workbook'))).reason).toBe('corrupt');
  const bitten = whole.slice();
  bitten.fill(0xff, 60, 120);
  expect(['corrupt', 'otherFormat']).toContain((await refusal(bitten)).reason);
  const parts = workbookParts({ sheets: [one] });
  expect((await refusal(zipOf(parts.filter(({ name }) => !name.includes('sheet1'))))).reason).toBe('corrupt');
  expect((await refusal(zipOf([{ name: 'readme.txt', bytes: 'hello' }]))).reason).toBe('otherFormat');
});

test('any cut of a workbook is refused or read, and never breaks the reader', async () => {
  const whole = workbookOf({ sheets: [one], texts: ['甲', '乙'] });
  for (let length = 4; length < whole.length; length += 37) {
    expect((await readTable(whole.subarray(0, length), 'a.xlsx')).ok).toBe(false);
  }
});

test('an archive that leaves its folder is refused', async () => {
  const parts = workbookParts({ sheets: [one], more: [{ name: '../../etc/passwd', bytes: 'x' }] });
  expect((await refusal(zipOf(parts))).reason).toBe('unsafeName');
});

test('a bomb is refused by what it says, and by what it is when it lies', async () => {
  const zeros = `<sheetData>${' '.repeat(40_000_000)}</sheetData>`;
  expect(await refusal(workbookOf({ sheets: [zeros] }))).toMatchObject({
    reason: 'inflatesTooMuch',
    most: 200,
  });
  expect(await refusal(workbookOf({ sheets: [one] }), { inflatedBytes: 500 })).toMatchObject({
    reason: 'inflatesTooMuch',
    most: 500,
  });
  const lying = workbookParts({ sheets: [zeros] }).map((part) =>
    part.name.includes('sheet1') ? { ...part, saidSize: 1_000 } : part,
  );
  expect(await refusal(zipOf(lying))).toMatchObject({ reason: 'corrupt', part: 'xl/worksheets/sheet1.xml' });
});

test.each([
  [{ entries: 3 }, 'tooManyEntries', 6],
  [{ sheets: 1 }, 'tooManySheets', 2],
  [{ rows: 1 }, 'tooManyRows', 2],
  [{ columns: 2 }, 'tooManyColumns', 3],
  [{ cell: 2 }, 'cellTooLong', 3],
  [{ bytes: 100 }, 'tooManyBytes', null],
  [{ textBytes: 10 }, 'inflatesTooMuch', null],
] as const)('beyond the limit %j a workbook is refused: %s', async (limits, reason, found) => {
  const wide = '<sheetData><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3"><v>1</v></c></row></sheetData>';
  const read = await refusal(workbookOf({ sheets: [wide, wide], texts: ['三个字'] }), limits);
  expect(read).toMatchObject({ reason, most: Object.values(limits)[0] });
  if (found !== null) expect(read.found).toBeGreaterThanOrEqual(found);
});
