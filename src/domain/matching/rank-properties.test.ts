import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { aDistrict, aUnit } from '../../../tests/builders.ts';
import { askedSpace, oneSpace } from '../../../tests/matching.ts';
import { defaultAssumptions } from '../cost/assumptions.ts';
import { occupancyCost } from '../cost/occupancy.ts';
import { exactly } from '../measure.ts';
import { noRecords, type Portfolio } from '../model/portfolio.ts';
import { buildingFacts, spaceFacts } from './facts.ts';
import { defaultMatchAssumptions, judgeSpace } from './filters.ts';
import { withChanges } from './near-misses.ts';
import { offerOf } from './offer.ts';
import { rankSpaces } from './rank.ts';
import { openRequirement, type Requirement } from './requirement.ts';
import { middle } from './score.ts';
import { grossRange } from './solve-building.ts';
import { findSpaces } from './spaces.ts';
import { anything } from './span.ts';

test('the cost of a space is that of the costs page: rent and fee of a ㎡ and month', () => {
  const rentAndFee = fc.record({
    rent: fc.integer({ min: 10, max: 400 }),
    fee: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(rentAndFee, ({ rent, fee }) => {
      const of = oneSpace({ managementFee: exactly(fee) }, { askingRent: rent });
      const [best] = rankSpaces(of, { ...openRequirement, areaMin: 1 }).ranked;
      const space = {
        id: 'b1~u1',
        area: 1600,
        askingRent: exactly(rent),
        managementFee: exactly(fee),
        efficiency: null,
        tenure: null,
        salePrice: null,
      };
      const { perGfa } = occupancyCost(space, { ...defaultAssumptions, costOfCapital: 0 });
      expect(best?.facts.cost.low).toBeCloseTo(perGfa?.value ?? 0, 6);
    }),
    { numRuns: 50 },
  );
});

const someFee = fc.option(fc.integer({ min: 0, max: 60 }).map(exactly));
const someBudget = fc.option(
  fc.record({
    amount: fc.integer({ min: 1, max: 300 }),
    unit: fc.constant('perSqmMonth' as const),
    includesFee: fc.constantFrom(true, false, null),
  }),
);

/** Excluded is worst. */
function worth(of: Portfolio, requirement: Requirement): number {
  const [best] = rankSpaces(of, requirement).ranked;
  return best ? middle(best.score.total) : -1;
}

test('cheaper never scores lower', () => {
  const rents = fc.tuple(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 200 }));
  fc.assert(
    fc.property(rents, someFee, someBudget, ([rent, less], managementFee, budget) => {
      const at = (askingRent: number) =>
        worth(oneSpace({ managementFee }, { askingRent }), { ...askedSpace, budget });
      expect(at(Math.max(1, rent - less))).toBeGreaterThanOrEqual(at(rent) - 1e-12);
    }),
  );
});

test('nearer never scores lower', () => {
  const [station] = aDistrict().stations;
  const places = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
  const at = (steps: number, metroWithin: number | null, precisionM: number) => {
    const position = { lon: (station?.lon ?? 0) + steps / 10_000, lat: station?.lat ?? 0, precisionM };
    return worth(oneSpace({ position }), { ...askedSpace, metroWithin });
  };
  fc.assert(
    fc.property(
      places,
      fc.option(fc.integer({ min: 100, max: 2000 })),
      fc.integer({ min: 0, max: 200 }),
      ([far, less], within, off) => {
        expect(at(Math.max(0, far - less), within, off)).toBeGreaterThanOrEqual(at(far, within, off) - 1e-12);
      },
    ),
  );
});

const someUnits = fc
  .uniqueArray(
    fc.record({
      floor: fc.integer({ min: 1, max: 3 }),
      position: fc.integer({ min: 1, max: 3 }),
      area: fc.integer({ min: 1, max: 9 }).map((tens) => tens * 10),
      askingRent: fc.option(fc.integer({ min: 50, max: 150 })),
      availableFrom: fc.constantFrom(null, '2026-12-01', '2027-06-01'),
      status: fc.constantFrom('vacant' as const, 'vacant' as const, 'leased' as const),
    }),
    { selector: ({ floor, position }) => `${floor}/${position}`, minLength: 1, maxLength: 8 },
  )
  .map((units) => units.map((unit, at) => aUnit({ ...unit, id: `u${at}` })));

