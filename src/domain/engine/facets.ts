/** The facets of the columns: for each field, the place of every row in its counts. */
import { type RangeField, rangeFields, rangeSpecs, type SetField, setFields } from '../query/fields.ts';
import { vacancyClassCount, vacancyClassEnds } from './answer.ts';
import { bitOf } from './clause.ts';
import { type Columns, unknownInt } from './columns.ts';
import { binColumn } from './histogram.ts';

/** Places of one facet's counts: bins or codes from 0; the unknown of a set at 255. */
export const facetSize = 256;

interface Counted {
  readonly bit: number;
  readonly counts: Uint32Array;
}

export interface RangeFacet extends Counted {
  readonly kind: 'range';
  readonly field: RangeField;
  /** In the field's own unit, rising; one more than there are bins. */
  readonly edges: readonly number[];
  /** Place of each row. */
  readonly ofRow: Uint8Array;
}

export interface CodeFacet extends Counted {
  readonly kind: 'code';
  readonly field: SetField;
  readonly labels: readonly string[];
  readonly ofRow: Uint8Array;
}

/** A row may stand in several places: one bit each. */
export interface BitsFacet extends Counted {
  readonly kind: 'bits';
  readonly field: SetField;
  readonly labels: readonly string[];
  readonly bitsOfRow: Uint32Array;
}

export type Facet = RangeFacet | CodeFacet | BitsFacet;

/** Facets with one place a row come first, in the order of their counts in `counts`. */
export function facetsOf(columns: Columns): {
  readonly facets: readonly Facet[];
  readonly counts: Uint32Array;
} {
  const ranges = rangeFields.flatMap((field) => {
    const column = columns.ranges[field];
    return column ? [{ field, bins: binColumn(field, column) }] : [];
  });
  const sets = setFields.map((field) => ({ field, column: columns.sets[field] }));
  const counts = new Uint32Array((ranges.length + sets.length) * facetSize);
  let next = 0;
  const place = (field: RangeField | SetField) => {
    const start = next++ * facetSize;
    return { bit: bitOf(field), counts: counts.subarray(start, start + facetSize) };
  };
  const facets: Facet[] = ranges.map(({ field, bins }) => ({
    kind: 'range',
    field,
    edges: Array.from(bins.edges, (edge) => edge / rangeSpecs[field].scale),
    ofRow: bins.ofRow,
    ...place(field),
  }));
  for (const { field, column } of sets) {
    if (column.kind !== 'code') continue;
    facets.push({ kind: 'code', field, labels: column.labels, ofRow: column.codes, ...place(field) });
  }
  for (const { field, column } of sets) {
    if (column.kind !== 'bits') continue;
    facets.push({ kind: 'bits', field, labels: column.labels, bitsOfRow: column.bits, ...place(field) });
  }
  return { facets, counts };
}

/** Vacancy class of each row; `vacancyClassCount` where it is unknown. */
export function vacancyClasses(columns: Columns): Uint8Array {
  const classes = new Uint8Array(columns.rowCount).fill(vacancyClassCount);
  const values = columns.ranges.vacancy?.values ?? new Int32Array();
  const ends = Int32Array.from(vacancyClassEnds, (end) => Math.round(end * rangeSpecs.vacancy.scale));
  const [a = 0, b = 0, c = 0, d = 0] = ends;
  for (let row = 0; row < values.length; row++) {
    const value = values[row] ?? unknownInt;
    if (value === unknownInt) continue;
    classes[row] = Number(value > a) + Number(value > b) + Number(value > c) + Number(value > d);
  }
  return classes;
}
