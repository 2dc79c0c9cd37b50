/** The fail mask of every row, kept in step with the filter: one bit a clause that the row fails. */
import { type Clause, clauses, type RangeField } from '../query/fields.ts';
import { emptyFilter, type Filter } from '../query/query.ts';
import {
  type CompiledClause,
  compileClause,
  fail,
  type Judge,
  judgeRange,
  undecided,
  type Verdict,
} from './clause.ts';
import { boundCodes, type Columns, type RangeColumn, unknownInt } from './columns.ts';
import { lowerBound, type RowOrders } from './order.ts';
import type { Tally } from './tally.ts';

/** Above this share of changed rows a recount is cheaper than shifting row by row. */
const recountShare = 1 / 6;
/** Above this share of rows to look at, a scan in row order beats jumping through the column's order. */
const scanShare = 1 / 10;

export class FailMasks {
  readonly masks: Uint32Array;
  readonly #columns: Columns;
  readonly #orders: RowOrders;
  readonly #tally: Tally;
  readonly #flipped: Uint32Array;
  readonly #bounded = new Map<RangeField, Uint32Array>();
  #current: ReadonlyMap<Clause, CompiledClause>;

  constructor(columns: Columns, orders: RowOrders, tally: Tally) {
    this.#columns = columns;
    this.#orders = orders;
    this.#tally = tally;
    this.masks = new Uint32Array(columns.rowCount);
    this.#flipped = new Uint32Array(columns.rowCount + 1);
    this.#current = compileAll(columns, emptyFilter);
    tally.recount(this.masks);
  }

  /** Brings masks and tally to this filter; work is in proportion to what changed. */
  apply(filter: Filter): void {
    const next = compileAll(this.#columns, filter);
    const before = this.#current;
    const changed = clauses.filter((clause) => next.get(clause)?.key !== before.get(clause)?.key);
    this.#current = next;
    let flips = 0;
    let bit = 0;
    for (const clause of changed) {
      const to = next.get(clause);
      if (!to) continue;
      bit = to.bit;
      flips = this.#flip(to, changed.length > 1 ? null : (before.get(clause) ?? null));
    }
    if (changed.length > 1 || flips > this.masks.length * recountShare) this.#tally.recount(this.masks);
    else this.#shiftFlipped(flips, bit);
  }

  /** Bounds that leave the present range of a field open, among the rows that pass every other clause. */
  undecidedBounds(field: RangeField): number {
    const column = this.#columns.ranges[field];
    const clause = this.#current.get(field);
    if (!column?.bound || !clause?.judge) return 0;
    let count = 0;
    for (const row of this.#boundedRows(field, column)) {
      const isOtherwiseIn = ((this.masks[row] ?? 0) & ~clause.bit) === 0;
      if (isOtherwiseIn && clause.judge(row) === undecided) count++;
    }
    return count;
  }

  #shiftFlipped(flips: number, bit: number): void {
    for (let i = 0; i < flips; i++) {
      const row = this.#flipped[i] ?? 0;
      const after = this.masks[row] ?? 0;
      this.#tally.shift(row, (after ^ bit) >>> 0, after);
    }
  }

