/** Geometry of a sparkline, in the units of its own box. */

const width = 120;
const height = 32;
const margin = 4;

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SparkShape {
  readonly width: number;
  readonly height: number;
  /** Paths through values that stand side by side. */
  readonly lines: string;
  /** Values between two gaps, as lines without length. */
  readonly dots: string;
  /** Where the period lies that is looked at; null where its value is not known. */
  readonly point: Point | null;
  /** x of the period that is looked at. */
  readonly until: number;
  /** Height of zero where values lie on both sides of it. */
  readonly zero: number | null;
}

/** From the lowest to the highest value, so that what moves is seen; values that are all alike lie in the middle. */
export function sparkShape(values: readonly (number | null)[], at: number): SparkShape {
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const x = (index: number) =>
    values.length < 2 ? width / 2 : round(margin + (index / (values.length - 1)) * (width - margin * 2));
  const y = (value: number) =>
    high === low ? height / 2 : round(margin + ((high - value) / (high - low)) * (height - margin * 2));
  const runs = runsOf(values);
  const path = (from: number, run: readonly number[]) =>
    run.map((value, i) => `${i === 0 ? 'M' : 'L'}${x(from + i)} ${y(value)}`).join('');
  const value = values[at] ?? null;
  return {
    width,
    height,
    lines: runs.map(({ from, run }) => (run.length > 1 ? path(from, run) : '')).join(''),
    dots: runs
      .map(({ from, run: [only = 0, ...more] }) => (more.length === 0 ? `M${x(from)} ${y(only)}h0` : ''))
      .join(''),
    point: value === null ? null : { x: x(at), y: y(value) },
    until: x(at),
    zero: low < 0 && high > 0 ? y(0) : null,
  };
}

function runsOf(values: readonly (number | null)[]) {
  const runs: { readonly from: number; readonly run: number[] }[] = [];
  for (const [index, value] of values.entries()) {
    if (value === null) continue;
    const last = runs.at(-1);
    if (last && last.from + last.run.length === index) last.run.push(value);
    else runs.push({ from: index, run: [value] });
  }
  return runs;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
