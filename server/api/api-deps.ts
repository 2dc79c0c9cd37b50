import type { Settings } from '#contract/session.ts';
import type { BuildingId } from '#domain/measure.ts';
import type { ToWgs84 } from '#domain/records/rules.ts';
import type { Identify, Viewer } from './identity.ts';
import type { Pause } from './in-slices.ts';
import type { LiveOptions } from './live/hub.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import type { ReadModel, SearchKeysOf } from './read-model.ts';
import type { ReadModels } from './read-models.ts';
import type { Store } from './store.ts';

/** What the API needs of its host. */
export interface ApiDeps {
  readonly store: Store;
  readonly identify: Identify;
  /** The same of somebody who is merely still there: no sign of life. `identify` where that is no difference. */
  readonly identifyAgain?: Identify;
  readonly searchKeys: SearchKeysOf;
  readonly settings: Settings;
  readonly now: () => Date;
  readonly toWgs84: ToWgs84;
  /** Real buildings whose records are public knowledge: they may stand in a sample. */
  readonly published: readonly BuildingId[];
  /** Of the socket; null where there is none. */
  readonly addressOf: (request: Request) => string | null;
  /** How large a JSON body may be; 1 MiB unless it is said. */
  readonly maxBodyBytes?: number;
  /** What the logs call this request; null where there are none. */
  readonly requestIdOf: (request: Request) => string | null;
  /** Instead of the usual: limits of the event streams, and when they end. */
  readonly live?: Partial<LiveOptions>;
  /** How long work lets others have their turn; a timer unless it is said. */
  readonly pause?: Pause;
  /** Told of what the API could not handle; the caller gets nothing but "internal error". */
  readonly onError: (error: unknown, request: Request) => void;
}

/** What a route may use: it names what it needs with `Pick`. */
export interface RouteDeps extends ApiDeps {
  readonly models: ReadModels;
  /** Plans and writes: who plans while another writes would plan in vain. */
  readonly writing: OneAtATime;
}

export interface ApiEnv {
  Variables: {
    viewer: Viewer;
    model: () => Promise<ReadModel>;
  };
}
