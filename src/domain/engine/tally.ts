/**
 * Counts and sums kept true while rows change their fail mask. A row counts in the totals when its mask is 0,
 * and in the facet of a field when nothing but that field's own bit is set.
 */
import { type Clause, clauses } from '../query/fields.ts';
import { vacancyClassCount } from './answer.ts';
import { bitOf } from './clause.ts';
import { type Columns, sumFields, sumStride, unknownBits, unknownCode } from './columns.ts';
import { type BitsFacet, type Facet, facetSize, facetsOf, vacancyClasses } from './facets.ts';
import { type RowRecords, rowRecordsOf } from './row-records.ts';

const bitPlaces = 32;
const notCircle = ~bitOf('circle');

export class Tally {
  readonly facets: readonly Facet[];
  /** Rows that only this clause excludes, by the place of its bit. */
  readonly excludedAlone = new Uint32Array(bitPlaces);
  readonly sums = new Float64Array(sumStride);
  total = 0;
  /**
   * Rows by circle and vacancy class (circle-major), with Σ vacant and Σ rentable of each circle: all rows that pass
   * every clause but the circle's own, so that a chosen circle leaves the others to choose from.
   */
  readonly circleClasses: Uint32Array;
  readonly circleVacant: Float64Array;
  readonly circleRentable: Float64Array;
  readonly #columns: Columns;
  readonly #counts: Uint32Array;
  readonly #bits: BitsFacet | null;
  /** By the place of a clause's bit: the rows' places in its facet, and the facet's counts; null where it has none. */
  readonly #ofRowAt: (Uint8Array | null)[] = new Array(bitPlaces).fill(null);
  readonly #countsAt: (Uint32Array | null)[] = new Array(bitPlaces).fill(null);
  readonly #circleOf: Uint8Array;
  readonly #classOf: Uint8Array;
  readonly #passing: Uint32Array;
  readonly #alone: Uint32Array;
  #records: RowRecords | null = null;

  constructor(columns: Columns) {
    this.#columns = columns;
    const { facets, counts } = facetsOf(columns);
    this.facets = facets;
    this.#counts = counts;
    this.#bits = facets.find((facet) => facet.kind === 'bits') ?? null;
    for (const facet of facets) {
      this.#countsAt[placeOf(facet.bit)] = facet.counts;
      if (facet.kind !== 'bits') this.#ofRowAt[placeOf(facet.bit)] = facet.ofRow;
    }
    const { circle } = columns.sets;
    this.#circleOf =
      circle.kind === 'code' ? circle.codes : new Uint8Array(columns.rowCount).fill(unknownCode);
    this.#classOf = vacancyClasses(columns);
    this.circleClasses = new Uint32Array(circle.labels.length * (vacancyClassCount + 1));
    this.circleVacant = new Float64Array(circle.labels.length);
    this.circleRentable = new Float64Array(circle.labels.length);
    this.#passing = new Uint32Array(columns.rowCount + 1);
    this.#alone = new Uint32Array(columns.rowCount + 1);
  }

  /** One row's mask goes from `before` to `after`, which differ. */
  shift(row: number, before: number, after: number): void {
    this.#records ??= rowRecordsOf(this.#columns, this.facets);
    const wasShown = (before & notCircle) === 0;
    const isShown = (after & notCircle) === 0;
    if (wasShown !== isShown) this.#countCircle(row, isShown ? 1 : -1);
    if (before === 0) this.#countEverywhere(this.#records, row, -1);
    else if ((before & (before - 1)) === 0) this.#countAlone(row, placeOf(before), -1);
    if (after === 0) this.#countEverywhere(this.#records, row, 1);
    else if ((after & (after - 1)) === 0) this.#countAlone(row, placeOf(after), 1);
  }

