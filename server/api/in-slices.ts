/** Long work beside others: nobody waits for all of it. */
import type { Stepwise } from '#domain/stepwise.ts';

/** Lets everybody else have their turn. */
export type Pause = () => Promise<void>;

/** Where the host has nothing quicker. */
export const timerPause: Pause = () => new Promise((resolve) => setTimeout(resolve));

/** A request takes several turns from its first byte to its last: each of them may wait for one slice. */
const sliceMs = 5;

/** Work of less than one slice is done at once. */
export async function inSlices<R>(work: Stepwise<R>, pause: Pause): Promise<R> {
  let began = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - began < sliceMs) continue;
    await pause();
    began = performance.now();
  }
}
