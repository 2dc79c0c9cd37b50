import { expect, test } from 'vitest';
import { aDistrict } from '../../../tests/builders.ts';
import { extract } from '../extract/extract.ts';
import { checkRequirement, openRequirement } from './requirement.ts';
import { requirementFrom } from './requirement-from.ts';

const district = { today: '2026-11-25', circles: ['xiaobailou'], subdistricts: ['quanyechang'] };
const check = (given: unknown) => checkRequirement(given, district);

function problemsOf(given: unknown): string[] {
  const checked = check(given);
  return checked.ok
    ? []
    : checked.problems.map(({ field, reason, allowed }) => `${field} ${reason} ${allowed}`);
}

test('what is left out is not asked', () => {
  expect(check({ areaMin: 1500, budget: { amount: 4.5, unit: 'perSqmDay' }, circles: [] })).toEqual({
    ok: true,
    requirement: {
      ...openRequirement,
      areaMin: 1500,
      budget: { amount: 4.5, unit: 'perSqmDay', includesFee: null },
    },
  });
});

test.each([
  [{ areaMin: 2000, areaMax: 1500 }, 'areaMin lowAboveHigh ≤ 1500'],
  [{ startBy: '2026-11-24' }, 'startBy outOfRange ≥ 2026-11-25'],
  [{ startBy: '2026-10' }, 'startBy outOfRange ≥ 2026-11'],
  [{ startBy: '2026-02-30' }, 'startBy notADate YYYY-MM-DD | YYYY-MM | null'],
  [{ budget: { amount: 0, unit: 'perMonth' } }, 'budget.amount outOfRange 0.01–1000000000'],
  [
    { budget: { amount: 5, unit: 'perWeek' } },
    'budget.unit unknownValue perSqmDay | perSqmMonth | perMonth | perYear',
  ],
  [{ budget: 5 }, 'budget wrongType {amount, unit, includesFee}'],
  [{ budget: { unit: 'perMonth' } }, 'budget.amount missing 0.01–1000000000'],
  [{ circles: ['elsewhere'] }, 'circles unknownValue [xiaobailou] | null'],
  [{ areaMin: Number.NaN }, 'areaMin wrongType 1–1000000 | null'],
  [{ heads: 1.5 }, 'heads wrongType 1–100000, whole | null'],
  [{ colour: 'red' }, 'colour unknownField '],
  [{}, 'requirement missing one condition at least'],
  [
    { basis: 'usable', contiguous: true, maxFloors: 3, grades: [] },
    'requirement missing one condition at least',
  ],
  [[], ' wrongType {…}'],
])('%j is refused: %s', (given, problem) => {
  expect(problemsOf(given)).toEqual([problem]);
});

test('every problem is told, not only the first', () => {
  expect(problemsOf({ areaMin: -1, budget: { amount: 0, unit: 'x' }, grades: ['S'] })).toHaveLength(4);
});

test('a start today or this month is not over', () => {
  expect(check({ startBy: '2026-11-25' }).ok).toBe(true);
  expect(check({ startBy: '2026-11' }).ok).toBe(true);
});

test('a text becomes a requirement, its words those of the model', () => {
  const text =
    '金融科技公司，约60人，想要1500到2000平整层，层高4米以上，无柱优先，小白楼附近，预算每平米每天4.5元含物业费，明年3月前';
  const { items } = extract('requirement', text, { today: '2026-11-25', circles: ['小白楼'] });
  const [item] = items;
  const { requirement, left } = requirementFrom(item ?? { fields: {} }, aDistrict().circles);
  expect(requirement).toEqual({
    ...openRequirement,
    areaMin: 1500,
    areaMax: 2000,
    contiguous: true,
    floorToFloorHeight: 4,
    columnFree: 'preferred',
    circles: ['xiaobailou'],
    budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
    startBy: '2027-03',
    industry: 'finance',
    heads: 60,
  });
  expect(left).toEqual([]);
  expect(check(requirement).ok).toBe(true);
});

test('about 1,000 ㎡ is 10 % to either side, and a price to buy at is no rent', () => {
  const [item] = extract('requirement', '求购写字楼约1000平，总价2000万以内', { today: '2026-11-25' }).items;
  const { requirement, left } = requirementFrom(item ?? { fields: {} }, []);
  expect(requirement).toMatchObject({ areaMin: 900, areaMax: 1100, budget: null, tenure: 'sale' });
  expect(left).toEqual(['budget']);
});
