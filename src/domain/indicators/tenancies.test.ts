import { describe, expect, test } from 'vitest';
import { aLease, anEnterprise, aUnit } from '../../../tests/builders.ts';
import { expiryProfile } from './expiry-profile.ts';
import { industryMix } from './industry-mix.ts';
import { countingLeases, lettingsOf } from './lettings.ts';
import { tenantMix } from './tenant-mix.ts';
import { weightedLeaseTerm } from './weighted-lease-term.ts';

const asOf = '2026-10-31';
const let100 = aUnit({ id: 'u1', area: 100, status: 'leased' });
const let300 = aUnit({ id: 'u2', area: 300, status: 'leased' });
const vacant = aUnit({ id: 'u3', area: 600 });
/** Ends in 1 and in 3 years. */
const short = aLease({ id: 'l1', unitId: 'u1', end: '2027-10-31', contractRent: 120 });
const long = aLease({ id: 'l2', unitId: 'u2', end: '2029-10-31', contractRent: 80, enterpriseId: 'e2' });

describe('which lease counts', () => {
  const head = aLease({ id: 'head', start: '2025-01-01', end: '2029-12-31' });
  const sub = aLease({ id: 'sub', start: '2026-01-01', end: '2026-12-31', leaseType: 'sublease' });

  test("the landlord's contract gives the term, the sublease the occupier, in whatever order they are", () => {
    for (const leases of [
      [head, sub],
      [sub, head],
    ]) {
      const counting = countingLeases(leases, asOf);
      expect([counting.head?.id, counting.occupier?.id]).toEqual(['head', 'sub']);
    }
  });

  test('of two contracts of a kind the one that began last counts', () => {
    const later = aLease({ id: 'later', start: '2026-02-01', end: '2027-01-31' });
    expect(countingLeases([head, later], asOf).head?.id).toBe('later');
  });

  test('the last day belongs to the lease, the day after does not', () => {
    const lease = aLease({ end: asOf });
    expect(countingLeases([lease], asOf)).toMatchObject({ head: lease, ended: null });
    expect(countingLeases([lease], '2026-11-01')).toMatchObject({ head: null, ended: lease });
  });

  test('units of the same id in two buildings are two units', () => {
    const elsewhere = aUnit({ id: 'u1', buildingId: 'b2', area: 50, status: 'leased' });
    expect(lettingsOf([short], [let100, elsewhere], asOf).map(({ head }) => head?.id ?? null)).toEqual([
      'l1',
      null,
    ]);
  });
});

describe('weightedLeaseTerm', () => {
  test('weighs the remaining years by area and by rent', () => {
    const term = weightedLeaseTerm([short, long], [let100, let300, vacant], asOf);
    // By area: (100 ㎡ × 1 a + 300 ㎡ × 3 a) ÷ 400 ㎡ = 1,000 ÷ 400 = 2.5 a.
    expect(term.byArea).toEqual({ value: 2.5, numerator: 1_000, denominator: 400, coverage: 1 });
    // By rent: 100 ㎡ × 120 = 12,000 and 300 ㎡ × 80 = 24,000 元/month:
    // (12,000 × 1 + 24,000 × 3) ÷ 36,000 = 84,000 ÷ 36,000 = 2.333… a.
    expect(term.byRent).toEqual({ value: 7 / 3, numerator: 84_000, denominator: 36_000, coverage: 1 });
    expect(term).toMatchObject({ leasedArea: 400, units: 2 });
  });

  test('an unknown rent is out of the one, stays in the other, and is told as coverage', () => {
    const term = weightedLeaseTerm([{ ...short, contractRent: null }, long], [let100, let300], asOf);
    expect(term.byArea).toMatchObject({ value: 2.5, coverage: 1 });
    // Only 300 of 400 ㎡ have a rent.
    expect(term.byRent).toMatchObject({ value: 3, coverage: 0.75 });
  });

  test('a lease that ended or has not begun does not count, and lowers the coverage', () => {
    const ended = { ...short, end: '2026-10-30' };
    const signed = { ...short, start: '2026-11-01' };
    for (const lease of [ended, signed]) {
      expect(weightedLeaseTerm([lease, long], [let100, let300], asOf).byArea).toMatchObject({
        value: 3,
        coverage: 0.75,
      });
    }
  });

  test('a lease on a unit that is not on file, or stands empty, has no weight', () => {
    const gone = aLease({ id: 'l9', unitId: 'u9', end: '2040-12-31' });
    const onVacant = aLease({ id: 'l8', unitId: 'u3', end: '2040-12-31' });
    expect(weightedLeaseTerm([short, long, gone, onVacant], [let100, let300, vacant], asOf)).toEqual(
      weightedLeaseTerm([short, long], [let100, let300, vacant], asOf),
    );
  });

  test('nothing let is not a term of zero; rents of nothing weigh nothing', () => {
    expect(weightedLeaseTerm([short], [vacant], asOf).byArea).toMatchObject({ value: null, coverage: null });
    const free = { ...short, contractRent: 0 };
    expect(weightedLeaseTerm([free], [let100], asOf).byRent).toMatchObject({ value: null, coverage: 1 });
  });
});

