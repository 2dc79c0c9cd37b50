/**
 * `npm run bench:rebuild`: what a write to one building costs until each role can be answered again, in the
 * sample and in 5,000 buildings with 60,000 units.
 */

import { changeOf } from '#domain/records/change.ts';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { createReadModels } from '#server/api/read-models.ts';
import { openDialect } from '#server/store/open-store.ts';
import { openSqlite, sqliteDialect } from '#server/store/sqlite.ts';
import { searchKeys } from '#server/text/search-keys.ts';
import { aWrite } from '../tests/contract/write.ts';
import { percentile, report } from './report.ts';

const writes = 20;
const mostMs = 50;
const roles = ['public', 'staff', 'manager'] as const;

const districts = [
  ['sample', samplePortfolio()],
  ['5,000 buildings', generatePortfolio({ buildings: 5_000, units: 60_000, historyMonths: 12 })],
] as const;

async function timed(times: number[], work: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  await work();
  times.push(performance.now() - began);
}

for (const [name, portfolio] of districts) {
  const options = { first: () => portfolio, published: [], now: () => new Date() };
  const opened = await openDialect(sqliteDialect(openSqlite(':memory:')), 'sqlite', options);
  const models = createReadModels({ store: opened.store, searchKeys });
  const loads: number[] = [];
  const builds = { public: [] as number[], staff: [] as number[], manager: [] as number[] };
  for (const role of roles) await models.of(role);
  for (let count = 0; count < writes; count++) {
    const { revision, portfolio: now } = await models.snapshot();
    const building = now.buildings[count];
    if (!building) throw new Error(`there is no building ${count}`);
    await opened.store.commit(
      aWrite(revision, [changeOf('building', building, { ...building, lifts: (building.lifts ?? 0) + 1 })]),
    );
    await timed(loads, () => models.snapshot());
    for (const role of roles) await timed(builds[role], () => models.of(role));
  }
  report(`${name}: what changed is loaded, median`, percentile(loads, 0.5), 'ms', mostMs);
  for (const role of roles) {
    report(`${name}: read model of ${role}, median`, percentile(builds[role], 0.5), 'ms', mostMs);
  }
  await opened.close();
}
