/** A folder as the build leaves it: a page, a hashed script, their compressed twins. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compressFolder } from '../scripts/compress.ts';

export const pageText = `<!doctype html><title>楼览</title>${'<p>页</p>'.repeat(300)}`;
export const scriptText = 'export const answer = 42;\n'.repeat(300);

export interface BuiltPage {
  readonly folder: string;
  readonly remove: () => Promise<void>;
}

export async function aBuiltPage(): Promise<BuiltPage> {
  const folder = await mkdtemp(path.join(tmpdir(), 'loulan-page-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), pageText);
  await writeFile(path.join(folder, 'basemap.geojson'), '{"type":"FeatureCollection","features":[]}');
  await writeFile(path.join(folder, 'assets', 'app-B3xq.js'), scriptText);
  await compressFolder(folder);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
