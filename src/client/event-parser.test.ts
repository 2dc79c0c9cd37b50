import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventParser } from './event-parser.ts';

const parsed = (...pieces: string[]) => {
  const parser = new EventParser();
  return pieces.flatMap((piece) => parser.push(piece));
};

test('an event has a name, an id and data; comments and what is not finished are none', () => {
  expect(parsed(': padding\n\nevent: changed\nid: r-7\ndata: {"a":1}\n\n: beat\n\ndata: half')).toEqual([
    { event: 'changed', id: 'r-7', data: '{"a":1}' },
  ]);
});

test('the last id stays until there is another; a name does not', () => {
  expect(parsed('id: 1\nevent: hello\ndata: a\n\ndata: b\n\n')).toEqual([
    { event: 'hello', id: '1', data: 'a' },
    { event: 'message', id: '1', data: 'b' },
  ]);
});

test('several lines of data are joined, and a name without data is no event', () => {
  expect(
    parsed('data: a\ndata:b\ndata\n\nevent: nothing\n\ndata: c\n\n').map(({ event, data }) => [event, data]),
  ).toEqual([
    ['message', 'a\nb\n'],
    ['message', 'c'],
  ]);
});

test('a byte order mark before everything is none of it', () => {
  expect(parsed('\uFEFFdata: a\n\n')).toHaveLength(1);
});

const stream =
  'id: r-1\nevent: hello\ndata: {"revision":"r-1"}\n\n:\n\ndata: x\ndata: y\n\nid: r-2\ndata: 楼\n\n';

test('wherever the text is cut and however its lines end, the events are the same', () => {
  const expected = parsed(stream);
  expect(expected).toHaveLength(3);
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  fc.assert(
    fc.property(ends, fc.array(fc.nat(stream.length * 2)), (end, cuts) => {
      const text = `${stream.replaceAll('\n', end)}: more${end}`;
      const places = [0, ...cuts.filter((cut) => cut <= text.length), text.length].sort((a, b) => a - b);
      const pieces = places.slice(1).map((place, i) => text.slice(places[i], place));
      expect(parsed(...pieces)).toEqual(expected);
    }),
  );
});
