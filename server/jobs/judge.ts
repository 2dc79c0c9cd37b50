/** All sheets of an import against the data, as one write: what would change, and what is wrong. */
import type { Import, ImportPart, RowCounts } from '#contract/imports.ts';
import type { Sheet, SheetRow } from '#domain/intake/cell.ts';
import { type DryRun, dryRun, rowsOfChanges } from '#domain/intake/dry-run.ts';
import type { Headings } from '#domain/intake/headings.ts';
import type { Mapping } from '#domain/intake/mapping.ts';
import { fixOf } from '#domain/intake/reason.ts';
import type { Question, RowProblem } from '#domain/intake/row-draft.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { applyChanges, type Change, changeKey, netChanges } from '#domain/records/change.ts';
import { factChanges } from '#domain/records/fact-changes.ts';
import { type RuleProblem, ruleProblems, type ToWgs84 } from '#domain/records/rules.ts';
import { basisOf, bearingOn, type KeptRun, type RunKeeper, stampOf, stillHolds } from './kept-runs.ts';

export interface PartVerdict {
  readonly partId: string;
  readonly counts: RowCounts;
  readonly problems: readonly RowProblem[];
  readonly problemTotal: number;
  readonly questions: readonly Question[];
  /** Whether nothing in this sheet stands in the way of the write. */
  readonly isClean: boolean;
  /** For the report workbook. */
  readonly run: DryRun;
}

export interface Judgement {
  readonly parts: readonly PartVerdict[];
  readonly mayCommit: boolean;
  /** Every record at most once; facts are beside them, see {@link withFacts}. */
  readonly changes: readonly Change[];
}

export interface JudgeOptions {
  /** Of what a row brings: the same whenever it is judged. */
  readonly newId: (part: ImportPart, row: number) => string;
  readonly toWgs84: ToWgs84;
  /** New buildings and firms are made up: nobody with an account stands behind the import. */
  readonly isSynthetic: boolean;
  /** Problems kept for each sheet; all are counted. */
  readonly mostProblems: number;
  readonly sheetOf: (part: ImportPart) => Promise<Sheet | null>;
  readonly onRows: (done: number) => void;
  /** Runs of earlier judgements on the data of this revision, to be used where they still hold. */
  readonly kept?: { readonly keeper: RunKeeper; readonly revision: string };
}

/** A part that takes part: included, and with its columns mapped. */
type Ready = ImportPart & { readonly mapping: Mapping };

export function readyParts({ parts }: Pick<Import, 'parts'>): readonly Ready[] {
  const order = (part: Ready) => importEntities.indexOf(part.mapping.entity);
  return parts
    .filter((part): part is Ready => part.include && part.mapping !== null)
    .toSorted((a, b) => order(a) - order(b));
}

/** Buildings before their units, firms before their leases: a later sheet may refer to what an earlier one brings. */
export async function judge(portfolio: Portfolio, state: Import, options: JudgeOptions): Promise<Judgement> {
  const runs: { readonly part: Ready; readonly run: DryRun }[] = [];
  const earlier: KeptRun[] = [];
  let current = portfolio;
  // What the last sheet brings nobody looks up: it is carried out with all the others when rules are asked.
  let brought: readonly Change[] = [];
  let done = 0;
  for (const part of readyParts(state)) {
    options.onRows(done);
    if (brought.length > 0) current = applyChanges(current, brought);
    brought = [];
    const data = { portfolio: current, onFile: portfolio };
    const kept = await runOf(part, data, earlier, options, (rows) => options.onRows(done + rows));
    done += part.rowCount;
    if (kept === null) continue;
    earlier.push(kept);
    runs.push({ part, run: kept.run });
    brought = kept.run.changes;
  }
  return verdict(portfolio, runs, options.toWgs84);
}

/**
 * What a judgement comes to as a write: with each figure of a building comes where it is from. Made when it is
 * written, since new buildings bring some twenty facts each.
 */
export function withFacts(
  portfolio: Portfolio,
  changes: readonly Change[],
  { source, asOf, confidence }: Import,
): Change[] {
  return [...changes, ...factChanges(portfolio, changes, { source, asOf, confidence, note: null })];
}

