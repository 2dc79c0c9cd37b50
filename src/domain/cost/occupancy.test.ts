import { expect, test } from 'vitest';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { occupancyCost } from './occupancy.ts';

/** Totals are in 分; examples are written in 元. */
const yuan = (amount: number) => Math.round(amount * 100);

test('a flat lease costs (rent + fee) × area × months', () => {
  // (120 + 28) 元/㎡/月 × 1,000 ㎡ × 36 months = 148,000 × 36 = 5,328,000 元
  const cost = occupancyCost(aSpace(), assuming());
  expect(cost.missing).toEqual([]);
  expect(cost.total).toEqual({ value: yuan(5_328_000), bound: 'exact' });
  expect(cost.totals).toMatchObject({ rent: yuan(4_320_000), managementFee: yuan(1_008_000), subsidy: 0 });
  expect(cost.netEffectiveRent?.value).toBeCloseTo(120, 10);
  // 5,328,000 ÷ 1,000 ㎡ ÷ 36 = 148; usable: 1,000 × 70 % = 700 ㎡, 5,328,000 ÷ 700 ÷ 36 = 211.43
  expect(cost.perGfa?.value).toBeCloseTo(148, 10);
  expect(cost.perUsable?.value).toBeCloseTo(211.4286, 4);
  // Without discounting the present value is the sum.
  expect(cost.presentValue?.value).toBe(yuan(5_328_000));
});

test('the rent steps up after each year, and free months at the start cost no rent but the fee', () => {
  // 5 % a year: 120, 126, 132.30 元/㎡/月 for 12 months each; the first 3 months free.
  // 1,000 × (120 × 9 + 126 × 12 + 132.3 × 12) = 1,000 × (1,080 + 1,512 + 1,587.6) = 4,179,600 元
  // fee 28,000 × 36 = 1,008,000; total 5,187,600; NER 4,179,600 ÷ 1,000 ÷ 36 = 116.10
  const cost = occupancyCost(aSpace(), assuming({ escalation: 0.05, rentFreeMonths: 3 }));
  expect(cost.totals).toMatchObject({ rent: yuan(4_179_600), managementFee: yuan(1_008_000) });
  expect(cost.total?.value).toBe(yuan(5_187_600));
  expect(cost.netEffectiveRent?.value).toBeCloseTo(116.1, 10);
  expect(cost.rows.slice(0, 5).map((row) => row.rent)).toEqual([0, 0, 0, 0, yuan(120_000)]);
  expect(cost.rows[13]?.rent).toBe(yuan(126_000));
});

test('free months that are spread lower each month by the same share', () => {
  // 3 of 36 months free: 120,000 × 33 ÷ 36 = 110,000 元 each month
  const cost = occupancyCost(aSpace(), assuming({ rentFreeMonths: 3, rentFree: 'spread' }));
  expect(new Set(cost.rows.slice(1).map((row) => row.rent))).toEqual(new Set([yuan(110_000)]));
  expect(cost.totals?.rent).toBe(yuan(3_960_000));
});

test('half a free month frees half of a month', () => {
  const cost = occupancyCost(aSpace(), assuming({ rentFreeMonths: 1.5 }));
  expect(cost.rows.slice(1, 4).map((row) => row.rent)).toEqual([0, yuan(60_000), yuan(120_000)]);
});

test('free months free the fee only where that is agreed', () => {
  // 28,000 × (36 − 3) = 924,000
  const cost = occupancyCost(aSpace(), assuming({ rentFreeMonths: 3, rentFreeCoversFee: true }));
  expect(cost.totals?.managementFee).toBe(yuan(924_000));
});

test('a rent that holds the fee is not charged with it again', () => {
  // 120 gross − 28 fee = 92 net: rent 92,000 × 36 = 3,312,000, fee 1,008,000, total 120,000 × 36 = 4,320,000
  const cost = occupancyCost(aSpace(), assuming({ rentIncludesFee: true }));
  expect(cost.totals).toMatchObject({ rent: yuan(3_312_000), managementFee: yuan(1_008_000) });
  expect(cost.total?.value).toBe(yuan(4_320_000));
  expect(cost.netEffectiveRent?.value).toBeCloseTo(92, 10);
});

