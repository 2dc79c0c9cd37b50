import { defaultSort, type Sort } from '../query/query.ts';
import { type Columns, unknownInt } from './columns.ts';

/** Rows of one column in order: those with a value, then those without. */
export interface RowOrder {
  /** Rows with a value, by value, equal values by row. */
  readonly known: Uint32Array;
  readonly unknown: Uint32Array;
}

/**
 * A stable order of the rows by value (radix sort in two passes, linear in the number of rows).
 * Descending keeps equal values in row order too, and the unknown last as well.
 */
export function orderOf(values: Int32Array, descending = false): RowOrder {
  let unknownCount = 0;
  for (let row = 0; row < values.length; row++) if (values[row] === unknownInt) unknownCount++;
  const known = new Uint32Array(values.length - unknownCount);
  const unknown = new Uint32Array(unknownCount);
  const keys = new Uint32Array(values.length);
  let nextKnown = 0;
  let nextUnknown = 0;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? unknownInt;
    if (value === unknownInt) unknown[nextUnknown++] = row;
    else known[nextKnown++] = row;
    const key = (value ^ 0x8000_0000) >>> 0;
    keys[row] = descending ? ~key >>> 0 : key;
  }
  const scratch = new Uint32Array(known.length);
  radixPass(known, scratch, keys, 0);
  radixPass(scratch, known, keys, 16);
  return { known, unknown };
}

function radixPass(from: Uint32Array, to: Uint32Array, keys: Uint32Array, shift: number): void {
  const places = new Uint32Array(65_537);
  for (let i = 0; i < from.length; i++) {
    const digit = ((keys[from[i] ?? 0] ?? 0) >>> shift) & 0xffff;
    places[digit + 1] = (places[digit + 1] ?? 0) + 1;
  }
  for (let digit = 0; digit < 65_536; digit++) {
    places[digit + 1] = (places[digit + 1] ?? 0) + (places[digit] ?? 0);
  }
  for (let i = 0; i < from.length; i++) {
    const row = from[i] ?? 0;
    const digit = ((keys[row] ?? 0) >>> shift) & 0xffff;
    const place = places[digit] ?? 0;
    places[digit] = place + 1;
    to[place] = row;
  }
}

/** The first place in `order` whose value is at least `value`. */
export function lowerBound(order: Uint32Array, values: Int32Array, value: number): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[order[middle] ?? 0] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Orders of columns, made when first asked for and kept. */
export class RowOrders {
  readonly #columns: Columns;
  readonly #orders = new Map<string, RowOrder>();
  readonly #wanted = new Set<string>();

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  of(name: string, values: Int32Array, descending: boolean): RowOrder {
    const key = `${descending ? '-' : ''}${name}`;
    const order = this.#orders.get(key) ?? orderOf(values, descending);
    this.#orders.set(key, order);
    return order;
  }

  sorted(sort: Sort): RowOrder {
    const { name, values, descending } = this.columnOf(sort);
    return this.of(name, values, descending);
  }

  /** Whether the order of a sort is wanted for the second time: only then is it worth making. */
  isWorthMaking(sort: Sort): boolean {
    const { name, descending } = this.columnOf(sort);
    const key = `${descending ? '-' : ''}${name}`;
    const isWanted = this.#wanted.has(key) || this.#orders.has(key);
    this.#wanted.add(key);
    return isWanted;
  }

  /** What a sort goes by; a column that the role may not see falls back to the default sort. */
  columnOf({ field, descending }: Sort): SortColumn {
    const { ranges, nameRank, metro } = this.#columns;
    if (field === 'name') return { name: field, values: nameRank, descending };
    if (field === 'metro') return { name: field, values: metro, descending };
    const values = ranges[field]?.values;
    return values ? { name: field, values, descending } : this.columnOf(defaultSort);
  }
}

interface SortColumn {
  readonly name: string;
  readonly values: Int32Array;
  readonly descending: boolean;
}

/**
 * The first `size` passing rows of a sort, in one scan and without ordering the rest.
 * @param masks 0 where a row passes; at least `size` rows do
 */
export function firstRows({ values, descending }: SortColumn, masks: Uint32Array, size: number): Uint32Array {
  const rows = new Uint32Array(size);
  const keys = new Float64Array(size);
  let taken = 0;
  for (let row = 0; row < masks.length; row++) {
    if (masks[row] !== 0) continue;
    const value = values[row] ?? unknownInt;
    const key = value === unknownInt ? Number.POSITIVE_INFINITY : descending ? -value : value;
    if (taken === size && key >= (keys[size - 1] ?? 0)) continue;
    let place = taken < size ? taken++ : size - 1;
    for (; place > 0 && key < (keys[place - 1] ?? 0); place--) {
      keys[place] = keys[place - 1] ?? 0;
      rows[place] = rows[place - 1] ?? 0;
    }
    keys[place] = key;
    rows[place] = row;
  }
  return rows;
}
