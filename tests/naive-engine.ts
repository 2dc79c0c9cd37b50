/** The engine's answer by filter and reduce over plain values, written to be read rather than to be fast. */
import type { Answer, View } from '#domain/engine/answer.ts';
import { vacancyClass, vacancyClassCount } from '#domain/engine/answer.ts';
import { type Columns, sumFields, unknownBits, unknownCode, unknownInt } from '#domain/engine/columns.ts';
import { binColumn, binCount } from '#domain/engine/histogram.ts';
import { totalsFrom } from '#domain/engine/totals.ts';
import { distanceM, isInsideBbox, isInsideRing } from '#domain/geo.ts';
import { monthNumber } from '#domain/measure.ts';
import { compareKnown } from '#domain/order.ts';
import {
  type Clause,
  clauses,
  type RangeField,
  rangeFields,
  rangeSpecs,
  type SetField,
  setFields,
} from '#domain/query/fields.ts';
import type { Filter, Sort } from '#domain/query/query.ts';

const known = (value: number | undefined) => (value === undefined || value === unknownInt ? null : value);

/** true, false, or null when the row leaves it open. */
function passes(columns: Columns, filter: Filter, clause: Clause, row: number): boolean | null {
  if ((rangeFields as readonly string[]).includes(clause))
    return passesRange(columns, filter, clause as RangeField, row);
  if ((setFields as readonly string[]).includes(clause))
    return passesSet(columns, filter, clause as SetField, row);
  const lon = known(columns.lon[row]);
  const lat = known(columns.lat[row]);
  const isPlaced = lon !== null && lat !== null;
  const [x, y] = [(lon ?? 0) / 1e7, (lat ?? 0) / 1e7];
  const { bbox, within, near } = filter;
  switch (clause) {
    case 'q':
      return filter.text.split(' ').every((word) => columns.searchText[row]?.includes(word));
    case 'bbox':
      return !bbox || (isPlaced && isInsideBbox(x, y, bbox));
    case 'within':
      return !within || (isPlaced && isInsideRing(x, y, within));
    case 'near':
      return !near || (isPlaced && distanceM(x, y, near.lon, near.lat) <= near.radiusM);
    case 'columnFree': {
      const code = columns.columnFree[row];
      return !filter.columnFree || (code === unknownCode ? null : code === 1);
    }
    case 'metro': {
      const metres = known(columns.metro[row]);
      return filter.metro === null || (metres === null ? null : metres <= filter.metro);
    }
    default: {
      const month = known(columns.availableFrom[row]);
      return filter.by === null || (month === null ? null : month <= (monthNumber(filter.by) ?? 0));
    }
  }
}

function passesRange(columns: Columns, filter: Filter, field: RangeField, row: number): boolean | null {
  const { scale } = rangeSpecs[field];
  const range = filter.ranges[field];
  if (!range || (range.lo === null && range.hi === null)) return true;
  const column = columns.ranges[field];
  const stored = known(column?.values[row]);
  if (stored === null) return null;
  const lo = range.lo ?? Number.NEGATIVE_INFINITY;
  const hi = range.hi ?? Number.POSITIVE_INFINITY;
  const value = stored / scale;
  const bound = column?.bound?.[row] ?? 0;
  // The true value lies in [least, most]; a span offers every value in between.
  const least = bound === 2 ? Number.NEGATIVE_INFINITY : value;
  const most = bound === 1 ? Number.POSITIVE_INFINITY : value;
  if (bound === 1 || bound === 2) {
    if (least >= lo && most <= hi) return true;
    return most < lo || least > hi ? false : null;
  }
  const top = (known(column?.upper?.[row]) ?? stored) / scale;
  return top >= lo && value <= hi;
}

function passesSet(columns: Columns, filter: Filter, field: SetField, row: number): boolean | null {
  const chosen = filter.sets[field];
  if (!chosen || chosen.length === 0) return true;
  const labels = labelsOf(columns, field, row);
  return labels?.some((label) => chosen.includes(label)) ?? null;
}

function labelsOf(columns: Columns, field: SetField, row: number): readonly string[] | null {
  const column = columns.sets[field];
  if (column.kind === 'bits') {
    const bits = column.bits[row] ?? unknownBits;
    return bits === unknownBits ? null : column.labels.filter((_, place) => (bits >>> place) & 1);
  }
  const code = column.codes[row] ?? unknownCode;
  return code === unknownCode ? null : [column.labels[code] ?? ''];
}

