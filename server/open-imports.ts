/** Imports over an opened store. */
import { join } from 'node:path';
import type { BuildingId } from '#domain/measure.ts';
import { oneAtATime } from './api/one-at-a-time.ts';
import type { Config } from './config.ts';
import { type ImportFiles, importFiles } from './jobs/import-files.ts';
import { importRows } from './jobs/import-rows.ts';
import { Imports } from './jobs/imports.ts';
import { jobRunner, type RunJob } from './jobs/run-job.ts';
import type { OpenedStore } from './store/open-store.ts';

export interface OpenedImports {
  readonly imports: Imports;
  readonly files: ImportFiles;
  readonly run: RunJob;
  /** Files that one import takes. */
  readonly maxFiles: number;
}

/** Settles what the last process left under way before anybody asks. */
export async function openImports(
  config: Config,
  { store, db, exclusively }: OpenedStore,
  published: readonly BuildingId[],
  onError: (error: unknown) => void,
): Promise<OpenedImports> {
  const { imports: limits } = config;
  const files = importFiles(join(config.workFolder, 'uploads'), limits.bytes);
  const run = jobRunner(exclusively, oneAtATime(), limits.heapMib);
  const now = () => new Date();
  const rows = importRows(db);
  const imports = new Imports({
    rows,
    files,
    store,
    place: config.data,
    published,
    limits,
    run,
    now,
    onError,
  });
  await imports.recover();
  return { imports, files, run, maxFiles: limits.files };
}
