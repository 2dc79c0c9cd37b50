/** Steps of imports that go on in a thread: one at a time for each import; followed, cancelled, settled. */
import { randomUUID } from 'node:crypto';
import type { Import, ImportProgress } from '#contract/imports.ts';
import type { Actor } from '#server/api/store.ts';
import type { ImportLimits } from '#server/import/limits.ts';
import type { DataPlace } from '#server/store/open-store.ts';
import type { SqlStore } from '#server/store/sql-store.ts';
import type { ImportFiles } from './import-files.ts';
import type { ImportRows } from './import-rows.ts';
import { afterStep, failureOf, type Step, settled, underWay } from './import-state.ts';
import type { JobResults, OnData } from './job.ts';
import { rememberedMapping } from './part-edits.ts';
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

interface StepDeps extends ImportDeps {
  readonly save: (state: Import) => Promise<Import>;
  readonly tell: (id: string) => void;
}

interface Following {
  readonly step: Step;
  readonly progress: ImportProgress;
  readonly job: RunningJob<Step>;
  /** When what became of it is written down. */
  readonly over: Promise<void>;
}

export class ImportSteps {
  readonly #deps: StepDeps;
  readonly #processId = randomUUID();
  /** Steps under way in this process. */
  readonly #running = new Map<string, Following>();

  constructor(deps: StepDeps) {
    this.#deps = deps;
  }

  /** After a start: steps that ended with the last process are settled. */
  async recover(): Promise<void> {
    const { rows } = this.#deps;
    for (const id of await rows.inStatus(['checking', 'committing', 'undoing'])) {
      const state = await rows.find(id);
      if (state && !this.#running.has(id)) await this.#settle(state);
    }
  }

  readonly isBusy = (id: string): boolean => this.#running.has(id);

  progressOf(state: Import): ImportProgress {
    return this.#running.get(state.id)?.progress ?? { status: state.status, phase: null, done: 0, total: 0 };
  }

  /** Ends the step that is under way; nothing of it stays, unless it was over already. */
  async cancel(id: string): Promise<void> {
    const running = this.#running.get(id);
    running?.job.cancel();
    await running?.over;
  }

  /** A check of what is no longer there is of no use. */
  async stopCheck(id: string): Promise<void> {
    if (this.#running.get(id)?.step === 'check') await this.cancel(id);
  }

  /** Begins a step; how it ends is in the import afterwards. Nothing else may be under way. */
  async begin(state: Import, step: Step, doer: Doer, keepLater: boolean): Promise<Import> {
    const status = underWay[step];
    const job = this.#jobFor(state, step, doer, keepLater);
    const begun = { ...state, status, failure: null };
    const saved = this.#deps.save(begun);
    saved.catch(() => job.cancel());
    const over = saved
      .then(() => job.result)
      .then((result) => this.#ended(begun, step, result, doer))
      .catch((error: unknown) => this.#failed(begun, error))
      .catch((error: unknown) => {
        this.#running.delete(state.id);
        this.#deps.onError(error);
      });
    job.result.catch(() => undefined);
    this.#running.set(state.id, { step, job, over, progress: { status, phase: null, done: 0, total: 0 } });
    await saved;
    return begun;
  }

  #jobFor(state: Import, step: Step, doer: Doer, keepLater: boolean): RunningJob<Step> {
    const { run, now, tell } = this.#deps;
    const { actor, requestId } = doer;
    const onData = this.onData(state, doer);
    const by = { actor, at: now().toISOString(), requestId };
    const onProgress = (progress: Omit<ImportProgress, 'status'>) => {
      const running = this.#running.get(state.id);
      if (running)
        this.#running.set(state.id, { ...running, progress: { ...running.progress, ...progress } });
      tell(state.id);
    };
    if (step === 'check') return run({ kind: 'check', ...onData }, onProgress);
    if (step === 'commit') return run({ kind: 'commit', ...onData, ...by }, onProgress);
    return run({ kind: 'undo', keepLater, ...onData, ...by }, onProgress);
  }

  /** What a job on the data needs to know. */
  onData(state: Import, { hasAccount }: Doer): OnData {
    const { place, published, limits, files } = this.#deps;
    const paths = Object.fromEntries(state.files.map(({ id }) => [id, files.pathOf(state.id, id)]));
    const folder = files.folderOf(state.id);
    return { place, published, limits, state, paths, folder, processId: this.#processId, hasAccount };
  }

  async #ended(state: Import, step: Step, result: JobResults[Step], doer: Doer): Promise<void> {
    const { store, files, now } = this.#deps;
    const at = now().toISOString();
    const next = afterStep(state, step, result, at);
    if (next.status === 'committed' || next.status === 'undone') await store.refresh();
    if (step === 'commit' && next.status === 'committed') await this.#remember(state, doer, at);
    if (next.status === 'committed') await files.dropAll(state.id);
    await this.#finish(next);
  }

  async #remember({ source, parts }: Import, { actor }: Doer, at: string): Promise<void> {
    const { rows } = this.#deps;
    for (const { include, mapping, fingerprint } of parts) {
      if (!include || !mapping || fingerprint === '') continue;
      const before = await rows.mappingFor(source, fingerprint);
      await rows.remember(source, fingerprint, rememberedMapping(mapping, before, actor.role), at);
    }
  }

  async #failed(state: Import, error: unknown): Promise<void> {
    if (!(error instanceof Cancelled)) this.#deps.onError(error);
    await this.#settle({ ...state, failure: failureOf(error) });
  }

  /** What became of a step whose thread is gone: the audit log knows. */
  async #settle(state: Import): Promise<Import> {
    const { store, files } = this.#deps;
    const [last] = await store.auditEntries({ batchId: state.id, limit: 1 });
    await store.refresh();
    if (last) await files.dropAll(state.id);
    return this.#finish(settled(state, last ?? null));
  }

  /** Its status is the last thing to change: whoever sees that a step is over may begin the next one. */
  #finish(state: Import): Promise<Import> {
    this.#running.delete(state.id);
    return this.#deps.save(state);
  }
}
