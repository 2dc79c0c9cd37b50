import { expect, test } from 'vitest';
import { unitLabels } from './unit-labels.ts';

test('units of the same id in two buildings keep their own labels', () => {
  const fileOf = (id: string, label: string) => ({ id, storeys: [{ units: [{ id: 'u1', label }] }] });
  const labels = unitLabels([fileOf('a', '101'), undefined, fileOf('b', '2201')]);
  expect(labels).toEqual(
    new Map([
      ['a~u1', '101'],
      ['b~u1', '2201'],
    ]),
  );
});
