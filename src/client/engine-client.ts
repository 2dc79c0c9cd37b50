/**
 * The page's hand on the worker. Of questions, the latest wins and one is in flight: while the worker answers,
 * newer questions replace each other, and the last one is asked when the answer is in.
 */
import type {
  EngineReplies,
  EngineReplyMessage,
  EngineRequest,
  Found,
  Loaded,
  Question,
} from './engine-protocol.ts';

/** The part of a Worker that is used; a test passes its own. */
export interface EnginePort {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: EngineReplyMessage }) => void): void;
  terminate(): void;
}

/** An answer, the question it answers, and the catalogue that its rows are of. */
export type AnswerListener = (found: Found, question: Question, loaded: Loaded | null) => void;

interface Pending {
  readonly kind: EngineRequest['kind'];
  readonly resolve: (reply: EngineReplies[keyof EngineReplies]) => void;
  readonly reject: (error: Error) => void;
}

export class EngineClient {
  readonly #port: EnginePort;
  readonly #pending = new Map<number, Pending>();
  readonly #listeners = new Set<AnswerListener>();
  #nextTurn = 1;
  #inFlight = false;
  #isClosed = false;
  #waiting: Question | null = null;
  /** What the worker answers from: it takes one request after the other, and so do we its replies. */
  #loaded: Loaded | null = null;

  constructor(port: EnginePort) {
    this.#port = port;
    port.addEventListener('message', ({ data }) => this.#settle(data));
  }

  /** Calls back with every answer to `ask`; gives the way to stop. */
  listen(listener: AnswerListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Asks the running question; answers go to the listeners. */
  ask(question: Question): void {
    this.#waiting = question;
    this.#pump();
  }

  /** Any other request, with a reply of its own. Rejects when the worker cannot serve it. */
  request<K extends EngineRequest['kind']>(
    request: Extract<EngineRequest, { kind: K }>,
  ): Promise<EngineReplies[K]> {
    if (this.#isClosed) return Promise.reject(closed());
    return new Promise((resolve, reject) => {
      const turn = this.#nextTurn++;
      this.#pending.set(turn, {
        kind: request.kind,
        resolve: (reply) => resolve(reply as EngineReplies[K]),
        reject,
      });
      this.#port.postMessage({ ...request, turn });
    });
  }

  /** Ends the worker; what is pending and what comes after is rejected, the running question is dropped. */
  close(): void {
    this.#isClosed = true;
    this.#port.terminate();
    for (const { reject } of this.#pending.values()) reject(closed());
    this.#pending.clear();
  }

  #pump(): void {
    const question = this.#waiting;
    if (!question || this.#inFlight || this.#isClosed) return;
    this.#waiting = null;
    this.#inFlight = true;
    this.request({ kind: 'ask', question })
      .then((found) => {
        for (const listener of this.#listeners) listener(found, question, this.#loaded);
      })
      .catch((error) => {
        if (!this.#isClosed) reportError(error);
      })
      .finally(() => {
        this.#inFlight = false;
        this.#pump();
      });
  }

  #settle(message: EngineReplyMessage): void {
    const pending = this.#pending.get(message.turn);
    this.#pending.delete(message.turn);
    if ('error' in message) {
      pending?.reject(new Error(message.error));
      return;
    }
    if (pending?.kind === 'load') {
      const reply = message.reply as EngineReplies['load'];
      if (reply.ok) this.#loaded = reply.loaded;
    }
    pending?.resolve(message.reply);
  }
}

function closed(): Error {
  return new Error('the engine was closed');
}

export function createEngineWorker(): EnginePort {
  return new Worker(new URL('./engine-worker.ts', import.meta.url), { type: 'module' });
}
