import { expect, test } from 'vitest';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { flowMarks, seriesIds, shownSeries } from './flow-series.ts';

const { rows } = occupancyCost(
  aSpace(),
  assuming({
    termMonths: 30,
    moving: 5000,
    fitOut: 100,
    depositMonths: 2,
    subsidyRate: 10,
    subsidyMonths: 6,
  }),
);

test('marks of years and of months add up to the same payments', () => {
  for (const period of ['year', 'month'] as const) {
    const marks = flowMarks(rows, period);
    expect(marks.map(({ at }) => at)).toEqual([...Array(period === 'year' ? 4 : 31).keys()]);
    const drawn = marks.flatMap((mark) => seriesIds.map((id) => mark[id])).reduce((sum, part) => sum + part);
    expect(drawn).toBeCloseTo((rows.at(-1)?.cumulative ?? 0) / 100, 2);
    expect(marks.at(-1)?.cumulative).toBeCloseTo(drawn, 2);
  }
});

test('fit-out and moving are one kind; what is never paid is not drawn', () => {
  const marks = flowMarks(rows, 'year');
  expect(marks[0]?.oneOff).toBe(105_000);
  expect(shownSeries(marks)).toEqual(['rent', 'managementFee', 'oneOff', 'deposit', 'subsidy']);
});
