import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePortfolio } from '#mocks/sample/generate.ts';
import type { Portfolio } from '../model/portfolio.ts';
import { applyChanges, type Change, changeOf } from '../records/change.ts';
import { roles, visibleTo } from '../visibility.ts';
import { buildColumns } from './build-columns.ts';

const district = generatePortfolio({ buildings: 12, units: 60, historyMonths: 14 });

/** A change of something, somewhere; picks are taken modulo what there is. */
const edit = fc.record({
  kind: fc.constantFrom('lifts', 'status', 'move', 'area', 'gone', 'rent', 'tax', 'month', 'fact'),
  pick: fc.nat(),
  value: fc.integer({ min: 1, max: 900 }),
});

function changeIn(
  portfolio: Portfolio,
  { kind, pick, value }: { kind: string; pick: number; value: number },
): Change[] {
  const one = <T>(list: readonly T[]) => list[pick % list.length];
  const building = one(portfolio.buildings);
  const unit = one(portfolio.units);
  const tax = one(portfolio.taxRecords);
  const month = one(portfolio.months);
  const fact = one(portfolio.facts);
  if (!building || !unit || !tax || !month || !fact) return [];
  switch (kind) {
    case 'lifts':
      return [
        changeOf('building', building, {
          ...building,
          lifts: value,
          steward: { name: `甲${value}`, phone: null },
        }),
      ];
    case 'status':
      return [changeOf('building', building, { ...building, status: value % 2 ? 'delivered' : 'toppedOut' })];
    case 'move':
      return [changeOf('unit', unit, { ...unit, floor: value % 30, position: value })];
    case 'area':
      return [changeOf('unit', unit, { ...unit, area: value, status: value % 2 ? 'vacant' : 'leased' })];
    case 'gone':
      return [changeOf('unit', unit, null)];
    case 'rent':
      return [changeOf('unit', unit, { ...unit, askingRent: value, marketed: true })];
    case 'tax':
      return [changeOf('taxRecord', tax, { ...tax, totalTax: value * 1_000_000 })];
    case 'month':
      return [changeOf('month', month, { ...month, tenantCount: value })];
    default:
      return [changeOf('fact', fact, null)];
  }
}

const searchKeys = ({ nameZh }: { readonly nameZh: string }) => ({ texts: [nameZh], sort: nameZh });

test('after any changes the columns are those that would be built from nothing, for every role', () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), (edits) => {
      let portfolio = district;
      for (const one of edits) {
        portfolio = applyChanges(portfolio, changeIn(portfolio, one));
        for (const role of roles) {
          const kept = buildColumns(visibleTo(role, portfolio), { role, searchKeys });
          const anew = buildColumns(visibleTo(role, structuredClone(portfolio)), { role, searchKeys });
          expect(kept).toEqual(anew);
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a write to one record leaves what a role sees of the others as it was', () => {
  const [first] = district.buildings;
  if (!first) throw new Error('no building');
  const next = applyChanges(district, [changeOf('building', first, { ...first, lifts: 99 })]);
  for (const role of roles) {
    const [before, after] = [visibleTo(role, district), visibleTo(role, next)];
    expect(after.buildings.slice(1).every((building, i) => building === before.buildings[i + 1])).toBe(true);
    expect(after.buildings[0]).toMatchObject({
      lifts: 99,
      steward: role === 'public' ? null : first.steward,
    });
    expect(after.months).toBe(before.months);
  }
});