test('a rent that is said to hold a larger fee gives no figure, and says so', () => {
  const space = aSpace({ askingRent: { value: 20, bound: 'exact' } });
  const cost = occupancyCost(space, assuming({ rentIncludesFee: true }));
  expect(cost.missing).toEqual(['rentBelowFee']);
  expect(cost.total).toBeNull();
});

test('a daily rent becomes monthly by the days that are agreed', () => {
  // 4 元/㎡/天 × 365 ÷ 12 = 121.6667; × 30 = 120; × 1,000 ㎡ × 12 months
  const daily = { rent: { amount: 4, per: 'day' as const }, managementFee: 0, termMonths: 12 };
  expect(occupancyCost(aSpace(), assuming(daily)).netEffectiveRent?.value).toBeCloseTo(121.6667, 4);
  const thirty = occupancyCost(aSpace(), assuming({ ...daily, dayCount: 'thirty' }));
  expect(thirty.total?.value).toBe(yuan(1_440_000));
});

test('a deposit is paid at the start and comes back at the end; only its financing costs', () => {
  // 3 months × (120 + 28) × 1,000 = 444,000 元; 5 % × 3 years × 444,000 = 66,600 元
  const deposit = { depositMonths: 3, depositCoversFee: true };
  const plain = occupancyCost(aSpace(), assuming(deposit));
  expect(plain.rows[0]?.deposit).toBe(yuan(444_000));
  expect(plain.rows.at(-1)?.deposit).toBe(yuan(-444_000));
  expect(plain.total?.value).toBe(yuan(5_328_000));
  const financed = occupancyCost(aSpace(), assuming({ ...deposit, costOfCapital: 0.05 }));
  expect(financed.totals).toMatchObject({ deposit: 0, depositFinancing: yuan(66_600) });
  expect(financed.total?.value).toBe(yuan(5_394_600));
});

test('the present value discounts each month by its distance, and holds the deposit without its financing', () => {
  // One year at 0 rent and 0 fee, 120,000 元 deposit: paid now, back after 12 months at 10 % → 120,000 − 120,000 ÷ 1.1
  // = 120,000 − 109,090.91 = 10,909.09 元
  const terms = { termMonths: 12, rentFreeMonths: 12, managementFee: 0, depositMonths: 1, discountRate: 0.1 };
  expect(occupancyCost(aSpace(), assuming(terms)).presentValue?.value).toBe(yuan(10_909.09));
  const financed = occupancyCost(aSpace(), assuming({ ...terms, costOfCapital: 0.05 }));
  expect(financed.presentValue?.value).toBe(yuan(10_909.09));
});

test('fit-out and moving are paid at the start; the fit-out is written off over its life or the term', () => {
  // 1,500 × 1,000 = 1,500,000 元 over 36 months = 41,666.67 a month; over 24 months = 62,500
  const once = { fitOut: 1500, moving: 80_000 };
  const cost = occupancyCost(aSpace(), assuming({ ...once, fitOutLifeMonths: 60 }));
  expect(cost.rows[0]).toMatchObject({ fitOut: yuan(1_500_000), moving: yuan(80_000), fitOutWrittenOff: 0 });
  expect(cost.total?.value).toBe(yuan(5_328_000 + 1_580_000));
  const writtenOff = (months: number) =>
    occupancyCost(aSpace(), assuming({ ...once, fitOutLifeMonths: months })).rows.map(
      (row) => row.fitOutWrittenOff,
    );
  expect(writtenOff(60).reduce((sum, part) => sum + part)).toBe(yuan(1_500_000));
  expect(writtenOff(60)[1]).toBe(4_166_667);
  expect(writtenOff(24).slice(24)).toEqual([yuan(62_500), ...Array(12).fill(0)]);
});

