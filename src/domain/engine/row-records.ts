import { type Columns, sumFields, sumStride } from './columns.ts';
import type { BitsFacet, Facet } from './facets.ts';

/**
 * The same facts row by row: all facet places of a row side by side, all its summands in one cache line.
 * Whoever touches few rows far apart reads this; whoever touches many reads the columns. Made when first needed.
 */
export interface RowRecords {
  readonly width: number;
  /** `width` places a row, in the order of the facets. */
  readonly places: Uint8Array;
  /** `sumStride` summands a row. */
  readonly sums: Int32Array;
}

export function rowRecordsOf(columns: Columns, facets: readonly Facet[]): RowRecords {
  const single = facets.filter((facet): facet is Exclude<Facet, BitsFacet> => facet.kind !== 'bits');
  const width = single.length;
  const places = new Uint8Array(width * columns.rowCount);
  const sums = new Int32Array(sumStride * columns.rowCount);
  for (let start = 0; start < columns.rowCount; start += tile) {
    const end = Math.min(columns.rowCount, start + tile);
    single.forEach(({ ofRow }, slot) => {
      for (let row = start; row < end; row++) places[row * width + slot] = ofRow[row] ?? 0;
    });
    sumFields.forEach((field, place) => {
      const column = columns.sums[field];
      for (let row = start; row < end; row++) sums[row * sumStride + place] = column[row] ?? 0;
    });
  }
  return { width, places, sums };
}

/** Rows turned at a time, so that both sides stay in the cache. */
const tile = 1024;
