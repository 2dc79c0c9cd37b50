import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import zlib from 'node:zlib';
import { expect, test } from 'vitest';
import { compressFolder } from './compress.ts';

test('what gains by it gets two twins with the same content, the rest none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'loulan-compress-'));
  const text = 'const answer = 42;\n'.repeat(200);
  await writeFile(path.join(folder, 'app.js'), text);
  await writeFile(path.join(folder, 'tiny.js'), 'x');
  await writeFile(path.join(folder, 'photo.png'), text);
  expect(await compressFolder(folder)).toBe(1);
  expect((await readdir(folder)).sort()).toEqual([
    'app.js',
    'app.js.br',
    'app.js.gz',
    'photo.png',
    'tiny.js',
  ]);
  const twin = async (ending: string) => readFile(path.join(folder, `app.js${ending}`));
  expect(zlib.brotliDecompressSync(await twin('.br')).toString()).toBe(text);
  expect(zlib.gunzipSync(await twin('.gz')).toString()).toBe(text);
  expect(await compressFolder(folder)).toBe(1);
  await rm(folder, { recursive: true });
});