describe('expiryProfile', () => {
  test('sorts let area into calendar quarters, and what lies outside of them apart', () => {
    const units = ['u1', 'u2', 'u3', 'u4', 'u5'].map((id) => aUnit({ id, area: 100, status: 'leased' }));
    const ends = ['2026-12-31', '2027-01-01', '2029-10-01', '2026-10-30'];
    const leases = ends.map((end, i) => aLease({ id: `l${i}`, unitId: `u${i + 1}`, end }));
    const profile = expiryProfile(leases, [...units, aUnit({ id: 'u9', area: 600 })], asOf);
    expect(profile.quarters).toHaveLength(12);
    expect(profile.quarters[0]).toEqual({ quarter: '2026-Q4', area: 100, units: 1, share: 0.2 });
    expect(profile.quarters[1]).toMatchObject({ quarter: '2027-Q1', area: 100 });
    expect(profile.quarters[2]).toEqual({ quarter: '2027-Q2', area: 0, units: 0, share: 0 });
    // The twelve quarters end with 2029-Q3.
    expect(profile.later).toMatchObject({ area: 100, units: 1 });
    expect(profile.overdue).toMatchObject({ area: 100, units: 1 });
    expect(profile.unknown).toMatchObject({ area: 100, units: 1 });
    expect(profile.leasedArea).toBe(500);
    // 200 ㎡ end by 2027-10-31, of 300 ㎡ whose end is known, of 500 ㎡ let.
    expect(profile.within12Months).toEqual({ value: 2 / 3, numerator: 200, denominator: 300, coverage: 0.6 });
  });

  test('twelve months end on the same day a year later, that day included', () => {
    const rateOf = (end: string) => expiryProfile([{ ...short, end }], [let100], asOf).within12Months.value;
    expect([rateOf('2027-10-31'), rateOf('2027-11-01')]).toEqual([1, 0]);
  });

  test('nothing let has no rate and no shares', () => {
    const profile = expiryProfile([], [vacant], asOf, 4);
    expect(profile.within12Months).toMatchObject({ value: null, coverage: null });
    expect(profile.quarters.map(({ share }) => share)).toEqual([null, null, null, null]);
  });
});

describe('tenantMix and industryMix', () => {
  const firms = [
    anEnterprise({ id: 'e1', industry: 'J' }),
    anEnterprise({ id: 'e2', industry: 'I' }),
    anEnterprise({ id: 'e3', industry: null }),
  ];
  const more = aUnit({ id: 'u4', area: 100, status: 'leased' });
  const unknown = aUnit({ id: 'u5', area: 200, status: 'leased' });
  const own = aUnit({ id: 'u6', area: 300, status: 'ownerOccupied' });
  const third = aLease({ id: 'l4', unitId: 'u4', enterpriseId: 'e1' });
  const unclear = aLease({ id: 'l5', unitId: 'u5', enterpriseId: 'e3' });
  const units = [let100, let300, vacant, more, unknown, own];

  test('one firm in two units is one tenant; what an owner occupies is of a firm that is not known', () => {
    const mix = tenantMix([short, long, third, unclear], firms, units, asOf);
    // Occupied: 100 + 300 + 100 + 200 let, 300 by the owner = 1,000 ㎡; of 700 the firm is known.
    expect(mix).toMatchObject({ occupiedArea: 1_000, unknownArea: 300, coverage: 0.7 });
    expect(
      mix.tenants.map(({ enterpriseId, area, units: n, share }) => [enterpriseId, area, n, share]),
    ).toEqual([
      ['e2', 300, 1, 0.3],
      ['e1', 200, 2, 0.2],
      ['e3', 200, 1, 0.2],
    ]);
  });

  test('gives the leading industry and the index over what is known', () => {
    const mix = industryMix([short, long, third, unclear], firms, units, asOf);
    // Known: I 300 ㎡, J 200 ㎡ of 500 ㎡; HHI = 0.6² + 0.4² = 0.36 + 0.16 = 0.52.
    expect(mix.industries.map(({ industry, area, tenants }) => [industry, area, tenants])).toEqual([
      ['I', 300, 1],
      ['J', 200, 1],
    ]);
    expect(mix.leadingIndustry).toBe('I');
    expect(mix.leadingShare).toEqual({ value: 0.6, numerator: 300, denominator: 500, coverage: 0.5 });
    expect(mix.hhi).toBeCloseTo(0.52, 12);
    expect(mix.unknownArea).toBe(500);
  });

  test('a firm that is not on file is a tenant of an unknown industry', () => {
    const mix = tenantMix([short], [], [let100], asOf);
    expect(mix.tenants).toMatchObject([{ enterpriseId: 'e1', name: null, industry: null }]);
    expect(industryMix([short], [], [let100], asOf)).toMatchObject({
      leadingIndustry: null,
      hhi: null,
      leadingShare: { value: null, coverage: 0 },
    });
  });

  test('whoever sublets is not whoever sits there', () => {
    const sub = aLease({ id: 's', unitId: 'u1', enterpriseId: 'e2', leaseType: 'sublease' });
    expect(
      tenantMix([short, sub], firms, [let100], asOf).tenants.map(({ enterpriseId }) => enterpriseId),
    ).toEqual(['e2']);
  });
});
