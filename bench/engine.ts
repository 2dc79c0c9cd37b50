/**
 * The engine against crossfilter2 in one run: load, one small drag step, one jump, at 10k / 100k / 1M rows.
 * Both filter by 8 ranges and keep 8 histograms that ignore their own range; the engine also gives totals,
 * counts of 8 sets, the first 50 rows in order and, in the rows marked so, map symbols and charts.
 *
 *   npm run bench:engine            all sizes
 *   npm run bench:engine -- 100000  one size
 */
import crossfilter from 'crossfilter2';
import type { View } from '#domain/engine/answer.ts';
import { type Columns, unknownInt } from '#domain/engine/columns.ts';
import { Engine } from '#domain/engine/engine.ts';
import { binColumn } from '#domain/engine/histogram.ts';
import { type RangeField, rangeSpecs } from '#domain/query/fields.ts';
import { defaultSort, emptyFilter, type Filter } from '#domain/query/query.ts';
import { benchColumns, benchFields } from './columns.ts';

const dragSteps = 60;
const jumps = 12;

interface Times {
  readonly load: number;
  readonly step: readonly number[];
  readonly jump: readonly number[];
}

function percentile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The same questions for both: a base filter, a drag of the floor plate, jumps between far ranges. */
const base: Partial<Record<RangeField, { lo: number | null; hi: number | null }>> = {
  vacancy: { lo: null, hi: 0.4 },
  rent: { lo: 50, hi: 140 },
};
const dragRange = (step: number) => ({ lo: 800 + step * 10, hi: 2600 + step * 10 });
const jumpRange = (step: number) => (step % 2 === 0 ? { lo: null, hi: 1600 } : { lo: 1600.01, hi: null });

function time(run: () => void): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

function timeEngine(columns: Columns, view: View): Times {
  let engine = new Engine(benchColumns(1000));
  const ask = (plate: { lo: number | null; hi: number | null }) => {
    const filter: Filter = { ...emptyFilter, ranges: { ...base, plate } };
    engine.answer({ ...filter, sort: defaultSort }, view);
  };
  for (let step = 0; step < 200; step++) ask(dragRange(step % dragSteps));
  const load = time(() => {
    engine = new Engine(columns);
    engine.answer({ ...emptyFilter, sort: defaultSort }, view);
  });
  ask(dragRange(0));
  ask(dragRange(1));
  const step = Array.from({ length: dragSteps }, (_, i) => time(() => ask(dragRange(i + 2))));
  const jump = Array.from({ length: jumps }, (_, i) => time(() => ask(jumpRange(i))));
  return { load, step, jump };
}

function timeCrossfilter(columns: Columns): Times {
  const records = Array.from({ length: columns.rowCount }, (_, row) => row);
  const bins = benchFields.map((field) => {
    const column = columns.ranges[field];
    return column ? binColumn(field, column) : null;
  });
  let plate: crossfilter.Dimension<number, number> | undefined;
  let groups: { all(): unknown }[] = [];
  const load = time(() => {
    const filter = crossfilter(records);
    groups = benchFields.map((field, place) => {
      const values = columns.ranges[field]?.values ?? new Int32Array();
      const dimension = filter.dimension((row) => values[row] ?? 0);
      const { scale } = rangeSpecs[field];
      const range = base[field];
      if (range) dimension.filterRange([(range.lo ?? -1e9) * scale, (range.hi ?? 1e9) * scale]);
      if (field === 'plate') plate = dimension;
      const edges = bins[place]?.edges ?? new Int32Array();
      return dimension.group((value) => binOf(edges, Number(value)));
    });
    for (const group of groups) group.all();
  });
  const ask = (range: { lo: number | null; hi: number | null }) => {
    const { scale } = rangeSpecs.plate;
    plate?.filterRange([(range.lo ?? -1e9) * scale, (range.hi ?? 1e9) * scale]);
    for (const group of groups) group.all();
  };
  ask(dragRange(0));
  ask(dragRange(1));
  const step = Array.from({ length: dragSteps }, (_, i) => time(() => ask(dragRange(i + 2))));
  const jump = Array.from({ length: jumps }, (_, i) => time(() => ask(jumpRange(i))));
  return { load, step, jump };
}

function binOf(edges: Int32Array, value: number): number {
  if (value === unknownInt) return edges.length;
  let bin = 0;
  while (bin < edges.length - 2 && value >= (edges[bin + 1] ?? 0)) bin++;
  return bin;
}

const bare: View = { offset: 0, limit: 50, viewport: null, charts: false };
const full: View = {
  ...bare,
  viewport: { west: 117.15, south: 39.09, east: 117.24, north: 39.15, zoom: 14 },
  charts: true,
};

function row(name: string, { load, step, jump }: Times): string {
  const figures = [load, percentile(step, 0.5), percentile(step, 0.95), percentile(jump, 0.5)];
  return `${name.padEnd(34)}${figures.map((value) => value.toFixed(2).padStart(10)).join('')}`;
}

const sizes = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [10_000, 100_000, 1_000_000];
for (const size of sizes) {
  const columns = benchColumns(size);
  const ours = timeEngine(columns, bare);
  const page = timeEngine(columns, full);
  const peer = timeCrossfilter(columns);
  console.log(`\n${size.toLocaleString('en')} rows, ms${' '.repeat(16)}load  step p50  step p95  jump p50`);
  console.log(row('engine', ours));
  console.log(row('engine with map symbols and charts', page));
  console.log(row('crossfilter2', peer));
  const ratio = (a: number, b: number) => (b / a).toFixed(1);
  console.log(
    `crossfilter2 ÷ engine: load ${ratio(ours.load, peer.load)}×, step ${ratio(percentile(ours.step, 0.5), percentile(peer.step, 0.5))}×, jump ${ratio(percentile(ours.jump, 0.5), percentile(peer.jump, 0.5))}×`,
  );
}
