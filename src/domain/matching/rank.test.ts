import fc from 'fast-check';
import { expect, test } from 'vitest';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { aBuilding, aDistrict, aPortfolio, aUnit } from '../../../tests/builders.ts';
import { defaultAssumptions } from '../cost/assumptions.ts';
import { occupancyCost } from '../cost/occupancy.ts';
import { atLeast, exactly } from '../measure.ts';
import type { Building } from '../model/building.ts';
import { noRecords, type Portfolio } from '../model/portfolio.ts';
import type { Unit } from '../model/unit.ts';
import { buildingFacts, spaceFacts } from './facts.ts';
import { defaultMatchAssumptions, judgeSpace } from './filters.ts';
import { withChanges } from './near-misses.ts';
import { offerOf } from './offer.ts';
import { rankSpaces } from './rank.ts';
import { openRequirement, type Requirement } from './requirement.ts';
import { defaultWeights, middle } from './score.ts';
import { grossRange } from './solve-building.ts';
import { findSpaces } from './spaces.ts';
import { anything } from './span.ts';

/** One building with one unit of 1,600 ㎡ at 100 元/㎡/月 and a fee of 28, 500 m east of the only station. */
function portfolio(building: Partial<Building> = {}, unit: Partial<Unit> = {}): Portfolio {
  return aPortfolio({
    buildings: [aBuilding({ managementFee: exactly(28), ...building })],
    units: [aUnit({ area: 1600, askingRent: 100, availableFrom: '2026-01-01', ...unit })],
  });
}

const asked: Requirement = {
  ...openRequirement,
  areaMin: 1500,
  areaMax: 2000,
  budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
};
const rank = (of: Portfolio, more: Partial<Requirement> = {}) => rankSpaces(of, { ...asked, ...more });

test('a score by hand: area 0.82, cost 128 of 136.875, place unknown, weights 30 : 30 : 15', () => {
  const [best] = rank(portfolio()).ranked;
  // area: 1 − 0.3 × |1600 − 1750| ÷ 250; cost: (1.2 − 128 ÷ (4.5 × 365 ÷ 12)) ÷ 0.6; place: 0 to 1
  const [area, cost] = [0.82, (1.2 - 128 / ((4.5 * 365) / 12)) / 0.6];
  expect(best?.score.parts.map(({ part, weight }) => [part, weight])).toEqual([
    ['area', 0.3 / 0.75],
    ['cost', 0.3 / 0.75],
    ['industry', 0],
    ['policy', 0],
    ['place', 0.15 / 0.75],
  ]);
  expect(best?.score.total.low).toBeCloseTo(0.4 * area + 0.4 * cost, 10);
  expect(best?.score.total.high).toBeCloseTo(0.4 * area + 0.4 * cost + 0.2, 10);
  expect(best?.unverified).toEqual([]);
});

