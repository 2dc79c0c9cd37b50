/**
 * Tells everybody who listens what has changed. Each event is made once for each role, and all its readers get
 * the same bytes; a reader costs a queue and nothing else.
 */
import type { Role } from '#domain/visibility.ts';
import type { Identify } from '../identity.ts';
import type { ReadModels } from '../read-models.ts';
import type { Revision } from '../store.ts';
import { bye, changedBytes, heartbeat, helloBytes } from './event-text.ts';
import { StepRing } from './step-ring.ts';

export interface LiveOptions {
  /** How often a reader hears that the stream is alive, and is looked at anew, in ms. */
  readonly heartbeatMs: number;
  readonly maxReaders: number;
  /** Streams of one account or address. */
  readonly maxPerParty: number;
  /** Bytes that may wait for a reader; who takes longer is let go, and comes back for what was missed. */
  readonly maxQueuedBytes: number;
  /** Steps that a reader may have missed and still learns by name. */
  readonly keptSteps: number;
  /** Steps closer together than this are told as one, in ms. */
  readonly gatherMs: number;
  /** Ends all streams at once. */
  readonly stopping: AbortSignal | null;
  /** Tells, by the account, that somebody may not be who they were: its readers are looked at at once. */
  readonly doubts: ((listener: (account: string) => void) => void) | null;
}

export const defaultLive: LiveOptions = {
  heartbeatMs: 25_000,
  maxReaders: 2_000,
  maxPerParty: 200,
  maxQueuedBytes: 64 * 1024,
  keptSteps: 256,
  gatherMs: 100,
  stopping: null,
  doubts: null,
};

export type Joined =
  | { readonly ok: true; readonly body: ReadableStream<Uint8Array> }
  | { readonly ok: false; readonly reason: 'tooManyStreams' | 'noMoreStreams' };

interface Newcomer {
  readonly request: Request;
  readonly role: Role;
  /** Id of the account; null for strangers and personas. */
  readonly account: string | null;
  /** Whose stream it is; null where nobody can say. */
  readonly party: string | null;
  /** Revision of the data that the reader holds; null when it holds none. */
  readonly known: Revision | null;
}

interface Reader {
  readonly role: Role;
  readonly request: Request;
  readonly party: string | null;
  readonly queue: ReadableStreamDefaultController<Uint8Array>;
  /** Of the reader's own, so that whoever is asked who it is knows from which request. */
  readonly beat: ReturnType<typeof setInterval>;
  readonly account: string | null;
  /** Has the reader looked at before its next beat. */
  doubt: () => void;
}

export class LiveHub {
  readonly #models: ReadModels;
  readonly #identify: Identify;
  readonly #options: LiveOptions;
  readonly #ring: StepRing;
  readonly #readers = new Set<Reader>();
  readonly #parties = new Map<string, number>();
  /** Of the present position; made anew when it moves. */
  readonly #hellos = new Map<Role, Uint8Array>();
  #gathering: ReturnType<typeof setTimeout> | null = null;
  #told: Revision | null = null;

