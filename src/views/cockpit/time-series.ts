/** Areas of circles over time: at most six series, sums that know what they lack. */

/** One part of an area over periods, ㎡; null is not known. */
export interface AreaSeries {
  readonly part: readonly (number | null)[];
  /** What the part is a part of. */
  readonly whole: readonly (number | null)[];
}

export interface NamedSeries {
  readonly id: string;
  readonly name: string;
  readonly area: AreaSeries;
}

/** More categories cannot be told apart. */
const mostSeries = 6;

/**
 * The largest by their part over all periods, largest first; beyond six the rest as one, of which each period sums
 * what is known.
 */
export function gathered(series: readonly NamedSeries[], others: string): readonly NamedSeries[] {
  const size = ({ area }: NamedSeries) => area.part.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const sorted = series.toSorted((a, b) => size(b) - size(a));
  if (sorted.length <= mostSeries) return sorted;
  const rest = sorted.slice(mostSeries - 1);
  const area = {
    part: sumsOf(rest.map((one) => one.area.part)),
    whole: sumsOf(rest.map((one) => one.area.whole)),
  };
  return [...sorted.slice(0, mostSeries - 1), { id: ' others', name: others, area }];
}

/** Period by period what is known; null where nothing is. */
function sumsOf(rows: readonly (readonly (number | null)[])[]): readonly (number | null)[] {
  return (rows[0] ?? []).map((_, at) =>
    rows.reduce<number | null>((sum, row) => {
      const value = row[at] ?? null;
      return value === null ? sum : (sum ?? 0) + value;
    }, null),
  );
}

/** Part ÷ whole of each period; null unless both are known and there is a whole. */
export function ratesOf({ part, whole }: AreaSeries): readonly (number | null)[] {
  return part.map((value, at) => {
    const of = whole[at] ?? null;
    return value === null || of === null || of <= 0 ? null : value / of;
  });
}

/** Periods in which at least one series is not known. */
export function gapsOf(series: readonly NamedSeries[]): readonly number[] {
  const count = series[0]?.area.part.length ?? 0;
  return Array.from({ length: count }, (_, at) => at).filter((at) =>
    series.some(({ area }) => (area.part[at] ?? null) === null),
  );
}
