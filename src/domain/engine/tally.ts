/**
 * Counts and sums kept true while rows change their fail mask. A row counts in the totals when its mask is 0,
 * and in the facet of a field when nothing but that field's own bit is set.
 */
import {
  type Clause,
  clauses,
  type RangeField,
  rangeFields,
  rangeSpecs,
  type SetField,
  setFields,
} from '../query/fields.ts';
import { vacancyClass, vacancyClassCount } from './answer.ts';
import { bitOf } from './clause.ts';
import { type Columns, sumFields, sumStride, unknownBits, unknownCode, unknownInt } from './columns.ts';
import { type Bins, binColumn } from './histogram.ts';

/** Places of one facet's counts: bins or codes from 0, the unknown of a set at 255. */
const facetSize = 256;

interface Counted {
  readonly bit: number;
  readonly counts: Uint32Array;
}

export interface RangeFacet extends Counted {
  readonly kind: 'range';
  readonly field: RangeField;
  readonly bins: Bins;
}

export interface SetFacet extends Counted {
  readonly kind: 'code' | 'bits';
  readonly field: SetField;
  readonly labels: readonly string[];
}

export type Facet = RangeFacet | SetFacet;

const bitPlaces = 32;
const vacantPlace = sumFields.indexOf('vacant');
const rentablePlace = sumFields.indexOf('vacancyRentable');

export class Tally {
  readonly facets: readonly Facet[];
  /** Rows that only this clause excludes, by the place of its bit. */
  readonly excludedAlone = new Uint32Array(bitPlaces);
  readonly sums = new Float64Array(sumStride);
  total = 0;
  /** Passing rows by circle and vacancy class (circle-major), with Σ vacant and Σ rentable of each circle. */
  readonly circleClasses: Uint32Array;
  readonly circleVacant: Float64Array;
  readonly circleRentable: Float64Array;
  readonly #rowSums: Int32Array;
  /** One byte a facet, side by side for each row: one row is one cache line. */
  readonly #records: Uint8Array;
  readonly #width: number;
  readonly #counts: Uint32Array;
  readonly #industries: { readonly bits: Uint32Array; readonly counts: Uint32Array } | null;
  readonly #slotOfBit = new Int8Array(bitPlaces).fill(-1);
  readonly #circleOf: Uint8Array;
  readonly #classOf: Uint8Array;
  #passing: Uint32Array = new Uint32Array();
  #alone: Uint32Array = new Uint32Array();

  constructor(columns: Columns) {
    this.#rowSums = columns.sums;
    const shown = rangeFields.filter((field) => columns.ranges[field]);
    const coded = setFields.filter((field) => columns.sets[field].kind === 'code');
    this.#width = shown.length + coded.length;
    this.#records = new Uint8Array(this.#width * columns.rowCount);
    this.#counts = new Uint32Array(this.#width * facetSize);
    const slotCounts = (slot: number) => this.#counts.subarray(slot * facetSize, (slot + 1) * facetSize);
    const facets: Facet[] = shown.map((field, slot) => {
      const bins = binColumn(
        field,
        columns.ranges[field] ?? { values: new Int32Array(), upper: null, bound: null },
      );
      this.#fill(slot, bitOf(field), bins.ofRow);
      return { kind: 'range', field, bit: bitOf(field), bins, counts: slotCounts(slot) };
    });
    coded.forEach((field, place) => {
      const column = columns.sets[field];
      const slot = shown.length + place;
      if (column.kind === 'code') this.#fill(slot, bitOf(field), column.codes);
      facets.push({
        kind: 'code',
        field,
        bit: bitOf(field),
        labels: column.labels,
        counts: slotCounts(slot),
      });
    });
    const { industry, circle } = columns.sets;
    this.#industries =
      industry.kind === 'bits' ? { bits: industry.bits, counts: new Uint32Array(facetSize) } : null;
    if (this.#industries) {
      const { counts } = this.#industries;
      facets.push({
        kind: 'bits',
        field: 'industry',
        bit: bitOf('industry'),
        labels: industry.labels,
        counts,
      });
    }
    this.facets = facets;
    this.#circleOf =
      circle.kind === 'code' ? circle.codes : new Uint8Array(columns.rowCount).fill(unknownCode);
    this.#classOf = vacancyClasses(columns);
    this.circleClasses = new Uint32Array(circle.labels.length * (vacancyClassCount + 1));
    this.circleVacant = new Float64Array(circle.labels.length);
    this.circleRentable = new Float64Array(circle.labels.length);
  }

  #fill(slot: number, bit: number, ofRow: Uint8Array): void {
    const [records, width] = [this.#records, this.#width];
    for (let row = 0; row < ofRow.length; row++) records[row * width + slot] = ofRow[row] ?? 0;
    this.#slotOfBit[placeOf(bit)] = slot;
  }

  /** One row's mask goes from `before` to `after`, which differ. */
  shift(row: number, before: number, after: number): void {
    if (before === 0) this.#countEverywhere(row, -1);
    else if ((before & (before - 1)) === 0) this.#countAlone(row, placeOf(before), -1);
    if (after === 0) this.#countEverywhere(row, 1);
    else if ((after & (after - 1)) === 0) this.#countAlone(row, placeOf(after), 1);
  }