  constructor(deps: {
    readonly models: ReadModels;
    readonly identify: Identify;
    readonly options: LiveOptions;
  }) {
    this.#models = deps.models;
    this.#identify = deps.identify;
    this.#options = deps.options;
    this.#ring = new StepRing(deps.options.keptSteps);
    this.#models.subscribe((step) => {
      if (!this.#ring.add(step)) return;
      this.#hellos.clear();
      this.#gathering ??= setTimeout(() => this.#tell(), deps.options.gatherMs);
    });
    deps.options.stopping?.addEventListener('abort', () => {
      for (const reader of this.#readers) this.#end(reader);
    });
    deps.options.doubts?.((account) => {
      for (const reader of this.#readers) if (reader.account === account) reader.doubt();
    });
  }

  /**
   * A stream for one reader.
   * @throws when the data cannot be loaded
   */
  async join({ request, role, account, party, known }: Newcomer): Promise<Joined> {
    await this.#models.shown();
    // Whoever comes now starts from what everybody has been told.
    if (this.#gathering) this.#tell();
    const why = this.#whyNot(party);
    if (why) return { ok: false, reason: why };
    let reader: Reader | null = null;
    const body = new ReadableStream<Uint8Array>(
      {
        start: (queue) => {
          const beat = setInterval(
            () => reader && void this.#look(reader, heartbeat),
            this.#options.heartbeatMs,
          );
          reader = { role, account, request, party, queue, beat, doubt: () => undefined };
          this.#add(reader);
          if (account !== null) this.#awaitDoubt(reader);
          this.#greet(reader, known);
        },
        cancel: () => {
          if (reader) this.#remove(reader);
        },
      },
      { highWaterMark: this.#options.maxQueuedBytes, size: (bytes) => bytes.byteLength },
    );
    return { ok: true, body };
  }

  #whyNot(party: string | null): 'tooManyStreams' | 'noMoreStreams' | null {
    const { maxReaders, maxPerParty, stopping } = this.#options;
    if (stopping?.aborted || this.#readers.size >= maxReaders) return 'noMoreStreams';
    return party !== null && (this.#parties.get(party) ?? 0) >= maxPerParty ? 'tooManyStreams' : null;
  }

  #greet(reader: Reader, known: Revision | null): void {
    const position = this.#ring.position();
    if (!position) throw new Error('invalid order: a reader joined before the data were loaded');
    const { revision, asOf } = position;
    const hello = this.#hellos.get(reader.role) ?? helloBytes({ revision, asOf, role: reader.role });
    this.#hellos.set(reader.role, hello);
    this.#send(reader, hello);
    const missed = known === null ? null : this.#ring.since(known, reader.role);
    if (missed) this.#send(reader, changedBytes(revision, asOf, missed));
  }

  /** Everything since the last time, to every role that sees something of it. */
  #tell(): void {
    if (this.#gathering) clearTimeout(this.#gathering);
    this.#gathering = null;
    const position = this.#ring.position();
    const { revision, asOf } = position ?? {};
    if (revision === undefined || asOf === undefined) return;
    const before = this.#told;
    this.#told = revision;
    const made = new Map<Role, Uint8Array | null>();
    for (const reader of this.#readers) {
      let bytes = made.get(reader.role);
      if (bytes === undefined) {
        const news = this.#ring.since(before ?? '', reader.role);
        bytes = news && changedBytes(revision, asOf, news);
        made.set(reader.role, bytes);
      }
      if (bytes) this.#send(reader, bytes);
    }
  }

  #send(reader: Reader, bytes: Uint8Array): void {
    if ((reader.queue.desiredSize ?? 0) <= 0) this.#end(reader);
    else reader.queue.enqueue(bytes);
  }

  /**
   * Whoever doubts does so in a request of their own; what waits here was set up in the reader's, from which it is
   * known where the reader comes from.
   */
  #awaitDoubt(reader: Reader): void {
    const doubted = new Promise<void>((resolve) => {
      reader.doubt = resolve;
    });
    void doubted.then(() => {
      this.#awaitDoubt(reader);
      return this.#look(reader, null);
    });
  }

  /** Who is still who they were may hear that the stream is alive, everybody else is let go. */
  async #look(reader: Reader, sign: Uint8Array | null): Promise<void> {
    const identified = await this.#identify(reader.request).catch(() => null);
    if (!this.#readers.has(reader)) return;
    const viewer = identified?.ok ? identified.viewer : null;
    if (viewer?.role === reader.role && (viewer.account?.id ?? null) === reader.account) {
      if (sign) this.#send(reader, sign);
      return;
    }
    if (identified) this.#send(reader, bye);
    this.#end(reader);
  }

  #add(reader: Reader): void {
    this.#told ??= this.#ring.position()?.revision ?? null;
    this.#readers.add(reader);
    if (reader.party !== null) this.#parties.set(reader.party, (this.#parties.get(reader.party) ?? 0) + 1);
  }

  #remove(reader: Reader): void {
    if (!this.#readers.delete(reader)) return;
    clearInterval(reader.beat);
    const { party } = reader;
    if (party === null) return;
    const left = (this.#parties.get(party) ?? 1) - 1;
    if (left > 0) this.#parties.set(party, left);
    else this.#parties.delete(party);
  }

  /** What is queued is still delivered. */
  #end(reader: Reader): void {
    if (!this.#readers.has(reader)) return;
    this.#remove(reader);
    reader.queue.close();
  }
}