const someRequirement: fc.Arbitrary<Requirement> = fc.record({
  ...(Object.fromEntries(Object.keys(openRequirement).map((name) => [name, fc.constant(null)])) as Record<
    keyof Requirement,
    fc.Arbitrary<null>
  >),
  areaMin: fc.integer({ min: 20, max: 150 }),
  areaMax: fc.integer({ min: 150, max: 250 }),
  budget: someBudget,
  startBy: fc.constantFrom(null, '2027-01'),
});

test('a building is excluded exactly if each of its spaces fails a condition', () => {
  fc.assert(
    fc.property(someUnits, someRequirement, someFee, (units, requirement, managementFee) => {
      const of = { ...oneSpace({ managementFee }), units };
      const [building] = of.buildings;
      if (!building) throw new Error('no building');
      const facts = buildingFacts(building, of.district.stations);
      const all = findSpaces(offerOf(units), {
        ...grossRange(requirement, facts.efficiency, 6),
        maxFloors: 2,
        most: 10_000,
      });
      const admitted = all.filter(
        (space) =>
          judgeSpace(spaceFacts(facts, space, requirement, anything), requirement, defaultMatchAssumptions)
            .failed.length === 0,
      );
      const { considered, excluded } = rankSpaces(of, requirement, { perBuilding: 10_000, limit: 10_000 });
      expect(considered.spaces).toBe(admitted.length);
      expect(considered.matched + excluded.total).toBe(1);
      expect(considered.matched).toBe(considered.spaces > 0 ? 1 : 0);
    }),
    { numRuns: 300 },
  );
});

test('with the changes that a near miss names its building is admitted', () => {
  fc.assert(
    fc.property(
      someUnits,
      someRequirement,
      fc.constantFrom(null, 3, 4.4),
      (units, requirement, floorToFloorHeight) => {
        const of = { ...oneSpace({ floorToFloorHeight: { min: 4, max: 4 } }), units };
        const own = { ...requirement, floorToFloorHeight };
        for (const { changes } of rankSpaces(of, own).nearMisses) {
          expect(rankSpaces(of, withChanges(own, changes)).considered.matched, JSON.stringify(changes)).toBe(
            1,
          );
        }
      },
    ),
    { numRuns: 500 },
  );
});

const officers: Requirement = {
  ...askedSpace,
  floorToFloorHeight: 3.8,
  columnFree: 'preferred',
  metroWithin: 1000,
  startBy: '2027-06',
  industry: 'finance',
  heads: 60,
};

test('the order of buildings and units changes nothing, and the same is answered twice', () => {
  const sample = samplePortfolio();
  const turned = { ...sample, buildings: sample.buildings.toReversed(), units: sample.units.toReversed() };
  const all = { excluded: 0 };
  const { ranked, nearMisses, excluded } = rankSpaces(sample, officers, all);
  expect(ranked.length).toBeGreaterThan(5);
  expect(rankSpaces(turned, officers, all)).toEqual(rankSpaces(sample, officers, all));
  expect(nearMisses.length).toBeGreaterThan(0);
  expect(excluded.total).toBeGreaterThan(0);
});

test('of the sample, what is ranked is ordered by the middle of the band, and nothing that is known breaks a condition', () => {
  const { ranked, considered, excluded } = rankSpaces(samplePortfolio(), officers, { limit: 500 });
  const middles = ranked.map(({ score }) => middle(score.total));
  expect(middles).toEqual(middles.toSorted((a, b) => b - a));
  expect(considered.matched + excluded.total).toBe(considered.buildings);
  for (const { facts, building } of ranked) {
    expect(facts.area.high).toBeGreaterThanOrEqual(1500);
    expect(facts.area.low).toBeLessThanOrEqual(2000);
    expect(building.floorToFloorHeight?.max ?? 99).toBeGreaterThanOrEqual(3.8);
  }
});

test('tenants, leases and tax are not looked at', () => {
  const { district, buildings, units } = samplePortfolio();
  const bare = { ...noRecords, asOf: '2026-10-31', district, buildings, units };
  expect(rankSpaces(bare, officers)).toEqual(rankSpaces(samplePortfolio(), officers));
});
