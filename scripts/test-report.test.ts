import { expect, test } from 'vitest';
import { outcomeOf } from './test-report.ts';

const vitest = (passed: number, failed: number) => ({
  kind: 'vitest' as const,
  text: JSON.stringify({ numPassedTests: passed, numFailedTests: failed }),
});
const journeys = (expected: number, unexpected: number, flaky: number) => ({
  kind: 'playwright' as const,
  text: JSON.stringify({ stats: { expected, unexpected, flaky, skipped: 0 } }),
});

test('a step without a report counts as one', () => {
  expect(outcomeOf(0, null)).toEqual({ passed: 1, failed: 0 });
  expect(outcomeOf(2, null)).toEqual({ passed: 0, failed: 1 });
});

test('tests are counted as their runner counted them', () => {
  expect(outcomeOf(0, vitest(40, 0))).toEqual({ passed: 40, failed: 0 });
  expect(outcomeOf(1, vitest(38, 2))).toEqual({ passed: 38, failed: 2 });
  expect(outcomeOf(1, journeys(10, 1, 0))).toEqual({ passed: 10, failed: 1 });
});

test('a journey that passed only when repeated has failed', () => {
  expect(outcomeOf(0, journeys(10, 0, 1))).toEqual({ passed: 10, failed: 1 });
});

test('a runner that ends with an error has failed, whatever it counted', () => {
  expect(outcomeOf(1, vitest(40, 0))).toEqual({ passed: 40, failed: 1 });
  expect(outcomeOf(1, { kind: 'vitest', text: null })).toEqual({ passed: 0, failed: 1 });
});

test('a runner that ran no test has failed', () => {
  expect(outcomeOf(0, vitest(0, 0))).toEqual({ passed: 0, failed: 1 });
  expect(outcomeOf(0, { kind: 'playwright', text: '{"stats"' })).toEqual({ passed: 0, failed: 1 });
});
