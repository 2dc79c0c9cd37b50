/**
 * Dry runs of sheets, kept beside the uploaded files: a check looks again only at sheets that something changed
 * for. What is kept holds for one process, since another one may judge by other rules.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { ImportPart } from '#contract/imports.ts';
import { bearsOn } from '#domain/intake/bearing.ts';
import type { DryRun } from '#domain/intake/dry-run.ts';

export interface KeptRun {
  /** Of what it would change: equal runs are equal to the sheets after them. */
  readonly stamp: string;
  /** Of everything that it was made from, other sheets aside. */
  readonly basis: string;
  /** Stamps of the earlier sheets whose changes it could see. */
  readonly bearing: readonly string[];
  readonly run: DryRun;
}

export interface RunKeeper {
  readonly find: (partId: string) => Promise<KeptRun | null>;
  readonly keep: (partId: string, kept: KeptRun) => Promise<void>;
}

/** Longer sheets take longer to keep than they are worth. */
const mostKeptRows = 20_000;

/** @param folder where the files of the import lie; what is there goes with them */
export function runKeeper(folder: string, processId: string): RunKeeper {
  const pathOf = (partId: string) => join(folder, `${partId}.run`);
  return {
    find: async (partId) => {
      try {
        const kept = deserialize(await readFile(pathOf(partId)));
        return kept.processId === processId ? kept : null;
      } catch {
        return null;
      }
    },
    keep: async (partId, kept) => {
      if (kept.run.rows.length > mostKeptRows) return;
      const path = pathOf(partId);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${path}.new`, serialize({ ...kept, processId }), { mode: 0o600 });
      await rename(`${path}.new`, path);
    },
  };
}

/** Equal when the sheet, what was decided about it, the data and the person's rights are the same. */
export function basisOf(part: ImportPart, revision: string, isSynthetic: boolean): string {
  const { fileId, sheet, headingRows, mapping, emptyClears, skipWrong } = part;
  const { corrections, answers, isDatumConfirmed } = part;
  const said = [fileId, sheet, headingRows, mapping, emptyClears, skipWrong, corrections, answers];
  const text = JSON.stringify([...said, isDatumConfirmed, revision, isSynthetic]);
  return createHash('sha256').update(text).digest('base64url');
}

export function stampOf({ changes }: DryRun): string {
  return createHash('sha256').update(JSON.stringify(changes)).digest('base64url');
}

/** Stamps of the sheets before it whose changes could make a difference to a run. */
export function bearingOn(run: DryRun, earlier: readonly KeptRun[]): string[] {
  return earlier.filter((other) => bearsOn(other.run, run)).map(({ stamp }) => stamp);
}

/** Whether a run that was kept is what running anew would come to. */
export function stillHolds(kept: KeptRun, basis: string, earlier: readonly KeptRun[]): boolean {
  const bearing = bearingOn(kept.run, earlier);
  return (
    kept.basis === basis &&
    kept.bearing.length === bearing.length &&
    kept.bearing.every((stamp, i) => bearing[i] === stamp)
  );
}
