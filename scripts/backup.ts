/** `npm run backup [-- FILE]`: everything into one file, while the server runs or not. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, usualBackupFile } from '#server/backup/commands.ts';
import { parseConfig } from '#server/config.ts';

const root = join(import.meta.dirname, '..');
const parsed = parseConfig(process.env, join(root, 'dist'));
if (!parsed.ok) {
  for (const problem of parsed.problems) console.error(`楼览 Loulan: ${problem}`);
  process.exit(1);
}
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const now = new Date();
const file = process.argv[2] ?? usualBackupFile(join(process.cwd(), 'backups'), now);
const { ok, message } = await backup(parsed.config.data, file, version, now);
(ok ? console.log : console.error)(`楼览 Loulan: ${message}`);
process.exit(ok ? 0 : 1);