  /** Counts everything anew, column by column: cheaper than shifting when many rows changed. */
  recount(masks: Uint32Array): void {
    const { excludedAlone, circleClasses, circleVacant, circleRentable } = this;
    for (const counter of [this.#counts, excludedAlone, circleClasses, circleVacant, circleRentable])
      counter.fill(0);
    const { passing, alone } = this.#sortOut(masks);
    this.total = passing.length;
    this.#sumOver(passing);
    for (const facet of this.facets) if (facet.kind !== 'bits') countOver(facet.counts, facet.ofRow, passing);
    for (let i = 0; i < alone.length; i++) {
      const row = alone[i] ?? 0;
      const mask = masks[row] ?? 1;
      this.#countAlone(row, placeOf(mask), 1);
      if ((mask & notCircle) === 0) this.#countCircle(row, 1);
    }
    for (let i = 0; i < passing.length; i++) {
      const row = passing[i] ?? 0;
      this.#countBits(row, 1);
      this.#countCircle(row, 1);
    }
  }

  /** Two columns at a time, so that each row's number is looked up half as often. */
  #sumOver(rows: Uint32Array): void {
    const { sums } = this.#columns;
    for (let place = 0; place < sumStride; place += 2) {
      const first = sums[sumFields[place] ?? 'gfa'];
      const second = sums[sumFields[place + 1] ?? 'gfa'];
      const isEvery = rows.length === first.length;
      let [a, b] = [0, 0];
      for (let i = 0; i < rows.length; i++) {
        const row = isEvery ? i : (rows[i] ?? 0);
        a += first[row] ?? 0;
        b += second[row] ?? 0;
      }
      this.sums[place] = a;
      this.sums[place + 1] = b;
    }
  }

  /** Rows that pass and rows that fail one clause only, gathered without a branch that nobody can predict. */
  #sortOut(masks: Uint32Array): { passing: Uint32Array; alone: Uint32Array } {
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

  #countEverywhere({ places, sums: rowSums, width }: RowRecords, row: number, step: number): void {
    this.total += step;
    const [counts, sums] = [this.#counts, this.sums];
    for (let slot = 0; slot < width; slot++) {
      const place = slot * facetSize + (places[row * width + slot] ?? 0);
      counts[place] = (counts[place] ?? 0) + step;
    }
    for (let i = 0; i < sumStride; i++) sums[i] = (sums[i] ?? 0) + step * (rowSums[row * sumStride + i] ?? 0);
    this.#countBits(row, step);
  }

  #countCircle(row: number, step: number): void {
    const circle = this.#circleOf[row] ?? unknownCode;
    if (circle === unknownCode) return;
    const { vacant, vacancyRentable } = this.#columns.sums;
    const cell = circle * (vacancyClassCount + 1) + (this.#classOf[row] ?? 0);
    this.circleClasses[cell] = (this.circleClasses[cell] ?? 0) + step;
    this.circleVacant[circle] = (this.circleVacant[circle] ?? 0) + step * (vacant[row] ?? 0);
    this.circleRentable[circle] = (this.circleRentable[circle] ?? 0) + step * (vacancyRentable[row] ?? 0);
  }

  #countBits(row: number, step: number): void {
    if (!this.#bits) return;
    const { bitsOfRow, counts } = this.#bits;
    let rest = bitsOfRow[row] ?? unknownBits;
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
    const ofRow = this.#ofRowAt[place];
    const counts = this.#countsAt[place];
    if (ofRow && counts) {
      const found = ofRow[row] ?? 0;
      counts[found] = (counts[found] ?? 0) + step;
    } else if (counts) {
      this.#countBits(row, step);
    }
  }
}

/** Counts of every second row, so that a count need not wait for the one before it. */
const oddCounts = new Uint32Array(facetSize);

/** Over all rows there is no need to look their numbers up. */
function countOver(counts: Uint32Array, ofRow: Uint8Array, rows: Uint32Array): void {
  const isEvery = rows.length === ofRow.length;
  oddCounts.fill(0);
  for (let i = 0; i < rows.length; i += 2) {
    const even = ofRow[isEvery ? i : (rows[i] ?? 0)] ?? 0;
    counts[even] = (counts[even] ?? 0) + 1;
    if (i + 1 === rows.length) break;
    const odd = ofRow[isEvery ? i + 1 : (rows[i + 1] ?? 0)] ?? 0;
    oddCounts[odd] = (oddCounts[odd] ?? 0) + 1;
  }
  for (let place = 0; place < facetSize; place++)
    counts[place] = (counts[place] ?? 0) + (oddCounts[place] ?? 0);
}

function placeOf(bit: number): number {
  return 31 - Math.clz32(bit);
}

/** Clauses in the order of `excludedAlone`. */
export function clauseAt(place: number): Clause | null {
  return clauses[place] ?? null;
}
