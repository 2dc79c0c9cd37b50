/** `node scripts/openapi.ts [--check]`: writes docs/api/openapi.json, or says whether it is what the contract gives. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '#contract/openapi.ts';

const folder = new URL('../docs/api/', import.meta.url);
const file = new URL('openapi.json', folder);
const name = 'docs/api/openapi.json';
const wanted = `${JSON.stringify(openApiDocument(), null, 2)}\n`;

if (process.argv.includes('--check')) {
  const found = await readFile(file, 'utf8').catch(() => '');
  if (found !== wanted) {
    process.stderr.write(`${name} is not what the contract gives; run "node scripts/openapi.ts"\n`);
    process.exit(1);
  }
} else {
  await mkdir(fileURLToPath(folder), { recursive: true });
  await writeFile(file, wanted);
  process.stdout.write(`wrote ${name}\n`);
}
