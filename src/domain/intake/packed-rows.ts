/**
 * Rows of a big sheet in little room: one text for each row, taken apart only while it is looked at. 100,000 rows
 * of 60 cells are 6 million values; as values of their own they would take several times the memory.
 */
import type { Cell, SheetRow } from './cell.ts';

/** Control characters that no field accepts; where a cell holds one itself, another such character replaces it. */
const between = '\u001f';
const mark = '\u001e';

function unmarked(text: string): string {
  if (!text.includes(between) && !text.includes(mark)) return text;
  return text.replaceAll(between, '\u0001').replaceAll(mark, '\u0001');
}

function packed(cell: Cell): string {
  if (cell === null) return '';
  switch (typeof cell) {
    case 'string':
      return unmarked(cell);
    case 'number':
      return `${mark}n${cell}`;
    case 'boolean':
      return cell ? `${mark}t` : `${mark}f`;
    default:
      return 'date' in cell ? `${mark}d${cell.date}` : `${mark}e${unmarked(cell.error)}`;
  }
}

function unpacked(text: string): Cell {
  if (text === '') return null;
  if (text.charAt(0) !== mark) return text;
  const rest = text.slice(2);
  switch (text.charAt(1)) {
    case 'n':
      return Number(rest);
    case 't':
      return true;
    case 'f':
      return false;
    case 'd':
      return { date: rest };
    default:
      return { error: rest };
  }
}

export class PackedRows implements Iterable<SheetRow> {
  readonly #numbers: number[] = [];
  readonly #texts: string[] = [];

  /** A row without anything in it is left out. An empty text counts as empty. */
  add(number: number, cells: readonly Cell[]): void {
    let end = cells.length;
    while (end > 0 && (cells[end - 1] === null || cells[end - 1] === '')) end--;
    if (end === 0) return;
    this.#numbers.push(number);
    this.#texts.push(
      cells
        .slice(0, end)
        .map((cell) => packed(cell ?? null))
        .join(between),
    );
  }

  get count(): number {
    return this.#numbers.length;
  }

  *[Symbol.iterator](): Generator<SheetRow> {
    for (const [index, number] of this.#numbers.entries()) {
      yield { number, cells: (this.#texts[index] ?? '').split(between).map(unpacked) };
    }
  }
}
