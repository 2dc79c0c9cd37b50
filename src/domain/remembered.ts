import { atOnce, type Stepwise } from './stepwise.ts';

/**
 * A function of one object that works its result out once and gives the same one for the same object after
 * that. For what never changes and is often asked again: collections of a portfolio that a write left alone.
 * Results go when their objects do.
 */
export function remembered<A extends object, R>(work: (given: A) => R): (given: A) => R {
  const known = new WeakMap<A, { readonly result: R }>();
  return (given) => {
    const kept = known.get(given) ?? { result: work(given) };
    known.set(given, kept);
    return kept.result;
  };
}

/** The same of work that can be put down: who begins while another is at it does it too, to the same end. */
export function rememberedSteps<A extends object, R>(
  work: (given: A) => Stepwise<R>,
): ((given: A) => R) & { readonly steps: (given: A) => Stepwise<R> } {
  const known = new WeakMap<A, { readonly result: R }>();
  function* steps(given: A): Stepwise<R> {
    const kept = known.get(given) ?? { result: yield* work(given) };
    known.set(given, kept);
    return kept.result;
  }
  return Object.assign((given: A) => atOnce(steps(given)), { steps });
}
