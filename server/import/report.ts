/** The uploaded sheet once more, with what is wrong marked where it stands. */
import type { Cell, Sheet, SheetRow } from '#domain/intake/cell.ts';
import type { DryRun } from '#domain/intake/dry-run.ts';
import type { Headings } from '#domain/intake/headings.ts';
import type { RowProblem } from '#domain/intake/row-draft.ts';
import { intakeWords, problemInWords } from '#domain/words/intake.ts';
import type { Locale } from '#domain/words/words.ts';
import { type WrittenMark, writeWorkbook } from './workbook-writer.ts';

/** A longer sheet is reported by its wrong rows alone: the writer holds all cells at once. */
const mostWholeRows = 20_000;

export interface ReportInput {
  readonly sheet: Pick<Sheet, 'rows' | 'rowCount'>;
  readonly headings: Headings;
  readonly run: Pick<DryRun, 'entity' | 'problems' | 'problemTotal'>;
  readonly locale: Locale;
}

/**
 * Wrong cells are coloured and carry a note; a column after the last one names the problems of each row. Rows stay
 * where they were, so that the report can be corrected and imported in place of the sheet.
 * @returns the bytes of an .xlsx file
 */
export async function reportWorkbook({ sheet, headings, run, locale }: ReportInput): Promise<Uint8Array> {
  const words = intakeWords[locale].report;
  const byRow = Map.groupBy(run.problems, ({ row }) => row);
  const isWhole = sheet.rowCount <= mostWholeRows;
  const heading = Math.max(...headings.rows);
  const beside = headings.columns.length;
  const rows: Cell[][] = [];
  const marks: WrittenMark[] = [];
  const headingRows: number[] = [];
  for (const row of sheet.rows) {
    const problems = byRow.get(row.number) ?? [];
    if (!isWhole && row.number > heading && problems.length === 0) continue;
    while (isWhole && rows.length < row.number - 1) rows.push([]);
    const place = rows.length;
    if (headings.rows.includes(row.number)) headingRows.push(place);
    const note =
      row.number === heading ? words.problems : problems.map((one) => told(run, one, locale)).join('\n');
    const was = !isWhole && row.number > heading ? `${words.row(row.number)}\n` : '';
    rows.push(withNote(row, beside, was + note));
    marks.push(...marksOf(problems, place, run, locale));
  }
  const unlisted = run.problemTotal - run.problems.length;
  if (unlisted > 0) rows.push([...Array.from({ length: beside }, () => null), words.more(unlisted)]);
  return await writeWorkbook([{ name: words.sheet, rows, headingRows, marks }]);
}

function told({ entity }: Pick<DryRun, 'entity'>, problem: RowProblem, locale: Locale): string {
  const text = problemInWords(entity, problem, locale);
  return problem.heading === '' ? text : `${problem.heading} · ${text}`;
}

function withNote({ cells }: SheetRow, beside: number, note: string): Cell[] {
  if (note === '') return [...cells];
  return [...Array.from({ length: beside }, (_, column) => cells[column] ?? null), note];
}

function marksOf(
  problems: readonly RowProblem[],
  row: number,
  { entity }: Pick<DryRun, 'entity'>,
  locale: Locale,
): WrittenMark[] {
  return problems.flatMap((problem) =>
    problem.column === null
      ? []
      : [{ row, column: problem.column, note: problemInWords(entity, problem, locale) }],
  );
}
