import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAssumptions, aSpace } from '../../../tests/costs.ts';
import { parameters } from '../query/codec.ts';
import { defaultAssumptions } from './assumptions.ts';
import {
  assumptionPairs,
  assumptionParameters,
  formatAssumptions,
  parseAssumptions,
} from './assumptions-codec.ts';
import { occupancyCost } from './occupancy.ts';
import { whyNotAssumption } from './range.ts';

test('assumptions come back from their text as they were', () => {
  fc.assert(
    fc.property(anyAssumptions, (assumptions) => {
      const { assumptions: read, problems } = parseAssumptions(`?${formatAssumptions(assumptions)}`);
      expect(problems).toEqual([]);
      expect(read).toEqual(assumptions);
      expect(parseAssumptions(assumptionPairs(assumptions)).assumptions).toEqual(assumptions);
    }),
  );
});

test('only what differs from the defaults is written, so that a person can read it', () => {
  expect(formatAssumptions(defaultAssumptions)).toBe('');
  const own = {
    'b-012': { rent: { amount: 5.2, per: 'day' as const }, managementFee: 28, efficiency: null, price: null },
  };
  const text = formatAssumptions({
    ...defaultAssumptions,
    area: 1800,
    termMonths: 60,
    escalation: 0.05,
    rentFreeMonths: 3,
    parkingSpaces: 10,
    parkingFee: 800,
    own,
  });
  expect(text).toBe('area=1800&term=60&esc=0.05&free=3&park=10x800&own=b-012,rent:5.2d,fee:28');
});

test('a rate may be written in percent, and a whole price by its sign', () => {
  const { assumptions, problems } = parseAssumptions('esc=5%&rate=4.5%25&buy=60000000t&pay=5.2d');
  expect(problems).toEqual([]);
  expect(assumptions).toMatchObject({
    escalation: 0.05,
    discountRate: 0.045,
    price: { amount: 60_000_000, per: 'total' },
    rent: { amount: 5.2, per: 'day' },
  });
});

test('what is wrong is dropped and named with what is allowed; the rest is used', () => {
  const { assumptions, problems } = parseAssumptions(
    'area=-5&term=24&esc=1000%&fee=free&park=10&basis=net&gross=yes&step=1.5&dep=3',
  );
  expect(assumptions).toEqual({ ...defaultAssumptions, termMonths: 24, depositMonths: 3 });
  expect(problems.map(({ parameter, reason }) => `${parameter} ${reason}`)).toEqual([
    'area outOfRange',
    'esc outOfRange',
    'fee notANumber',
    'park notANumber',
    'basis unknownValue',
    'gross notASwitch',
    'step notANumber',
  ]);
  expect(problems[0]).toMatchObject({ value: '-5', allowed: '1–1000000' });
});

test('rent-free months beyond the term are dropped, whichever stands first', () => {
  for (const text of ['free=30&term=24', 'term=24&free=30']) {
    const { assumptions, problems } = parseAssumptions(text);
    expect(assumptions).toMatchObject({ termMonths: 24, rentFreeMonths: 0 });
    expect(problems).toMatchObject([
      { parameter: 'free', value: '30', reason: 'outOfRange', allowed: '0–24' },
    ]);
  }
});

test('of figures for single spaces the right ones are kept', () => {
  const { assumptions, problems } = parseAssumptions(
    'own=a,rent:100,fee:x;__proto__,fee:3;b,eff:0.72;c;a,fee:2',
  );
  expect(assumptions.own).toEqual({
    a: { rent: { amount: 100, per: 'month' }, managementFee: null, efficiency: null, price: null },
    b: { rent: null, managementFee: null, efficiency: 0.72, price: null },
  });
  expect(problems.map(({ parameter }) => parameter)).toEqual(['own']);
});

test('a name that comes twice counts once, and names of others are passed over', () => {
  const { assumptions, problems } = parseAssumptions('ids=a,b&term=24&term=48&view=radar&area=');
  expect(assumptions).toEqual({ ...defaultAssumptions, termMonths: 24 });
  expect(problems).toMatchObject([{ parameter: 'term', value: '48', reason: 'repeated' }]);
});

test('the names are free beside the search and the pages that show costs', () => {
  const taken = [...parameters, 'ids', 'diff', 'view', 'colour'];
  expect(assumptionParameters.filter((name) => taken.includes(name))).toEqual([]);
});

test('whatever the text, what comes out can be counted with', () => {
  const names = fc.constantFrom(...assumptionParameters);
  const text = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.stringMatching(/^-?\d{0,12}(\.\d{0,4})?[%dtx]?\d{0,3}$/),
    fc.constantFrom('1e309', 'NaN', '-0', 'a,rent:1d;b,eff:0', '10x', '%', '+1'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(names, text), { maxLength: 12 }), (pairs) => {
      const { assumptions } = parseAssumptions(pairs);
      expect(occupancyCost(aSpace(), assumptions).rows.every((row) => Number.isSafeInteger(row.total))).toBe(
        true,
      );
      expect(whyNotAssumption('termMonths', assumptions.termMonths, assumptions)).toBeNull();
      expect(parseAssumptions(assumptionPairs(assumptions))).toEqual({ assumptions, problems: [] });
    }),
  );
});
