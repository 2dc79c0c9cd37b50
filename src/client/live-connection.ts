/**
 * One stream of changes a page, kept up: it comes back after every break, asks for what it has missed, and
 * knows by itself when nothing comes any more.
 */
import {
  byeEvent,
  type Changed,
  changedEvent,
  changedSchema,
  type Hello,
  helloEvent,
  helloSchema,
} from '#contract/events.ts';
import { EventParser, type StreamEvent } from './event-parser.ts';

/** `waiting`: not heard yet, or looked away from. `offline`: it broke, and coming back failed. */
export type LineStatus = 'waiting' | 'live' | 'offline';

export interface LiveHandlers {
  readonly onStatus: (status: LineStatus) => void;
  readonly onHello: (hello: Hello) => void;
  readonly onChanged: (changed: Changed) => void;
  /** The server knows this page as somebody else than before. */
  readonly onBye: () => void;
}

export interface LiveLine {
  /** Opens the stream. @throws when there is no answer */
  readonly open: (since: string | null, signal: AbortSignal) => Promise<Response>;
  /** Between 0 and 1. */
  readonly random: () => number;
}

/** In ms. The server is heard every 25 seconds. */
const times = { connect: 10_000, silence: 60_000, firstWait: 1_000, longestWait: 30_000, lasting: 5_000 };

export class LiveConnection {
  readonly #line: LiveLine;
  readonly #handlers: LiveHandlers;
  #abort: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #watchdog: ReturnType<typeof setTimeout> | null = null;
  #failures = 0;
  /** When the present stream was first heard; null before that. */
  #heardAt: number | null = null;
  #since: string | null = null;
  #isStopped = false;

  constructor(line: LiveLine, handlers: LiveHandlers) {
    this.#line = line;
    this.#handlers = handlers;
  }

  /** Where the stream stands: the revision of the last event, or the one from which it was asked for. */
  get revision(): string | null {
    return this.#since;
  }

  /**
   * Begins anew, at once. Nothing happens after `stop`.
   * @param since revision of the data that the page holds; by default where the stream stood
   */
  restart(since: string | null = this.#since): void {
    this.#since = since;
    this.#cut();
    if (!this.#isStopped) void this.#run();
  }

  /** Lets go for as long as nobody looks; `restart` comes back. */
  pause(): void {
    this.#cut();
    this.#handlers.onStatus('waiting');
  }

  stop(): void {
    this.#isStopped = true;
    this.#cut();
  }

  #cut(): void {
    for (const timer of [this.#timer, this.#watchdog]) if (timer) clearTimeout(timer);
    this.#timer = null;
    this.#watchdog = null;
    this.#abort?.abort();
    this.#abort = null;
  }

  async #run(): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#heardAt = null;
    this.#watch(abort, times.connect);
    let wait: number | null = null;
    try {
      const response = await this.#line.open(this.#since, abort.signal);
      if (response.ok && response.body) await this.#read(response.body, abort);
      else wait = retryAfterMs(response);
    } catch {
      // No answer, or it broke off: both are answered by coming back.
    }
    if (this.#abort === abort) this.#comeBack(wait);
  }

  async #read(body: ReadableStream<Uint8Array<ArrayBuffer>>, abort: AbortController): Promise<void> {
    const parser = new EventParser();
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done || this.#abort !== abort) return;
      this.#watch(abort, times.silence);
      for (const event of parser.push(value)) {
        if (this.#abort === abort) this.#take(event);
      }
    }
  }

  #take({ event, data, id }: StreamEvent): void {
    if (event === byeEvent) {
      this.#since = null;
      this.#handlers.onBye();
      return;
    }
    const hello = event === helloEvent ? helloSchema.safeParse(parseJson(data)) : null;
    const changed = event === changedEvent ? changedSchema.safeParse(parseJson(data)) : null;
    if (hello?.success || changed?.success) this.#since = id || this.#since;
    if (hello?.success) {
      this.#heardAt = performance.now();
      this.#handlers.onStatus('live');
      this.#handlers.onHello(hello.data);
    }
    if (changed?.success) this.#handlers.onChanged(changed.data);
  }

  /** Any sign of life puts it off. */
  #watch(abort: AbortController, patience: number): void {
    if (this.#watchdog) clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      if (this.#abort === abort) this.#comeBack(null);
    }, patience);
  }

  /** Once at once; then it is a failure, and each next one waits twice as long, spread out. */
  #comeBack(wait: number | null): void {
    this.#cut();
    if (this.#isStopped) return;
    // A stream that ends as soon as it begins is as good as none.
    if (this.#heardAt !== null && performance.now() - this.#heardAt > times.lasting) this.#failures = 0;
    const failures = this.#failures++;
    if (failures > 0) this.#handlers.onStatus('offline');
    const grown = failures === 0 ? 0 : Math.min(times.longestWait, times.firstWait * 2 ** (failures - 1));
    const spread = grown * (0.5 + this.#line.random() / 2) + 100 * this.#line.random();
    this.#timer = setTimeout(() => void this.#run(), wait ?? spread);
  }
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds * 1_000, times.longestWait) : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