test('parking is spaces × fee × months', () => {
  // 10 × 800 × 36 = 288,000
  const cost = occupancyCost(aSpace(), assuming({ parkingSpaces: 10, parkingFee: 800 }));
  expect(cost.totals?.parking).toBe(yuan(288_000));
});

test('a subsidy is paid for the capped area, for its months, from the first rent on', () => {
  // min(1,000, 800) ㎡ × 30 元 = 24,000 a month × 24 months = 576,000 元; months 1–2 are free of rent
  const cost = occupancyCost(
    aSpace(),
    assuming({ subsidyRate: 30, subsidyMonths: 24, subsidyAreaCap: 800, rentFreeMonths: 2 }),
  );
  expect(cost.totals?.subsidy).toBe(yuan(-576_000));
  expect(cost.rows.map((row) => row.subsidy).indexOf(yuan(-24_000))).toBe(3);
  // (120 + 28) × 36 − 120 × 2 = 5,088 → 5,088,000 − 576,000 = 4,512,000
  expect(cost.total?.value).toBe(yuan(4_512_000));
  expect(cost.netEffectiveRent?.value).toBeCloseTo((120 * 34) / 36, 10);
});

test('a subsidy never exceeds the rent', () => {
  // 200 a ㎡ asked for, 120 due: 120,000 a month for 12 months; the total of 9,000,000 gets what rent is left:
  // 4,320,000 − 1,440,000 = 2,880,000
  const rate = { subsidyRate: 200, subsidyMonths: 12 };
  expect(occupancyCost(aSpace(), assuming(rate)).totals?.subsidy).toBe(yuan(-1_440_000));
  const both = occupancyCost(aSpace(), assuming({ ...rate, subsidyTotal: 9_000_000 }));
  expect(both.totals?.subsidy).toBe(yuan(-4_320_000));
});

test('a total is paid at the end of the first year, or of a shorter term', () => {
  const paidAt = (termMonths: number) =>
    occupancyCost(aSpace(), assuming({ subsidyTotal: 50_000, termMonths })).rows.findIndex(
      (row) => row.subsidy === yuan(-50_000),
    );
  expect([paidAt(36), paidAt(6)]).toEqual([12, 6]);
});

test('a policy may say month by month what it pays', () => {
  const rule = () => [0, yuan(1000), yuan(2000)];
  const cost = occupancyCost(aSpace(), assuming(), rule);
  expect(cost.rows.slice(0, 5).map((row) => row.subsidy)).toEqual([0, 0, yuan(-1000), yuan(-2000), 0]);
});

test('an unknown rent or fee is named and makes the total unknown, never zero', () => {
  const cost = occupancyCost(aSpace({ askingRent: null, managementFee: null }), assuming());
  expect(cost.missing).toEqual(['rent', 'managementFee']);
  for (const figure of [cost.total, cost.totals, cost.perGfa, cost.perUsable, cost.presentValue]) {
    expect(figure).toBeNull();
  }
  expect(cost.rows).toEqual([]);
});

test('the net effective rent needs neither area nor fee', () => {
  const cost = occupancyCost(aSpace({ area: null, managementFee: null }), assuming({ rentFreeMonths: 3 }));
  expect(cost.missing).toEqual(['area', 'managementFee']);
  expect(cost.netEffectiveRent?.value).toBeCloseTo(110, 10);
});

test('what is typed for one space goes before what is typed for all, and that before the file', () => {
  const rentOf = (changes: Parameters<typeof assuming>[0]) =>
    occupancyCost(aSpace(), assuming(changes)).netEffectiveRent?.value;
  const forAll = { rent: { amount: 100, per: 'month' as const } };
  const own = {
    tower: {
      rent: { amount: 90, per: 'month' as const },
      managementFee: null,
      efficiency: null,
      price: null,
    },
  };
  expect([rentOf({}), rentOf(forAll), rentOf({ ...forAll, own })]).toEqual([120, 100, 90]);
});

