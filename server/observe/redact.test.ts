import { expect, test } from 'vitest';
import { loggedError, redacted } from './redact.ts';

test.each([
  ['a value in our own words', 'invalid vacancy rate: 1.7 (allowed: 0–1)', 'invalid vacancy rate: …'],
  ['a password in a URL', 'connect postgres://loulan:hunter2@db/loulan', 'connect postgres://…@db/loulan'],
  ['a query', 'GET /api/v1/buildings?q=secret failed', 'GET /api/v1/buildings?… failed'],
  ['an e-mail address', 'mail to li.lei@example.com failed', 'mail to … failed'],
  ['a bearer token', 'header Bearer abc.def was refused', 'header Bearer … was refused'],
  ['a secret with its name', 'bad cookie: abc, sessionToken=xyz end', 'bad cookie=… sessionToken=… end'],
  ['a quoted text', 'unexpected "13 Elm Street" in input', 'unexpected … in input'],
  ['a Chinese name', 'no lease of 张三 here', 'no lease of … here'],
  ['a phone number', 'call 138 1234 5678 or +86-21-62345678', 'call … or …'],
  ['a token of a link', 'link Zk3bX9qPaa71LmN0_rstUv is used', 'link … is used'],
])('%s is taken out', (_, text, clean) => {
  expect(redacted(text)).toBe(clean);
});

test.each([
  'UNIQUE constraint failed: building.id',
  'relation "building_month" does not exist',
  'connect ECONNREFUSED 127.0.0.1:5432',
  'disk full: database or disk is full',
])('what helps to find the cause stays: %s', (text) => {
  expect(redacted(text)).toBe(text);
});

test('a text of any length becomes a short one', () => {
  expect(redacted('word '.repeat(100_000)).length).toBeLessThanOrEqual(500);
});

test('an error is kept with its code, its places and its causes, without its values', () => {
  const cause = Object.assign(new Error('invalid phone: 13812345678'), { code: 'E1' });
  const logged = loggedError(new Error('cannot write\nfor 张三', { cause }));
  expect(logged).toMatchObject({
    name: 'Error',
    code: null,
    message: 'cannot write\nfor …',
    cause: { code: 'E1', message: 'invalid phone=…', cause: null },
  });
  expect(logged.stack[0]).toMatch(/redact\.test\.ts:\d+:\d+/);
  expect(JSON.stringify(logged)).not.toMatch(/张三|138/);
});

test('the beginning of a body that is not JSON is not repeated', () => {
  try {
    JSON.parse('{password:hunter2}');
  } catch (error) {
    expect(loggedError(error)).toMatchObject({ name: 'SyntaxError', message: 'not JSON' });
    expect(JSON.stringify(loggedError(error))).not.toContain('hunter2');
  }
  expect.assertions(2);
});

test('causes that go round in a circle end', () => {
  const error = new Error('a');
  error.cause = error;
  expect(loggedError(error).cause?.cause?.cause?.cause).toBe(null);
});

test('what is thrown need not be an error', () => {
  expect(loggedError('张三')).toMatchObject({ name: 'string', message: '…' });
});
