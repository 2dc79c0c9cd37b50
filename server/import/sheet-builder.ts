/** Rows of a file on their way into a sheet, held to the limits. */
import type { Cell, Merge, Sheet } from '#domain/intake/cell.ts';
import { PackedRows } from '#domain/intake/packed-rows.ts';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';

/** Rows are counted over all sheets of a file. */
export interface RowBudget {
  rows: number;
}

export class SheetBuilder {
  readonly #name: string;
  readonly #limits: FileLimits;
  readonly #budget: RowBudget;
  readonly #rows = new PackedRows();

  constructor(name: string, limits: FileLimits, budget: RowBudget) {
    this.#name = name;
    this.#limits = limits;
    this.#budget = budget;
  }

  /** @throws UnreadableFile beyond a limit */
  add(row: number, cells: readonly Cell[]): void {
    const { columns, cell: longest, rows } = this.#limits;
    const part = this.#name;
    const width = cells.findLastIndex((cell) => cell !== null && cell !== '') + 1;
    if (width === 0) return;
    if (width > columns) refuse('tooManyColumns', { part, row, found: width, most: columns });
    for (const cell of cells) {
      if (typeof cell === 'string' && cell.length > longest) {
        refuse('cellTooLong', { part, row, found: cell.length, most: longest });
      }
    }
    if (++this.#budget.rows > rows)
      refuse('tooManyRows', { part, row, found: this.#budget.rows, most: rows });
    this.#rows.add(row, cells);
  }

  sheet(merges: readonly Merge[] = [], isHidden = false): Sheet {
    return { name: this.#name, isHidden, rows: this.#rows, rowCount: this.#rows.count, merges };
  }
}
