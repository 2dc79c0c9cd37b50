/**
 * Counts and sums kept true while rows change their fail mask. A row counts in the totals when its mask is 0,
 * and in the facet of a field when nothing but that field's own bit is set.
 */
import {
  type Clause,
  clauses,
  type RangeField,
  rangeFields,
  type SetField,
  setFields,
} from '../query/fields.ts';
import { bitOf } from './clause.ts';
import { type Columns, sumStride, unknownBits, unknownCode } from './columns.ts';
import { type Bins, binColumn, binCount } from './histogram.ts';

interface RangeFacet {
  readonly kind: 'range';
  readonly field: RangeField;
  readonly bit: number;
  readonly bins: Bins;
  readonly ofRow: Uint8Array;
  readonly counts: Uint32Array;
}

interface CodeFacet {
  readonly kind: 'code';
  readonly field: SetField;
  readonly bit: number;
  readonly labels: readonly string[];
  readonly ofRow: Uint8Array;
  /** By code; the unknown at 255. */
  readonly counts: Uint32Array;
}

interface BitsFacet {
  readonly kind: 'bits';
  readonly field: SetField;
  readonly bit: number;
  readonly labels: readonly string[];
  readonly bitsOfRow: Uint32Array;
  /** By place of the bit; the unknown at 255. */
  readonly counts: Uint32Array;
}

export type Facet = RangeFacet | CodeFacet | BitsFacet;

const bitPlaces = 32;

export class Tally {
  readonly facets: readonly Facet[];
  /** Rows that only this clause excludes, by the place of its bit. */
  readonly excludedAlone = new Uint32Array(bitPlaces);
  readonly sums = new Float64Array(sumStride);
  total = 0;
  readonly #columns: Columns;
  readonly #facetOfBit: (Facet | null)[] = new Array(bitPlaces).fill(null);

  constructor(columns: Columns) {
    this.#columns = columns;
    this.facets = [...rangeFacets(columns), ...setFacets(columns)];
    for (const facet of this.facets) this.#facetOfBit[placeOf(facet.bit)] = facet;
  }

  /** One row's mask goes from `before` to `after`, which differ. */
  shift(row: number, before: number, after: number): void {
    if (before === 0) {
      this.#countEverywhere(row, -1);
    } else if ((before & (before - 1)) === 0) {
      this.#countAlone(row, placeOf(before), -1);
    }
    if (after === 0) {
      this.#countEverywhere(row, 1);
    } else if ((after & (after - 1)) === 0) {
      this.#countAlone(row, placeOf(after), 1);
    }
  }

  /** Counts everything anew, column by column: cheaper than shifting when many rows changed. */
  recount(masks: Uint32Array): void {
    this.total = 0;
    this.sums.fill(0);
    this.excludedAlone.fill(0);
    const { sums } = this.#columns;
    for (let row = 0; row < masks.length; row++) {
      const mask = masks[row] ?? 0;
      if (mask === 0) {
        this.total++;
        const start = row * sumStride;
        for (let i = 0; i < sumStride; i++) this.sums[i] = (this.sums[i] ?? 0) + (sums[start + i] ?? 0);
      } else if ((mask & (mask - 1)) === 0) {
        const place = placeOf(mask);
        this.excludedAlone[place] = (this.excludedAlone[place] ?? 0) + 1;
      }
    }
    for (const facet of this.facets) recountFacet(facet, masks);
  }

  #countEverywhere(row: number, step: number): void {
    this.total += step;
    const { sums } = this.#columns;
    const start = row * sumStride;
    for (let i = 0; i < sumStride; i++) this.sums[i] = (this.sums[i] ?? 0) + step * (sums[start + i] ?? 0);
    for (const facet of this.facets) count(facet, row, step);
  }

  #countAlone(row: number, place: number, step: number): void {
    this.excludedAlone[place] = (this.excludedAlone[place] ?? 0) + step;
    const facet = this.#facetOfBit[place];
    if (facet) count(facet, row, step);
  }
}

function placeOf(bit: number): number {
  return 31 - Math.clz32(bit);
}

/** Clauses in the order of `excludedAlone`. */
export function clauseAt(place: number): Clause | null {
  return clauses[place] ?? null;
}

function count(facet: Facet, row: number, step: number): void {
  const { counts } = facet;
  if (facet.kind !== 'bits') {
    const place = facet.ofRow[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + step;
    return;
  }
  let rest = facet.bitsOfRow[row] ?? unknownBits;
  if (rest === unknownBits) {
    counts[unknownCode] = (counts[unknownCode] ?? 0) + step;
    return;
  }
  while (rest !== 0) {
    const lowest = rest & -rest;
    const place = placeOf(lowest);
    counts[place] = (counts[place] ?? 0) + step;
    rest ^= lowest;
  }
}

function recountFacet(facet: Facet, masks: Uint32Array): void {
  facet.counts.fill(0);
  const others = ~facet.bit;
  if (facet.kind === 'bits') {
    for (let row = 0; row < masks.length; row++) {
      if (((masks[row] ?? 0) & others) === 0) count(facet, row, 1);
    }
    return;
  }
  const { counts, ofRow } = facet;
  for (let row = 0; row < masks.length; row++) {
    if (((masks[row] ?? 0) & others) !== 0) continue;
    const place = ofRow[row] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

function rangeFacets(columns: Columns): Facet[] {
  return rangeFields.flatMap((field) => {
    const column = columns.ranges[field];
    if (!column) return [];
    const bins = binColumn(field, column);
    const counts = new Uint32Array(binCount + 1);
    return [{ kind: 'range' as const, field, bit: bitOf(field), bins, ofRow: bins.ofRow, counts }];
  });
}

function setFacets(columns: Columns): Facet[] {
  return setFields.map((field) => {
    const column = columns.sets[field];
    const shared = { field, bit: bitOf(field), labels: column.labels, counts: new Uint32Array(256) };
    return column.kind === 'bits'
      ? { ...shared, kind: 'bits' as const, bitsOfRow: column.bits }
      : { ...shared, kind: 'code' as const, ofRow: column.codes };
  });
}
