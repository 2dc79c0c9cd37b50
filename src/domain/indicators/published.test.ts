import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { samplePortfolio } from '../../../mocks/sample/portfolio.ts';
import { aBuilding, aDistrict, aLease, anEnterprise, aPortfolio, aUnit } from '../../../tests/builders.ts';
import { exactly, type IsoDate } from '../measure.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { leastBuildings, leastFirms, publishedCounts, publishedRates, publishedTable } from './published.ts';
import { indicatorTable } from './table.ts';

const seed = 28;
const circleIds = ['c1', 'c2', 'c3', 'c4'];
const [circle] = aDistrict().circles;
const circles = circle ? circleIds.map((id) => ({ ...circle, id })) : [];

/** Who sits in which building since when; one unit a letting. */
type Sitting = readonly [building: number, firm: number, start: IsoDate, end: IsoDate];

function districtOf(circleOf: readonly (string | null)[], sittings: readonly Sitting[]): Portfolio {
  return aPortfolio({
    district: aDistrict({ circles }),
    buildings: circleOf.map((circleId, place) =>
      aBuilding({ id: `b${place}`, circleId, gfa: exactly(1_000), rentableArea: exactly(1_000) }),
    ),
    units: sittings.map(([building], place) =>
      aUnit({ id: `u${place}`, buildingId: `b${building}`, status: 'leased' }),
    ),
    leases: sittings.map(([building, firm, start, end], place) =>
      aLease({
        ...{ id: `l${place}`, unitId: `u${place}`, buildingId: `b${building}`, enterpriseId: `e${firm}` },
        ...{ start, end },
      }),
    ),
    enterprises: Array.from({ length: 30 }, (_, firm) =>
      anEnterprise({ id: `e${firm}`, industry: 'J', registeredIn: firm % 2 ? '120101' : '110105' }),
    ),
  });
}

const span = { from: '2023-11', to: '2026-10', period: 'month' } as const;
const shown = (portfolio: Portfolio) => publishedTable(portfolio, { level: 'circle', ...span }).groups;

describe('which groups are published', () => {
  const always = ['2020-01-01', '2029-12-31'] as const;
  const sit = (building: number, ...firms: number[]) =>
    firms.map((firm): Sitting => [building, firm, ...always]);

  test('three firms in two buildings are, two firms or one building are not', () => {
    const circleOf = ['c1', 'c1', 'c2', 'c2', 'c3', 'c4', 'c4'];
    const sittings = [
      ...[...sit(0, 1, 2), ...sit(1, 3)],
      ...[...sit(2, 4), ...sit(3, 5)],
      ...sit(4, 6, 7, 8, 9),
      ...[...sit(5, 10, 11), ...sit(6, 12)],
    ];
    // c2 has two firms, c3 one building; together they are six firms in three buildings.
    expect(shown(districtOf(circleOf, sittings))).toEqual(['c1', 'c4']);
  });

  test('the next smallest goes with one that is held back alone', () => {
    const circleOf = ['c1', 'c1', 'c2', 'c2', 'c3', 'c3'];
    const sittings = [
      ...[...sit(0, 1, 2), ...sit(1, 3, 4)],
      ...[...sit(2, 5), ...sit(3, 6)],
      ...[...sit(4, 7, 8), ...sit(5, 9)],
    ];
    // c2 with two firms is the district less c1 and c3.
    expect(shown(districtOf(circleOf, sittings))).toEqual(['c1']);
  });

  test('buildings without a circle are a rest like a circle that is held back', () => {
    const sittings = [...sit(0, 1, 2), ...sit(1, 3), ...sit(2, 4)];
    expect(shown(districtOf(['c1', 'c1', null], sittings))).toEqual([]);
    expect(shown(districtOf(['c1', 'c1'], sittings.slice(0, 3)))).toEqual(['c1']);
  });

  test('one firm in two circles would show as the difference of the counts', () => {
    const sittings = [...sit(0, 1, 2), ...sit(1, 3), ...sit(2, 3, 4), ...sit(3, 5)];
    const both = ['c1', 'c1', 'c2', 'c2'];
    expect(shown(districtOf(both, sittings))).toEqual([]);
    const apart = sittings.map(
      ([building, firm, ...days]): Sitting => [building, building === 2 && firm === 3 ? 6 : firm, ...days],
    );
    expect(shown(districtOf(both, apart))).toEqual(['c1', 'c2']);
  });

  test('a month below the limit holds a group back in all months, and whatever the period', () => {
    const circleOf = ['c1', 'c1', 'c2', 'c2'];
    const left: Sitting = [1, 3, '2020-01-01', '2024-05-15'];
    const back: Sitting = [1, 3, '2024-07-01', '2029-12-31'];
    const sittings = [...sit(0, 1, 2), left, back, ...sit(2, 5, 6), ...sit(3, 7)];
    for (const period of ['month', 'quarter', 'year'] as const) {
      const question = { level: 'circle', ...span, from: '2026-01', period } as const;
      expect(publishedTable(districtOf(circleOf, sittings), question).groups).toEqual([]);
    }
  });

  test('a district of two firms tells nothing', () => {
    const portfolio = districtOf(['c1', 'c1'], [...sit(0, 1), ...sit(1, 2)]);
    expect(publishedTable(portfolio, { level: 'district', ...span }).groups).toEqual([]);
  });
});

