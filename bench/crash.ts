/** Whether anything acknowledged is ever lost: servers killed in the middle of writing and of their first start. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { ownPostgres, postgresPrograms } from '../scripts/postgres.ts';
import { aBuiltPage } from '../tests/built-page.ts';
import { crashWhileWriting, killedStart, startServer } from '../tests/crash.ts';
import { crashWhileImporting } from '../tests/crash-import.ts';
import { report } from './report.ts';

const rounds = Number(process.argv[2] ?? 30);
const page = await aBuiltPage();
const work = mkdtempSync(join(tmpdir(), 'loulan-crash-'));
const sample = samplePortfolio().buildings;
const ids = sample.slice(0, 16).map(({ id }) => id);

async function writes(name: string, environment: Readonly<Record<string, string>>, check: () => boolean) {
  const sum = { acknowledged: 0, lost: 0, halves: 0, damaged: 0 };
  for (let round = 0; round < rounds; round++) {
    const ms = Math.floor(Math.random() * 1_000);
    const { acknowledged, lost, halves } = await crashWhileWriting(environment, ids, ms);
    sum.acknowledged += acknowledged;
    sum.lost += lost;
    sum.halves += halves;
    if (!check()) sum.damaged += 1;
  }
  report(`${name}: writes acknowledged in ${rounds} rounds`, sum.acknowledged, '', 100, false);
  report(`${name}: acknowledged writes lost`, sum.lost, '', 0);
  report(`${name}: records and audit log at odds`, sum.halves, '', 0);
  report(`${name}: rounds after which the database was damaged`, sum.damaged, '', 0);
}

const firms = 2_000;

async function imports(name: string, environment: Readonly<Record<string, string>>, check: () => boolean) {
  const sum = { committed: 0, lost: 0, halves: 0, damaged: 0 };
  // The kill is to fall now before, now within, now after the writing, however slow the machine is.
  let reachMs = 700;
  for (let round = 0; round < rounds; round++) {
    const ms = Math.floor(Math.random() * reachMs);
    const { isAcknowledged, found, status } = await crashWhileImporting(environment, firms, round, ms);
    const isWhole = found === firms && status === 'committed';
    if (isWhole) sum.committed += 1;
    reachMs *= isWhole ? 0.8 : 1.25;
    if (isAcknowledged && !isWhole) sum.lost += 1;
    if (!isWhole && (found !== 0 || status !== 'draft')) sum.halves += 1;
    if (!check()) sum.damaged += 1;
  }
  report(`${name}: imports that were whole of ${rounds} killed`, sum.committed, '', null);
  report(`${name}: acknowledged imports lost`, sum.lost, '', 0);
  report(`${name}: half imports`, sum.halves, '', 0);
  report(`${name}: imports after which the database was damaged`, sum.damaged, '', 0);
}

async function firstStarts(name: string, placeOf: (round: number) => Readonly<Record<string, string>>) {
  let incomplete = 0;
  for (let round = 0; round < rounds; round++) {
    const environment = placeOf(round);
    await killedStart(environment, 150 + Math.floor(Math.random() * 1_200));
    const server = await startServer(environment);
    const response = await fetch(`${server.url}/api/v1/buildings?limit=1`);
    const answer = (await response.json()) as { readonly total: number };
    await server.kill();
    if (answer.total !== sample.length) incomplete += 1;
  }
  report(`${name}: first starts killed, then incomplete`, incomplete, '', 0);
}

function isSound(folder: string): boolean {
  const database = new DatabaseSync(join(folder, 'loulan.db'));
  const [row] = database.prepare('pragma integrity_check').all();
  database.close();
  return row?.['integrity_check'] === 'ok';
}

const folder = join(work, 'data');
const inFolder = (data: string) => ({ LOULAN_APP_DIR: page.folder, LOULAN_DATA: data });
await writes('SQLite', inFolder(folder), () => isSound(folder));
const forImports = join(work, 'imports');
await imports('SQLite', inFolder(forImports), () => isSound(forImports));
await firstStarts('SQLite', (round) => inFolder(join(work, `first${round}`)));

const programs = postgresPrograms();
if (programs === null) console.log('PostgreSQL: none here, set POSTGRES_BIN');
else {
  const postgres = await ownPostgres(programs);
  const at = (url: string) => ({ LOULAN_APP_DIR: page.folder, DATABASE_URL: url });
  await writes('PostgreSQL', at(postgres.database('crash')), () => true);
  const uploads = inFolder(join(work, 'uploads'));
  await imports('PostgreSQL', { ...uploads, ...at(postgres.database('imports')) }, () => true);
  await firstStarts('PostgreSQL', (round) => at(postgres.database(`first${round}`)));
  postgres.stop();
}
rmSync(work, { recursive: true });
await page.remove();
