/** `npm run restore -- FILE`: a backup into a place that holds no data yet. */
import { join } from 'node:path';
import { restore } from '#server/backup/commands.ts';
import { parseConfig } from '#server/config.ts';

const parsed = parseConfig(process.env, join(import.meta.dirname, '..', 'dist'));
const file = process.argv[2];
if (!parsed.ok || file === undefined) {
  const problems = parsed.ok ? ['which file? npm run restore -- FILE'] : parsed.problems;
  for (const problem of problems) console.error(`楼览 Loulan: ${problem}`);
  process.exit(1);
}
const { ok, message } = await restore(parsed.config.data, file);
(ok ? console.log : console.error)(`楼览 Loulan: ${message}`);
process.exit(ok ? 0 : 1);
