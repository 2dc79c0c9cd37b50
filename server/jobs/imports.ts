/** The life of imports: drafts that take files, are checked, committed whole, and undone. */
import type {
  Import,
  ImportPart,
  ImportProgress,
  ImportStart,
  ImportTopRows,
  PartPatch,
} from '#contract/imports.ts';
import type { Mapping } from '#domain/intake/mapping.ts';
import type { Locale } from '#domain/words/words.ts';
import { newId } from '#server/api/new-id.ts';
import { oneAtATime } from '#server/api/one-at-a-time.ts';
import { changed, type Step, stepsFrom, unreadable } from './import-state.ts';
import { type Doer, type ImportDeps, ImportSteps } from './import-steps.ts';
import type { OnSheet, PartHeadings } from './job.ts';
import { forRole, patchedPart, withHeadings, withRemembered } from './part-edits.ts';

/** `busy`: a step is under way. `wrongStatus`: it is not the time for this. */
type NotNow = { readonly ok: false; readonly reason: 'busy' | 'wrongStatus' };
export type Edited = { readonly ok: true; readonly state: Import } | NotNow;
/** `notClean`: the last check found something, or there was none. */
export type Stepped = Edited | { readonly ok: false; readonly reason: 'notClean' };
/** `doesNotFit`: a mapping that fits no kind of record, or rows and columns that the sheet does not have. */
export type Patched = Edited | { readonly ok: false; readonly reason: 'doesNotFit' };

export class Imports {
  readonly #deps: ImportDeps;
  readonly #steps: ImportSteps;
  readonly #editing = oneAtATime();
  readonly #listeners = new Set<(id: string) => void>();

