/** `node scripts/compress.ts [folder]`: puts a .br and a .gz beside every file of the built page that gains by it. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const textual = /\.(html|js|css|json|geojson|svg|txt|webmanifest|wasm|ico|map)$/;
const leastBytes = 1024;
/** A twin that saves less than this is not worth a file. */
const worthwhile = 0.95;

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** @returns how many files were compressed */
export async function compressFolder(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let compressed = 0;
  for (const entry of entries) {
    if (!entry.isFile() || !textual.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await readFile(file);
    if (bytes.byteLength < leastBytes) continue;
    const twins = await Promise.all([
      brotli(bytes, { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength } }),
      gzip(bytes, { level: 9 }),
    ]);
    const endings = ['.br', '.gz'] as const;
    for (const [place, twin] of twins.entries()) {
      if (twin.byteLength < bytes.byteLength * worthwhile) await writeFile(file + endings[place], twin);
    }
    compressed++;
  }
  return compressed;
}

if (import.meta.main) {
  const folder = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
  const count = await compressFolder(folder);
  process.stdout.write(`compressed ${count} files in ${folder}\n`);
}
