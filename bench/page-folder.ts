/** The built page that benchmarks measure: brought up to date first, so that no figure is of yesterday. */
import { join } from 'node:path';
import { buildPage, inputsHash, isUpToDate } from '../scripts/build-page.ts';

export async function freshPage(): Promise<string> {
  const own = process.env['LOULAN_APP_DIR'];
  if (own) return own;
  const folder = join(import.meta.dirname, '..', 'dist');
  const hash = inputsHash();
  if (!isUpToDate(folder, hash)) await buildPage(folder, hash);
  return folder;
}
