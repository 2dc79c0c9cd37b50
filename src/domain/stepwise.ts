/**
 * Work that can be put down and taken up again: it yields after each small piece and returns its result. Whoever
 * has nobody to answer meanwhile does it at once; a server does it in slices.
 */
export type Stepwise<R> = Generator<undefined, R, undefined>;

export function atOnce<R>(work: Stepwise<R>): R {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** How many small items, a few hundred nanoseconds each, make one piece of work. */
export const pieceItems = 512;

/** The items one by one; after each piece of them the work may be put down. */
export function* eachStepwise<T>(items: Iterable<T>, work: (item: T) => void): Stepwise<void> {
  let left = pieceItems;
  for (const item of items) {
    work(item);
    if (--left > 0) continue;
    left = pieceItems;
    yield;
  }
}

/** The same of the numbers from 0 up to a length; quicker for millions of them than the entries of a list. */
export function* eachPlace(length: number, work: (place: number) => void): Stepwise<void> {
  for (let from = 0; from < length; from += pieceItems) {
    const end = Math.min(length, from + pieceItems);
    for (let place = from; place < end; place++) work(place);
    yield;
  }
}
