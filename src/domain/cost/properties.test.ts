import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyAssumptions, aSpace, figureOf } from '../../../tests/costs.ts';
import { exactly } from '../measure.ts';
import type { CostAssumptions } from './assumptions.ts';
import { costItems, occupancyCost } from './occupancy.ts';
import { purchaseCase } from './purchase.ts';
import { assumptionSpecs } from './range.ts';

/** Rent, fee and area come from the space, so that each can be changed alone. */
const lease = anyAssumptions.map(
  (any): CostAssumptions => ({
    ...any,
    area: null,
    rent: null,
    managementFee: null,
    rentIncludesFee: false,
    own: {},
  }),
);
const space = fc
  .record({
    area: figureOf('area', 20_000),
    rent: figureOf('rent', 1000),
    fee: figureOf('managementFee', 100),
  })
  .map(({ area, rent, fee }) => aSpace({ area, askingRent: exactly(rent), managementFee: exactly(fee) }));

const total = (...given: Parameters<typeof occupancyCost>): number => {
  const cost = occupancyCost(...given);
  if (cost.total === null) throw new Error(`nothing may be missing: ${cost.missing}`);
  return cost.total.value;
};

test('rows add up to their totals to the 分', () => {
  fc.assert(
    fc.property(space, lease, (given, assumptions) => {
      const { rows, totals, total: all } = occupancyCost(given, assumptions);
      expect(rows).toHaveLength(assumptions.termMonths + 1);
      for (const row of rows) expect(costItems.reduce((sum, item) => sum + row[item], 0)).toBe(row.total);
      for (const item of costItems)
        expect(rows.reduce((sum, row) => sum + row[item], 0)).toBe(totals?.[item]);
      expect(rows.reduce((sum, row) => sum + row.total, 0)).toBe(all?.value);
      expect(rows.every((row) => Object.values(row).every(Number.isSafeInteger))).toBe(true);
      expect(totals?.deposit).toBe(0);
    }),
  );
});

test('a cheaper space never costs more', () => {
  fc.assert(
    fc.property(space, lease, fc.double({ min: 0, max: 1, noNaN: true }), (given, assumptions, share) => {
      const { askingRent, managementFee } = given;
      if (askingRent === null || managementFee === null) throw new Error('both are known');
      const before = total(given, assumptions);
      const lowerRent = { ...given, askingRent: exactly(askingRent.value * share) };
      const lowerFee = { ...given, managementFee: exactly(managementFee.value * share) };
      expect(total(lowerRent, assumptions)).toBeLessThanOrEqual(before);
      expect(total(lowerFee, assumptions)).toBeLessThanOrEqual(before);
    }),
  );
});

test('more rent-free months never cost more', () => {
  fc.assert(
    fc.property(space, lease, fc.double({ min: 0, max: 1, noNaN: true }), (given, assumptions, share) => {
      const fewer = { ...assumptions, rentFreeMonths: assumptions.rentFreeMonths * share };
      expect(total(given, assumptions)).toBeLessThanOrEqual(total(given, fewer));
    }),
  );
});

test('a subsidy never raises the cost, nor takes it below fee, parking, fit-out and moving', () => {
  fc.assert(
    fc.property(space, lease, (given, assumptions) => {
      const none = { ...assumptions, subsidyRate: 0, subsidyTotal: 0 };
      const without = occupancyCost(given, none);
      const subsidised = total(given, assumptions);
      expect(subsidised).toBeLessThanOrEqual(without.total?.value ?? 0);
      expect(subsidised).toBeGreaterThanOrEqual((without.total?.value ?? 0) - (without.totals?.rent ?? 0));
    }),
  );
});

test('any cost grows with its price', () => {
  const fields = ['fitOut', 'moving', 'parkingFee', 'costOfCapital', 'escalation'] as const;
  fc.assert(
    fc.property(space, lease, fc.constantFrom(...fields), (given, assumptions, field) => {
      const dearest = { ...assumptions, [field]: assumptionSpecs[field].max };
      expect(total(given, dearest)).toBeGreaterThanOrEqual(total(given, assumptions));
    }),
  );
});

test('the bound of a cost holds for what the true efficiency may be', () => {
  fc.assert(
    fc.property(
      space,
      lease,
      figureOf('efficiency'),
      figureOf('area', 5000),
      (given, assumed, truth, area) => {
        const usable: CostAssumptions = { ...assumed, area, areaBasis: 'usable' };
        const stated = truth * 0.9;
        const told = occupancyCost({ ...given, efficiency: { value: stated, bound: 'atLeast' } }, usable);
        const real = occupancyCost({ ...given, efficiency: exactly(truth) }, usable);
        for (const key of ['total', 'perUsable'] as const) {
          expect(told[key]?.bound).toBe('atMost');
          expect(real[key]?.value).toBeLessThanOrEqual((told[key]?.value ?? 0) + 2 * usable.termMonths);
        }
      },
    ),
  );
});

test('rows of a purchase add up too, and a dearer loan never makes it cheaper', () => {
  fc.assert(
    fc.property(space, lease, (given, assumptions) => {
      const bought = { ...assumptions, price: { amount: 20_000, per: 'sqm' as const } };
      const purchase = purchaseCase(given, bought);
      expect(purchase.rows.reduce((sum, row) => sum + row.total, 0)).toBe(purchase.total?.value);
      expect(purchase.totals?.principal).toBe((purchase.loan?.value ?? 0) - (purchase.totals?.loanRest ?? 0));
      const dearer = purchaseCase(given, { ...bought, loanRate: bought.loanRate + 0.01 });
      expect(dearer.total?.value).toBeGreaterThanOrEqual((purchase.total?.value ?? 0) - bought.termMonths);
    }),
    { numRuns: 40 },
  );
});
