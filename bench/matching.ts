/**
 * `npm run bench:matching [buildings units]`: what it takes to rank the spaces of a district, in the sample and, with
 * numbers, in a generated one (100,000 buildings and 1,000,000 units need some 5 GB while they are made). Time of
 * this thread's processor. The first question also arranges the units by building and floor; others find that done.
 */

import { rankSpaces } from '#domain/matching/rank.ts';
import { openRequirement, type Requirement } from '#domain/matching/requirement.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { percentile, report } from './report.ts';

const questions: Readonly<Record<string, Requirement>> = {
  'area alone': { ...openRequirement, areaMin: 1500, areaMax: 2000 },
  'an officer’s question': {
    ...openRequirement,
    areaMin: 1500,
    areaMax: 2000,
    floorToFloorHeight: 4,
    columnFree: 'preferred',
    budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
    metroWithin: 800,
    startBy: '2027-03',
    industry: 'finance',
    heads: 60,
  },
  'nothing fits': {
    ...openRequirement,
    areaMin: 1500,
    areaMax: 2000,
    budget: { amount: 0.5, unit: 'perSqmDay', includesFee: true },
  },
};

function scripting(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function measure(name: string, portfolio: Portfolio, runs: number, mostMs: number): void {
  const begin = scripting();
  rankSpaces(portfolio, { ...openRequirement, areaMin: 1500 });
  report(`${name}: the first question, units arranged`, scripting() - begin, 'ms', null);
  for (const [question, requirement] of Object.entries(questions)) {
    const times: number[] = [];
    let spaces = 0;
    for (let run = 0; run < runs; run++) {
      const start = scripting();
      spaces = rankSpaces(portfolio, requirement).considered.spaces;
      times.push(scripting() - start);
    }
    report(`${name}: ${question} (${spaces} spaces), median`, percentile(times, 0.5), 'ms', mostMs);
  }
}

measure('sample', samplePortfolio(), 31, 50);
const [buildings = 0, units = buildings * 10] = process.argv.slice(2).map(Number);
if (buildings > 0) {
  measure(`${buildings} buildings`, generatePortfolio({ buildings, units, historyMonths: 0 }), 5, 1_000);
}
