/** `npm run doctor [-- --json]`: what is wrong with this installation, and how to mend it. Ends with 1 on an error. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realBuildings } from '#mocks/sample/real.ts';
import { parseConfig } from '#server/config.ts';
import { checksOf } from '#server/doctor/all-checks.ts';
import { type Check, error, examine, ok, reportOf, type Verdict, warning } from '#server/doctor/check.ts';
import { readStaticFiles, type StaticFiles } from '#server/static-files.ts';
import { toWgs84 } from '#server/text/datum.ts';
import { inputsHash, isUpToDate } from './build-page.ts';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist');

/** The built page: there, whole, compressed, and made of the sources that lie beside it. */
const pageCheck: Check = {
  name: 'page',
  run: async ({ parsed }) => {
    const folder = parsed.ok ? parsed.config.appDir : built;
    const isOwn = folder !== built;
    let files: StaticFiles;
    try {
      files = await readStaticFiles(folder);
    } catch (thrown) {
      const detail = `none in ${folder} (${thrown instanceof Error ? thrown.message : String(thrown)})`;
      return isOwn
        ? [error(detail, 'set LOULAN_APP_DIR to the folder of a built page')]
        : [warning(detail, 'npm start builds it; node server/main.ts does not start without it')];
    }
    return [isCompressed(files) ? freshness(folder, isOwn) : uncompressed(folder)];
  },
};

function isCompressed(files: StaticFiles): boolean {
  return files.get('/index.html')?.encoded.br !== undefined;
}

function uncompressed(folder: string): Verdict {
  return warning(`the one in ${folder} is not compressed`, `node scripts/compress.ts ${folder}`);
}

function freshness(folder: string, isOwn: boolean): Verdict {
  if (isOwn) return ok(`there, in ${folder}; whether it is fresh cannot be told`);
  if (isUpToDate(folder, inputsHash())) return ok('built from the sources as they are');
  return warning('built from other sources than those that lie here', 'npm start builds it anew');
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const { mtime } = await stat(join(root, 'package.json'));
  const parsed = parseConfig(process.env, built);
  const data = {
    now: () => new Date(),
    published: realBuildings.map(({ id }) => id),
    toWgs84,
    backups: join(process.cwd(), 'backups'),
  };
  const checks = [...checksOf(mtime, data), pageCheck];
  const findings = await examine(checks, { environment: process.env, parsed });
  const isWell = findings.every(({ status }) => status !== 'error');
  console.log(values.json ? JSON.stringify({ ok: isWell, findings }, null, 2) : reportOf(findings));
  process.exitCode = isWell ? 0 : 1;
}

await main();
