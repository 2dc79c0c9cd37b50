import fc from 'fast-check';
import { expect, test } from 'vitest';
import { watchlist } from './watchlist.ts';

const months = ['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];
const of = (buildingId: string, rates: readonly (number | null)[], vacantArea: number | null = null) => ({
  buildingId,
  rates,
  vacantArea,
});

test('exactly 15 % is not above 15 %, a hair more is', () => {
  const { entries } = watchlist(
    [of('on', [0.15]), of('over', [0.150001]), of('under', [0.1])],
    ['2026-10'],
    0.15,
  );
  expect(entries.map(({ buildingId }) => buildingId)).toEqual(['over']);
});

test('what is not known is neither on the list nor off it', () => {
  const { entries, unknown } = watchlist([of('a', [0.9, null]), of('b', [null, 0.2])], months.slice(4), 0.15);
  expect(entries.map(({ buildingId }) => buildingId)).toEqual(['b']);
  expect(unknown).toBe(1);
});

test('a run goes back to the last month that was not above; a month without a report neither counts nor ends it', () => {
  const { entries } = watchlist([of('a', [0.3, 0.15, 0.2, null, 0.3, 0.4], 400)], months, 0.15);
  expect(entries).toEqual([
    { buildingId: 'a', vacancyRate: 0.4, vacantArea: 400, since: '2026-07', monthsAbove: 3 },
  ]);
});

test('months before the first report do not lengthen a run', () => {
  const { entries } = watchlist([of('a', [null, null, null, null, 0.2, 0.2])], months, 0.15);
  expect(entries[0]).toMatchObject({ since: '2026-09', monthsAbove: 2 });
});

test('the emptiest comes first, of equal ones the longest above, then by id', () => {
  const { entries } = watchlist(
    [of('d', [0.1, 0.3]), of('b', [0.2, 0.3]), of('c', [0.2, 0.3]), of('a', [0.1, 0.9])],
    months.slice(4),
    0.15,
  );
  expect(entries.map(({ buildingId }) => buildingId)).toEqual(['a', 'b', 'c', 'd']);
});

test('vacant areas add up without the dust of binary fractions', () => {
  const list = [of('a', [0.5], 0.1), of('b', [0.5], 0.2), of('c', [0.5])];
  expect(watchlist(list, ['2026-10'], 0.15).vacantArea).toBe(0.3);
});

test('a higher line catches no more, and each building is caught, clear or unknown', () => {
  const rates = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), {
    minLength: 6,
    maxLength: 6,
  });
  const line = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(fc.array(rates, { maxLength: 8 }), line, line, (all, a, b) => {
      const list = all.map((own, at) => of(`b${at}`, own));
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const [wide, narrow] = [watchlist(list, months, low), watchlist(list, months, high)];
      const caught = new Set(wide.entries.map(({ buildingId }) => buildingId));
      for (const { buildingId } of narrow.entries) expect(caught).toContain(buildingId);
      const clear = all.filter((own) => (own.at(-1) ?? 2) <= low).length;
      expect(wide.entries.length + wide.unknown + clear).toBe(all.length);
      for (const { monthsAbove } of wide.entries) expect(monthsAbove).toBeGreaterThan(0);
    }),
  );
});
