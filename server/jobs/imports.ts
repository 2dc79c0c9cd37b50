/** The life of imports: drafts that take files, are checked, committed whole, and undone. */
import type { Import, ImportPart, ImportProgress, ImportStart, PartPatch } from '#contract/imports.ts';
import type { Locale } from '#domain/words/words.ts';
import { newId } from '#server/api/new-id.ts';
import { oneAtATime } from '#server/api/one-at-a-time.ts';
import type { Actor } from '#server/api/store.ts';
import type { ImportLimits } from '#server/import/limits.ts';
import type { DataPlace } from '#server/store/open-store.ts';
import type { SqlStore } from '#server/store/sql-store.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportRows } from './import-rows.ts';
import {
  afterStep,
  changed,
  failureOf,
  patchedPart,
  type Step,
  settled,
  stepsFrom,
  underWay,
  unreadable,
  wireMapping,
} from './import-state.ts';
import type { JobResults, OnData } from './job.ts';
import { Cancelled, type RunJob, type RunningJob } from './run-job.ts';

export interface ImportDeps {
  readonly rows: ImportRows;
  readonly files: ImportFiles;
  readonly store: Pick<SqlStore, 'refresh' | 'auditEntries'>;
  readonly place: DataPlace;
  readonly published: readonly string[];
  readonly limits: ImportLimits;
  readonly run: RunJob;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Who does something to an import. */
export interface Doer {
  readonly actor: Actor;
  readonly hasAccount: boolean;
  readonly requestId: string | null;
}

/** `busy`: a step is under way. `wrongStatus`: it is not the time for this step. */
export type Stepped =
  | { readonly ok: true; readonly state: Import }
  | { readonly ok: false; readonly reason: 'busy' | 'wrongStatus' };

interface Following {
  readonly progress: ImportProgress;
  readonly job: RunningJob<Step>;
  /** When what became of it is written down. */
  readonly over: Promise<void>;
}

export class Imports {
  readonly #deps: ImportDeps;
  /** Steps under way in this process. */
  readonly #running = new Map<string, Following>();
  readonly #editing = oneAtATime();
  readonly #listeners = new Set<(id: string) => void>();

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  /** After a start: steps that ended with the last process are settled, and forgotten drafts are cleared away. */
  async recover(): Promise<void> {
    const { rows, files, now, limits } = this.#deps;
    for (const id of await rows.inStatus(['checking', 'committing', 'undoing'])) {
      const state = await rows.find(id);
      if (state && !this.#running.has(id)) await this.#settle(state);
    }
    const forgotten = new Date(now().getTime() - limits.draftMs).toISOString();
    for (const id of await rows.draftsBefore(forgotten)) {
      await files.dropAll(id);
      await rows.remove(id);
    }
  }

  list(limit: number) {
    return this.#deps.rows.list(limit);
  }

  find(id: string): Promise<Import | null> {
    return this.#deps.rows.find(id);
  }

  async start({ source, asOf, confidence }: ImportStart, { actor }: Doer): Promise<Import> {
    const now = this.#deps.now();
    const state: Import = {
      id: newId(now),
      createdAt: now.toISOString(),
      by: { name: actor.name, role: actor.role },
      source: source.trim(),
      asOf,
      confidence,
      status: 'draft',
      files: [],
      parts: [],
      mayCommit: false,
      written: null,
      committedAt: null,
      undoneAt: null,
      failure: null,
    };
    return this.#save(state);
  }

  /** Reads a file that was kept under this id, and proposes what its columns are. */
  async read(
    state: Import,
    file: { readonly id: string; readonly name: string; readonly bytes: number },
  ): Promise<Import> {
    const { run, files, limits } = this.#deps;
    const path = files.pathOf(state.id, file.id);
    const job = { kind: 'read', path, name: file.name, fileId: file.id, limits } as const;
    const read = await run(job).result.catch(unreadable);
    if (!read.ok) {
      await files.drop(state.id, file.id);
      const { reason, part, row, found, most } = read;
      const problem = { reason, part, row, found, most };
      return this.#edit(state, (now) => ({ ...now, files: [...now.files, { ...file, problem }] }));
    }
    const parts = await Promise.all(read.parts.map((part) => this.#remembered(state.source, part)));
    return this.#edit(state, (now) => ({
      ...changed(now),
      files: [...now.files, { ...file, problem: null }],
      parts: [...now.parts, ...parts],
    }));
  }

  async #remembered(source: string, part: ImportPart): Promise<ImportPart> {
    const { fingerprint } = part;
    const known = fingerprint === '' ? null : await this.#deps.rows.mappingFor(source, fingerprint);
    return known
      ? { ...part, include: true, isRemembered: true, lacking: [], mapping: wireMapping(known) }
      : part;
  }

