/**
 * `npm run bench:indicators [buildings]`: the 18 core indicators at all levels over 36 months, from the records to
 * every column, in the sample and in 10,000 buildings. Time of this thread's processor: one core.
 */

import { pastOf } from '#domain/indicators/past/past.ts';
import { indicators } from '#domain/indicators/registry.ts';
import { type IndicatorTable, levels } from '#domain/indicators/spec.ts';
import { indicatorTable } from '#domain/indicators/table.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { percentile, report } from './report.ts';

const buildings = Number(process.argv[2] ?? 10_000);
const question = { from: '2023-11', to: '2026-10', period: 'month' } as const;

/** What else the machine does is not counted; what the garbage of a large portfolio costs this thread is. */
function scripting(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** @returns how many cells have a value, so that nothing is left out */
function everyColumn(tables: readonly IndicatorTable[]): number {
  let known = 0;
  for (const { id } of indicators) {
    for (const table of tables) {
      if (!table.ids.includes(id)) continue;
      const { values } = table.column(id);
      for (let cell = 0; cell < values.length; cell++) if (!Number.isNaN(values[cell])) known += 1;
    }
  }
  return known;
}

function measure(name: string, portfolio: Portfolio, runs: number, mostMs: number): void {
  const [past, columns, whole]: [number[], number[], number[]] = [[], [], []];
  let cells = 0;
  for (let run = 0; run <= runs; run++) {
    // A portfolio of its own: nothing of the last run is remembered.
    const fresh = { ...portfolio };
    const begin = scripting();
    pastOf(fresh);
    const middle = scripting();
    cells = everyColumn(levels.map((level) => indicatorTable(fresh, { ...question, level })));
    const end = scripting();
    // The first warms up.
    if (run === 0) continue;
    past.push(middle - begin);
    columns.push(end - middle);
    whole.push(end - begin);
  }
  report(`${name}: records to months, median`, percentile(past, 0.5), 'ms', null);
  report(`${name}: 18 × 6 levels × 36 months, median`, percentile(columns, 0.5), 'ms', null);
  report(`${name}: both, median`, percentile(whole, 0.5), 'ms', mostMs);
  report(`${name}: both, least`, Math.min(...whole), 'ms', mostMs);
  report(`${name}: cells with a value`, cells, '', null);
}

measure('sample', samplePortfolio(), 15, 100);
measure(`${buildings} buildings`, generatePortfolio({ buildings }), 5, 2_000);