/** Of a sheet against the data and what the sheets before it bring; null where the sheet is gone. */
async function runOf(
  part: Ready,
  data: { readonly portfolio: Portfolio; readonly onFile: Portfolio },
  earlier: readonly KeptRun[],
  options: JudgeOptions,
  onRows: (done: number) => void,
): Promise<KeptRun | null> {
  const { keeper, revision } = options.kept ?? { keeper: null, revision: '' };
  const basis = keeper ? basisOf(part, revision, options.isSynthetic) : '';
  const known = (await keeper?.find(part.id)) ?? null;
  if (known && stillHolds(known, basis, earlier)) return known;
  const sheet = await options.sheetOf(part);
  if (sheet === null) return null;
  const run = dryRun({
    ...data,
    rows: counted(sheet.rows, onRows),
    headings: headingsOf(part),
    mapping: part.mapping,
    options: { ...options, ...decisionsOf(part), newId: (_, row) => options.newId(part, row) },
  });
  if (!keeper) return { stamp: '', basis, bearing: [], run };
  const made = { stamp: stampOf(run), basis, bearing: bearingOn(run, earlier), run };
  await keeper.keep(part.id, made);
  return made;
}

function decisionsOf({ emptyClears, skipWrong, corrections, answers, isDatumConfirmed }: ImportPart) {
  const chosen = new Map(answers.map(({ question, id }) => [question, id]));
  return { emptyClears, skipWrong, corrections, answers: chosen, isDatumConfirmed };
}

export function headingsOf({ headingRows, headings, fingerprint }: ImportPart): Headings {
  return { rows: headingRows, columns: headings, fingerprint };
}

/** Tells of every thousandth row. */
function* counted(rows: Iterable<SheetRow>, tell: (done: number) => void): Generator<SheetRow> {
  let done = 0;
  for (const row of rows) {
    done += 1;
    if (done % 1_000 === 0) tell(done);
    yield row;
  }
}

function verdict(
  portfolio: Portfolio,
  runs: readonly { readonly part: Ready; readonly run: DryRun }[],
  toWgs84: ToWgs84,
): Judgement {
  // Two sheets may change one record; one sheet never does so twice.
  const [only, ...more] = runs;
  const changes =
    only && more.length === 0 ? only.run.changes : netChanges(runs.flatMap(({ run }) => run.changes));
  const broken = ruleProblems(portfolio, changes, { toWgs84, isDatumConfirmed: true });
  const parts = runs.map(({ part, run }) => partVerdict(part, run, broken));
  const isClean = runs.every(({ run }) => run.mayCommit) && broken.length === 0;
  return { parts, mayCommit: isClean && runs.length > 0, changes };
}

/** Rules between records are broken by rows too: by the last one that wrote the record. */
function partVerdict(part: Ready, run: DryRun, broken: readonly RuleProblem[]): PartVerdict {
  const rowOf = broken.length > 0 ? rowsOfChanges(run) : new Map<string, number>();
  const own = broken.flatMap((problem) => {
    const row = rowOf.get(changeKey(problem));
    return row === undefined ? [] : [rowProblemOf(part, problem, row)];
  });
  const rows = new Set(own.map(({ row }) => row));
  const counts = { ...run.counts, wrong: run.counts.wrong + rows.size };
  const problems = [...own, ...run.problems].toSorted((a, b) => a.row - b.row);
  return {
    partId: part.id,
    counts,
    problems,
    problemTotal: run.problemTotal + own.length,
    questions: run.questions,
    isClean: run.mayCommit && own.length === 0,
    run,
  };
}

function rowProblemOf(part: Ready, { field, value, reason, allowed }: RuleProblem, row: number): RowProblem {
  const mapped = part.mapping.columns.find(
    ({ target }) => target === field || target.startsWith(`${field}.`),
  );
  const column = mapped?.column ?? null;
  return {
    row,
    column,
    heading: part.headings.find((heading) => heading.column === column)?.heading ?? '',
    field: field === '' ? null : field,
    value,
    reason,
    fix: fixOf(reason),
    detail: allowed,
    question: null,
    near: [],
  };
}
