/** Keeps the page's data in step with the server's, and knows how far behind they are. */
import type { Changed, Hello } from '#contract/events.ts';
import type { Role } from '#domain/visibility.ts';
import { type LineStatus, LiveConnection, type LiveLine } from './live-connection.ts';
import type { Staleness } from './query.ts';

export interface LiveState {
  /** `off`: the server tells nothing. `behind`: there is something newer than what the page shows. */
  readonly status: 'off' | 'behind' | LineStatus;
  /** Of what the page shows; null before it shows anything. */
  readonly revision: string | null;
  /** Day that the data on the page are as of. */
  readonly asOf: string | null;
}

export const liveOff: LiveState = { status: 'off', revision: null, asOf: null };

/** What is shown of the server's data. */
export interface Shown {
  readonly revision: string;
  readonly asOf: string;
  readonly role: Role;
}

export interface LiveTasks {
  /** Asks anew for what is stale; tells whether all of it came. */
  readonly refresh: (stale: Staleness) => Promise<boolean>;
  /** Asks anew who is asking, and for everything that depends on it. */
  readonly identityChanged: () => void;
  readonly onState: (state: LiveState) => void;
}

/** In ms. Pages spread their questions a little, so that a write does not bring all of them in one moment. */
const times = { spread: 200, between: 400, again: 3_000, compare: 2_000 };

export class LiveUpdates {
  readonly #tasks: LiveTasks;
  readonly #line: LiveLine;
  readonly #connection: LiveConnection;
  #status: LineStatus = 'waiting';
  #role: Role | null = null;
  #shown: Shown | null = null;
  #told: Pick<Changed, 'revision' | 'asOf'> | null = null;
  #stale: Staleness | null = null;
  #isRefreshing = false;
  #refreshTimer: ReturnType<typeof setTimeout> | null = null;
  #compareTimer: ReturnType<typeof setTimeout> | null = null;
  #isStopped = false;
  #isPaused = false;

  constructor(line: LiveLine, tasks: LiveTasks) {
    this.#line = line;
    this.#tasks = tasks;
    this.#connection = new LiveConnection(line, {
      onStatus: (status) => {
        this.#status = status;
        this.#publish();
      },
      onHello: (hello) => this.#greeted(hello),
      onChanged: (changed) => this.#changed(changed),
      onBye: () => tasks.identityChanged(),
    });
  }

  start(): void {
    this.#publish();
    this.#connection.restart();
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of [this.#refreshTimer, this.#compareTimer]) if (timer) clearTimeout(timer);
    this.#connection.stop();
  }

  /** The way to the server may be another than a moment ago. */
  tryNow(): void {
    if (!this.#isPaused) this.#connection.restart();
  }

  /** Nobody looks: the stream is left, since a browser has few connections for all of its tabs. */
  pause(): void {
    this.#isPaused = true;
    this.#connection.pause();
  }

  resume(): void {
    if (!this.#isPaused) return;
    this.#isPaused = false;
    this.#connection.restart();
  }

  /** The page shows a catalogue that it did not show before. */
  showing(shown: Shown): void {
    this.#shown = shown;
    this.#publish();
    this.#compareSoon();
  }

  #greeted({ revision, asOf, role }: Hello): void {
    const before = this.#role;
    this.#role = role;
    if (!this.#stale) this.#told = { revision, asOf };
    this.#publish();
    if (before !== null && before !== role) this.#tasks.identityChanged();
    if (before === null) this.#compareSoon();
  }

  #changed({ revision, asOf, all, buildings }: Changed): void {
    this.#told = { revision, asOf };
    this.#stale = merged(this.#stale, { all, buildings: new Set(buildings) });
    this.#publish();
    this.#refreshIn(this.#line.random() * times.spread);
  }

  #refreshIn(wait: number): void {
    if (this.#isRefreshing || this.#isStopped) return;
    this.#refreshTimer ??= setTimeout(() => void this.#refresh(), wait);
  }

  /** One at a time; what changes meanwhile is next. */
  async #refresh(): Promise<void> {
    this.#refreshTimer = null;
    const stale = this.#stale;
    if (!stale) return;
    this.#isRefreshing = true;
    this.#stale = null;
    const hasCome = await this.#tasks.refresh(stale).catch(() => false);
    this.#isRefreshing = false;
    if (!hasCome) this.#stale = merged(this.#stale, stale);
    if (this.#stale) this.#refreshIn(hasCome ? times.between : times.again);
    this.#publish();
  }

  /**
   * A catalogue and the stream may have started from different states of the data. Once both have come to
   * rest, the stream is asked for what lies between.
   */
  #compareSoon(): void {
    if (this.#compareTimer) clearTimeout(this.#compareTimer);
    this.#compareTimer = setTimeout(() => {
      const { revision, role } = this.#shown ?? {};
      if (revision === undefined || role !== this.#role || this.#stale || this.#isRefreshing) return;
      if (revision !== this.#connection.revision && !this.#isPaused) this.#connection.restart(revision);
    }, times.compare);
  }

  #publish(): void {
    if (this.#isStopped) return;
    const isBehind = this.#stale !== null || this.#isRefreshing;
    const status = this.#status === 'live' && isBehind ? 'behind' : this.#status;
    const { revision = null, asOf = null } = this.#shown ?? (isBehind ? null : this.#told) ?? {};
    this.#tasks.onState({ status, revision, asOf });
  }
}

function merged(a: Staleness | null, b: Staleness): Staleness {
  return a ? { all: a.all || b.all, buildings: new Set([...a.buildings, ...b.buildings]) } : b;
}
