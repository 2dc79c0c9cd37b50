import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDelivered, naiveFigure, naiveIds } from '../../../tests/naive-indicators.ts';
import { someDistrict } from '../../../tests/random-district.ts';
import { monthFromNumber } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { idsAt } from './registry.ts';
import { type AnyIndicatorId, type IndicatorTable, type Level, levels, unknownGroup } from './spec.ts';
import { indicatorTable } from './table.ts';

const seed = 528;
const span = { from: '2025-05', to: '2026-04' } as const;

function monthsOf(period: string): readonly string[] {
  const quarter = /^(\d{4})-Q(\d)$/.exec(period);
  if (!quarter) return [period];
  const first = Number(quarter[1]) * 12 + (Number(quarter[2]) - 1) * 3;
  return [0, 1, 2].map((more) => monthFromNumber(first + more)).filter((month) => month <= span.to);
}

function isOf(level: Level, building: Building, group: string): boolean {
  if (level === 'district') return true;
  return (level === 'building' ? building.id : (building.circleId ?? unknownGroup)) === group;
}

function near(value: number | null | undefined): unknown {
  return typeof value === 'number' ? expect.closeTo(value, 6) : (value ?? null);
}

describe(`over any district (seed ${seed})`, () => {
  test.each([
    ['month', 'building'],
    ['month', 'circle'],
    ['month', 'district'],
    ['quarter', 'circle'],
  ] as const)('by %s and %s each figure is what its definition says, worked out slowly', (period, level) => {
    fc.assert(
      fc.property(someDistrict, (portfolio) => {
        const table = indicatorTable(portfolio, { level, ...span, period });
        const length = period === 'month' ? 1 : 3;
        const own = level === 'building' ? table.groups.slice(0, 2) : table.groups;
        for (const { id: group } of own) {
          const members = portfolio.buildings.filter((building) => isOf(level, building, group));
          for (const id of naiveIds.filter((one) => table.ids.includes(one))) {
            for (const name of table.periods) {
              const found = table.cell(id, group, name);
              const wanted = naiveFigure(portfolio, id, members, monthsOf(name), length);
              expect({ id, group, name, value: found?.value, coverage: found?.coverage }).toEqual({
                ...{ id, group, name },
                value: near(wanted.value),
                coverage: near(wanted.coverage),
              });
            }
          }
        }
      }),
      { seed, numRuns: 12 },
    );
  });

  const eachTable = (check: (table: IndicatorTable, portfolio: Portfolio) => void, numRuns = 30) =>
    fc.assert(
      fc.property(someDistrict, fc.constantFrom(...levels), (portfolio, level) =>
        check(indicatorTable(portfolio, { level, ...span, period: 'month' }), portfolio),
      ),
      { seed, numRuns },
    );

  test('rates and coverages lie in 0–1, no figure is infinite, and what nobody knows has no coverage', () => {
    eachTable((table) => {
      for (const id of table.ids) {
        const { values, numerators, coverages } = table.column(id);
        expect(
          coverages.every((one) => Number.isNaN(one) || (one >= 0 && one <= 1)),
          id,
        ).toBe(true);
        expect(
          values.every((value) => Math.abs(value) !== Number.POSITIVE_INFINITY),
          id,
        ).toBe(true);
        const isBare = (numerator: number, cell: number) =>
          Number.isNaN(numerator) && (coverages[cell] ?? 0) > 0;
        expect(numerators.some(isBare), id).toBe(false);
      }
    });
  });

  test('availability is at least vacancy where both are of the same buildings', () => {
    eachTable((table) => {
      const [available, vacant] = [table.column('availabilityRate'), table.column('vacancyRate')];
      for (const [cell, vacancy] of vacant.values.entries()) {
        if (available.denominators[cell] !== vacant.denominators[cell]) continue;
        if (available.coverages[cell] !== 1 || vacant.coverages[cell] !== 1) continue;
        expect(available.values[cell]).toBeGreaterThanOrEqual(vacancy - 1e-12);
      }
    });
  });

  test('occupancy and vacancy add up to 1 where all of the rentable area is one or the other', () => {
    fc.assert(
      fc.property(someDistrict, (portfolio) => {
        const full = portfolio.months.map((month) => {
          const rentable = portfolio.buildings.find(({ id }) => id === month.buildingId)?.rentableArea?.value;
          return rentable === undefined || month.occupiedArea === null || month.occupiedArea > rentable
            ? { ...month, occupiedArea: null, vacantArea: null }
            : { ...month, vacantArea: rentable - month.occupiedArea };
        });
        const whole = { ...portfolio, months: full, units: [], monthCorrections: [] };
        const table = indicatorTable(whole, { level: 'district', ...span, period: 'month' });
        const [occupied, vacant] = [table.column('occupancyRate'), table.column('vacancyRate')];
        for (const [cell, rate] of occupied.values.entries()) {
          if (!Number.isNaN(rate)) expect(rate + (vacant.values[cell] ?? Number.NaN)).toBeCloseTo(1, 12);
        }
      }),
      { seed, numRuns: 40 },
    );
  });

  test('numerators of groups add up to that of the district, but for firms that are counted once', () => {
    const once: readonly AnyIndicatorId[] = [
      ...(['tenantCount', 'localRegistrationRate', 'localTaxpayerRate', 'netTenantInflow'] as const),
      ...(['leadingIndustryShare', 'industryHhi', 'topFiveTaxShare'] as const),
    ];
    eachTable((table, portfolio) => {
      const whole = indicatorTable(portfolio, { level: 'district', ...span, period: 'month' });
      for (const id of idsAt('district').filter((one) => table.ids.includes(one) && !once.includes(one))) {
        for (const [when, period] of table.periods.entries()) {
          const parts = table.groups.flatMap(
            ({ id: group }) => table.series(id, group)?.numerators[when] ?? [],
          );
          const sum = parts.reduce((a, b) => a + b, 0);
          expect(sum, `${id} ${period}`).toBeCloseTo(whole.cell(id, '120101', period)?.numerator ?? 0, 5);
        }
      }
    });
  });

  test('a filter gives the figures of a district that holds nothing else', () => {
    fc.assert(
      fc.property(someDistrict, fc.subarray(['b1', 'b2', 'b3', 'b4']), (portfolio, kept) => {
        const buildings = new Set(kept);
        const question = { level: 'circle', ...span, period: 'quarter' } as const;
        const filtered = indicatorTable(portfolio, { ...question, buildings });
        const alone = indicatorTable(
          { ...portfolio, buildings: portfolio.buildings.filter(({ id }) => buildings.has(id)) },
          question,
        );
        expect(filtered.groups).toEqual(alone.groups);
        for (const id of filtered.ids) {
          for (const { id: group } of alone.groups) {
            expect(filtered.series(id, group), id).toEqual(alone.series(id, group));
          }
        }
      }),
      { seed, numRuns: 20 },
    );
  });

  test('the order of the records makes no difference', () => {
    eachTable((table, portfolio) => {
      const { leases, months, taxRecords, units } = portfolio;
      const turned = {
        ...portfolio,
        ...{ leases: leases.toReversed(), months: months.toReversed(), units: units.toReversed() },
        taxRecords: taxRecords.toReversed(),
      };
      const other = indicatorTable(turned, { level: table.level, ...span, period: 'month' });
      for (const id of table.ids) {
        for (const { id: group } of table.groups) {
          const rounded = (one: IndicatorTable) => one.series(id, group)?.values.map((value) => near(value));
          expect(other.series(id, group)?.values, id).toEqual(rounded(table));
        }
      }
    }, 15);
  });

  test('a building that is not delivered yet has no vacancy', () => {
    eachTable((_, portfolio) => {
      const table = indicatorTable(portfolio, { level: 'building', ...span, period: 'month' });
      for (const building of portfolio.buildings) {
        for (const month of table.periods) {
          if (isDelivered(portfolio, building, month)) continue;
          expect(table.cell('vacancyRate', building.id, month)).toMatchObject({
            value: null,
            coverage: null,
          });
        }
      }
    }, 15);
  });
});