/** Counted anew from the leases: firms and inhabited buildings of some buildings on a day. */
function inside(portfolio: Portfolio, isIn: (circleId: string | null) => boolean, day: IsoDate) {
  const members = portfolio.buildings.filter(({ circleId }) => isIn(circleId)).map(({ id }) => id);
  const running = portfolio.leases.filter(
    ({ buildingId, end, start }) => members.includes(buildingId) && start <= day && day <= end,
  );
  return {
    firms: new Set(running.map(({ enterpriseId }) => enterpriseId)).size,
    buildings: new Set(running.map(({ buildingId }) => buildingId)).size,
  };
}

const day = fc
  .tuple(fc.integer({ min: 2024, max: 2027 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-15`);
/** Most firms stay: groups that change all the time are held back all the time. */
function seldom<T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ arbitrary: fc.constant(null), weight: 12 }, { arbitrary: value, weight: 1 });
}

const someSittings = fc
  .record({
    circleOf: fc.array(fc.constantFrom(...circleIds, null), { minLength: 1, maxLength: 9 }),
    sittings: fc.array(fc.tuple(fc.nat(8), fc.nat(24), seldom(day), seldom(day)), {
      minLength: 12,
      maxLength: 40,
    }),
  })
  .map(({ circleOf, sittings }) =>
    districtOf(
      circleOf,
      sittings.map(
        ([building, firm, start, end]): Sitting => [
          building % circleOf.length,
          firm,
          start ?? '2020-01-01',
          end ?? '2029-12-31',
        ],
      ),
    ),
  );

const lastDays = ['2024-02-29', '2025-06-30', '2026-01-31', '2026-09-30', '2026-10-31'];

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return Array.from({ length: 2 ** items.length }, (_, bits) => items.filter((_, at) => (bits >> at) & 1));
}

describe(`whoever subtracts answers (seed ${seed})`, () => {
  test('gets no group of one or two firms, nor one of a single building', () => {
    fc.assert(
      fc.property(someSittings, (portfolio) => {
        const circlesShown = shown(portfolio);
        const isDistrict = publishedTable(portfolio, { level: 'district', ...span }).groups.length > 0;
        for (const lastDay of lastDays) {
          const groups = circlesShown.map((id) => inside(portfolio, (own) => own === id, lastDay));
          const rests = isDistrict
            ? subsets(circlesShown).map((taken) =>
                inside(portfolio, (own) => own === null || !taken.includes(own), lastDay),
              )
            : [];
          const unions = subsets(circlesShown).map((taken) =>
            inside(portfolio, (own) => own !== null && taken.includes(own), lastDay),
          );
          for (const { firms, buildings } of [...groups, ...rests, ...unions]) {
            expect(firms === 0 || (firms >= leastFirms && buildings >= leastBuildings)).toBe(true);
          }
        }
      }),
      { seed, numRuns: 300 },
    );
  });

  test('gets no count of one or two, of the district less all circles, in any period', () => {
    fc.assert(
      fc.property(
        someSittings,
        fc.constantFrom('month' as const, 'quarter' as const),
        (portfolio, period) => {
          const whole = publishedTable(portfolio, { level: 'district', ...span, period });
          const parts = publishedTable(portfolio, { level: 'circle', ...span, period });
          const total = whole.series('tenantCount', '120101')?.values ?? [];
          const rows = parts.groups.map((id) => parts.series('tenantCount', id)?.values ?? []);
          for (const [place, count] of total.entries()) {
            if (count === null || rows.length === 0) continue;
            const rest = rows.reduce((left, row) => left - (row[place] ?? 0), count);
            expect(rest === 0 || Math.abs(rest) >= leastFirms).toBe(true);
          }
        },
      ),
      { seed, numRuns: 150 },
    );
  });
});

describe('what is published', () => {
  const portfolio = samplePortfolio();
  const table = publishedTable(portfolio, { level: 'circle', ...span });
  const full = indicatorTable(portfolio, { level: 'circle', ...span });

  test('is the same as what staff see, of counts with their history', () => {
    expect(table.groups.length).toBeGreaterThan(0);
    for (const group of table.groups) {
      for (const id of publishedCounts) {
        expect(table.series(id, group)?.values).toEqual(full.series(id, group)?.values);
      }
    }
  });

  test('of rates and shares only the month of the data is: two months would tell of the one firm that came', () => {
    const [group = ''] = table.groups;
    for (const id of publishedRates) {
      const values = table.series(id, group)?.values ?? [];
      expect(values.slice(0, -1).every((value) => value === null)).toBe(true);
      expect(values.at(-1)).toBe(full.series(id, group)?.values.at(-1));
    }
    expect(table.series('leadingIndustryShare', group)?.details?.filter(Boolean)).toHaveLength(1);
  });

  test('does not go back beyond the published months, and of a group that is held back there is nothing', () => {
    const long = publishedTable(portfolio, { level: 'district', ...span, from: '2023-01' });
    const counts = long.series('tenantCount', '120101')?.values ?? [];
    expect(counts.findIndex((value) => value !== null)).toBe(10);
    expect(table.series('tenantCount', 'nowhere')).toBeNull();
  });
});
