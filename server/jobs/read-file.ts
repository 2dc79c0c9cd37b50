/** An uploaded file as sheets whose columns are proposed. */
import type { ImportPart } from '#contract/imports.ts';
import { type Cell, cellText, type Sheet } from '#domain/intake/cell.ts';
import { type Headings, headingsAmong, headingsAt, readHeadings, topRows } from '#domain/intake/headings.ts';
import { likeliestEntity, proposeMapping } from '#domain/intake/mapping.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import { readTable } from '#server/import/read-table.ts';
import type { Job, JobResults, OnFile, PartHeadings } from './job.ts';

const previewRows = 8;
const previewText = 80;

export async function readFile({
  path,
  name,
  fileId,
  limits,
  known,
}: Job & { kind: 'read' }): Promise<JobResults['read']> {
  const read = await readTable(path, name, limits);
  if (!read.ok) return read;
  const parts = read.sheets
    .filter(({ isHidden, rowCount }) => !isHidden && rowCount > 0)
    .map((sheet, index) => {
      const id = `${fileId}-${index + 1}`;
      const found = readHeadings(sheet);
      const headings = headingsAmong(sheet, known) ?? (found.ok ? found.headings : null);
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
    ...partHeadings(sheet, headings),
    include: entity !== null,
    isRemembered: false,
    emptyClears: false,
    skipWrong: false,
    isDatumConfirmed: false,
    corrections: [],
    answers: [],
    questions: [],
    result: null,
    ...proposed(entity, headings),
  };
}

function partHeadings(sheet: Sheet, headings: Headings | null): PartHeadings {
  return {
    headingRows: [...(headings?.rows ?? [])],
    headings: [...(headings?.columns ?? [])],
    fingerprint: headings?.fingerprint ?? '',
    preview: previewOf(sheet, headings),
  };
}

/** The rows among which a person marks the headings. */
export async function readTopRows(job: Job & { kind: 'topRows' }): Promise<JobResults['topRows']> {
  const sheet = await sheetNamed(job, job.sheet);
  return (
    sheet && { rows: topRows(sheet.rows).map(({ number, cells }) => ({ row: number, cells: shown(cells) })) }
  );
}

export async function readHeadingsAt(job: Job & { kind: 'headings' }): Promise<JobResults['headings']> {
  const sheet = await sheetNamed(job, job.sheet);
  const headings = sheet && headingsAt(sheet, job.rows);
  return sheet && headings && partHeadings(sheet, headings);
}

async function sheetNamed({ path, name, limits }: OnFile, sheet: string): Promise<Sheet | null> {
  const read = await readTable(path, name, limits);
  return (read.ok && read.sheets.find((known) => known.name === sheet)) || null;
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
    preview.push(shown(cells));
    if (preview.length === previewRows) break;
  }
  return preview;
}

const shown = (cells: readonly Cell[]) => cells.map((cell) => cellText(cell).slice(0, previewText));
