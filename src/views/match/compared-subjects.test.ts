import { expect, test } from 'vitest';
import { subjectsOf } from './compared-subjects.ts';

const space = (id: string, ...units: readonly string[]) => ({
  building: { id, nameZh: id, nameEn: null },
  space: {
    kind: 'unit' as const,
    floors: [],
    units: units.map((unit) => ({ id: unit, label: unit })),
    area: null,
    wholeArea: null,
  },
});

test('a space of one unit is compared as that unit, one of several or of none as its building, each once', () => {
  expect(subjectsOf([space('a', 'u1'), space('b', 'u1', 'u2'), space('b', 'u3', 'u4'), space('c')])).toEqual([
    { buildingId: 'a', unitId: 'u1' },
    { buildingId: 'b', unitId: null },
    { buildingId: 'c', unitId: null },
  ]);
});
