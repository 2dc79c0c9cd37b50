/** What becomes of the state of an import when something is done to it. */
import type { Import, ImportPart, PartPatch } from '#contract/imports.ts';
import { lackingTargets, type Mapping, readMapping } from '#domain/intake/mapping.ts';
import type { AuditEntry } from '#server/api/store.ts';
import { type FileProblem, fileProblem } from '#server/import/file-problem.ts';
import type { JobResults, PartResult } from './job.ts';
import { headingsOf } from './judge.ts';
import { proposed } from './read-file.ts';
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
  const parts = state.parts.map((part) => ({ ...part, result: null }));
  return { ...state, parts, status: 'draft', mayCommit: false, failure: null };
}

function withResults(state: Import, results: readonly PartResult[]): Import {
  const byId = new Map(results.map(({ id, result }) => [id, result]));
  return { ...state, parts: state.parts.map((part) => ({ ...part, result: byId.get(part.id) ?? null })) };
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
    return { ...state, status: 'committed', written: committed.written, committedAt: at };
  }
  const failure = { reason: committed.reason, detail: '' };
  const seen = committed.reason === 'notClean' ? withResults(state, committed.parts) : state;
  return { ...seen, status: 'checked', mayCommit: false, failure };
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

/** null where the mapping fits no kind of record, or names columns that the sheet does not have. */
export function patchedPart(part: ImportPart, { entity, mapping, ...rest }: PartPatch): ImportPart | null {
  const decided = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const next: ImportPart = { ...part, ...decided };
  if (mapping !== undefined) {
    const checked = readMapping(mapping);
    const columns = new Set(part.headings.map(({ column }) => column));
    if (!checked?.columns.every(({ column }) => columns.has(column))) return null;
    return { ...next, mapping: wireMapping(checked), lacking: lackingTargets(checked), isRemembered: false };
  }
  if (entity === undefined || part.headings.length === 0) return next;
  return { ...next, ...proposed(entity, headingsOf(part)), include: true, isRemembered: false };
}

/** Its lists as the contract has them. */
export function wireMapping({ columns, constants, ...rest }: Mapping): NonNullable<ImportPart['mapping']> {
  return { ...rest, columns: [...columns], constants: [...constants] };
}

/** A file that needs more memory than a job has is too large, and no fault of the server. */
export function unreadable(error: unknown): FileProblem {
  if (error instanceof OutOfMemory) return fileProblem('inflatesTooMuch');
  throw error;
}
