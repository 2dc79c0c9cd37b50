/** Why a file cannot be read at all: what is wrong, where, and beside which limit. Worded in `words/intake`. */
import type { FileReason } from '#domain/intake/file-reason.ts';

export interface FileProblem {
  readonly ok: false;
  readonly reason: FileReason;
  /** Sheet or part of the archive; "" where the whole file is meant. */
  readonly part: string;
  /** Row as in the file, from 1; null where none is to blame. */
  readonly row: number | null;
  /** What was found and what is allowed, where the reason is a limit. */
  readonly found: number | null;
  readonly most: number | null;
}

export function fileProblem(
  reason: FileReason,
  where: Partial<Pick<FileProblem, 'part' | 'row' | 'found' | 'most'>> = {},
): FileProblem {
  const { part = '', row = null, found = null, most = null } = where;
  return { ok: false, reason, part, row, found, most };
}

/** Carries a problem out of the depths of a reader to `readTable`; it never leaves the folder. */
export class UnreadableFile extends Error {
  readonly problem: FileProblem;

  constructor(problem: FileProblem) {
    super(problem.reason);
    this.problem = problem;
  }
}

export function refuse(...args: Parameters<typeof fileProblem>): never {
  throw new UnreadableFile(fileProblem(...args));
}
