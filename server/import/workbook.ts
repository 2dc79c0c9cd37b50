/** Workbooks (.xlsx): the one module through which they are read and written. */
import type { Merge, Sheet } from '#domain/intake/cell.ts';
import { type Archive, openArchive } from './archive.ts';
import { refuse } from './file-problem.ts';
import type { FileLimits } from './limits.ts';
import { SheetBuilder } from './sheet-builder.ts';
import { rowsOf } from './sheet-xml.ts';
import { readParts, type WorkbookParts } from './workbook-parts.ts';

/**
 * All sheets of a workbook, hidden ones marked. Formulas give the value that was saved with them.
 * @throws UnreadableFile
 */
export async function readWorkbook(source: Uint8Array | string, limits: FileLimits): Promise<Sheet[]> {
  const archive = await openArchive(source, limits);
  try {
    for (const name of archive.names) if (/vbaProject\.bin$/i.test(name)) refuse('macros', { part: name });
    if (![...archive.names].some((name) => name.startsWith('xl/'))) refuse('otherFormat');
    if ([...archive.names].some((name) => /^xl\/workbook\.bin$/.test(name))) refuse('oldFormat');
    const parts = await readParts(archive, limits);
    const budget = { rows: 0 };
    const sheets: Sheet[] = [];
    for (const { name, path, isHidden } of parts.sheets) {
      const builder = new SheetBuilder(name, limits, budget);
      const merges = await readSheet(archive, path, parts, builder);
      sheets.push(builder.sheet(merges, isHidden));
    }
    return sheets;
  } finally {
    archive.close();
  }
}

async function readSheet(
  archive: Archive,
  path: string,
  parts: WorkbookParts,
  builder: SheetBuilder,
): Promise<readonly Merge[]> {
  if (!archive.names.has(path)) refuse('corrupt', { part: path });
  const merges: Merge[] = [];
  try {
    for await (const { number, cells } of rowsOf(archive.chunks(path), parts, merges))
      builder.add(number, cells);
  } catch (error) {
    if (error instanceof RangeError) refuse('corrupt', { part: path });
    throw error;
  }
  return merges;
}
