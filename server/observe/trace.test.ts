import { expect, test } from 'vitest';
import { currentTrace, requestIdFrom, withTrace } from './trace.ts';

test('a well-formed id is taken from this machine and from nowhere else', () => {
  expect(requestIdFrom('proxy-0001.a_b', true)).toBe('proxy-0001.a_b');
  expect(requestIdFrom('proxy-0001.a_b', false)).not.toBe('proxy-0001.a_b');
});

test.each([undefined, '', 'short', 'x'.repeat(65), 'with space 1', '名字名字名字名字', 'a"b\\c\u0000d{}'])(
  'an id that is not well-formed is replaced: %j',
  (given) => {
    const id = requestIdFrom(given, true);
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(requestIdFrom(given, true)).not.toBe(id);
  },
);

test('requests that are answered at once keep their own traces', async () => {
  const answer = (requestId: string) =>
    withTrace({ requestId, address: null, role: null }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return currentTrace()?.requestId;
    });
  expect(await Promise.all([answer('a'), answer('b')])).toEqual(['a', 'b']);
  expect(currentTrace()).toBe(null);
});
