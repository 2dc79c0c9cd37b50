import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { type Rows, run } from '../../../tests/dry-runs.ts';
import { applyChanges } from '../records/change.ts';

/** The rule in its plainest form: a value given replaces the value on file. */
function naive(before: readonly (number | null)[], given: readonly (number | null | '不详')[]) {
  return before.map((value, i) => (given[i] === '不详' ? null : (given[i] ?? value)));
}
const known = fc.option(fc.integer({ min: 0, max: 400 }), { nil: null });
const cell = fc.oneof(known, fc.constant('不详' as const));

test('any mixture of numbers, gaps and unknown words comes to the same', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(known, known, cell, cell), { minLength: 1, maxLength: 20 }), (cases) => {
      const list = cases.map(([lifts, parking], i) =>
        aBuilding({ id: `b${i}`, nameZh: `第${i}号楼`, lifts, parking }),
      );
      const portfolio = aPortfolio({ buildings: list });
      const rows: Rows = [
        ['楼宇名称', '电梯', '车位'],
        ...cases.map(([, , a, b], i) => [`第${i}号楼`, a, b]),
      ];
      const result = run('building', rows, portfolio);
      const after = applyChanges(portfolio, result.changes).buildings;
      const wanted = cases.map(([lifts, parking, a, b]) => naive([lifts, parking], [a, b]));
      expect(
        list.map(({ id }) => after.find((building) => building.id === id)).map((b) => [b?.lifts, b?.parking]),
      ).toEqual(wanted);
      const unchanged = wanted.filter(([a, b], i) => a === cases[i]?.[0] && b === cases[i]?.[1]).length;
      expect(result.counts.changed).toBe(cases.length - unchanged);
    }),
    { numRuns: 100 },
  );
});

test('no row of any cells makes it throw, and no change of it fails the table of fields', () => {
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.double(), known, fc.boolean());
  fc.assert(
    fc.property(fc.array(fc.array(anything, { maxLength: 6 }), { maxLength: 8 }), (rows) => {
      const result = run('building', [
        ['楼宇名称', '地址', '类型', '建设状态', '建筑面积', '地上层数'],
        ...rows,
      ]);
      const total = Object.values(result.counts).reduce((a, b) => a + b, 0);
      expect(total).toBe(result.rows.length);
    }),
    { numRuns: 200 },
  );
});
