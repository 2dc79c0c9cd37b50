/** What the server asks of the thread that does the heavy part of imports, and what it hears from it. */

import type { Import, ImportPart, ImportProgress, ImportTopRows } from '#contract/imports.ts';
import type { BuildingId } from '#domain/measure.ts';
import type { Locale } from '#domain/words/words.ts';
import type { Actor } from '#server/api/store.ts';
import type { FileProblem } from '#server/import/file-problem.ts';
import type { FileLimits } from '#server/import/limits.ts';
import type { DataPlace } from '#server/store/open-store.ts';

/** What every job on the data needs. */
export interface OnData {
  readonly place: DataPlace;
  readonly published: readonly BuildingId[];
  readonly limits: FileLimits;
  readonly state: Import;
  /** Where the files of the import lie, by their ids. */
  readonly paths: Readonly<Record<string, string>>;
  /** Where all that belongs to the import lies, and of which process what is kept there is. */
  readonly folder: string;
  readonly processId: string;
  /** Whether an account stands behind it; without one everything new is made up. */
  readonly hasAccount: boolean;
}

export interface ByActor {
  readonly actor: Actor;
  readonly at: string;
  readonly requestId: string | null;
}

export interface OnFile {
  readonly path: string;
  readonly name: string;
  readonly limits: FileLimits;
}

export interface OnSheet extends OnFile {
  readonly sheet: string;
  /** Of the whole file. */
  readonly rowCount: number;
}

export type Job =
  | ({
      readonly kind: 'read';
      readonly fileId: string;
      /** Fingerprints of headings that this source is known by, the latest first. */
      readonly known: readonly string[];
    } & OnFile)
  | ({ readonly kind: 'topRows' } & OnSheet)
  | ({ readonly kind: 'headings'; readonly rows: readonly number[] } & OnSheet)
  | ({ readonly kind: 'check' } & OnData)
  | ({ readonly kind: 'report'; readonly partId: string; readonly locale: Locale } & OnData)
  | ({ readonly kind: 'commit' } & OnData & ByActor)
  | ({ readonly kind: 'undo'; readonly keepLater: boolean } & OnData & ByActor);

export type PartResult = Pick<ImportPart, 'id' | 'result' | 'questions'>;
/** What of a sheet hangs on where its headings are. */
export type PartHeadings = Pick<ImportPart, 'headingRows' | 'headings' | 'fingerprint' | 'preview'>;

export interface JobResults {
  readonly read: { readonly ok: true; readonly parts: readonly ImportPart[] } | FileProblem;
  /** null where the file has no such sheet any more. */
  readonly topRows: ImportTopRows | null;
  /** null where no such rows are at the top of the sheet. */
  readonly headings: PartHeadings | null;
  readonly check: { readonly parts: readonly PartResult[]; readonly mayCommit: boolean };
  readonly report: { readonly bytes: Uint8Array } | null;
  readonly commit:
    | { readonly ok: true; readonly written: number }
    | { readonly ok: false; readonly reason: 'notClean'; readonly parts: readonly PartResult[] }
    | { readonly ok: false; readonly reason: 'nothingToWrite' | 'sampleOnly' | 'busy' };
  readonly undo:
    | { readonly ok: true; readonly undone: number; readonly kept: number }
    /** `changedSince`: records that somebody changed after the import; `referredTo`: later records that need them. */
    | {
        readonly ok: false;
        readonly reason: 'changedSince' | 'referredTo';
        readonly keys: readonly string[];
        readonly total: number;
      }
    | { readonly ok: false; readonly reason: 'nothingToUndo' | 'busy' };
}

export type ToThread =
  | { readonly kind: 'job'; readonly job: Job }
  /** The right to write, which it asked for. */
  | { readonly kind: 'granted' };

export type FromThread =
  | { readonly kind: 'progress'; readonly progress: Omit<ImportProgress, 'status'> }
  /** Asks for the right to write; the answer is `granted`. */
  | { readonly kind: 'wantsToWrite' }
  | { readonly kind: 'wrote' }
  | { readonly kind: 'done'; readonly result: JobResults[Job['kind']] }
  | { readonly kind: 'failed'; readonly message: string; readonly trouble: string | null };