  /** Counts everything anew: cheaper than shifting when many rows changed. */
  recount(masks: Uint32Array): void {
    const { sums, excludedAlone, circleClasses, circleVacant, circleRentable } = this;
    for (const counter of [this.#counts, excludedAlone, circleClasses, circleVacant, circleRentable])
      counter.fill(0);
    this.#industries?.counts.fill(0);
    const { passing, alone } = this.#sortOut(masks);
    for (let i = 0; i < alone.length; i++) {
      const row = alone[i] ?? 0;
      this.#countAlone(row, placeOf(masks[row] ?? 1), 1);
    }
    this.total = passing.length;
    addSums(sums, this.#rowSums, passing);
    addRecords(this.#counts, this.#records, this.#width, passing);
    for (let i = 0; i < passing.length; i++) {
      const row = passing[i] ?? 0;
      this.#countIndustries(row, 1);
      this.#countCircle(row, 1);
    }
  }

  /** Rows that pass and rows that fail one clause only, gathered without a branch that nobody can predict. */
  #sortOut(masks: Uint32Array): { passing: Uint32Array; alone: Uint32Array } {
    if (this.#passing.length !== masks.length + 1) {
      this.#passing = new Uint32Array(masks.length + 1);
      this.#alone = new Uint32Array(masks.length + 1);
    }
    const [passing, alone] = [this.#passing, this.#alone];
    let passingCount = 0;
    let aloneCount = 0;
    for (let row = 0; row < masks.length; row++) {
      const mask = masks[row] ?? 0;
      passing[passingCount] = row;
      alone[aloneCount] = row;
      const fits = Number(mask === 0);
      passingCount += fits;
      aloneCount += Number((mask & (mask - 1)) === 0) - fits;
    }
    return { passing: passing.subarray(0, passingCount), alone: alone.subarray(0, aloneCount) };
  }

  #countEverywhere(row: number, step: number): void {
    this.total += step;
    const [records, counts, width] = [this.#records, this.#counts, this.#width];
    const first = row * width;
    for (let slot = 0; slot < width; slot++) {
      const place = slot * facetSize + (records[first + slot] ?? 0);
      counts[place] = (counts[place] ?? 0) + step;
    }
    const [sums, rowSums, start] = [this.sums, this.#rowSums, row * sumStride];
    for (let i = 0; i < sumStride; i++) sums[i] = (sums[i] ?? 0) + step * (rowSums[start + i] ?? 0);
    this.#countIndustries(row, step);
    this.#countCircle(row, step);
  }

  #countCircle(row: number, step: number): void {
    const circle = this.#circleOf[row] ?? unknownCode;
    if (circle === unknownCode) return;
    const cell = circle * (vacancyClassCount + 1) + (this.#classOf[row] ?? 0);
    const start = row * sumStride;
    this.circleClasses[cell] = (this.circleClasses[cell] ?? 0) + step;
    this.circleVacant[circle] =
      (this.circleVacant[circle] ?? 0) + step * (this.#rowSums[start + vacantPlace] ?? 0);
    this.circleRentable[circle] =
      (this.circleRentable[circle] ?? 0) + step * (this.#rowSums[start + rentablePlace] ?? 0);
  }

  #countIndustries(row: number, step: number): void {
    if (!this.#industries) return;
    const { bits, counts } = this.#industries;
    let rest = bits[row] ?? unknownBits;
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

  #countAlone(row: number, place: number, step: number): void {
    this.excludedAlone[place] = (this.excludedAlone[place] ?? 0) + step;
    const slot = this.#slotOfBit[place] ?? -1;
    if (slot >= 0) {
      const cell = slot * facetSize + (this.#records[row * this.#width + slot] ?? 0);
      this.#counts[cell] = (this.#counts[cell] ?? 0) + step;
    } else if (clauseAt(place) === 'industry') {
      this.#countIndustries(row, step);
    }
  }
}

/** Straight-line code, so that the loads of several rows overlap. */
function addSums(totals: Float64Array, sums: Int32Array, rows: Uint32Array): void {
  totals.fill(0);
  for (let offset = 0; offset < sumStride; offset += 8) {
    let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let i = 0; i < rows.length; i++) {
      const at = (rows[i] ?? 0) * sumStride + offset;
      a += sums[at] ?? 0;
      b += sums[at + 1] ?? 0;
      c += sums[at + 2] ?? 0;
      d += sums[at + 3] ?? 0;
      e += sums[at + 4] ?? 0;
      f += sums[at + 5] ?? 0;
      g += sums[at + 6] ?? 0;
      h += sums[at + 7] ?? 0;
    }
    totals.set([a, b, c, d, e, f, g, h], offset);
  }
}

function addRecords(counts: Uint32Array, records: Uint8Array, width: number, rows: Uint32Array): void {
  for (let i = 0; i < rows.length; i++) {
    const first = (rows[i] ?? 0) * width;
    for (let slot = 0; slot < width; slot++) {
      const place = (slot << 8) + (records[first + slot] ?? 0);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  }
}

function placeOf(bit: number): number {
  return 31 - Math.clz32(bit);
}

/** Clauses in the order of `excludedAlone`. */
export function clauseAt(place: number): Clause | null {
  return clauses[place] ?? null;
}

function vacancyClasses(columns: Columns): Uint8Array {
  const values = columns.ranges.vacancy?.values ?? new Int32Array(columns.rowCount).fill(unknownInt);
  const { scale } = rangeSpecs.vacancy;
  return Uint8Array.from(values, (value) =>
    value === unknownInt ? vacancyClassCount : vacancyClass(value / scale),
  );
}
