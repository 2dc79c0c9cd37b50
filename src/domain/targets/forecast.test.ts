import fc from 'fast-check';
import { expect, test } from 'vitest';
import { monthFromNumber } from '../measure.ts';
import { linearForecast } from './forecast.ts';

const from = 2026 * 12;
const series = (values: readonly (number | null)[]) =>
  values.map((value, at) => ({ month: monthFromNumber(from + at), value }));

test('a worked example: 10, 12, 11, 15 rises by 1.4 a month and comes to 19.7 four months on', () => {
  // x̄ = 1.5, ȳ = 12; Σ(x−x̄)(y−ȳ) = −1.5·−2 + −0.5·0 + 0.5·−1 + 1.5·3 = 7; Σ(x−x̄)² = 5; slope 1.4
  const forecast = linearForecast(series([10, 12, 11, 15]), '2026-08');
  // 12 + 1.4 × (7 − 1.5) = 19.7
  expect(forecast?.value).toBeCloseTo(19.7, 12);
  expect(forecast?.basis).toMatchObject({ from: '2026-01', to: '2026-04', points: 4 });
  expect(forecast?.basis.slopePerMonth).toBeCloseTo(1.4, 12);
});

test('only the last twelve known months count, and a gap keeps its width', () => {
  const early = [1_000, 2_000, null];
  const late = Array.from({ length: 12 }, (_, at) => at);
  const forecast = linearForecast(series([...early, ...late.slice(0, 6), null, ...late.slice(6)]), '2027-06');
  expect(forecast?.basis).toMatchObject({ from: '2026-04', to: '2027-04', points: 12 });
  // The step over the gap takes two months: the line is flatter than one a month.
  expect(forecast?.basis.slopePerMonth).toBeLessThan(1);
});

test.each([
  [[1, 2], '2027-01'],
  [[1, null, null, 2], '2027-01'],
  [[], '2027-01'],
  [[1, 2, 3], '2026-03'],
  [[1, 2, 3], '2025-01'],
])('%j and a due month %s give no line', (values, due) => {
  expect(linearForecast(series(values), due)).toBeNull();
});

test('a straight line is followed, whatever its months are called and in whichever order they come', () => {
  const whole = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(
      whole,
      whole,
      fc.integer({ min: 3, max: 30 }),
      fc.integer({ min: 1, max: 60 }),
      (a, b, n, ahead) => {
        const line = series(Array.from({ length: n }, (_, at) => a + b * at));
        const due = monthFromNumber(from + n - 1 + ahead);
        const forecast = linearForecast(line.toReversed(), due);
        expect(forecast?.value).toBeCloseTo(a + b * (n - 1 + ahead), 6);
      },
    ),
  );
});
