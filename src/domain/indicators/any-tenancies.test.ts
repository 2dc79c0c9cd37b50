import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLease, anEnterprise, aUnit } from '../../../tests/builders.ts';
import { unitStatuses } from '../model/unit.ts';
import { expiryProfile } from './expiry-profile.ts';
import { industryMix } from './industry-mix.ts';
import { tenantMix } from './tenant-mix.ts';
import { weightedLeaseTerm } from './weighted-lease-term.ts';

const asOf = '2026-10-31';
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someUnits = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6'),
    area: fc.integer({ min: 1, max: 500_000 }).map((cents) => cents / 100),
    status: fc.constantFrom(...unitStatuses),
  }),
  { selector: ({ id }) => id, maxLength: 6 },
);
const someLeases = fc
  .array(
    fc.record({
      unitId: fc.constantFrom('u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'gone'),
      enterpriseId: fc.constantFrom('e1', 'e2', 'e3', 'e9'),
      start: day,
      end: day,
      contractRent: fc.option(fc.integer({ min: 0, max: 300 })),
      leaseType: fc.constantFrom('direct' as const, 'renewal' as const, 'sublease' as const),
    }),
    { maxLength: 14 },
  )
  .map((leases) => leases.map((lease, i) => aLease({ ...lease, id: `l${i}` })));
const someFirms = fc
  .tuple(
    ...['e1', 'e2', 'e3'].map((id) =>
      fc.option(fc.constantFrom('A', 'J', 'T')).map((industry) => ({ id, industry })),
    ),
  )
  .map((firms) => firms.map((firm) => anEnterprise(firm)));
const world = fc.record({
  units: someUnits.map((units) => units.map(aUnit)),
  leases: someLeases,
  firms: someFirms,
});

const seed = 24;

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

function all({
  units,
  leases,
  firms,
}: {
  units: ReturnType<typeof aUnit>[];
  leases: ReturnType<typeof aLease>[];
  firms: ReturnType<typeof anEnterprise>[];
}) {
  return {
    term: weightedLeaseTerm(leases, units, asOf),
    expiry: expiryProfile(leases, units, asOf, 6),
    tenants: tenantMix(leases, firms, units, asOf),
    industries: industryMix(leases, firms, units, asOf),
  };
}

describe(`over whatever is on file (seed ${seed})`, () => {
  test('shares of a whole add up to 1, rates and coverages lie in 0–1, no number is none', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { term, expiry, tenants, industries } = all(given);
        const sum = (shares: readonly (number | null)[]) => shares.reduce<number>((a, b) => a + (b ?? 0), 0);
        const buckets = [...expiry.quarters, expiry.later, expiry.overdue, expiry.unknown];
        if (expiry.leasedArea > 0) expect(sum(buckets.map(({ share }) => share))).toBeCloseTo(1, 9);
        expect(sum(buckets.map(({ area }) => area))).toBeCloseTo(expiry.leasedArea, 6);
        if (industries.industries.length > 0) {
          expect(sum(industries.industries.map(({ share }) => share))).toBeCloseTo(1, 9);
          expect(industries.hhi).toBeGreaterThan(0);
          expect(industries.hhi).toBeLessThanOrEqual(1 + 1e-12);
          expect(industries.hhi).toBeGreaterThanOrEqual(1 / industries.industries.length - 1e-12);
        }
        if (tenants.occupiedArea > 0) {
          const known = sum(tenants.tenants.map(({ share }) => share));
          expect(known + tenants.unknownArea / tenants.occupiedArea).toBeCloseTo(1, 9);
        }
        for (const { value } of [term.byArea, term.byRent]) expect(value ?? 0).toBeGreaterThanOrEqual(0);
        for (const { coverage } of [
          term.byArea,
          term.byRent,
          expiry.within12Months,
          industries.leadingShare,
        ]) {
          expect(coverage ?? 0).toBeGreaterThanOrEqual(0);
          expect(coverage ?? 1).toBeLessThanOrEqual(1);
        }
        expect(expiry.within12Months.value ?? 0).toBeLessThanOrEqual(1);
        for (const number of numbersIn(all(given))) expect(Number.isFinite(number)).toBe(true);
      }),
      { seed },
    );
  });

  test('the order of the records makes no difference', () => {
    fc.assert(
      fc.property(world, (given) => {
        const turned = {
          units: given.units.toReversed(),
          leases: given.leases.toReversed(),
          firms: given.firms.toReversed(),
        };
        expect(all(turned)).toEqual(all(given));
      }),
      { seed },
    );
  });

  test('what does not run makes no difference to the term, nor a second copy of what does', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { leases } = given;
        const running = leases.filter(({ start, end }) => start <= asOf && asOf <= end);
        const copies = running.map((lease) => ({ ...lease, id: `${lease.id}-copy` }));
        expect(all({ ...given, leases: running }).term).toEqual(all(given).term);
        expect(all({ ...given, leases: [...leases, ...copies] })).toEqual(all(given));
      }),
      { seed },
    );
  });
});
