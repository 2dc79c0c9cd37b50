import { expect, test } from 'vitest';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import { figuresOfAll, figuresOfSome, type IndicatorsAnswer, type NamedBuilding } from './shown-figures.ts';

const series = (numerator: number | null, denominator: number | null) => ({
  values: [numerator === null || denominator === null ? null : numerator / denominator],
  numerators: [numerator],
  denominators: [denominator],
  coverages: [numerator === null ? 0 : 1],
});

type Cells = Partial<Record<AnyIndicatorId, ReturnType<typeof series>>>;

function answer(groups: Readonly<Record<string, Cells>>): IndicatorsAnswer {
  return {
    revision: '1',
    asOf: '2026-10-31',
    level: 'building',
    period: 'month',
    from: '2026-10',
    to: '2026-10',
    periods: ['2026-10'],
    matched: 3,
    of: 3,
    rounded: [],
    withheld: [],
    groups: Object.entries(groups).map(([id, own]) => ({ id, buildings: 1, series: own })),
  };
}

const building = (id: string, circleId: string | null, gfa: number): [string, NamedBuilding] => [
  id,
  {
    id,
    nameZh: id,
    nameEn: null,
    carrierType: 'office',
    grade: null,
    circleId,
    subdistrictId: null,
    gfa: { value: gfa },
    availableArea: null,
    synthetic: true,
    position: null,
  },
];

const named = new Map([building('a', 'east', 100), building('b', 'east', 300), building('c', 'west', 100)]);
const chosen = answer({
  a: { vacancyRate: series(10, 100), tenantCount: series(3, null) },
  b: { vacancyRate: series(90, 300), tenantCount: series(4, null) },
  c: { vacancyRate: series(null, null), tenantCount: series(1, null) },
});

test('all that passes is shown as it was answered', () => {
  const district = answer({ '120101': { vacancyRate: series(1, 4) } });
  const { whole, groups } = figuresOfAll(district, {
    circle: answer({ east: {} }),
    subdistrict: undefined,
    grade: undefined,
    type: undefined,
  });
  expect(whole.vacancyRate?.values).toEqual([0.25]);
  expect(groups.circle.map(({ id }) => id)).toEqual(['east']);
  expect(groups.grade).toEqual([]);
});

test('selected buildings are one figure, as a ratio of sums, and so are those of each circle', () => {
  const { whole, groups } = figuresOfSome(chosen, ['vacancyRate'], named);
  expect(whole.vacancyRate?.values).toEqual([0.25]);
  expect(whole.vacancyRate?.coverages).toEqual([0.8]);
  const circles = groups.circle.map(({ id, buildings, series: own }) => [
    id,
    buildings,
    own.vacancyRate?.values[0],
  ]);
  expect(circles).toEqual([
    ['east', 2, 0.25],
    ['west', 1, null],
  ]);
});

test('what does not add up over buildings is not known of several, though it is of each', () => {
  const { whole } = figuresOfSome(chosen, ['tenantCount'], named);
  expect(whole.tenantCount?.values).toEqual([null]);
});

test('a selection brings no indicator that the whole does not have', () => {
  expect(Object.keys(figuresOfSome(chosen, ['vacancyRate'], named).whole)).toEqual(['vacancyRate']);
});
