import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completenessWeights } from '../completeness.ts';
import { nextToVerify, oldestYears } from './next-to-verify.ts';

const today = '2026-08-15';
/** Everything known and looked at today. */
const known = Object.fromEntries(completenessWeights.map(([field]) => [field, 'known']));
const fresh = completenessWeights.map(([field]) => ({ field, asOf: today }));

test('a file whose fields were all verified today asks for nothing', () => {
  expect(nextToVerify(known, fresh, today, 3)).toEqual([]);
});

test('a missing field counts as five years old', () => {
  const [first] = nextToVerify({ ...known, floorPlate: null }, fresh, today, 3);
  expect(first).toEqual({ field: 'floorPlate', reason: 'missing', years: null, worth: 15 });
});

test('a known field without a source comes after a missing one of the same weight', () => {
  const facts = fresh.filter(({ field }) => field !== 'efficiency');
  const next = nextToVerify({ ...known, floorPlate: null }, facts, today, 3);
  expect(next.map(({ field, reason }) => [field, reason])).toEqual([
    ['floorPlate', 'missing'],
    ['efficiency', 'unsourced'],
  ]);
});

test('age is counted from the newest source, in years, and multiplied by the weight', () => {
  // 2024-08-15 to 2026-08-15 is 730 days = 1.9986 years of 365.25 days; the fee weighs 2.
  const facts = [
    ...fresh.filter(({ field }) => field !== 'managementFee'),
    { field: 'managementFee', asOf: '2020-01-01' },
    { field: 'managementFee', asOf: '2024-08-15' },
  ];
  const [first] = nextToVerify(known, facts, today, 3);
  expect(first?.field).toBe('managementFee');
  expect(first?.worth).toBeCloseTo(2 * (730 / 365.25), 9);
});

test('a light field that is missing may be worth less than a heavy one that has aged', () => {
  const facts = [
    ...fresh.filter(({ field }) => field !== 'efficiency'),
    { field: 'efficiency', asOf: '2023-08-15' },
  ];
  const next = nextToVerify({ ...known, lifts: null }, facts, today, 2);
  // Three years × 3 against five years × 1.
  expect(next.map(({ field }) => field)).toEqual(['efficiency', 'lifts']);
});

test('nothing is worth more than its weight × five years, and the order falls', () => {
  const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2030-01-01'), noInvalidDate: true });
  const facts = fc.array(
    fc.record({
      field: fc.constantFrom(...completenessWeights.map(([field]) => field)),
      asOf: dates.map((date) => date.toISOString().slice(0, 10)),
    }),
  );
  fc.assert(
    fc.property(facts, fc.constantFrom(known, {}), (sources, building) => {
      const next = nextToVerify(building, sources, today, 99);
      const weights = new Map(completenessWeights);
      for (const [index, { field, worth }] of next.entries()) {
        expect(worth).toBeLessThanOrEqual((weights.get(field) ?? 0) * oldestYears);
        expect(worth).toBeLessThanOrEqual(next[index - 1]?.worth ?? Number.POSITIVE_INFINITY);
      }
    }),
  );
});
