import { expect, test } from 'vitest';
import { atLeast, exactly } from '../measure.ts';
import { parseAssumptions } from './assumptions-codec.ts';
import { costInputs } from './space.ts';
import { type CostedFile, costSpaceOf } from './space-of.ts';

const file: CostedFile = {
  id: 'tower',
  tenure: 'lease',
  askingRent: 96,
  managementFee: exactly(28),
  efficiency: atLeast(0.7),
  maxContiguousArea: 2_100,
  floorPlate: exactly(1_800),
  availableArea: exactly(5_000),
};

test('a building is counted at its largest free block, else at a floor, else at all on offer, else at no area', () => {
  expect(costSpaceOf(file)).toMatchObject({ id: 'tower', area: 2_100, askingRent: exactly(96) });
  expect(costSpaceOf({ ...file, maxContiguousArea: 0 }).area).toBe(1_800);
  const unmeasured = { ...file, maxContiguousArea: null, floorPlate: null };
  expect(costSpaceOf(unmeasured).area).toBe(5_000);
  expect(costSpaceOf({ ...unmeasured, availableArea: exactly(0) }).area).toBeNull();
  expect(costSpaceOf({ ...unmeasured, availableArea: null }).area).toBeNull();
});

test("a unit has its own area and rent, and the building's fee and efficiency", () => {
  const unit = { id: 'u1', area: 400, askingRent: 101.5 };
  expect(costSpaceOf(file, unit)).toEqual({
    id: 'tower~u1',
    area: 400,
    askingRent: exactly(101.5),
    managementFee: exactly(28),
    efficiency: atLeast(0.7),
    tenure: 'lease',
    salePrice: null,
  });
});

test('what is typed for a unit holds for no unit of another building that has the same id', () => {
  const unit = { id: 'f03.01', area: 400, askingRent: 100 };
  const [typedFor, other] = ['tower', 'house'].map((id) => costSpaceOf({ ...file, id }, unit));
  const { assumptions, problems } = parseAssumptions(`own=${typedFor?.id},rent:80`);
  expect(problems).toEqual([]);
  const rents = [typedFor, other].map((space) => space && costInputs(space, assumptions).netRent?.value);
  expect(rents).toEqual([80, 100]);
});

test("a unit that asks no rent is not counted at the mean of its building's", () => {
  expect(costSpaceOf(file, { id: 'u1', area: 400, askingRent: null }).askingRent).toBeNull();
});

test('an efficiency of 0 is none', () => {
  expect(costSpaceOf({ ...file, efficiency: exactly(0) }).efficiency).toBeNull();
});
