import { expect, test } from 'vitest';
import type { Stepwise } from '#domain/stepwise.ts';
import { inSlices } from './in-slices.ts';

function* work(pieces: number, ms: number): Stepwise<number> {
  for (let piece = 0; piece < pieces; piece++) {
    const end = performance.now() + ms;
    while (performance.now() < end);
    yield;
  }
  return pieces;
}

test('long work lets others have their turn, again and again, and comes to its end', async () => {
  let turns = 0;
  const pause = async () => {
    turns += 1;
  };
  expect(await inSlices(work(5, 6), pause)).toBe(5);
  expect(turns).toBe(5);
});

test('little work is done at once', async () => {
  const pause = () => Promise.reject(new Error('there is nothing to wait for'));
  expect(await inSlices(work(3, 0), pause)).toBe(3);
});

test('work that fails fails whoever waits for it', async () => {
  function* failing(): Stepwise<never> {
    yield;
    throw new Error('no such thing');
  }
  await expect(inSlices(failing(), async () => undefined)).rejects.toThrow('no such thing');
});