test('what is not asked and what has no rules has no score, and its weight goes to the others', () => {
  const parts = rank(portfolio(), { industry: null }).ranked[0]?.score.parts ?? [];
  expect(parts.filter(({ score }) => score === null).map(({ part, why }) => [part, why])).toEqual([
    ['industry', 'notAsked'],
    ['policy', 'noRules'],
  ]);
  expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('a rent above the budget excludes by name and with both values, and the change that admits it is told', () => {
  const { ranked, excluded, nearMisses } = rank(portfolio({}, { askingRent: 110 }));
  expect(ranked).toEqual([]);
  expect(excluded.total).toBe(1);
  expect(excluded.byRule).toMatchObject({ budget: 1, area: 0 });
  expect(excluded.list).toEqual([
    { buildingId: 'b1', failed: [{ rule: 'budget', found: 138, asked: (4.5 * 365) / 12 }] },
  ]);
  // 138 ÷ 30.4167 = 4.537
  expect(nearMisses[0]?.changes).toMatchObject([{ rule: 'budget', field: 'budget', from: 4.5, to: 4.54 }]);
});

test('an area a little too small is a near miss: from 1,480', () => {
  const { nearMisses } = rank(portfolio({}, { area: 1480.5 }));
  expect(nearMisses[0]?.changes).toMatchObject([{ field: 'areaMin', from: 1500, to: 1480 }]);
});

test('two conditions may be missed, three are no near miss', () => {
  const house = portfolio({ carrierType: 'heritageHouse', grade: 'C' });
  const two = rank(house, { carrierTypes: ['office'], grades: ['A'] });
  expect(two.nearMisses[0]?.changes).toMatchObject([
    { field: 'carrierTypes', to: ['office', 'heritageHouse'] },
    { field: 'grades', to: ['A', 'C'] },
  ]);
  const three = rank(house, { carrierTypes: ['office'], grades: ['A'], areaMin: 1700 });
  expect(three.nearMisses).toEqual([]);
  expect(three.excluded.byRule).toMatchObject({ carrierTypes: 1, grades: 1, area: 1 });
});

test.each([
  ['tenure', { tenure: 'lease' }, {}],
  ['grades', { grades: ['A'] }, {}],
  ['circles', { circles: ['xiaobailou'] }, {}],
  ['floorToFloorHeight', { floorToFloorHeight: 4 }, {}],
  ['floorToFloorHeight', { floorToFloorHeight: 4 }, { floorToFloorHeight: { min: 3.6, max: 4.2 } }],
  ['clearHeight', { clearHeight: 3 }, { floorToFloorHeight: { min: 9, max: 9 } }],
  ['clearHeight', { clearHeight: 3 }, { clearHeight: atLeast(2.8) }],
  ['columnFree', { columnFree: 'must' }, {}],
  ['metroWithin', { metroWithin: 500 }, {}],
  ['area', { basis: 'usable', areaMin: 1000, areaMax: 1200 }, {}],
  ['budget', {}, { managementFee: null }],
] as const)('unknown %s excludes nothing, is told, and lowers the lower end', (rule, more, building) => {
  const requirement = { ...more } as Partial<Requirement>;
  const [best] = rank(portfolio(building as Partial<Building>), requirement).ranked;
  expect(best?.unverified.map((finding) => finding.rule)).toEqual([rule]);
  const share =
    best?.score.parts.reduce((sum, { score, weight }) => sum + weight * (score?.low ?? 0), 0) ?? 0;
  expect(best?.score.total.low).toBeCloseTo(share * 0.9, 12);
});

test('a budget that does not say whether the fee is in it is met surely with the fee, and surely not without', () => {
  const budget = (amount: number) => ({
    budget: { amount, unit: 'perSqmMonth', includesFee: null } as const,
  });
  expect(rank(portfolio(), budget(128)).ranked[0]?.unverified).toEqual([]);
  expect(rank(portfolio(), budget(127)).ranked[0]?.unverified).toMatchObject([{ rule: 'budget' }]);
  expect(rank(portfolio(), budget(99)).ranked).toEqual([]);
  expect(
    rank(portfolio(), { budget: { amount: 100, unit: 'perSqmMonth', includesFee: false } }).ranked[0]
      ?.unverified,
  ).toEqual([]);
});

test('a budget for all of it takes a smaller space rather than none', () => {
  // 1,500 ㎡ × 128 = 192,000; 1,600 × 128 = 204,800
  const units = [1, 2].map((position) =>
    aUnit({
      id: `u${position}`,
      position,
      area: 1400 + 100 * position,
      floor: position * 3,
      askingRent: 100,
    }),
  );
  const of = { ...portfolio(), units };
  const { ranked } = rank(of, { budget: { amount: 192_000, unit: 'perMonth', includesFee: true } });
  expect(ranked.map(({ facts }) => facts.space.area)).toEqual([1500]);
  const divided = portfolio({}, { area: 9000, minDivisibleArea: 500 });
  expect(
    rank(divided, { budget: { amount: 192_000, unit: 'perMonth', includesFee: true } }).ranked[0]?.facts
      .space,
  ).toMatchObject({ kind: 'part', area: 1500, wholeArea: 9000 });
});

test('space that is free too late is passed over where other space is not', () => {
  const units = [
    aUnit({ id: 'late', position: 1, area: 1750, askingRent: 90, availableFrom: '2028-01-01' }),
    aUnit({ id: 'soon', position: 2, area: 1600, askingRent: 90, availableFrom: '2027-03-31' }),
  ];
  const { ranked } = rank({ ...portfolio(), units }, { startBy: '2027-03' });
  expect(ranked.map(({ facts }) => facts.space.units.map(({ id }) => id))).toEqual([['soon']]);
  const late = rank({ ...portfolio(), units: units.slice(0, 1) }, { startBy: '2027-03' });
  expect(late.nearMisses[0]?.changes).toMatchObject([
    { field: 'startBy', from: '2027-03', to: '2028-01-01' },
  ]);
});

test('an undelivered building is to be had when it is finished, and not before', () => {
  const shell = portfolio({ status: 'toppedOut', completedOn: '2027-06' }, { availableFrom: null });
  expect(rank(shell, { startBy: '2027-05' }).excluded.byRule.startBy).toBe(1);
  expect(rank(shell, { startBy: '2027-06' }).ranked[0]?.unverified).toMatchObject([{ rule: 'startBy' }]);
});

test('usable area is gross × efficiency, and people need their part of it', () => {
  const known = portfolio({ efficiency: exactly(0.7) });
  const area = (more: Partial<Requirement>) =>
    rank(known, { areaMin: null, areaMax: null, ...more }).ranked.length;
  expect(area({ basis: 'usable', areaMin: 1100, areaMax: 1120 })).toBe(1);
  expect(area({ basis: 'usable', areaMin: 1121 })).toBe(0);
  // 1,120 usable ㎡ ÷ 6
  expect(area({ heads: 186 })).toBe(1);
  expect(area({ heads: 187 })).toBe(0);
});

test('a building without units takes part with what it states; one without anything on offer does not', () => {
  const stated = {
    ...portfolio({ statedAvailableArea: exactly(4408), statedAskingRent: exactly(100) }),
    units: [],
  };
  const [best] = rank(stated).ranked;
  expect(best?.facts.space).toMatchObject({ kind: 'asStated', area: 1750, wholeArea: 4408 });
  expect(best?.unverified).toMatchObject([{ rule: 'area', found: 4408 }]);
  expect(best?.facts.cost).toEqual({ low: 128, high: 128 });
  const full = rank(portfolio({}, { status: 'leased' }));
  expect(full.excluded.list).toEqual([
    { buildingId: 'b1', failed: [{ rule: 'offer', found: 0, asked: null }] },
  ]);
});

test('an industry that a building names counts most, one that it does not least', () => {
  const score = (targetIndustries: Building['targetIndustries'], industry: string) =>
    rank(portfolio({ targetIndustries }), { industry }).ranked[0]?.score.parts.find(
      ({ part }) => part === 'industry',
    )?.score;
  expect(score(['finance'], 'J')).toEqual({ low: 1, high: 1 });
  expect(score([], 'finance')).toEqual({ low: 0.8, high: 0.8 });
  expect(score(['catering'], 'finance')).toEqual({ low: 0.3, high: 0.3 });
  expect(score(null, 'finance')).toEqual({ low: 0, high: 1 });
});

test('weights are shares: ten times all of them changes nothing, and a part without weight counts for nothing', () => {
  const weights = { area: 3, cost: 3, industry: 1.5, policy: 1, place: 1.5 };
  const total = (given: Parameters<typeof rankSpaces>[2]) =>
    rankSpaces(portfolio(), asked, given).ranked[0]?.score.total;
  expect(total({ weights })?.high).toBeCloseTo(total({})?.high ?? 0, 12);
  expect(total({ weights: { ...defaultWeights, cost: 0, place: 0 } })?.low).toBeCloseTo(0.82, 12);
});

test('the cost of a space is that of the costs page: rent and fee of a ㎡ and month', () => {
  const rentAndFee = fc.record({
    rent: fc.integer({ min: 10, max: 400 }),
    fee: fc.integer({ min: 0, max: 60 }),
  });
  fc.assert(
    fc.property(rentAndFee, ({ rent, fee }) => {
      const of = portfolio({ managementFee: exactly(fee) }, { askingRent: rent });
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
        worth(portfolio({ managementFee }, { askingRent }), { ...asked, budget });
      expect(at(Math.max(1, rent - less))).toBeGreaterThanOrEqual(at(rent) - 1e-12);
    }),
  );
});

test('nearer never scores lower', () => {
  const [station] = aDistrict().stations;
  const places = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }));
  const at = (steps: number, metroWithin: number | null, precisionM: number) => {
    const position = { lon: (station?.lon ?? 0) + steps / 10_000, lat: station?.lat ?? 0, precisionM };
    return worth(portfolio({ position }), { ...asked, metroWithin });
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
      const of = { ...portfolio({ managementFee }), units };
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
        const of = { ...portfolio({ floorToFloorHeight: { min: 4, max: 4 } }), units };
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
  ...asked,
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
