import { expect, test } from 'vitest';
import { ApiError } from '#client/api.ts';
import type { Problem } from '#contract/problem.ts';
import { Attempts } from './attempt.ts';
import { isUnheard, outcomeOf } from './outcome.ts';
import { readSource, sourceFrom } from './source-draft.ts';

function counting() {
  let drawn = 0;
  return () => `k${++drawn}`;
}

test('a request that is repeated unheard keeps its key; once answered, or when it is another, it gets a new one', () => {
  const attempts = new Attempts(counting());
  expect([attempts.keyFor('a'), attempts.keyFor('a')]).toEqual(['k1', 'k1']);
  expect(attempts.keyFor('b')).toBe('k2');
  attempts.answered();
  expect(attempts.keyFor('b')).toBe('k3');
});

test('drawn keys are such as the API takes, and differ', () => {
  const [one, other] = [new Attempts(), new Attempts()].map((attempts) => attempts.keyFor('a'));
  expect(one).toMatch(/^[0-9a-f]{32}$/);
  expect(one).not.toBe(other);
});

const problem = (status: number, more: Partial<Problem> = {}) =>
  new ApiError(status >= 500 ? 'server' : 'refused', '', {
    type: '/api/docs#x',
    title: '',
    status,
    detail: '',
    ...more,
  });

test.each([
  [new ApiError('network', ''), { kind: 'hindered', why: 'offline' }, true],
  [problem(503), { kind: 'hindered', why: 'busy' }, true],
  [problem(507), { kind: 'hindered', why: 'diskFull' }, false],
  [problem(500), { kind: 'hindered', why: 'server' }, true],
  [new ApiError('server', ''), { kind: 'hindered', why: 'server' }, true],
  [problem(401), { kind: 'hindered', why: 'signIn' }, false],
  [problem(403), { kind: 'hindered', why: 'notForRole' }, false],
  [problem(404), { kind: 'hindered', why: 'gone' }, false],
  [problem(409), { kind: 'hindered', why: 'exists' }, false],
  [problem(409, { type: '/api/docs#sampleOnly' }), { kind: 'hindered', why: 'sampleOnly' }, false],
  [problem(422, { fields: [] }), { kind: 'wrongFields', fields: [] }, false],
  [
    problem(412, { current: { tag: '"2"', record: { a: 1 } } }),
    { kind: 'changedMeanwhile', current: { tag: '"2"', record: { a: 1 } } },
    false,
  ],
  [problem(418), { kind: 'hindered', why: 'refused' }, false],
])('%o comes out as %o', (error, outcome, unheard) => {
  expect(outcomeOf(error)).toEqual(outcome);
  expect(isUnheard(outcomeOf(error))).toBe(unheard);
});

test('a mistake of the page is no outcome', () => {
  expect(() => outcomeOf(new TypeError('x'))).toThrow('x');
});

test('a source is whole or none', () => {
  const none = sourceFrom(null);
  expect(readSource(none)).toBeNull();
  expect(readSource({ ...none, source: '物业月报' })).toBe('incomplete');
  expect(readSource({ ...none, asOf: '2026-10-01' })).toBe('incomplete');
  expect(readSource({ ...none, source: '物业月报', asOf: '2026-13-01' })).toBe('incomplete');
  expect(readSource({ ...none, source: ' 物业月报 ', asOf: '2026/10/1', note: ' ' })).toEqual({
    source: '物业月报',
    asOf: '2026-10-01',
    confidence: 'B',
    note: null,
  });
});
