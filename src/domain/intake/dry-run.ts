/** What an import would do, row by row, without doing any of it. */
import type { Portfolio } from '../model/portfolio.ts';
import { type Change, changeKey, changeOf } from '../records/change.ts';
import { checkFields } from '../records/check.ts';
import { entityShapes } from '../records/entity.ts';
import type { ToWgs84 } from '../records/rules.ts';
import { isSameValue } from '../records/same-value.ts';
import { stayingProblems } from '../records/staying.ts';
import { isBlank, type SheetRow } from './cell.ts';
import type { Headings } from './headings.ts';
import type { Mapping } from './mapping.ts';
import { type Match, matchers } from './match.ts';
import { newRecord } from './new-record.ts';
import { patchOf } from './patch.ts';
import { type Correction, createRowReader, type RowReader } from './read-row.ts';
import { floorKey, RecordIndex } from './record-index.ts';
import type { Answers } from './resolve.ts';
import type { Question, RowDraft, RowProblem } from './row-draft.ts';
import type { ImportEntity } from './targets/target.ts';

/** Outcomes of rows by their code. `skipped`: sums and notes under the table. */
export const rowOutcomes = ['new', 'changed', 'unchanged', 'wrong', 'skipped'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

export interface DryRunOptions {
  /** The same for the same row each time: an answer to a question may name what another row brings. */
  readonly newId: (entity: ImportEntity, row: number) => string;
  readonly toWgs84: ToWgs84;
  /** An empty cell makes its field unknown; otherwise it leaves the field as it is. */
  readonly emptyClears: boolean;
  /** The user chose to import the rows that are right and to leave out those that are wrong. */
  readonly skipWrong: boolean;
  readonly corrections: readonly Correction[];
  readonly answers: Answers;
  /** The user said that the datum of the mapping is right although points lie beside the district. */
  readonly isDatumConfirmed: boolean;
  /** New records are made up for the sample district. */
  readonly isSynthetic: boolean;
  /** Most problems that are kept one by one; all are counted. */
  readonly mostProblems: number;
}

/** Plain data: may be sent between threads. */
export interface DryRun {
  readonly entity: ImportEntity;
  readonly counts: Readonly<Record<RowOutcome, number>>;
  readonly problems: readonly RowProblem[];
  readonly problemTotal: number;
  /** Each once, up to `mostProblems` of them. */
  readonly questions: readonly Question[];
  /** Ids of the buildings that rows speak of by name or id; none for sheets of buildings and firms. */
  readonly buildingIds: readonly string[];
  /** Of the rows that are right, in the order of the sheet; facts are beside them (`factChanges`). */
  readonly changes: readonly Change[];
  /** Row numbers, and for each the place of its outcome in `rowOutcomes`. */
  readonly rows: Uint32Array;
  readonly outcomes: Uint8Array;
  /** The row of each change. */
  readonly changeRows: Uint32Array;
  /** Nothing is wrong, or the user chose to leave out what is. */
  readonly mayCommit: boolean;
}

/** `changeKey` → row, to tell where something found later among the records stands in the sheet. */
export function rowsOfChanges({ changes, changeRows }: DryRun): ReadonlyMap<string, number> {
  return new Map(changes.map((change, i) => [changeKey(change), changeRows[i] ?? 0]));
}

export interface DryRunInput {
  readonly portfolio: Portfolio;
  /** As it is on file, where `portfolio` already holds what earlier sheets of the import bring. */
  readonly onFile?: Portfolio;
  readonly rows: Iterable<SheetRow>;
  readonly headings: Headings;
  readonly mapping: Mapping;
  readonly options: DryRunOptions;
}

/** Rows up to the headings are passed over. Nothing is changed, and nothing that stands in a cell makes it throw. */
export function dryRun(input: DryRunInput): DryRun {
  const { rows, headings } = input;
  const run = new Run(input);
  const last = Math.max(0, ...headings.rows);
  for (const row of rows) if (row.number > last) run.take(row);
  return run.end();
}

const sum = /^(?:合计|小计|总计|共计|累计|总和|total|sub-?total|sum|grand total)\s*[:：]?$/i;
const footnote = /^(?:备注|注|说明|填表人|填报人|制表人?|审核人?|填表日期|联系人|note|notes)\s*[:：]/i;

/** A row that is no record: sums, and lines under the table. */
function isBesideTable({ cells }: SheetRow): boolean {
  const filled = cells.filter((cell) => !isBlank(cell));
  const first = filled[0];
  if (typeof first !== 'string') return false;
  return sum.test(first.trim()) || (filled.length <= 2 && footnote.test(first.trim()));
}

class Run {
  readonly #reader: RowReader;
  readonly #index: RecordIndex;
  readonly #onFile: RecordIndex;
  readonly #rows: number[] = [];
  readonly #outcomes: number[] = [];
  readonly #problems: RowProblem[] = [];
  readonly #questions = new Map<string, Question>();
  readonly #buildingIds = new Set<string>();
  #problemTotal = 0;
  readonly #changes: Change[] = [];
  readonly #changeRows: number[] = [];
  readonly #rowOfIdentity = new Map<string, number>();
  readonly #portfolio: Portfolio;
  readonly #mapping: Mapping;
  readonly #options: DryRunOptions;

  constructor({ portfolio, onFile = portfolio, headings, mapping, options }: Omit<DryRunInput, 'rows'>) {
    this.#portfolio = portfolio;
    this.#mapping = mapping;
    this.#options = options;
    this.#index = new RecordIndex(portfolio);
    this.#onFile = onFile.months === portfolio.months ? this.#index : new RecordIndex(onFile);
    const { emptyClears, corrections } = options;
    this.#reader = createRowReader({ mapping, headings, index: this.#index, emptyClears, corrections });
  }

  take(given: SheetRow): void {
    const row = this.#reader.corrected(given);
    if (!this.#reader.hasContent(row)) return;
    this.#note(row.number, isBesideTable(row) ? 'skipped' : this.#judge(row));
  }

  #judge(row: SheetRow): RowOutcome {
    const draft = this.#reader.draft(row);
    const change = this.#changeOf(draft);
    if (draft.buildingId !== null) this.#buildingIds.add(draft.buildingId);
    if (draft.isWrong) {
      for (const problem of draft.problems) this.#tell(problem);
      return 'wrong';
    }
    if (change === null) return 'unchanged';
    this.#changes.push(change);
    this.#changeRows.push(row.number);
    return change.before === null ? 'new' : 'changed';
  }

  #tell(problem: RowProblem): void {
    const { mostProblems } = this.#options;
    if (this.#problemTotal++ < mostProblems) this.#problems.push(problem);
    const { question, heading, value, row, near } = problem;
    if (question === null) return;
    const asked = this.#questions.get(question);
    if (asked) this.#questions.set(question, { ...asked, rows: asked.rows + 1 });
    else if (this.#questions.size < mostProblems)
      this.#questions.set(question, { question, heading, value, row, rows: 1, near });
  }

  end(): DryRun {
    const counts = { new: 0, changed: 0, unchanged: 0, wrong: 0, skipped: 0 };
    for (const code of this.#outcomes) {
      const outcome = rowOutcomes[code];
      if (outcome) counts[outcome]++;
    }
    return {
      entity: this.#mapping.entity,
      counts,
      problems: this.#problems,
      problemTotal: this.#problemTotal,
      questions: [...this.#questions.values()],
      buildingIds: [...this.#buildingIds],
      changes: this.#changes,
      rows: Uint32Array.from(this.#rows),
      outcomes: Uint8Array.from(this.#outcomes),
      changeRows: Uint32Array.from(this.#changeRows),
      mayCommit: counts.wrong === 0 || this.#options.skipWrong,
    };
  }

  #note(row: number, outcome: RowOutcome): void {
    this.#rows.push(row);
    this.#outcomes.push(rowOutcomes.indexOf(outcome));
  }

  /** null when nothing changes, or when the row is wrong. */
  #changeOf(draft: RowDraft): Change | null {
    const { entity, datum } = this.#mapping;
    const { answers, toWgs84, isDatumConfirmed } = this.#options;
    const match = matchers[entity]({ row: draft, index: this.#index, answers });
    if (!match) return null;
    if (this.#isSecond(draft, match)) return null;
    const before = match.before as Readonly<Record<string, unknown>> | null;
    const { bounds } = this.#portfolio.district;
    const patch = patchOf(draft, before, { datum, isDatumConfirmed, bounds, toWgs84 });
    const after =
      before === null
        ? this.#made(match, patch, draft.number)
        : merged(entity, before, { ...patch, ...match.known });
    if (after === before) return null;
    // The record has all fields of its kind from the start, so that checking each of them checks the whole.
    for (const { field, reason, allowed } of checkFields(entity, after)) {
      if (!draft.problems.some((problem) => problem.field === field)) {
        draft.refuse(field, reason, { detail: allowed });
      }
    }
    const change = changeOf(entity, match.before as never, after as never);
    this.#refuseOverReport(draft, change);
    return draft.isWrong ? null : change;
  }

  /** Two sheets of one import may bring one month together; what was on file before it stays. */
  #refuseOverReport(draft: RowDraft, change: Change): void {
    if (change.entity !== 'month' || this.#onFile.record('month', change.key) === null) return;
    for (const { field, reason, allowed } of stayingProblems(this.#portfolio, [change])) {
      draft.refuse(field, reason, { detail: allowed });
    }
  }

  #isSecond(draft: RowDraft, { identity }: Match): boolean {
    const first = this.#rowOfIdentity.get(identity);
    if (first === undefined) {
      this.#rowOfIdentity.set(identity, draft.number);
      return false;
    }
    draft.refuse(nameTargets[this.#mapping.entity], 'duplicateKey', { detail: String(first) });
    return true;
  }

  #made({ known }: Match, patch: Record<string, unknown>, row: number): Readonly<Record<string, unknown>> {
    const { entity } = this.#mapping;
    if (entity === 'unit' && patch['position'] === undefined) {
      patch['position'] = this.#nextPosition(known['buildingId'], patch['floor']);
    }
    return newRecord(entity, known, patch, row, this.#options);
  }

  /** Beside the last unit of its floor; without a floor the row is refused for that, and not for its position. */
  #nextPosition(buildingId: unknown, floor: unknown): number {
    if (typeof floor !== 'number') return 0;
    const key = floorKey(String(buildingId), floor);
    const last = this.#index.lastPositions();
    const position = (last.get(key) ?? -1) + 1;
    last.set(key, position);
    return position;
  }
}

/** Where a row that stands twice is marked. */
const nameTargets: Readonly<Record<ImportEntity, string>> = {
  building: 'nameZh',
  floor: 'floor',
  unit: 'label',
  enterprise: 'name',
  lease: 'unit.label',
  taxRecord: 'month',
  month: 'month',
};

/** The record with its new values; the same object when none is new. What makes up its key stays. */
function merged(
  entity: ImportEntity,
  before: Readonly<Record<string, unknown>>,
  patch: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const keyFields: readonly string[] = entityShapes[entity].keyFields as readonly string[];
  let after: Record<string, unknown> | null = null;
  for (const [field, value] of Object.entries(patch)) {
    if (keyFields.includes(field) || isSameValue(before[field], value)) continue;
    after ??= { ...before };
    after[field] = value;
  }
  return after ?? before;
}
