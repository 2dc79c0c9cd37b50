/** Small workbooks that people fill in or correct. Every cell is a number or a text; nothing is written as a formula. */
import { type DataValidation, type Cell as WrittenCell, writeXlsx } from 'hucre/xlsx';
import { type Cell, cellText, columnLetter } from '#domain/intake/cell.ts';

export interface WrittenMark {
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

export interface WrittenChoice {
  readonly column: number;
  readonly words: readonly string[];
}

export interface WrittenSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  /** Rows from 0 that are set off as headings; the last of them stays in view. */
  readonly headingRows: readonly number[];
  readonly marks?: readonly WrittenMark[];
  readonly choices?: readonly WrittenChoice[];
}

const headingLook = { font: { bold: true }, fill: solid('EEF1F4'), alignment: { wrapText: true } } as const;
const wrongLook = { fill: solid('FBD5D5') } as const;
/** A list of words in a cell's validation may be no longer. */
const longestList = 255;
const longestCell = 32_767;
const lastRow = 5_000;

function solid(rgb: string) {
  return { type: 'pattern', pattern: 'solid', fgColor: { rgb } } as const;
}

/** What XML cannot hold becomes the sign for a broken character, so that it is seen. */
function writable(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/(?![\n\r\t])\p{Cc}|[\ufffe\uffff]/gu, '\ufffd')
    .slice(0, longestCell);
}

function writtenValue(cell: Cell): string | number | boolean | null {
  if (cell === null || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : String(cell);
  return writable(cellText(cell));
}

/** The bytes of an .xlsx file. */
export async function writeWorkbook(sheets: readonly WrittenSheet[]): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: sheets.map((sheet) => ({
      name: sheet.name,
      rows: sheet.rows.map((row) => row.map(writtenValue)),
      cells: looksOf(sheet),
      columns: widthsOf(sheet.rows),
      freezePane: { rows: Math.max(-1, ...sheet.headingRows) + 1 },
      dataValidations: (sheet.choices ?? []).flatMap((choice) => validationOf(choice, sheet)),
    })),
  });
}

function looksOf({ rows, headingRows, marks = [] }: WrittenSheet): Map<string, Partial<WrittenCell>> {
  const cells = new Map<string, Partial<WrittenCell>>();
  for (const row of headingRows) {
    for (const column of (rows[row] ?? []).keys()) cells.set(`${row},${column}`, { style: headingLook });
  }
  for (const { row, column, note } of marks) {
    const key = `${row},${column}`;
    const earlier = cells.get(key)?.comment?.text;
    const text = writable(earlier === undefined ? note : `${earlier}\n${note}`);
    cells.set(key, { style: wrongLook, comment: { text } });
  }
  return cells;
}

function widthsOf(rows: readonly (readonly Cell[])[]): { width: number }[] {
  const widths: number[] = [];
  for (const row of rows.slice(0, 200)) {
    for (const [column, cell] of row.entries()) {
      const width = [...cellText(cell)].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 2);
      widths[column] = Math.max(widths[column] ?? 8, Math.min(width, 40));
    }
  }
  return widths.map((width) => ({ width }));
}

/** Words with a comma would fall apart in the list, and too many do not fit: both are left to the second sheet. */
function validationOf({ column, words }: WrittenChoice, { headingRows }: WrittenSheet): DataValidation[] {
  if (words.join(',').length > longestList || words.some((word) => word.includes(','))) return [];
  const letter = columnLetter(column);
  const from = Math.max(-1, ...headingRows) + 2;
  return [
    { type: 'list', values: [...words], range: `${letter}${from}:${letter}${lastRow}`, allowBlank: true },
  ];
}
