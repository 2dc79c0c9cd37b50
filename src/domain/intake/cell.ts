/** What stands in a sheet, whatever kind of file it came from. */
import type { IsoDate } from '../measure.ts';

/** null: empty. `error`: a formula whose result is missing or an error, as the file writes it (`#REF!`). */
export type Cell = null | string | number | boolean | { readonly date: IsoDate } | { readonly error: string };

/** `number` counts from 1 as the file does; `cells` from column A, without what is empty at the end. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A rectangle of cells shown as one; rows from 1, columns from 0, both ends belong to it. */
export interface Merge {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with anything in them, top to bottom; may be walked more than once. */
  readonly rows: Iterable<SheetRow>;
  readonly rowCount: number;
  readonly merges: readonly Merge[];
}

/** 0 → "A", 26 → "AA". */
export function columnLetter(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** "AA" → 26; null when it names no column. */
export function columnFromLetter(letters: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(letters)) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

/** A cell as its sheet shows it. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'date' in cell ? cell.date : cell.error;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  return String(cell);
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** Shortened for showing in a list of problems. */
export function shownCell(cell: Cell): string {
  const text = cellText(cell);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
