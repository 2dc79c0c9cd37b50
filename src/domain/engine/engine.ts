/**
 * One question, one answer. Every row carries a fail mask, one bit a clause; a changed clause touches only
 * the rows whose bit flips, and a dragged range finds them by the order of its column.
 * The same class answers in the page's worker, in the mock and on the server.
 */
import { type Clause, clauses, type RangeField, rangeSpecs, type SetField } from '../query/fields.ts';
import type { Filter, Sort } from '../query/query.ts';
import type { Answer, Facets, Histogram, Relaxation, SetCounts, View } from './answer.ts';
import { Clusterer } from './cluster.ts';
import { type Columns, unknownCode, unknownInt } from './columns.ts';
import type { Facet, RangeFacet } from './facets.ts';
import { FailMasks } from './fail-masks.ts';
import { binCount } from './histogram.ts';
import { firstRows, RowOrders } from './order.ts';
import { circleVacancy, scatter } from './panels.ts';
import { clauseAt, Tally } from './tally.ts';
import { totalsFrom } from './totals.ts';

const firstPageRows = 100;
const largestFirst: Sort = { field: 'contiguous', descending: true };

export class Engine {
  readonly columns: Columns;
  readonly #orders: RowOrders;
  readonly #tally: Tally;
  readonly #fails: FailMasks;
  readonly #clusterer: Clusterer;

  constructor(columns: Columns) {
    this.columns = columns;
    this.#orders = new RowOrders(columns);
    this.#tally = new Tally(columns);
    this.#fails = new FailMasks(columns, this.#orders, this.#tally);
    this.#clusterer = new Clusterer(columns);
  }

  /**
   * Answers one question. Cheap when little changed since the last one, right whatever was asked before.
   * @param query what passes and in which order
   * @param view which rows, which part of the map, whether charts are wanted
   * @throws RangeError when the viewport is larger than any screen
   */
  answer(query: Filter & { readonly sort: Sort }, view: View): Answer {
    this.#fails.apply(query);
    const { columns } = this;
    const { masks } = this.#fails;
    return {
      total: this.#tally.total,
      of: columns.rowCount,
      totals: totalsFrom(
        this.#tally.sums,
        this.#tally.total,
        this.#largestContiguous(),
        columns.ranges.taxPerSqm !== undefined,
      ),
      facets: this.#facets(),
      relaxations: this.#relaxations(),
      rows: this.#rows(query.sort, view.offset, view.limit),
      offset: view.offset,
      symbols: view.viewport && this.#clusterer.symbols(masks, view.viewport),
      circleVacancy: view.charts ? circleVacancy(columns, this.#tally) : null,
      scatter: view.charts ? scatter(columns, masks) : null,
    };
  }

  /** Every row that passes, in order: for exports and for the map's bounds. */
  allRows(query: Filter & { readonly sort: Sort }): Uint32Array {
    this.#fails.apply(query);
    return this.#rows(query.sort, 0, this.columns.rowCount);
  }

  /** The clauses that exclude a row under the filter of the last question. */
  excludedBy(row: number): readonly Clause[] {
    const mask = this.#fails.masks[row] ?? 0;
    return clauses.filter((_, place) => (mask & (1 << place)) !== 0);
  }

  #rows(sort: Sort, offset: number, limit: number): Uint32Array {
    const size = Math.max(0, Math.min(limit, this.#tally.total - offset));
    const rows = new Uint32Array(size);
    if (size === 0) return rows;
    const { masks } = this.#fails;
    // A first page is picked in one scan; an order of all rows is made when the same sort is asked for again.
    const isFirstPage = offset === 0 && size <= firstPageRows;
    if (!this.#orders.isWorthMaking(sort) && isFirstPage) {
      return firstRows(this.#orders.columnOf(sort), masks, size);
    }
    const { known, unknown } = this.#orders.sorted(sort);
    let met = 0;
    let taken = 0;
    for (const part of [known, unknown]) {
      for (let i = 0; i < part.length && taken < size; i++) {
        const row = part[i] ?? 0;
        if (masks[row] !== 0) continue;
        if (met++ >= offset) rows[taken++] = row;
      }
    }
    return rows;
  }

  #largestContiguous(): number | null {
    const values = this.columns.ranges.contiguous?.values;
    if (!values) return null;
    const { masks } = this.#fails;
    if (this.#orders.isWorthMaking(largestFirst)) {
      const { known } = this.#orders.sorted(largestFirst);
      const found = known.find((row) => masks[row] === 0);
      return found === undefined ? null : (values[found] ?? 0) / rangeSpecs.contiguous.scale;
    }
    let largest = unknownInt;
    for (let row = 0; row < masks.length; row++) {
      const value = values[row] ?? unknownInt;
      if (value > largest && masks[row] === 0) largest = value;
    }
    return largest === unknownInt ? null : largest / rangeSpecs.contiguous.scale;
  }

  #facets(): Facets {
    const ranges: Partial<Record<RangeField, Histogram>> = {};
    const sets: Partial<Record<SetField, SetCounts>> = {};
    for (const facet of this.#tally.facets) {
      if (facet.kind === 'range') ranges[facet.field] = this.#histogram(facet);
      else sets[facet.field] = setCounts(facet);
    }
    return { ranges, sets: sets as Record<SetField, SetCounts> };
  }

  #histogram({ field, edges, counts }: RangeFacet): Histogram {
    return {
      edges,
      counts: Array.from(counts.subarray(0, binCount)),
      unknown: (counts[binCount] ?? 0) + this.#fails.undecidedBounds(field),
    };
  }

  #relaxations(): readonly Relaxation[] {
    const found: Relaxation[] = [];
    this.#tally.excludedAlone.forEach((gain, place) => {
      const clause = clauseAt(place);
      if (gain > 0 && clause) found.push({ clause, gain });
    });
    return found.sort((a, b) => b.gain - a.gain);
  }
}

function setCounts(facet: Exclude<Facet, RangeFacet>): SetCounts {
  const counts = Object.fromEntries(facet.labels.map((label, place) => [label, facet.counts[place] ?? 0]));
  return { counts, unknown: facet.counts[unknownCode] ?? 0 };
}
