import { expect, test } from 'vitest';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { annuity, presentValue } from './money.ts';
import { breakEvenYear, purchaseCase } from './purchase.ts';

const yuan = (amount: number) => Math.round(amount * 100);

const bought = { loanRate: 0.036, loanYears: 10, purchaseTaxes: 0.03 };

test('an annuity pays the same each month and ends at nothing', () => {
  // 10,000,000 at 3.6 %: i = 0.003, n = 120; 1.003^120 = 1.43255717; 30,000 ÷ (1 − 1 ÷ 1.43255717) = 99,354.99
  const schedule = annuity(yuan(10_000_000), 0.036, 120);
  // First month: interest 10,000,000 × 0.003 = 30,000; principal 69,354.99
  expect(schedule[0]).toMatchObject({ interest: yuan(30_000), principal: yuan(69_354.99) });
  expect(schedule.at(-1)?.balance).toBe(0);
  expect(schedule.reduce((sum, { principal }) => sum + principal, 0)).toBe(yuan(10_000_000));
});

test('a loan without interest is paid back in equal parts; no loan has no months', () => {
  expect(annuity(yuan(1200), 0, 12).map(({ principal }) => principal)).toEqual(Array(12).fill(yuan(100)));
  expect(annuity(0, 0.05, 120)).toEqual([]);
});

test('a present value counts the start in full and a year later by one year of interest', () => {
  // 100 + 110 ÷ 1.1 = 200
  expect(presentValue([yuan(100), ...Array(11).fill(0), yuan(110)], 0.1)).toBe(yuan(200));
});

test('buying costs down payment, taxes, payments and fee, less what the sale leaves after the loan', () => {
  // price 20,000 × 1,000 = 20,000,000; half borrowed; taxes 3 % = 600,000
  // 36 payments of 99,354.99 = 3,576,779.64; fee 28,000 × 36 = 1,008,000
  // left of the loan: 10,000,000 × 1.003^36 − 99,354.99 × (1.003^36 − 1) ÷ 0.003, and 1.003^36 = 1.11386764:
  //   11,138,676.44 − 99,354.99 × 37.95588145 = 11,138,676.44 − 3,771,106.22 = 7,367,570.22
  // total = 10,000,000 + 600,000 + 3,576,779.64 + 1,008,000 + 7,367,570.22 − 20,000,000 = 2,552,349.86
  const purchase = purchaseCase(aSpace(), assuming(bought));
  expect(purchase.price?.value).toBe(yuan(20_000_000));
  expect(purchase.monthlyPayment?.value).toBe(yuan(99_354.99));
  expect(purchase.totals).toMatchObject({
    downPayment: yuan(10_000_000),
    purchaseTaxes: yuan(600_000),
    managementFee: yuan(1_008_000),
    resale: yuan(-20_000_000),
  });
  expect((purchase.totals?.loanRest ?? 0) / 100).toBeCloseTo(7_367_570.22, 0);
  expect((purchase.total?.value ?? 0) / 100).toBeCloseTo(2_552_349.86, 0);
  // Leasing costs 5,328,000 in the same three years, without discounting.
  expect((purchase.againstLease?.value ?? 0) / 100).toBeCloseTo(2_552_349.86 - 5_328_000, 0);
});

test('rows add up to the total, and the sale stands in the last', () => {
  const purchase = purchaseCase(aSpace(), assuming({ ...bought, termMonths: 31, priceChange: -0.05 }));
  const added = purchase.rows.reduce((sum, row) => sum + row.total, 0);
  expect(added).toBe(purchase.total?.value);
  // 20,000,000 × 0.95^(31 ÷ 12)
  expect(purchase.rows.filter((row) => row.resale !== 0).map((row) => row.month)).toEqual([31]);
  expect((purchase.totals?.resale ?? 0) / 100).toBeCloseTo(-20_000_000 * 0.95 ** (31 / 12), 1);
});

test('a loan that ends within the term leaves nothing to pay back', () => {
  const purchase = purchaseCase(aSpace(), assuming({ ...bought, loanYears: 2 }));
  expect(purchase.totals).toMatchObject({ loanRest: 0, principal: yuan(10_000_000) });
  expect(purchase.rows[25]).toMatchObject({ interest: 0, principal: 0 });
});

test('a purchase without a loan is the price at the start', () => {
  const purchase = purchaseCase(aSpace(), assuming({ downPayment: 1 }));
  expect(purchase.monthlyPayment?.value).toBe(0);
  expect(purchase.totals).toMatchObject({ downPayment: yuan(20_000_000), interest: 0, principal: 0 });
});

test('the break-even year is the first in which buying is no dearer', () => {
  // No loan, no discounting: buying costs the taxes of 600,000 + 0 upkeep, leasing 1,440,000 rent a year; the fee is
  // paid either way: the first year already.
  expect(breakEvenYear(aSpace(), assuming({ downPayment: 1 }))).toBe(1);
  // Taxes 30 % = 6,000,000: after 5 years 7,200,000 of rent are saved, after 4 only 5,760,000.
  const dear = assuming({ downPayment: 1, purchaseTaxes: 0.3 });
  expect(breakEvenYear(aSpace(), dear)).toBe(5);
  // Upkeep of 1,440 元/㎡/year eats all of the rent: never.
  expect(breakEvenYear(aSpace(), { ...dear, runningCost: 1440 })).toBeNull();
});

test('a price may be typed for the whole, and for one space', () => {
  const whole = assuming({ price: { amount: 18_000_000, per: 'total' } });
  expect(purchaseCase(aSpace(), whole).price?.value).toBe(yuan(18_000_000));
  const own = {
    tower: {
      rent: null,
      managementFee: null,
      efficiency: null,
      price: { amount: 15_000, per: 'sqm' as const },
    },
  };
  expect(purchaseCase(aSpace(), { ...whole, own }).price?.value).toBe(yuan(15_000_000));
});

test('an unknown price is named; an unknown rent leaves the purchase known and only the comparison unknown', () => {
  const noPrice = purchaseCase(aSpace({ salePrice: null, managementFee: null }), assuming());
  expect(noPrice.missing).toEqual(['managementFee', 'price']);
  expect(noPrice.total).toBeNull();
  const noRent = purchaseCase(aSpace({ askingRent: null }), assuming());
  expect(noRent.missing).toEqual([]);
  expect(noRent.leaseMissing).toEqual(['rent']);
  expect(noRent.total).not.toBeNull();
  expect(noRent.againstLease).toBeNull();
  expect(breakEvenYear(aSpace({ askingRent: null }), assuming())).toBeNull();
});

test('a price that is a bound makes the purchase an estimate', () => {
  const purchase = purchaseCase(aSpace({ salePrice: { value: 20_000, bound: 'atLeast' } }), assuming());
  expect(purchase.total?.bound).toBe('about');
  expect([purchase.price?.bound, purchase.loan?.bound]).toEqual(['atLeast', 'atLeast']);
  const unsureFee = purchaseCase(aSpace({ managementFee: { value: 28, bound: 'about' } }), assuming());
  expect([unsureFee.price?.bound, unsureFee.total?.bound]).toEqual(['exact', 'about']);
});
