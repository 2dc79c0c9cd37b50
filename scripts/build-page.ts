/** Builds the page into a folder of its own and puts it in place only when it is whole. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Inside the built folder, so that whatever else writes there takes it away. */
const stampName = '.inputs';

/** Everything that a production build reads; `package.json` for its import names. */
const inputFolders = ['src', 'public'];
const inputFiles = [
  'index.html',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'scripts/compress.ts',
];

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** One hash over names and contents of all inputs. */
export function inputsHash(): string {
  const hash = createHash('sha256');
  const files = [...inputFiles.map((name) => join(root, name)), ...inputFolders.flatMap(filesUnder)];
  for (const file of files) {
    const content = readFileSync(file);
    hash.update(`${file.slice(root.length)} ${content.byteLength}\n`).update(content);
  }
  return hash.digest('hex');
}

export function isUpToDate(folder: string, hash: string): boolean {
  const stamp = join(folder, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
}

/**
 * Builds, compresses and stamps the production page in `folder`; a build that fails leaves what was there.
 * @throws what the build throws
 */
export async function buildPage(folder: string, hash: string): Promise<void> {
  // Only here: a start that builds nothing should not wait for the build tool to load.
  const { build } = await import('vite');
  const { compressFolder } = await import('./compress.ts');
  const aside = join(root, '.cache', `page-${process.pid}`);
  const made = join(aside, 'made');
  try {
    mkdirSync(aside, { recursive: true });
    await build({ root, mode: 'production', logLevel: 'error', build: { outDir: made, emptyOutDir: true } });
    await compressFolder(made);
    writeFileSync(join(made, stampName), hash);
    swap(made, folder, join(aside, 'before'));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function swap(made: string, folder: string, before: string): void {
  if (existsSync(folder)) renameSync(folder, before);
  try {
    renameSync(made, folder);
  } catch (error) {
    // Another start may have put the same page there in between.
    if (!existsSync(folder)) throw error;
  }
}
