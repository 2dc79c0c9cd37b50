/** An uploaded file as sheets whose columns are proposed. */
import type { ImportPart } from '#contract/imports.ts';
import { cellText, type Sheet } from '#domain/intake/cell.ts';
import { type Headings, readHeadings } from '#domain/intake/headings.ts';
import { likeliestEntity, proposeMapping } from '#domain/intake/mapping.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import { readTable } from '#server/import/read-table.ts';
import type { Job, JobResults } from './job.ts';

const previewRows = 8;
const previewText = 80;

export async function readFile({
  path,
  name,
  fileId,
  limits,
}: Job & { kind: 'read' }): Promise<JobResults['read']> {
  const read = await readTable(path, name, limits);
  if (!read.ok) return read;
  const parts = read.sheets
    .filter(({ isHidden, rowCount }) => !isHidden && rowCount > 0)
    .map((sheet, index) => {
      const id = `${fileId}-${index + 1}`;
      const found = readHeadings(sheet);
      const headings = found.ok ? found.headings : null;
      return partOf(id, fileId, sheet, headings);
    });
  return { ok: true, parts };
}

function partOf(id: string, fileId: string, sheet: Sheet, headings: Headings | null): ImportPart {
  const entity = headings && likeliestEntity(headings);
  return {
    id,
    fileId,
    sheet: sheet.name,
    rowCount: sheet.rowCount,
    headingRows: [...(headings?.rows ?? [])],
    headings: [...(headings?.columns ?? [])],
    fingerprint: headings?.fingerprint ?? '',
    preview: previewOf(sheet, headings),
    include: entity !== null,
    isRemembered: false,
    emptyClears: false,
    skipWrong: false,
    isDatumConfirmed: false,
    corrections: [],
    answers: [],
    result: null,
    ...proposed(entity, headings),
  };
}

/** The columns as their headings suggest. */
export function proposed(
  entity: ImportEntity | null,
  headings: Headings | null,
): Pick<ImportPart, 'mapping' | 'notes' | 'lacking'> {
  if (entity === null || headings === null) return { mapping: null, notes: [], lacking: [] };
  const { mapping, notes, lacking } = proposeMapping(entity, headings);
  return {
    mapping: { ...mapping, columns: [...mapping.columns], constants: [...mapping.constants] },
    notes: [...notes],
    lacking: [...lacking],
  };
}

function previewOf(sheet: Sheet, headings: Headings | null): string[][] {
  const last = Math.max(0, ...(headings?.rows ?? [0]));
  const preview: string[][] = [];
  for (const { number, cells } of sheet.rows) {
    if (number <= last) continue;
    preview.push(cells.map((cell) => cellText(cell).slice(0, previewText)));
    if (preview.length === previewRows) break;
  }
  return preview;
}
