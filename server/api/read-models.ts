/**
 * What is answered from: one generation of read models a revision. A few changes are waited for, so that whoever
 * wrote, or was told of it, asks and gets it. While many are taken in, everybody who asks is answered from the
 * generation before them.
 */
import type { SearchKeys } from '#domain/engine/build-columns.ts';
import type { BuildingId } from '#domain/measure.ts';
import type { Change } from '#domain/records/change.ts';
import type { Role } from '#domain/visibility.ts';
import { namingChanged } from '#domain/visible-changes.ts';
import { inSlices, type Pause, timerPause } from './in-slices.ts';
import { makingReadModel, type ReadModel, type SearchKeysOf } from './read-model.ts';
import type { Revision, Snapshot, Store } from './store.ts';

/** From one state of the data to the next. */
export interface Step {
  readonly to: Snapshot;
  /** The buildings of which each role sees something else; null where everything was loaded anew. */
  readonly seen: ReadonlyMap<Role, ReadonlySet<BuildingId>> | null;
}

export interface ReadModels {
  /** The read model from which a role is answered now; made when first asked for. */
  readonly of: (role: Role) => Promise<ReadModel>;
  /** The data, unseen by roles, from which everybody is answered now. Everybody has been told of them. */
  readonly shown: () => Promise<Snapshot>;
  /** All data at the store's present revision, however long that takes: for whoever checks and writes. */
  readonly snapshot: () => Promise<Snapshot>;
  /** Tells of every step, in order, when it is what is answered from. Returns how to stop it. */
  readonly subscribe: (listener: (step: Step) => void) => () => void;
}

interface Generation {
  readonly revision: Revision;
  readonly snapshot: Promise<Snapshot>;
  /** Known early: whether so much changed that nobody waits for it. */
  readonly isBig: Promise<boolean>;
  readonly isSample: Promise<boolean>;
  readonly keys: Map<BuildingId, SearchKeys>;
  readonly models: Map<Role, Promise<ReadModel>>;
  /** Fulfilled when everybody has been told of it. */
  readonly told: Promise<void>;
  /** From which is answered as long as this one is not ready; null after that. */
  before: Generation | null;
}

interface ReadModelDeps {
  readonly store: Store;
  readonly searchKeys: SearchKeysOf;
  readonly pause?: Pause;
}

/** A failed load is tried again by the next request. */
export function createReadModels(deps: ReadModelDeps): ReadModels {
  const { store, searchKeys, pause = timerPause } = deps;
  const listeners = new Set<(step: Step) => void>();
  let current: Generation | null = null;

  const drop = (failed: Generation) => {
    if (current === failed) current = failed.before;
    for (let later = current; later; later = later.before) {
      if (later.before === failed) later.before = failed.before;
    }
  };
  const modelOf = (generation: Generation, role: Role): Promise<ReadModel> => {
    const known = generation.models.get(role);
    if (known) return known;
    const made = readModelOf(generation, role, searchKeys, pause);
    generation.models.set(role, made);
    made.catch(() => drop(generation));
    return made;
  };
  const latest = async (): Promise<Generation> => {
    const revision = await store.revision();
    if (current?.revision === revision) return current;
    const made = startGeneration(revision, current, { store, pause, modelOf, listeners });
    current = made;
    made.told.catch(() => drop(made));
    return made;
  };
  const answering = async () => shownInsteadOf(await latest());
  store.watch(() => void latest().catch(() => undefined));

  return {
    of: async (role) => modelOf(await answering(), role),
    shown: async () => {
      const { told, snapshot } = await answering();
      await told;
      return snapshot;
    },
    snapshot: async () => (await latest()).snapshot,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The generation itself, or the last one before the big ones that are not ready. */
async function shownInsteadOf(generation: Generation): Promise<Generation> {
  for (let shown = generation; ; ) {
    const isBig = await shown.isBig;
    if (!isBig || shown.before === null) return shown;
    shown = shown.before;
  }
}

interface Surroundings {
  readonly store: Store;
  readonly pause: Pause;
  readonly modelOf: (generation: Generation, role: Role) => Promise<ReadModel>;
  readonly listeners: ReadonlySet<(step: Step) => void>;
}

function startGeneration(
  revision: Revision,
  before: Generation | null,
  { store, pause, modelOf, listeners }: Surroundings,
): Generation {
  const keys = new Map<BuildingId, SearchKeys>();
  const early = Promise.withResolvers<boolean>();
  void isBeyondBig(before).then((isBeyond) => isBeyond && early.resolve(true));
  const load = async () => {
    // The last one that could be loaded.
    let [known, since] = [before, (await before?.snapshot.catch(() => null)) ?? null];
    while (known !== null && since === null) {
      known = known.before;
      since = (await known?.snapshot.catch(() => null)) ?? null;
    }
    const found = await store.loadPortfolio(since ?? undefined, () => early.resolve(true));
    if (known && found.changes) keepKeys(known.keys, keys, found.changes);
    return found;
  };
  const loaded = load();
  const snapshot = loaded.then(({ revision: of, portfolio }) => ({ revision: of, portfolio }));
  const isSample = snapshot.then(() => store.isSample());
  const ready = async () => {
    const { changes } = await loaded;
    const to = await snapshot;
    if (await made.isBig) await Promise.all(rolesOf(made).map((role) => modelOf(made, role)));
    const seen = changes && (await inSlices(namingChanged(changes, to.portfolio), pause));
    const isGapless = await Promise.resolve(before?.told).then(
      () => true,
      () => false,
    );
    made.before = null;
    for (const tell of listeners) tell({ to, seen: isGapless ? seen : null });
  };
  snapshot.then(
    () => early.resolve(false),
    () => early.resolve(false),
  );
  isSample.catch(() => undefined);
  const told = Promise.resolve().then(ready);
  const made: Generation = {
    revision,
    snapshot,
    isBig: early.promise,
    isSample,
    keys,
    models: new Map(),
    told,
    before,
  };
  return made;
}

/** Nobody of this process has written on top of what is not even loaded: there is no own write to be read. */
async function isBeyondBig(before: Generation | null): Promise<boolean> {
  if (before === null) return false;
  const isLoaded = before.snapshot.then(
    () => true,
    () => true,
  );
  return !(await Promise.race([isLoaded, before.isBig.then((isBig) => !isBig)]));
}

/** Those that have been asked for since the last generation that was ready. */
function rolesOf(generation: Generation): Role[] {
  const asked = new Set<Role>();
  for (let before = generation.before; before; before = before.before) {
    for (const role of before.models.keys()) asked.add(role);
  }
  return [...asked];
}

/** Search keys of buildings that stayed as they were need not be made again. */
function keepKeys(
  from: ReadonlyMap<BuildingId, SearchKeys>,
  to: Map<BuildingId, SearchKeys>,
  changes: readonly Change[],
): void {
  const changed = new Set<string>();
  for (const { entity, key } of changes) if (entity === 'building') changed.add(key);
  for (const [id, keys] of from) if (!changed.has(id)) to.set(id, keys);
}

async function readModelOf(
  { snapshot, isSample, keys }: Generation,
  role: Role,
  searchKeys: SearchKeysOf,
  pause: Pause,
): Promise<ReadModel> {
  const options = { isSample: await isSample, keys, searchKeys };
  return inSlices(makingReadModel(await snapshot, role, options), pause);
}
