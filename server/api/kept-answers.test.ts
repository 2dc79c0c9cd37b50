import { expect, test } from 'vitest';
import { heardBefore, keptAnswers } from './kept-answers.ts';

const body = (text: string) => new TextEncoder().encode(text);

test('an answer is found under its owner and key, and nowhere else', () => {
  const kept = keptAnswers();
  const [manager, staff] = [{}, {}];
  kept.keep(manager, 'q=a', body('of the manager'));
  expect(kept.find(manager, 'q=a')).toEqual(body('of the manager'));
  expect(kept.find(staff, 'q=a')).toBeNull();
  expect(kept.find(manager, 'q=b')).toBeNull();
  kept.keep(manager, 'q=a', body('later'));
  expect(kept.find(manager, 'q=a')).toEqual(body('later'));
});

test('what was not asked for longest goes first', () => {
  const [kept, owner] = [keptAnswers(33), {}];
  for (const key of ['a', 'b', 'c']) kept.keep(owner, key, body(key.repeat(10)));
  expect(kept.find(owner, 'a')).toEqual(body('a'.repeat(10)));
  kept.keep(owner, 'd', body('d'.repeat(10)));
  expect(['a', 'b', 'c', 'd'].filter((key) => kept.find(owner, key) !== null)).toEqual(['a', 'c', 'd']);
});

test('an answer kept again takes its room once', () => {
  const [kept, owner] = [keptAnswers(22), {}];
  for (let i = 0; i < 100; i++) kept.keep(owner, 'a', body('x'.repeat(10)));
  kept.keep(owner, 'b', body('y'.repeat(10)));
  expect(kept.find(owner, 'a')).not.toBeNull();
});

test('what is too large, or asked for too long-windedly, is not kept and drives nothing out', () => {
  const [kept, owner] = [keptAnswers(2_000), {}];
  kept.keep(owner, 'a', body('x'));
  kept.keep(owner, 'b', body('y'.repeat(2_000)));
  kept.keep(owner, 'k'.repeat(1_001), body('y'));
  expect(kept.find(owner, 'a')).toEqual(body('x'));
  expect(kept.find(owner, 'b')).toBeNull();
  expect(kept.find(owner, 'k'.repeat(1_001))).toBeNull();
});

test('what was asked before is known for its owner, and forgotten when much else was asked since', () => {
  const [isHeard, manager, staff] = [heardBefore(2), {}, {}];
  expect(isHeard(manager, 'q=a')).toBe(false);
  expect(isHeard(staff, 'q=a')).toBe(false);
  expect(isHeard(manager, 'q=a')).toBe(true);
  for (const key of ['q=b', 'q=c']) expect(isHeard(manager, key)).toBe(false);
  expect(isHeard(manager, 'q=a')).toBe(false);
  const long = 'k'.repeat(1_001);
  expect([isHeard(manager, long), isHeard(manager, long)]).toEqual([false, false]);
});