  /** Sets the clause's bit in every row and lists the rows in which it changed; gives their number. */
  #flip(to: CompiledClause, from: CompiledClause | null): number {
    const isDrag = to.ends && from?.ends && to.letsUnknownPass === from.letsUnknownPass;
    if (isDrag && to.ends && from?.ends) {
      const flips = this.#flipBetween(to, from.ends, to.ends);
      if (flips !== null) return flips;
    }
    if (isPointRange(this.#columns, to)) return this.#flipRange(to);
    const { bit, judge, letsUnknownPass } = to;
    const masks = this.masks;
    let flips = 0;
    for (let row = 0; row < masks.length; row++) {
      const isFailing = judge !== null && fails(judge(row), letsUnknownPass);
      const mask = masks[row] ?? 0;
      if (((mask & bit) !== 0) === isFailing) continue;
      masks[row] = (mask ^ bit) >>> 0;
      this.#flipped[flips++] = row;
    }
    return flips;
  }

  /** The same for a range of exact values, without a call a row. */
  #flipRange(to: CompiledClause): number {
    const { bit, ends, letsUnknownPass } = to;
    const values = this.#columns.ranges[to.clause as RangeField]?.values ?? new Int32Array();
    const [lo, hi] = ends ?? [0, 0];
    const [masks, flipped] = [this.masks, this.#flipped];
    const whenUnknown = Number(!letsUnknownPass);
    const others = ~bit;
    const place = 31 - Math.clz32(bit);
    let flips = 0;
    for (let row = 0; row < masks.length; row++) {
      const value = values[row] ?? unknownInt;
      // Without a branch that nobody can predict: every row is written, only the changed ones are kept.
      const isOutside = Number(value < lo) | Number(value > hi);
      const isFailing = value === unknownInt ? whenUnknown : isOutside;
      const mask = masks[row] ?? 0;
      const after = ((mask & others) | (isFailing << place)) >>> 0;
      masks[row] = after;
      flipped[flips] = row;
      flips += Number(after !== mask);
    }
    return flips;
  }

  /**
   * A drag: only rows between the old ends and the new ones can change, and those known as bounds.
   * null when these are so many that a plain scan is quicker.
   */
  #flipBetween(
    to: CompiledClause,
    [oldLo, oldHi]: readonly [number, number],
    [lo, hi]: readonly [number, number],
  ): number | null {
    const field = to.clause as RangeField;
    const column = this.#columns.ranges[field];
    if (!column) return 0;
    const { known } = this.#orders.of(field, column.values, false);
    const place = (value: number) => lowerBound(known, column.values, value);
    const spans = [
      [place(Math.min(oldLo, lo)), place(Math.max(oldLo, lo))],
      [place(Math.min(oldHi, hi) + 1), place(Math.max(oldHi, hi) + 1)],
    ];
    const rows = spans.reduce((sum, [start = 0, end = 0]) => sum + end - start, 0);
    if (rows > known.length * scanShare) return null;
    const judge = judgeRange(column, lo, hi);
    let flips = 0;
    for (const [start = 0, end = 0] of spans) {
      for (let i = start; i < end; i++) flips = this.#flipRow(known[i] ?? 0, to, judge, flips);
    }
    for (const row of this.#boundedRows(field, column)) flips = this.#flipRow(row, to, judge, flips);
    return flips;
  }

  #flipRow(row: number, to: CompiledClause, judge: Judge, flips: number): number {
    const mask = this.masks[row] ?? 0;
    if (((mask & to.bit) !== 0) === fails(judge(row), to.letsUnknownPass)) return flips;
    this.masks[row] = (mask ^ to.bit) >>> 0;
    this.#flipped[flips] = row;
    return flips + 1;
  }

  #boundedRows(field: RangeField, column: RangeColumn): Uint32Array {
    const known = this.#bounded.get(field);
    if (known) return known;
    const rows: number[] = [];
    for (let row = 0; column.bound && row < column.bound.length; row++) {
      const code = column.bound[row];
      const isBound = code === boundCodes.atLeast || code === boundCodes.atMost;
      if (isBound && column.values[row] !== unknownInt) rows.push(row);
    }
    for (let row = 0; column.upper && row < column.upper.length; row++) {
      const top = column.upper[row] ?? unknownInt;
      if (top !== unknownInt && top !== column.values[row]) rows.push(row);
    }
    const found = Uint32Array.from(rows);
    this.#bounded.set(field, found);
    return found;
  }
}

function compileAll(columns: Columns, filter: Filter): ReadonlyMap<Clause, CompiledClause> {
  return new Map(clauses.map((clause) => [clause, compileClause(columns, filter, clause)]));
}

function fails(verdict: Verdict, letsUnknownPass: boolean): boolean {
  return verdict === fail || (verdict === undecided && !letsUnknownPass);
}

function isPointRange(columns: Columns, { ends, clause }: CompiledClause): boolean {
  const column = ends ? columns.ranges[clause as RangeField] : undefined;
  return column !== undefined && column.bound === null && column.upper === null;
}
