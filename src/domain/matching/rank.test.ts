import { expect, test } from 'vitest';
import { aUnit } from '../../../tests/builders.ts';
import { askedSpace, oneSpace } from '../../../tests/matching.ts';
import { distanceM } from '../geo.ts';
import { atLeast, exactly } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { rankSpaces } from './rank.ts';
import type { Requirement } from './requirement.ts';
import { defaultWeights } from './score.ts';

const rank = (of: Portfolio, more: Partial<Requirement> = {}) => rankSpaces(of, { ...askedSpace, ...more });

test('a score by hand: area 0.82, cost 128 of 136.875, place unknown, weights 30 : 30 : 15', () => {
  const [best] = rank(oneSpace()).ranked;
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
  const parts = rank(oneSpace(), { industry: null }).ranked[0]?.score.parts ?? [];
  expect(parts.filter(({ score }) => score === null).map(({ part, why }) => [part, why])).toEqual([
    ['industry', 'notAsked'],
    ['policy', 'noRules'],
  ]);
  expect(parts.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
});

test('a rent above the budget excludes by name and with both values, and the change that admits it is told', () => {
  const { ranked, excluded, nearMisses } = rank(oneSpace({}, { askingRent: 110 }));
  expect(ranked).toEqual([]);
  expect(excluded.total).toBe(1);
  expect(excluded.byRule).toMatchObject({ budget: 1, area: 0 });
  expect(excluded.list).toEqual([
    { buildingId: 'b1', failed: [{ rule: 'budget', found: 138, asked: 136.875 }] },
  ]);
  // 138 ÷ 30.4167 = 4.537
  expect(nearMisses[0]?.changes).toMatchObject([{ rule: 'budget', field: 'budget', from: 4.5, to: 4.54 }]);
});

test('an area a little too small is a near miss: from 1,480', () => {
  const { nearMisses } = rank(oneSpace({}, { area: 1480.5 }));
  expect(nearMisses[0]?.changes).toMatchObject([{ field: 'areaMin', from: 1500, to: 1480 }]);
});

test('two conditions may be missed, three are no near miss', () => {
  const house = oneSpace({ carrierType: 'heritageHouse', grade: 'C' });
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
  const [best] = rank(oneSpace(building as Partial<Building>), requirement).ranked;
  expect(best?.unverified.map((finding) => finding.rule)).toEqual([rule]);
  const share =
    best?.score.parts.reduce((sum, { score, weight }) => sum + weight * (score?.low ?? 0), 0) ?? 0;
  expect(best?.score.total.low).toBeCloseTo(share * 0.9, 12);
});

test('a budget that does not say whether the fee is in it is met surely with the fee, and surely not without', () => {
  const budget = (amount: number) => ({
    budget: { amount, unit: 'perSqmMonth', includesFee: null } as const,
  });
  expect(rank(oneSpace(), budget(128)).ranked[0]?.unverified).toEqual([]);
  expect(rank(oneSpace(), budget(127)).ranked[0]?.unverified).toMatchObject([{ rule: 'budget' }]);
  expect(rank(oneSpace(), budget(99)).ranked).toEqual([]);
  expect(
    rank(oneSpace(), { budget: { amount: 100, unit: 'perSqmMonth', includesFee: false } }).ranked[0]
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
  const of = { ...oneSpace(), units };
  const { ranked } = rank(of, { budget: { amount: 192_000, unit: 'perMonth', includesFee: true } });
  expect(ranked.map(({ facts }) => facts.space.area)).toEqual([1500]);
  const divided = oneSpace({}, { area: 9000, minDivisibleArea: 500 });
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
  const { ranked } = rank({ ...oneSpace(), units }, { startBy: '2027-03' });
  expect(ranked.map(({ facts }) => facts.space.units.map(({ id }) => id))).toEqual([['soon']]);
  const late = rank({ ...oneSpace(), units: units.slice(0, 1) }, { startBy: '2027-03' });
  expect(late.nearMisses[0]?.changes).toMatchObject([
    { field: 'startBy', from: '2027-03', to: '2028-01-01' },
  ]);
});

test('an undelivered building is to be had when it is finished, and not before', () => {
  const shell = oneSpace({ status: 'toppedOut', completedOn: '2027-06' }, { availableFrom: null });
  expect(rank(shell, { startBy: '2027-05' }).excluded.byRule.startBy).toBe(1);
  expect(rank(shell, { startBy: '2027-06' }).ranked[0]?.unverified).toMatchObject([{ rule: 'startBy' }]);
});

test('usable area is gross × efficiency, and people need their part of it', () => {
  const known = oneSpace({ efficiency: exactly(0.7) });
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
    ...oneSpace({ statedAvailableArea: exactly(4408), statedAskingRent: exactly(100) }),
    units: [],
  };
  const [best] = rank(stated).ranked;
  expect(best?.facts.space).toMatchObject({ kind: 'asStated', area: 1750, wholeArea: 4408 });
  expect(best?.unverified).toMatchObject([{ rule: 'area', found: 4408 }]);
  expect(best?.facts.cost).toEqual({ low: 128, high: 128 });
  const full = rank(oneSpace({}, { status: 'leased' }));
  expect(full.excluded.list).toEqual([
    { buildingId: 'b1', failed: [{ rule: 'offer', found: 0, asked: null }] },
  ]);
});

test('an industry that a building names counts most, one that it does not least', () => {
  const score = (targetIndustries: Building['targetIndustries'], industry: string) =>
    rank(oneSpace({ targetIndustries }), { industry }).ranked[0]?.score.parts.find(
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
    rankSpaces(oneSpace(), askedSpace, given).ranked[0]?.score.total;
  expect(total({ weights })?.high).toBeCloseTo(total({})?.high ?? 0, 12);
  expect(total({ weights: { ...defaultWeights, cost: 0, place: 0 } })?.low).toBeCloseTo(0.82, 12);
});

test('the way to a station is as wide as both places are uncertain', () => {
  const [lon, lat] = [117.21, 39.12];
  const of = oneSpace({ position: { lon, lat, precisionM: 100 } });
  // 0.01° of longitude at 39.12° north; the station is precise to 50 m.
  const way = Math.round(distanceM(lon, lat, 117.2, 39.12));
  expect(way).toBe(863);
  const within = (metroWithin: number) => rank(of, { metroWithin });
  expect(within(1013).ranked[0]?.unverified).toEqual([]);
  expect(within(1012).ranked[0]?.unverified).toEqual([
    { rule: 'metroWithin', found: { low: 713, high: 1013 }, asked: 1012 },
  ]);
  expect(within(713).ranked).toHaveLength(1);
  expect(within(712).ranked).toEqual([]);
  expect(within(712).nearMisses[0]?.changes).toMatchObject([{ field: 'metroWithin', from: 712, to: 713 }]);
});

test('pieces in one building are offered where somebody says that pieces will do, and only then', () => {
  const units = [1, 3].map((position) => aUnit({ id: `u${position}`, position, area: 800, askingRent: 100 }));
  const of = { ...oneSpace(), units: [...units, aUnit({ id: 'x', position: 2, status: 'leased' })] };
  expect(rank(of).ranked).toEqual([]);
  expect(rank(of, { contiguous: true }).ranked).toEqual([]);
  const [best] = rank(of, { contiguous: false }).ranked;
  expect(best?.facts.space).toMatchObject({ kind: 'pieces', area: 1600, rent: 160_000, pricedArea: 1600 });
});

test('one floor more than is asked for is a near miss', () => {
  const units = [1, 2].map((floor) => aUnit({ id: `u${floor}`, floor, area: 800, askingRent: 100 }));
  const { nearMisses, excluded } = rank({ ...oneSpace(), units }, { maxFloors: 1 });
  expect(excluded.byRule.maxFloors).toBe(1);
  expect(nearMisses[0]?.changes).toMatchObject([{ field: 'maxFloors', from: 1, to: 2 }]);
  expect(rank({ ...oneSpace(), units }).ranked).toHaveLength(1);
});
