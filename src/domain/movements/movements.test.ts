import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aLease, aUnit } from '../../../tests/builders.ts';
import { monthFromNumber } from '../measure.ts';
import type { Lease } from '../model/unit.ts';
import { atOnce } from '../stepwise.ts';
import { movements } from './movements.ts';

const units = ['b1', 'b2', 'b3'].flatMap((buildingId, at) => [
  aUnit({ buildingId, area: 100 * (at + 1) }),
  aUnit({ buildingId, id: 'u2', position: 2, area: 50 }),
]);
const year = { from: '2026-01', to: '2026-10' };
const all = { asOf: '2026-10-31', buildings: null as ReadonlySet<string> | null };
let made = 0;
const lease = (buildingId: string, start: string, end: string, known: Partial<Lease> = {}) =>
  aLease({ id: `l${made++}`, buildingId, start, end, ...known });
const told = (leases: readonly Lease[], where = all, span = year) =>
  atOnce(movements(leases, units, span, where)).map(
    ({ kind, month, enterpriseId, fromBuildingId, buildingId, area }) =>
      `${month} ${enterpriseId} ${kind} ${fromBuildingId ? `${fromBuildingId}>` : ''}${buildingId} ${area}`,
  );

test('whoever sits somewhere at the end of a month and did not a month before has moved in, and the reverse', () => {
  const leases = [
    lease('b1', '2026-03-10', '2026-06-29'),
    lease('b2', '2025-01-01', '2026-09-30', { enterpriseId: 'e2' }),
  ];
  // The last day belongs to a lease: on the 30th of September e2 is still there.
  expect(told(leases)).toEqual(['2026-10 e2 out b2 200', '2026-06 e1 out b1 100', '2026-03 e1 in b1 100']);
});

test('a firm that leaves one building and enters another in a month has moved within the district', () => {
  const leases = [lease('b1', '2025-01-01', '2026-05-15'), lease('b2', '2026-05-10', '2029-05-09')];
  expect(told(leases)).toEqual(['2026-05 e1 within b1>b2 200']);
});

test('seen from one building it has come in or gone out', () => {
  const leases = [lease('b1', '2025-01-01', '2026-05-15'), lease('b2', '2026-05-10', '2029-05-09')];
  expect(told(leases, { ...all, buildings: new Set(['b2']) })).toEqual(['2026-05 e1 in b2 200']);
});

test('one building more is no arrival, one less no departure', () => {
  const leases = [lease('b1', '2025-01-01', '2029-05-15'), lease('b2', '2026-02-01', '2026-07-31')];
  expect(told(leases)).toEqual(['2026-08 e1 reduced b2 200', '2026-02 e1 expanded b2 200']);
});

test('whoever takes two buildings at once has come once', () => {
  const leases = [lease('b1', '2026-02-01', '2029-05-15'), lease('b3', '2026-02-01', '2029-05-15')];
  expect(told(leases)).toEqual(['2026-02 e1 in b3 300', '2026-02 e1 expanded b1 100']);
});

test('more units of one building are one place, a renewal is no movement, a subtenant is the one who sits there', () => {
  const leases = [
    lease('b1', '2026-02-01', '2026-05-31'),
    lease('b1', '2026-06-01', '2029-05-31', { leaseType: 'renewal' }),
    lease('b1', '2026-02-15', '2029-05-31', { unitId: 'u2' }),
    lease('b1', '2026-08-01', '2029-05-31', { unitId: 'u2', enterpriseId: 'e9', leaseType: 'sublease' }),
  ];
  expect(told(leases)).toEqual(['2026-08 e9 in b1 50', '2026-02 e1 in b1 150']);
});

test('a lease that ends before it starts never runs, one on a unit that is not on file has no area', () => {
  const leases = [
    lease('b1', '2026-05-01', '2026-04-01'),
    lease('b2', '2026-05-01', '2027-04-01', { unitId: 'gone' }),
  ];
  expect(told(leases)).toEqual(['2026-05 e1 in b2 null']);
});

test('the month of the data ends with their day, and nothing has happened after it', () => {
  const leases = [
    lease('b1', '2026-10-20', '2029-01-01'),
    lease('b2', '2026-11-01', '2029-01-01', { enterpriseId: 'e2' }),
  ];
  const span = { from: '2026-10', to: '2026-12' };
  expect(told(leases, { asOf: '2026-10-19', buildings: null }, span)).toEqual([]);
  expect(told(leases, { asOf: '2026-10-20', buildings: null }, span)).toEqual(['2026-10 e1 in b1 100']);
});

test('arrivals less departures are the change in the number of distinct firms, whatever the leases', () => {
  const day = fc.integer({ min: 24_300, max: 24_322 }).map((month) => `${monthFromNumber(month)}-15`);
  const anyLease = fc.record({
    buildingId: fc.constantFrom('b1', 'b2', 'b3'),
    unitId: fc.constantFrom('u1', 'u2'),
    enterpriseId: fc.constantFrom('e1', 'e2', 'e3'),
    start: day,
    end: day,
    leaseType: fc.constantFrom('direct', 'renewal', 'sublease'),
  });
  fc.assert(
    fc.property(fc.array(anyLease, { maxLength: 12 }), (known) => {
      const leases = known.map((one, at) => aLease({ ...one, id: `l${at}` } as Partial<Lease>));
      const span = { from: '2025-01', to: '2026-10' };
      const list = atOnce(movements(leases, units, span, all));
      const [came, went] = ['in', 'out'].map((kind) => list.filter((one) => one.kind === kind).length);
      const firmsOn = (asOf: string) =>
        atOnce(
          movements(leases, units, { from: '1990-01', to: asOf.slice(0, 7) }, { asOf, buildings: null }),
        ).reduce((sum, { kind }) => sum + (kind === 'in' ? 1 : kind === 'out' ? -1 : 0), 0);
      expect((came ?? 0) - (went ?? 0)).toBe(firmsOn('2026-10-31') - firmsOn('2024-12-31'));
      const moved = list.map(
        ({ month, enterpriseId, kind }) => `${month}${enterpriseId}${kind === 'in' || kind === 'out'}`,
      );
      const arrivals = moved.filter((text) => text.endsWith('true'));
      expect(new Set(arrivals).size).toBe(arrivals.length);
    }),
    { numRuns: 60 },
  );
});