  constructor(deps: ImportDeps) {
    this.#deps = deps;
    this.#steps = new ImportSteps({
      ...deps,
      save: (state) => this.#save(state),
      tell: (id) => this.#tell(id),
    });
  }

  /** After a start: steps that ended with the last process are settled, and forgotten drafts are cleared away. */
  async recover(): Promise<void> {
    const { rows, files, now, limits } = this.#deps;
    await this.#steps.recover();
    const forgotten = new Date(now().getTime() - limits.draftMs).toISOString();
    for (const id of await rows.draftsBefore(forgotten)) {
      await files.dropAll(id);
      await rows.remove(id);
    }
  }

  list(limit: number): Promise<readonly Import[]> {
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

  /** Reads a file that was kept under this id, and proposes what its columns are: those that the role may fill. */
  async read(
    state: Import,
    file: { readonly id: string; readonly name: string; readonly bytes: number },
    { actor }: Doer,
  ): Promise<Edited> {
    const { run, files, limits, rows } = this.#deps;
    const path = files.pathOf(state.id, file.id);
    const known = await rows.fingerprintsOf(state.source);
    const job = { kind: 'read', path, name: file.name, fileId: file.id, limits, known } as const;
    const read = await run(job).result.catch(unreadable);
    if (!read.ok) {
      await files.drop(state.id, file.id);
      const { reason, part, row, found, most } = read;
      const problem = { reason, part, row, found, most };
      return this.#edit(state.id, (now) => ({ ...now, files: [...now.files, { ...file, problem }] }));
    }
    const parts = await Promise.all(
      read.parts.map(async (part) => {
        const mapping = await this.#mappingFor(state.source, part.fingerprint);
        return forRole(withRemembered(part, mapping), actor.role);
      }),
    );
    const edited = await this.#edit(state.id, (now) => ({
      ...changed(now),
      files: [...now.files, { ...file, problem: null }],
      parts: [...now.parts, ...parts],
    }));
    if (!edited.ok) await files.drop(state.id, file.id);
    return edited;
  }

  /** The columns as they were mapped for this source when it had these headings; null where it never had. */
  async #mappingFor(source: string, fingerprint: string): Promise<Mapping | null> {
    return fingerprint === '' ? null : this.#deps.rows.mappingFor(source, fingerprint);
  }

  async removeFile(state: Import, fileId: string): Promise<Edited> {
    const edited = await this.#edit(state.id, (now) => ({
      ...changed(now),
      files: now.files.filter(({ id }) => id !== fileId),
      parts: now.parts.filter((part) => part.fileId !== fileId),
    }));
    if (edited.ok) await this.#deps.files.drop(state.id, fileId);
    return edited;
  }

  async patchPart(state: Import, part: ImportPart, patch: PartPatch, { actor }: Doer): Promise<Patched> {
    const { headingRows } = patch;
    const read = headingRows === undefined ? null : await this.#headingsAt(state, part, headingRows);
    if (headingRows !== undefined && read === null) return { ok: false, reason: 'doesNotFit' };
    let isWrong = false;
    const mayPropose = headingRows !== undefined || patch.entity !== undefined;
    const known = read && (await this.#mappingFor(state.source, read.fingerprint));
    const edited = await this.#edit(state.id, (now) => {
      const other = now.parts.find(({ id }) => id === part.id);
      const headed = other && read ? withRemembered(withHeadings(other, read), known) : other;
      const patched = headed && patchedPart(headed, patch);
      isWrong = !patched;
      if (!patched) return now;
      const next = mayPropose ? forRole(patched, actor.role) : patched;
      return { ...changed(now), parts: now.parts.map((known) => (known.id === part.id ? next : known)) };
    });
    return edited.ok && isWrong ? { ok: false, reason: 'doesNotFit' } : edited;
  }

  /** The rows among which the headings are; null where the sheet is gone. */
  topRows(state: Import, part: ImportPart): Promise<ImportTopRows | null> {
    return this.#deps.run({ kind: 'topRows', ...this.#onSheet(state, part) }).result;
  }

  #headingsAt(state: Import, part: ImportPart, rows: readonly number[]): Promise<PartHeadings | null> {
    return this.#deps.run({ kind: 'headings', rows, ...this.#onSheet(state, part) }).result;
  }

  #onSheet({ id, files, parts }: Import, { fileId, sheet }: ImportPart): OnSheet {
    const name = files.find((file) => file.id === fileId)?.name ?? '';
    const ofFile = parts.filter((part) => part.fileId === fileId);
    const rowCount = ofFile.reduce((sum, part) => sum + part.rowCount, 0);
    return { path: this.#deps.files.pathOf(id, fileId), name, limits: this.#deps.limits, sheet, rowCount };
  }

  /** The sheet with what is wrong marked in it; null where there is nothing to report on. */
  async report(state: Import, partId: string, locale: Locale, doer: Doer): Promise<Uint8Array | null> {
    const job = { kind: 'report', partId, locale, ...this.#steps.onData(state, doer) } as const;
    return (await this.#deps.run(job).result)?.bytes ?? null;
  }

  async discard(state: Import): Promise<void> {
    await this.#deps.files.dropAll(state.id);
    await this.#deps.rows.remove(state.id);
  }

  isBusy(id: string): boolean {
    return this.#steps.isBusy(id);
  }

  progressOf(state: Import): ImportProgress {
    return this.#steps.progressOf(state);
  }

  /** Tells of every change of any import, by its id. Returns how to stop it. */
  watch(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Ends the step that is under way; nothing of it stays, unless it was over already. */
  cancel(id: string): Promise<void> {
    return this.#steps.cancel(id);
  }

  /** A check that is under way ends, since what it looks at changes. */
  stopCheck(id: string): Promise<void> {
    return this.#steps.stopCheck(id);
  }

  /** Begins a step and answers at once; how it ends is in the import afterwards. */
  begin(id: string, step: Step, doer: Doer, keepLater = false): Promise<Stepped> {
    return this.#editing(async (): Promise<Stepped> => {
      if (this.#steps.isBusy(id)) return { ok: false, reason: 'busy' };
      const state = await this.#deps.rows.find(id);
      if (!state || !stepsFrom[step].includes(state.status)) return { ok: false, reason: 'wrongStatus' };
      if (step === 'commit' && !state.mayCommit) return { ok: false, reason: 'notClean' };
      return { ok: true, state: await this.#steps.begin(state, step, doer, keepLater) };
    });
  }

  /** Edits of one import wait for each other: two files may be read at the same time. */
  #edit(id: string, next: (now: Import) => Import): Promise<Edited> {
    return this.#editing(async (): Promise<Edited> => {
      await this.#steps.stopCheck(id);
      if (this.#steps.isBusy(id)) return { ok: false, reason: 'busy' };
      const now = await this.#deps.rows.find(id);
      if (now?.status !== 'draft' && now?.status !== 'checked') return { ok: false, reason: 'wrongStatus' };
      return { ok: true, state: await this.#save(next(now)) };
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
