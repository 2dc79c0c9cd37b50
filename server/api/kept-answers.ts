/** Answers that are asked for again while nothing has changed. */

/** Of all answers of one owner; one with fifty buildings takes some 70,000. */
const mostBytes = 8_000_000;
/** Nobody types more; whoever sends more is answered without being remembered. */
const longestKey = 1_000;

export type Bytes = Uint8Array<ArrayBuffer>;

export interface KeptAnswers<Owner extends object> {
  readonly find: (owner: Owner, key: string) => Bytes | null;
  readonly keep: (owner: Owner, key: string, body: Bytes) => void;
}

interface Shelf {
  readonly answers: Map<string, Bytes>;
  bytes: number;
}

/**
 * Bodies that belong to something: they go with it. Of each owner so many are kept as fit, and what was not
 * asked for longest goes first. As bytes, since writing a text to a socket costs more than looking for it.
 * @param most bytes of one owner, a character of a key counted as one
 */
export function keptAnswers<Owner extends object>(most = mostBytes): KeptAnswers<Owner> {
  const shelves = new WeakMap<Owner, Shelf>();
  return {
    find: (owner, key) => {
      const answers = shelves.get(owner)?.answers;
      const body = answers?.get(key);
      if (!answers || !body) return null;
      answers.delete(key);
      answers.set(key, body);
      return body;
    },
    keep: (owner, key, body) => {
      if (key.length > longestKey || key.length + body.length > most) return;
      const shelf = shelves.get(owner) ?? { answers: new Map<string, Bytes>(), bytes: 0 };
      shelves.set(owner, shelf);
      drop(shelf, key);
      shelf.answers.set(key, body);
      shelf.bytes += key.length + body.length;
      for (const oldest of shelf.answers.keys()) {
        if (shelf.bytes <= most) break;
        drop(shelf, oldest);
      }
    },
  };
}

function drop(shelf: Shelf, key: string): void {
  const body = shelf.answers.get(key);
  if (!body) return;
  shelf.answers.delete(key);
  shelf.bytes -= key.length + body.length;
}

/** Questions that are remembered as asked once; most are never asked again. */
const mostHeard = 2_000;

/**
 * Tells of what was asked before. An answer that is kept when it is asked for a second time is worth its room: one
 * that nobody asks for again would drive out others, and has to be collected when it is old.
 */
export function heardBefore<Owner extends object>(most = mostHeard): (owner: Owner, key: string) => boolean {
  const heard = new WeakMap<Owner, Set<string>>();
  return (owner, key) => {
    if (key.length > longestKey) return false;
    const keys = heard.get(owner) ?? new Set<string>();
    heard.set(owner, keys);
    if (keys.has(key)) return true;
    keys.add(key);
    const [oldest] = keys;
    if (keys.size > most && oldest !== undefined) keys.delete(oldest);
    return false;
  };
}
