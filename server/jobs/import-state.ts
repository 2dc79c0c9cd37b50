/** What becomes of the state of an import when something is done to it. */
import type { Import, ImportPart, ImportSummary } from '#contract/imports.ts';
import type { AuditEntry } from '#server/api/store.ts';
import { type FileProblem, fileProblem } from '#server/import/file-problem.ts';
import type { JobResults, PartResult } from './job.ts';
import { Cancelled, OutOfMemory } from './run-job.ts';

export type Step = 'check' | 'commit' | 'undo';

export const underWay = { check: 'checking', commit: 'committing', undo: 'undoing' } as const;

/** In which states each step may begin. */
export const stepsFrom: Readonly<Record<Step, readonly Import['status'][]>> = {
  check: ['draft', 'checked'],
  commit: ['checked'],
  undo: ['committed'],
};

/** A draft again: what was found out about it may no longer hold. */
export function changed(state: Import): Import {
  return { ...state, status: 'draft', mayCommit: false, failure: null };
}

function withResults(state: Import, results: readonly PartResult[]): Import {
  const byId = new Map(results.map((result) => [result.id, result]));
  const parts = state.parts.map((part) => {
    const found = byId.get(part.id);
    return { ...part, result: found?.result ?? null, questions: questionsOf(part, found?.questions ?? []) };
  });
  return { ...state, parts };
}

/** What was answered is asked no more, and can still be answered otherwise. */
function questionsOf(
  { questions, answers }: ImportPart,
  asked: ImportPart['questions'],
): ImportPart['questions'] {
  const isOpen = new Set(asked.map(({ question }) => question));
  const answered = new Set(answers.map(({ question }) => question));
  return [...asked, ...questions.filter(({ question }) => answered.has(question) && !isOpen.has(question))];
}

/** How a step that came to its end leaves an import. */
export function afterStep(state: Import, step: Step, result: JobResults[Step], at: string): Import {
  if (step === 'check') {
    const { parts, mayCommit } = result as JobResults['check'];
    return { ...withResults(state, parts), status: 'checked', mayCommit };
  }
  if (step === 'undo') {
    const undone = result as JobResults['undo'];
    if (undone.ok) return { ...state, status: 'undone', undoneAt: at };
    const detail = 'keys' in undone ? `${undone.total}: ${undone.keys.slice(0, 10).join(', ')}` : '';
    return { ...state, status: 'committed', failure: { reason: undone.reason, detail } };
  }
  const committed = result as JobResults['commit'];
  if (committed.ok) {
    const parts = state.parts.map(withoutProblems);
    return { ...state, parts, status: 'committed', written: committed.written, committedAt: at };
  }
  const failure = { reason: committed.reason, detail: '' };
  const seen = committed.reason === 'notClean' ? withResults(state, committed.parts) : state;
  return { ...seen, status: 'checked', mayCommit: false, failure };
}

/** Nobody corrects what is written: its counts stay, and the list of imports stays quick. */
function withoutProblems(part: ImportPart): ImportPart {
  return { ...part, questions: [], result: part.result && { ...part.result, problems: [] } };
}

/** Why a step came to no end of its own. */
export function failureOf(error: unknown): Import['failure'] {
  const reason =
    error instanceof Cancelled ? 'cancelled' : error instanceof OutOfMemory ? 'outOfMemory' : 'failed';
  return { reason, detail: '' };
}

/** How an import stands whose step ended without a word. @param last of its entries in the audit log */
export function settled(state: Import, last: Pick<AuditEntry, 'origin' | 'at'> | null): Import {
  if (last === null) return { ...state, status: 'draft', mayCommit: false };
  if (last.origin === 'undo') return { ...state, status: 'undone', undoneAt: last.at, failure: null };
  const failure = state.status === 'undoing' ? state.failure : null;
  return { ...state, status: 'committed', committedAt: state.committedAt ?? last.at, failure };
}

/** A file that needs more memory than a job has is too large, and no fault of the server. */
export function unreadable(error: unknown): FileProblem {
  if (error instanceof OutOfMemory) return fileProblem('inflatesTooMuch');
  throw error;
}

/** What a list shows of it. */
export function summaryOf({
  id,
  createdAt,
  by,
  source,
  status,
  files,
  written,
  committedAt,
  undoneAt,
  failure,
}: Import): ImportSummary {
  const names = files.map(({ name }) => name);
  return { id, createdAt, by, source, status, files: names, written, committedAt, undoneAt, failure };
}
