/** Small districts with everything that can be missing or wrong. Leases run from a first to a last of a month. */
import fc from 'fast-check';
import { exactly } from '#domain/measure.ts';
import { carrierTypes } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { leaseTypes, unitStatuses } from '#domain/model/unit.ts';
import {
  aBuilding,
  aDistrict,
  aFloor,
  aLease,
  anEnterprise,
  aPortfolio,
  aTaxRecord,
  aUnit,
} from './builders.ts';
import { aCorrection } from './four-houses.ts';

const buildingId = fc.constantFrom('b1', 'b2', 'b3', 'b4');
const firm = fc.constantFrom('e1', 'e2', 'e3', 'e4', 'gone');
const month = fc
  .integer({ min: 0, max: 10 })
  .map((place) => new Date(Date.UTC(2025, 5 + place, 1)).toISOString().slice(0, 7));
const area = fc.integer({ min: 1, max: 40 }).map((tens) => tens * 25);
const rent = fc.integer({ min: 40, max: 140 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 5 });

const someBuildings = fc
  .tuple(
    ...['b1', 'b2', 'b3', 'b4'].map((id) =>
      fc.record({
        id: fc.constant(id),
        carrierType: fc.constantFrom(...carrierTypes),
        status: fc.constantFrom(
          'delivered' as const,
          'delivered' as const,
          'delivered' as const,
          'planned' as const,
        ),
        completedOn: fc.constantFrom(null, null, '2025-10', '2025-12-15'),
        gfa: maybe(area.map((sqm) => exactly(sqm * 4))),
        rentableArea: maybe(
          fc.record({
            value: area.map((sqm) => sqm * 3),
            bound: fc.constantFrom('exact' as const, 'about' as const, 'atLeast' as const),
          }),
        ),
        statedAvailableArea: maybe(area.map(exactly)),
        statedAskingRent: maybe(rent.map(exactly)),
        circleId: fc.constantFrom('c1', 'c2', null),
      }),
    ),
  )
  .map((buildings) => buildings.map((building) => aBuilding(building)));

const someUnits = fc
  .uniqueArray(
    fc.record({
      buildingId,
      id: fc.constantFrom('u1', 'u2', 'u3'),
      area,
      floor: fc.constantFrom(1, 2),
      status: fc.constantFrom(...unitStatuses, 'leased' as const, 'leased' as const),
      marketed: fc.boolean(),
      askingRent: maybe(rent),
    }),
    { selector: (unit) => `${unit.buildingId}~${unit.id}`, minLength: 4, maxLength: 12 },
  )
  .map((units) => units.map((unit) => aUnit(unit)));

function lastOf(name: string): string {
  const [year = 0, number = 0] = name.split('-').map(Number);
  return `${name}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
}

const someLeases = fc
  .array(
    fc.record({
      buildingId,
      unitId: fc.constantFrom('u1', 'u2', 'u3', 'gone'),
      enterpriseId: firm,
      start: fc.oneof(month, fc.constant('2024-02')).map((name) => `${name}-01`),
      end: fc.oneof(month, fc.constant('2027-02'), fc.constant('2028-06')).map(lastOf),
      contractRent: maybe(rent),
      rentFreeMonths: maybe(fc.integer({ min: 0, max: 14 })),
      escalation: maybe(fc.constantFrom(0, 0.05)),
      leaseType: fc.constantFrom(...leaseTypes),
    }),
    { minLength: 3, maxLength: 14 },
  )
  .map((leases) => leases.map((lease, place) => aLease({ ...lease, id: `l${place}` })));

const someFirms = fc
  .tuple(
    ...['e1', 'e2', 'e3', 'e4'].map((id) =>
      fc.record({
        id: fc.constant(id),
        industry: maybe(fc.constantFrom('I', 'J')),
        registeredIn: maybe(fc.constantFrom('120101', '110105')),
        taxIn: maybe(fc.constantFrom('120101', '110105')),
        employees: maybe(fc.integer({ min: 0, max: 60 })),
      }),
    ),
  )
  .map((firms) => firms.map((one) => anEnterprise(one)));

const fen = fc
  .oneof(fc.integer({ min: 1, max: 900 }), fc.constantFrom(5_000, 20_000))
  .map((tens) => tens * 1_000_000);
const someMonths = fc.uniqueArray(
  fc.record({
    buildingId,
    month,
    occupiedArea: maybe(area),
    vacantArea: maybe(area),
    availableArea: maybe(area.map((sqm) => sqm * 2)),
    tenantCount: maybe(fc.integer({ min: 0, max: 5 })),
    totalTax: maybe(fen),
  }),
  { selector: (one) => `${one.buildingId}~${one.month}`, maxLength: 24 },
);
const someTax = fc
  .uniqueArray(fc.record({ buildingId, month, enterpriseId: firm, totalTax: fen }), {
    selector: (one) => `${one.buildingId}~${one.month}~${one.enterpriseId}`,
    maxLength: 16,
  })
  .map((records) => records.map((record) => aTaxRecord(record)));
const someCorrections = fc
  .array(fc.record({ buildingId, month, occupiedArea: maybe(area), totalTax: maybe(fen) }), { maxLength: 3 })
  .map((all) => all.map((one, place) => aCorrection({ ...one, number: place + 1 })));

const [circle] = aDistrict().circles;
const circles = circle ? ['c1', 'c2'].map((id) => ({ ...circle, id })) : [];

/** Data of the middle of a month, April 2026. */
export const someDistrict: fc.Arbitrary<Portfolio> = fc
  .record({
    buildings: someBuildings,
    units: someUnits,
    leases: someLeases,
    enterprises: someFirms,
    months: someMonths,
    taxRecords: someTax,
    monthCorrections: someCorrections,
    floors: fc
      .array(fc.record({ buildingId, area: area.map((sqm) => sqm * 2) }), { maxLength: 2 })
      .map((floors) => floors.map((floor) => aFloor(floor))),
  })
  .map((records) => aPortfolio({ ...records, district: aDistrict({ circles }), asOf: '2026-04-20' }));