export function naiveAnswer(columns: Columns, filter: Filter & { sort: Sort }, view: View): Answer {
  const all = columns.ids.map((_, row) => row);
  const isIn = (row: number, clause: Clause) =>
    passes(columns, filter, clause, row) ?? (filter.unknown as readonly string[]).includes(clause);
  const isInBut = (row: number, but: Clause | null) =>
    clauses.every((clause) => clause === but || isIn(row, clause));
  const rows = all.filter((row) => isInBut(row, null));
  const sums = Float64Array.from(sumFields, (field) =>
    rows.reduce((sum, row) => sum + (columns.sums[field][row] ?? 0), 0),
  );
  const blocks = rows
    .map((row) => known(columns.ranges.contiguous?.values[row]))
    .filter((value) => value !== null);
  const largest = blocks.length > 0 ? Math.max(...blocks) / rangeSpecs.contiguous.scale : null;
  const ordered = rows.toSorted((a, b) => {
    const values = sortValues(columns, filter.sort);
    return compareKnown(known(values[a]), known(values[b]), filter.sort.descending) || a - b;
  });
  return {
    total: rows.length,
    of: all.length,
    totals: totalsFrom(sums, rows.length, largest, true),
    facets: {
      ranges: Object.fromEntries(
        rangeFields.map((field) => [
          field,
          naiveHistogram(
            columns,
            filter,
            field,
            all.filter((row) => isInBut(row, field)),
          ),
        ]),
      ),
      sets: Object.fromEntries(
        setFields.map((field) => [
          field,
          naiveCounts(
            columns,
            field,
            all.filter((row) => isInBut(row, field)),
          ),
        ]),
      ) as Answer['facets']['sets'],
    },
    relaxations: naiveRelaxations(all, isIn, isInBut),
    rows: Uint32Array.from(ordered.slice(view.offset, view.offset + view.limit)),
    offset: view.offset,
    symbols: null,
    circleVacancy: naiveCircles(
      columns,
      all.filter((row) => isInBut(row, 'circle')),
    ),
    scatter: naiveScatter(columns, rows),
  };
}

function naiveRelaxations(
  all: readonly number[],
  isIn: (row: number, clause: Clause) => boolean,
  isInBut: (row: number, but: Clause) => boolean,
): Answer['relaxations'] {
  return clauses
    .map((clause) => ({
      clause,
      gain: all.filter((row) => !isIn(row, clause) && isInBut(row, clause)).length,
    }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

function sortValues(columns: Columns, sort: Sort): Int32Array {
  if (sort.field === 'name') return columns.nameRank;
  if (sort.field === 'metro') return columns.metro;
  return columns.ranges[sort.field]?.values ?? new Int32Array();
}

function naiveHistogram(columns: Columns, filter: Filter, field: RangeField, rows: readonly number[]) {
  const column = columns.ranges[field] ?? { values: new Int32Array(), upper: null, bound: null };
  const { edges } = binColumn(field, column);
  const counts = new Array<number>(binCount).fill(0);
  let unknown = 0;
  for (const row of rows) {
    const value = known(column.values[row]);
    if (value === null || passesRange(columns, filter, field, row) === null) unknown++;
    if (value === null) continue;
    const above = edges.findIndex((edge) => edge > value);
    const bin = above < 0 ? binCount - 1 : Math.max(0, above - 1);
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return { edges: Array.from(edges, (edge) => edge / rangeSpecs[field].scale), counts, unknown };
}

function naiveCounts(columns: Columns, field: SetField, rows: readonly number[]) {
  const found = rows.map((row) => labelsOf(columns, field, row));
  const counts = Object.fromEntries(
    columns.sets[field].labels.map((label) => [
      label,
      found.filter((labels) => labels?.includes(label)).length,
    ]),
  );
  return { counts, unknown: found.filter((labels) => labels === null).length };
}

function naiveCircles(columns: Columns, rows: readonly number[]) {
  const { labels } = columns.sets.circle;
  const inCircle = labels.map((label) =>
    rows.filter((row) => labelsOf(columns, 'circle', row)?.[0] === label),
  );
  const classOf = (row: number) => {
    const scaled = known(columns.ranges.vacancy?.values[row]);
    const found = scaled === null ? -1 : vacancyClass(scaled / rangeSpecs.vacancy.scale);
    return found < 0 ? vacancyClassCount : found;
  };
  const sum = (members: readonly number[], field: (typeof sumFields)[number]) =>
    members.reduce((total, row) => total + (columns.sums[field][row] ?? 0), 0);
  return {
    circles: labels,
    counts: Uint32Array.from(
      inCircle.flatMap((members) =>
        Array.from(
          { length: vacancyClassCount + 1 },
          (_, wanted) => members.filter((row) => classOf(row) === wanted).length,
        ),
      ),
    ),
    vacant: Float64Array.from(inCircle, (members) => sum(members, 'vacant') / 100),
    rentable: Float64Array.from(inCircle, (members) => sum(members, 'vacancyRentable') / 100),
  };
}

function naiveScatter(columns: Columns, rows: readonly number[]) {
  const drawn = rows.filter(
    (row) =>
      known(columns.ranges.taxPerSqm?.values[row]) !== null &&
      known(columns.ranges.vacancy?.values[row]) !== null,
  );
  const vacancyOf = (row: number) => (columns.ranges.vacancy?.values[row] ?? 0) / rangeSpecs.vacancy.scale;
  return {
    row: Uint32Array.from(drawn),
    occupancy: Float32Array.from(drawn, (row) => 1 - vacancyOf(row)),
    taxPerSqm: Float32Array.from(
      drawn,
      (row) => (columns.ranges.taxPerSqm?.values[row] ?? 0) / rangeSpecs.taxPerSqm.scale,
    ),
    known: drawn.length,
  };
}
