import { expect, test } from 'vitest';
import { aSpace, assuming } from '../../../tests/costs.ts';
import { type CostRowId, costRows } from './cost-rows.ts';
import type { CostSpace } from './space.ts';

const leased = aSpace({ tenure: 'lease' });

function cells(id: CostRowId, spaces: readonly CostSpace[], changes: Parameters<typeof assuming>[0] = {}) {
  const row = costRows(spaces, assuming(changes)).find((one) => one.id === id);
  return row?.cells.map(({ quantity }) => quantity?.value ?? null);
}

test('rows have money in 元, one cell a space, in the order of the spaces', () => {
  const cheaper = aSpace({ id: 'house', tenure: 'lease', askingRent: { value: 100, bound: 'exact' } });
  expect(cells('total', [leased, cheaper])).toEqual([5_328_000, 4_608_000]);
  expect(cells('total', [cheaper, leased])).toEqual([4_608_000, 5_328_000]);
  expect(cells('perGfa', [leased])).toEqual([148]);
});

test('what nobody pays has no row; rent and fee always have', () => {
  const ids = (changes: Parameters<typeof assuming>[0]) =>
    costRows([leased], assuming(changes)).map(({ id }) => id);
  expect(ids({})).toEqual([
    'gfaArea',
    'usableArea',
    'netRent',
    'feeRate',
    'rent',
    'managementFee',
    'total',
    'perGfa',
    'perUsable',
    'netEffectiveRent',
    'presentValue',
  ]);
  expect(ids({ moving: 1, subsidyRate: 1 })).toEqual(expect.arrayContaining(['moving', 'subsidy']));
  // A deposit comes back, so it costs nothing in all.
  expect(ids({ depositMonths: 3 })).not.toContain('deposit');
});

test('an unknown rent says so in each cell that needs it, beside a space whose rent is known', () => {
  const unknown = aSpace({ id: 'house', tenure: 'lease', askingRent: null });
  const rows = costRows([leased, unknown], assuming());
  const missing = Object.fromEntries(rows.map((row) => [row.id, row.cells[1]?.missing]));
  expect(missing).toMatchObject({
    gfaArea: [],
    feeRate: [],
    netRent: ['rent'],
    rent: ['rent'],
    total: ['rent'],
    netEffectiveRent: ['rent'],
    presentValue: ['rent'],
  });
  expect(cells('total', [leased, unknown])).toEqual([5_328_000, null]);
});

test('a cost of a usable ㎡ names the efficiency that it lacks', () => {
  const row = costRows([aSpace({ efficiency: null, tenure: 'lease' })], assuming()).find(
    ({ id }) => id === 'perUsable',
  );
  expect(row?.cells).toEqual([{ quantity: null, missing: ['efficiency'], isApplicable: true }]);
});

test('a purchase has rows where one space is for sale, and says nothing of those that are not', () => {
  const rows = costRows([leased, aSpace({ id: 'house' })], assuming({ downPayment: 1 }));
  const row = rows.find(({ id }) => id === 'purchaseTotal');
  expect(row?.cells[0]).toEqual({ quantity: null, missing: [], isApplicable: false });
  // 20,000,000 + 3 % taxes + 1,008,000 fee − 20,000,000 = 1,608,000
  expect(row?.cells[1]?.quantity).toEqual({ value: 1_608_000, bound: 'exact' });
  expect(costRows([leased], assuming()).some(({ id }) => id === 'purchaseTotal')).toBe(false);
});

test('the bound of an item is that of what it grows with', () => {
  const bounded = aSpace({ tenure: 'lease', askingRent: { value: 120, bound: 'atLeast' } });
  const rows = costRows([bounded], assuming({ moving: 100, subsidyRate: 5 }));
  const bound = (id: CostRowId) => rows.find((row) => row.id === id)?.cells[0]?.quantity?.bound;
  expect((['rent', 'managementFee', 'moving', 'subsidy', 'total'] as const).map(bound)).toEqual([
    'atLeast',
    'exact',
    'exact',
    'about',
    'atLeast',
  ]);
});

test('a deposit on rent and fee is as sure as both', () => {
  const bounded = aSpace({ tenure: 'lease', managementFee: { value: 28, bound: 'atLeast' } });
  const financing = (depositCoversFee: boolean) =>
    costRows([bounded], assuming({ depositMonths: 3, costOfCapital: 0.05, depositCoversFee })).find(
      ({ id }) => id === 'depositFinancing',
    )?.cells[0]?.quantity?.bound;
  expect([financing(false), financing(true)]).toEqual(['exact', 'atLeast']);
});

test('the lowest cost is the best, and one that is not known is neither best nor worst', () => {
  const cheaper = aSpace({ id: 'house', tenure: 'lease', askingRent: { value: 100, bound: 'exact' } });
  const unknown = aSpace({ id: 'hall', tenure: 'lease', askingRent: null });
  const rows = costRows([leased, cheaper, unknown], assuming());
  const row = (id: CostRowId) => rows.find((one) => one.id === id);
  expect(row('total')).toMatchObject({ best: [false, true, false], difference: 'different' });
  expect(row('feeRate')).toMatchObject({ best: [false, false, false], difference: 'same' });
  expect(row('gfaArea')?.best).toEqual([false, false, false]);
});

test('a smaller space is not better for costing less in all, only for costing less a ㎡', () => {
  const smaller = aSpace({ id: 'house', area: 500, askingRent: { value: 100, bound: 'exact' } });
  const rows = costRows([aSpace(), smaller], assuming());
  const rowFor = (id: CostRowId) => rows.find((one) => one.id === id);
  for (const id of ['total', 'presentValue', 'purchaseTotal'] as const)
    expect(rowFor(id)).toMatchObject({ rule: 'none', best: [false, false], difference: 'different' });
  expect(rowFor('perGfa')).toMatchObject({ rule: 'lower', best: [false, true] });
});

test('what does not apply differs from what does', () => {
  const rows = costRows([leased, aSpace({ id: 'house' })], assuming());
  expect(rows.find(({ id }) => id === 'purchaseTotal')?.difference).toBe('different');
});

test('a rent "from" so much wins over nothing that may be cheaper', () => {
  const from = aSpace({ id: 'house', tenure: 'lease', askingRent: { value: 100, bound: 'atLeast' } });
  const total = costRows([leased, from], assuming()).find(({ id }) => id === 'total');
  expect(total?.best).toEqual([false, false]);
});