test('unknown efficiency leaves the cost of a usable ㎡ unknown and the rest known', () => {
  const cost = occupancyCost(aSpace({ efficiency: null }), assuming());
  expect(cost.total?.value).toBe(yuan(5_328_000));
  expect(cost.perUsable).toBeNull();
});

test('a usable area becomes a gross one by efficiency, and is missing without', () => {
  // 700 ÷ 0.7 = 1,000 ㎡
  const usable = assuming({ area: 700, areaBasis: 'usable' });
  expect(occupancyCost(aSpace(), usable).total?.value).toBe(yuan(5_328_000));
  expect(occupancyCost(aSpace({ efficiency: null }), usable).missing).toEqual(['efficiency']);
});

test('at least so much usable space costs at most so much a usable ㎡', () => {
  const space = aSpace({ efficiency: { value: 0.75, bound: 'atLeast' } });
  const cost = occupancyCost(space, assuming());
  // 148 ÷ 0.75 = 197.33
  expect(cost.perUsable?.value).toBeCloseTo(197.3333, 4);
  expect([cost.total, cost.perGfa, cost.perUsable].map((figure) => figure?.bound)).toEqual([
    'exact',
    'exact',
    'atMost',
  ]);
});

test('a usable area in a house that is at least so efficient needs at most so much gross area', () => {
  const space = aSpace({ efficiency: { value: 0.75, bound: 'atLeast' } });
  const bounds = (changes: Parameters<typeof assuming>[0]) => {
    const { total, perGfa, perUsable } = occupancyCost(
      space,
      assuming({ area: 900, areaBasis: 'usable', ...changes }),
    );
    return [total, perGfa, perUsable].map((figure) => figure?.bound);
  };
  expect(bounds({})).toEqual(['atMost', 'exact', 'atMost']);
  // Moving weighs more on fewer ㎡, a capped subsidy helps them more.
  expect(bounds({ moving: 1000 })).toEqual(['atMost', 'atLeast', 'atMost']);
  expect(bounds({ subsidyTotal: 1000 })).toEqual(['atMost', 'atMost', 'atMost']);
  expect(bounds({ moving: 1000, subsidyTotal: 1000 })).toEqual(['atMost', 'about', 'atMost']);
});

test('a rent "from" so much makes costs "from" so much, and pulls against a bound of the area', () => {
  const space = aSpace({
    askingRent: { value: 120, bound: 'atLeast' },
    efficiency: { value: 0.75, bound: 'atLeast' },
  });
  const cost = occupancyCost(space, assuming());
  expect([cost.total, cost.netEffectiveRent, cost.perUsable].map((figure) => figure?.bound)).toEqual([
    'atLeast',
    'atLeast',
    'about',
  ]);
});

test('a term that is no whole number of years ends in the middle of a step', () => {
  // 30 months at +10 %: 12 × 100 + 12 × 110 + 6 × 121 = 1,200 + 1,320 + 726 = 3,246
  const terms = { termMonths: 30, escalation: 0.1, managementFee: 0 };
  const cost = occupancyCost(aSpace({ askingRent: { value: 100, bound: 'exact' } }), assuming(terms));
  expect(cost.rows).toHaveLength(31);
  expect(cost.total?.value).toBe(yuan(3_246_000));
});

test('the first step may come later', () => {
  // 24 months at 100, then +10 % for 12
  const terms = { escalation: 0.1, firstStepMonths: 24, managementFee: 0 };
  const cost = occupancyCost(aSpace({ askingRent: { value: 100, bound: 'exact' } }), assuming(terms));
  expect(cost.total?.value).toBe(yuan(100_000 * 24 + 110_000 * 12));
});

test('a term that is free of rent throughout costs the fee', () => {
  for (const rentFree of ['start', 'spread'] as const) {
    const cost = occupancyCost(aSpace(), assuming({ rentFreeMonths: 36, rentFree, subsidyRate: 30 }));
    expect(cost.total?.value).toBe(yuan(1_008_000));
    expect(cost.netEffectiveRent?.value).toBe(0);
  }
});
