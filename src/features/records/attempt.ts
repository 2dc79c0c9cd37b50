/**
 * The key under which an attempt to write is known to the server. Repeated after the network failed it is the same
 * key, so that what was carried out unheard is not carried out again; another request is another attempt.
 */
export class Attempts {
  readonly #draw: () => string;
  #open: { readonly request: string; readonly key: string } | null = null;

  constructor(draw: () => string = randomKey) {
    this.#draw = draw;
  }

  /** @param request all that is asked for, as text */
  keyFor(request: string): string {
    if (this.#open?.request !== request) this.#open = { request, key: this.#draw() };
    return this.#open.key;
  }

  /** The server has answered: what is asked for next is asked for anew. */
  answered(): void {
    this.#open = null;
  }
}

/** Not `crypto.randomUUID`: an intranet is often no secure context, and there it is missing. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
