import type { Settings } from '#contract/session.ts';
import type { Identify, Viewer } from './identity.ts';
import type { ReadModel, ReadModels, SearchKeysOf } from './read-model.ts';
import type { Store } from './store.ts';

/** What the API needs of its host. */
export interface ApiDeps {
  readonly store: Store;
  readonly identify: Identify;
  readonly searchKeys: SearchKeysOf;
  readonly settings: Settings;
  /** Told of what the API could not handle; the caller gets nothing but "internal error". */
  readonly onError: (error: unknown, request: Request) => void;
}

/** What a route may use: it names what it needs with `Pick`. */
export interface RouteDeps extends ApiDeps {
  readonly models: ReadModels;
}

export interface ApiEnv {
  Variables: {
    viewer: Viewer;
    model: () => Promise<ReadModel>;
  };
}
