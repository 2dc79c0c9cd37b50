/**
 * `npm run bench:cost`: a changed assumption in a comparison of six spaces over 120 months, from the assumptions to
 * every figure and row. The limit is one frame; the ratio to it holds across machines better than the time.
 */
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import { costRows, isForSale } from '#domain/cost/cost-rows.ts';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { breakEvenYear } from '#domain/cost/purchase.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { exactly } from '#domain/measure.ts';
import { percentile, report } from './report.ts';

const frameMs = 16;
const batches = 60;
/** The clock of a thread is coarse: runs are timed by the batch. */
const batch = 25;

const spaces = Array.from(
  { length: 6 },
  (_, i): CostSpace => ({
    id: `space-${i}`,
    area: 1_200 + i * 310,
    askingRent: exactly(96 + i * 7.5),
    managementFee: exactly(22 + i),
    efficiency: { value: 0.66 + i * 0.02, bound: 'atLeast' },
    tenure: i % 2 === 0 ? 'both' : 'lease',
    salePrice: exactly(18_000 + i * 900),
  }),
);

/** Each run assumes something else, as a slider or a typed figure would. */
function assumed(run: number): CostAssumptions {
  return {
    ...defaultAssumptions,
    termMonths: 120,
    escalation: (run % 50) / 1_000,
    rentFreeMonths: run % 12,
    fitOut: 1_500,
    parkingSpaces: 10,
    parkingFee: 800,
    depositCoversFee: true,
    costOfCapital: 0.04,
    subsidyRate: 20,
    subsidyAreaCap: 1_000,
  };
}

/** Time of this thread's processor, ms: what else the machine does is not counted. */
function scripting(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Of one run, ms, once a batch. */
function timed(work: (assumptions: CostAssumptions) => unknown): number[] {
  const times: number[] = [];
  for (let round = 0; round <= batches; round++) {
    const start = scripting();
    for (let run = 0; run < batch; run++) work(assumed(round + run));
    // The first warms up.
    if (round > 0) times.push((scripting() - start) / batch);
  }
  return times;
}

function measure(what: string, work: (assumptions: CostAssumptions) => unknown): void {
  const times = timed(work);
  report(`${what}, p95`, percentile(times, 0.95), 'ms', frameMs);
  report('  of a frame, p95', (percentile(times, 0.95) / frameMs) * 100, '%', 100);
}

measure('cash flow of 6 leases × 120 months', (assumptions) =>
  spaces.map((space) => occupancyCost(space, assumptions)),
);
measure('rows of the comparison, with 3 purchases', (assumptions) => costRows(spaces, assumptions));
measure('break-even years of 3 purchases', (assumptions) =>
  spaces.filter(isForSale).map((space) => breakEvenYear(space, assumptions)),
);
