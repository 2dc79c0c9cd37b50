/** RFC 4180, for spreadsheets. */

/** A number, a text, or null for what is not known. */
export type Cell = string | number | null;

/** Excel reads a file as UTF-8 only if it starts so. */
export const byteOrderMark = '\uFEFF';

/** What a spreadsheet would take for a formula; the wide forms of these signs count where input is Chinese. */
const startsFormula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Takes the power out of a text that a spreadsheet would run; the reader sees one apostrophe more. */
export function defuse(text: string): string {
  return startsFormula.test(text) ? `'${text}` : text;
}

/** One cell. Numbers are written bare, so that a negative one stays a number. */
export function csvCell(cell: Cell, unknown: string): string {
  if (cell === null) return unknown;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : unknown;
  const text = defuse(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end. */
export function csvRecord(cells: readonly Cell[], unknown: string): string {
  return `${cells.map((cell) => csvCell(cell, unknown)).join(',')}\r\n`;
}
