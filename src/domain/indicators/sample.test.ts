/** Indicators of one building against the figures of its file, which are worked out by other code. */
import { expect, test } from 'vitest';
import { samplePortfolio } from '../../../mocks/sample/portfolio.ts';
import { unitsByBuilding } from '../engine/derive.ts';
import { spaceOf } from '../space.ts';
import { yearTax } from '../tax.ts';
import { expiryProfile } from './expiry-profile.ts';
import { industryMix } from './industry-mix.ts';
import type { AnyIndicatorId } from './spec.ts';
import { indicatorTable } from './table.ts';
import { tenantMix } from './tenant-mix.ts';
import { weightedLeaseTerm } from './weighted-lease-term.ts';

const portfolio = samplePortfolio();
const { asOf, enterprises } = portfolio;
const table = indicatorTable(portfolio, {
  level: 'building',
  from: '2026-09',
  to: '2026-10',
  period: 'month',
});
const unitsOf = unitsByBuilding(portfolio.units);
const leasesOf = Map.groupBy(portfolio.leases, ({ buildingId }) => buildingId);

function near(value: number | null | undefined) {
  return typeof value === 'number' ? expect.closeTo(value, 9) : null;
}

test('on the day of the data they agree, building by building', () => {
  for (const building of portfolio.buildings) {
    const units = unitsOf.get(building.id) ?? [];
    const leases = leasesOf.get(building.id) ?? [];
    const value = (id: AnyIndicatorId) => table.cell(id, building.id, '2026-10')?.value ?? null;
    const space = spaceOf(building, units);
    const term = weightedLeaseTerm(leases, units, asOf);
    const industries = industryMix(leases, enterprises, units, asOf);
    expect({
      ...{ id: building.id, vacancyRate: value('vacancyRate'), occupancyRate: value('occupancyRate') },
      ...{ availableArea: value('availableArea'), askingRent: value('askingRent') },
      ...{ waltByArea: value('waltByArea'), waltByRent: value('waltByRent') },
      ...{
        expiring: value('expiring12mRate'),
        share: value('leadingIndustryShare'),
        hhi: value('industryHhi'),
      },
    }).toEqual({
      ...{ id: building.id, vacancyRate: near(space.vacancyRate), occupancyRate: near(space.occupancyRate) },
      ...{ availableArea: near(space.availableArea?.value), askingRent: near(space.askingRent) },
      ...{ waltByArea: near(term.byArea.value), waltByRent: near(term.byRent.value) },
      expiring: near(expiryProfile(leases, units, asOf).within12Months.value),
      ...{ share: near(industries.leadingShare.value), hhi: near(industries.hhi) },
    });
    if (leases.length > 0 && building.status === 'delivered') {
      const { tenants } = tenantMix(leases, enterprises, units, asOf);
      expect(value('tenantCount'), building.id).toBe(tenants.length);
    }
  }
});

test('the tax of twelve months is that of the search', () => {
  const tax = yearTax(portfolio.taxRecords);
  expect(tax?.through).toBe('2026-09');
  for (const [id, yuan] of tax?.byBuilding ?? []) {
    expect(table.cell('taxTier', id, '2026-09')?.numerator, id).toBeCloseTo(yuan, 2);
  }
});