  async removeFile(state: Import, fileId: string): Promise<Import> {
    await this.#deps.files.drop(state.id, fileId);
    return this.#edit(state, (now) => ({
      ...changed(now),
      files: now.files.filter(({ id }) => id !== fileId),
      parts: now.parts.filter((part) => part.fileId !== fileId),
    }));
  }

  /** @returns null for a mapping that fits no kind of record, or columns that the sheet does not have */
  async patchPart(state: Import, partId: string, patch: PartPatch): Promise<Import | null> {
    let isWrong = false;
    const next = await this.#edit(state, (now) => {
      const part = now.parts.find(({ id }) => id === partId);
      const patched = part && patchedPart(part, patch);
      isWrong = !patched;
      if (!patched) return now;
      return { ...changed(now), parts: now.parts.map((other) => (other.id === partId ? patched : other)) };
    });
    return isWrong ? null : next;
  }

  /** Sheets that the person may not import: their columns are nobody's. */
  async withoutColumns(state: Import, partIds: readonly string[]): Promise<Import> {
    return this.#edit(state, (now) => ({
      ...now,
      parts: now.parts.map((part) =>
        partIds.includes(part.id) ? { ...part, include: false, mapping: null, notes: [], lacking: [] } : part,
      ),
    }));
  }

  /** The sheet with what is wrong marked in it; null where there is nothing to report on. */
  async report(state: Import, partId: string, locale: Locale, doer: Doer): Promise<Uint8Array | null> {
    const job = { kind: 'report', partId, locale, ...this.#onData(state, doer) } as const;
    return (await this.#deps.run(job).result)?.bytes ?? null;
  }

  async discard(state: Import): Promise<void> {
    await this.#deps.files.dropAll(state.id);
    await this.#deps.rows.remove(state.id);
  }

  readonly isBusy = (id: string): boolean => this.#running.has(id);

  progressOf(state: Import): ImportProgress {
    return this.#running.get(state.id)?.progress ?? { status: state.status, phase: null, done: 0, total: 0 };
  }

  /** Tells of every change of any import, by its id. Returns how to stop it. */
  watch(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the step that is under way; nothing of it stays, unless it was over already. */
  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.job.cancel();
    await running?.over;
  }

  /** Begins a step and answers at once; how it ends is in the import afterwards. */
  async begin(state: Import, step: Step, doer: Doer, keepLater = false): Promise<Stepped> {
    if (this.#running.has(state.id)) return { ok: false, reason: 'busy' };
    if (!stepsFrom[step].includes(state.status)) return { ok: false, reason: 'wrongStatus' };
    const status = underWay[step];
    const job = this.#jobFor(state, step, doer, keepLater);
    const begun = { ...state, status, failure: null };
    const saved = this.#save(begun);
    saved.catch(() => job.cancel());
    const over = saved
      .then(() => job.result)
      .then((result) => this.#ended(begun, step, result))
      .catch((error: unknown) => this.#failed(begun, error))
      .catch((error: unknown) => {
        this.#running.delete(state.id);
        this.#deps.onError(error);
      });
    job.result.catch(() => undefined);
    this.#running.set(state.id, { job, over, progress: { status, phase: null, done: 0, total: 0 } });
    await saved;
    return { ok: true, state: begun };
  }

  #jobFor(state: Import, step: Step, doer: Doer, keepLater: boolean): RunningJob<Step> {
    const { run, now } = this.#deps;
    const { actor, requestId } = doer;
    const onData = this.#onData(state, doer);
    const by = { actor, at: now().toISOString(), requestId };
    const onProgress = (progress: Omit<ImportProgress, 'status'>) => {
      const running = this.#running.get(state.id);
      if (running)
        this.#running.set(state.id, { ...running, progress: { ...running.progress, ...progress } });
      this.#tell(state.id);
    };
    if (step === 'check') return run({ kind: 'check', ...onData }, onProgress);
    if (step === 'commit') return run({ kind: 'commit', ...onData, ...by }, onProgress);
    return run({ kind: 'undo', keepLater, ...onData, ...by }, onProgress);
  }

  #onData(state: Import, { hasAccount }: Doer): OnData {
    const { place, published, limits, files } = this.#deps;
    const paths = Object.fromEntries(state.files.map(({ id }) => [id, files.pathOf(state.id, id)]));
    return { place, published, limits, state, paths, hasAccount };
  }

  async #ended(state: Import, step: Step, result: JobResults[Step]): Promise<void> {
    const { rows, store, files, now } = this.#deps;
    const at = now().toISOString();
    const next = afterStep(state, step, result, at);
    if (next.status === 'committed' || next.status === 'undone') await store.refresh();
    if (step === 'commit' && next.status === 'committed') {
      for (const { include, mapping, fingerprint } of state.parts) {
        if (include && mapping) await rows.remember(state.source, fingerprint, mapping, at);
      }
    }
    if (next.status === 'committed') await files.dropAll(state.id);
    await this.#finish(next);
  }

  async #failed(state: Import, error: unknown): Promise<void> {
    if (!(error instanceof Cancelled)) this.#deps.onError(error);
    await this.#settle({ ...state, failure: failureOf(error) });
  }

  /** What became of a step whose thread is gone: the audit log knows. */
  async #settle(state: Import): Promise<Import> {
    const [last] = await this.#deps.store.auditEntries({ batchId: state.id, limit: 1 });
    await this.#deps.store.refresh();
    if (last) await this.#deps.files.dropAll(state.id);
    return this.#finish(settled(state, last ?? null));
  }

  /** Its status is the last thing to change: whoever sees that a step is over may begin the next one. */
  #finish(state: Import): Promise<Import> {
    this.#running.delete(state.id);
    return this.#save(state);
  }

  /** Edits of one import wait for each other: two files may be read at the same time. */
  #edit(state: Import, next: (now: Import) => Import): Promise<Import> {
    return this.#editing(async () => {
      const now = (await this.#deps.rows.find(state.id)) ?? state;
      return this.#save(next(now));
    });
  }

  async #save(state: Import): Promise<Import> {
    await this.#deps.rows.save(state, this.#deps.now().toISOString());
    this.#tell(state.id);
    return state;
  }

  #tell(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }
}
