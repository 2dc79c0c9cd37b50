import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomColumns } from '../../../tests/random-columns.ts';
import { compareKnown } from '../order.ts';
import { neverMonth, unknownInt } from './columns.ts';
import { lowerBound, orderOf, RowOrders } from './order.ts';

const value = fc.oneof(
  fc.integer({ min: -4, max: 4 }),
  fc.integer({ min: unknownInt, max: neverMonth }),
  fc.constantFrom(unknownInt, unknownInt + 1, -1, 0, 0xffff, 0x1_0000, -0x1_0000, neverMonth),
);
const values = fc.array(value, { maxLength: 60 }).map((drawn) => Int32Array.from(drawn));
const known = (at: number | undefined) => (at === undefined || at === unknownInt ? null : at);

test('rows come as a stable sort gives them, in both directions, the unknown last', () => {
  fc.assert(
    fc.property(values, fc.boolean(), (drawn, descending) => {
      const order = orderOf(drawn, descending);
      const expected = [...drawn.keys()].sort(
        (a, b) => compareKnown(known(drawn[a]), known(drawn[b]), descending) || a - b,
      );
      expect([...order.known, ...order.unknown]).toEqual(expected);
      expect(order.unknown.every((row) => drawn[row] === unknownInt)).toBe(true);
    }),
    { numRuns: 150 },
  );
});

test('the lower bound is the first place whose value is large enough', () => {
  fc.assert(
    fc.property(values, value, (drawn, wanted) => {
      const order = orderOf(drawn).known;
      const first = [...order].findIndex((row) => (drawn[row] ?? 0) >= wanted);
      expect(lowerBound(order, drawn, wanted)).toBe(first < 0 ? order.length : first);
    }),
    { numRuns: 150 },
  );
});

test('an order is made once for each direction', () => {
  const orders = new RowOrders(randomColumns(3, 20));
  const sort = { field: 'rent', descending: true } as const;
  expect(orders.sorted(sort)).toBe(orders.sorted(sort));
  expect(orders.sorted({ ...sort, descending: false })).not.toBe(orders.sorted(sort));
});

test('an order by what the role may not see is the default order', () => {
  const all = randomColumns(3, 20);
  const { taxPerSqm: _hidden, ...ranges } = all.ranges;
  const orders = new RowOrders({ ...all, ranges });
  expect(orders.sorted({ field: 'taxPerSqm', descending: false })).toBe(
    orders.sorted({ field: 'available', descending: true }),
  );
});
