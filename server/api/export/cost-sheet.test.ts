import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CostAssumptions, defaultAssumptions } from '#domain/cost/assumptions.ts';
import { itemBound } from '#domain/cost/item-bound.ts';
import { costItems, occupancyCost } from '#domain/cost/occupancy.ts';
import type { CostSpace } from '#domain/cost/space.ts';
import { type Bound, bounds } from '#domain/measure.ts';
import { createFigures } from '#domain/words/figures.ts';
import { anyAssumptions, aSpace, figureOf } from '../../../tests/costs.ts';
import { bookOf, type FormulaBook } from '../../../tests/formula-book.ts';
import { calculator, type FormulaValue } from '../../../tests/formulas.ts';
import { boundSigns } from './columns.ts';
import { costCase } from './cost-case.ts';
import { ownInputs, resultFigures, sharedCell, sharedInputs, spaceCells } from './cost-layout.ts';
import { costSheets } from './cost-sheet.ts';
import { costWords } from './cost-words.ts';
import { flowLetter, flowRow } from './flow-layout.ts';
import { createStyles } from './workbook-styles.ts';

const figures = { zh: createFigures('zh'), en: createFigures('en') };

function bookFor(spaces: readonly CostSpace[], assumptions: CostAssumptions, locale: 'zh' | 'en' = 'zh') {
  const cases = spaces.map((space) => costCase(space.id, space, assumptions));
  return bookOf(costSheets(cases, assumptions, figures[locale], createStyles()));
}

const bound = fc.constantFrom<Bound>(...bounds);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 6 });

/** A space of which anything may be unknown or a bound, at sums that stay whole 分. */
const anySpace = (id: string): fc.Arbitrary<CostSpace> =>
  fc
    .record({
      area: maybe(figureOf('area', 20_000)),
      rent: maybe(fc.record({ value: figureOf('rent', 1_000), bound })),
      fee: maybe(fc.record({ value: figureOf('managementFee', 100), bound })),
      efficiency: maybe(fc.record({ value: figureOf('efficiency'), bound })),
    })
    .map(({ area, rent, fee, efficiency }) =>
      aSpace({ id, area, askingRent: rent, managementFee: fee, efficiency }),
    );

const lease = anyAssumptions.map(
  ({ area, rent, ...rest }): CostAssumptions => ({
    ...rest,
    area: area === null ? null : 1 + (area % 20_000),
    rent: rent === null ? null : { ...rent, amount: rent.amount % (rent.per === 'day' ? 30 : 1_000) },
    escalation: rest.escalation / 4,
    own: {},
  }),
);

/** Equal to the 分, or to what fifteen digits leave of a larger figure. */
function expectAlike(actual: FormulaValue | undefined, expected: number | string, what: string): void {
  if (typeof expected === 'string') {
    expect(actual ?? '', what).toBe(expected);
    return;
  }
  if (typeof actual !== 'number') throw new Error(`${what}: ${actual} is not ${expected}`);
  expect(Math.abs(actual - expected), what).toBeLessThan(Math.max(0.0001, Math.abs(expected) * 1e-12));
}

function expectCachedAsWorkedOut(book: FormulaBook): void {
  const calculate = calculator(book);
  for (const [sheet, cells] of book) {
    for (const [address, { value, formula }] of cells) {
      if (formula !== undefined)
        expectAlike(calculate(sheet, address), value, `${sheet}!${address} =${formula}`);
    }
  }
}

/** The figures of a space as a book's formulas give them, against the domain. */
function expectAsDomain(
  book: FormulaBook,
  place: number,
  space: CostSpace,
  assumptions: CostAssumptions,
  isAlone = true,
) {
  const { sheet, flowSheet, missing } = costWords.zh;
  const calculate = calculator(book);
  const cells = spaceCells(place);
  const read = (address: string) => calculate(sheet, address.replaceAll('$', ''));
  const cost = occupancyCost(space, assumptions);
  const inYuan = (fen: number | undefined) => (fen === undefined ? '未提供' : fen / 100);
  const results = {
    total: [inYuan(cost.total?.value), cost.total?.bound],
    presentValue: [inYuan(cost.presentValue?.value), cost.presentValue?.bound],
    perGfa: [cost.perGfa?.value ?? '未提供', cost.perGfa?.bound],
    perUsable: [cost.perUsable?.value ?? '未提供', cost.perUsable?.bound],
    netEffectiveRent: [cost.netEffectiveRent?.value ?? '未提供', cost.netEffectiveRent?.bound],
  } as const;
  for (const figure of resultFigures) {
    expectAlike(read(cells.result(figure)), results[figure][0], figure);
    const sign = boundSigns[results[figure][1] ?? 'exact'];
    expect(read(cells.sign('result', figure)) ?? '', `${figure}: bound`).toBe(sign);
  }
  for (const item of costItems) {
    expectAlike(read(cells.result(item)), cost.totals ? cost.totals[item] / 100 : '未提供', item);
    const sign = boundSigns[cost.totals ? itemBound(item, cost.inputs, assumptions) : 'exact'];
    expect(read(cells.sign('result', item)) ?? '', `${item}: bound`).toBe(sign);
  }
  expect(read(cells.step('missing'))).toBe(cost.missing.map((input) => missing[input]).join('、'));
  const flow = isAlone ? flowSheet : `${flowSheet} ${place + 1}`;
  for (const row of cost.rows) {
    for (const column of [...costItems, 'total', 'cumulative'] as const) {
      const cell = calculate(flow, `${flowLetter(column)}${flowRow(row.month)}`);
      expectAlike(cell, row[column] / 100, `month ${row.month}: ${column}`);
    }
    const writtenOff = calculate(flow, `${flowLetter('writtenOff')}${flowRow(row.month)}`);
    expectAlike(writtenOff, row.fitOutWrittenOff / 100, `month ${row.month}: written off`);
  }
  const beyond = flowRow(assumptions.termMonths + 1);
  if (assumptions.termMonths < 360) expect(calculate(flow, `${flowLetter('total')}${beyond}`)).toBe('');
}

test('what a formula comes to is written beside it, and is what its formula gives', () => {
  fc.assert(
    fc.property(anySpace('tower'), lease, fc.constantFrom('zh', 'en'), (space, assumptions, locale) => {
      expectCachedAsWorkedOut(bookFor([space], assumptions, locale));
    }),
    { numRuns: 12 },
  );
}, 60_000);

test("the formulas give the domain's figures, month by month to the 分, with their bounds and what is missing", () => {
  fc.assert(
    fc.property(anySpace('tower'), lease, (space, assumptions) => {
      expectAsDomain(bookFor([space], assumptions), 0, space, assumptions);
    }),
    { numRuns: 12 },
  );
}, 60_000);

/** Types the inputs of one book over those of another, as a person would. */
function typedOver(book: FormulaBook, other: FormulaBook): void {
  const { sheet } = costWords.zh;
  const [own, theirs] = [book.get(sheet), other.get(sheet)];
  const { own: cell, sign } = spaceCells(0);
  const inputs = [
    ...sharedInputs.map(sharedCell),
    ...ownInputs.map(cell),
    ...(['rent', 'managementFee', 'efficiency'] as const).map((input) => sign('own', input)),
  ];
  for (const address of inputs.map((text) => text.replaceAll('$', ''))) {
    const typed = theirs?.get(address);
    const before = own?.get(address);
    if (!typed || !before) throw new Error(`no input at ${address}`);
    expect(before.formula, address).toBeUndefined();
    own?.set(address, typed);
  }
}

test('whatever is typed into the inputs, the results follow', () => {
  fc.assert(
    fc.property(anySpace('a'), lease, anySpace('b'), lease, (before, assumed, after, assumptions) => {
      const book = bookFor([before], assumed);
      typedOver(book, bookFor([after], assumptions));
      expectAsDomain(book, 0, after, assumptions);
    }),
    { numRuns: 12 },
  );
}, 60_000);

test('several spaces stand beside each other, each with months of its own', () => {
  fc.assert(
    fc.property(anySpace('a'), anySpace('b'), lease, (first, second, assumptions) => {
      const book = bookFor([first, second], assumptions);
      expect([...book.keys()]).toEqual(['入驻成本', '现金流 1', '现金流 2']);
      expectAsDomain(book, 0, first, assumptions, false);
      expectAsDomain(book, 1, second, assumptions, false);
    }),
    { numRuns: 5 },
  );
}, 60_000);

test('what is typed for one space goes before what is assumed for all', () => {
  const own = { rent: { amount: 5.2, per: 'day' }, managementFee: 30, efficiency: 0.6, price: null } as const;
  const assumptions = {
    ...defaultAssumptions,
    rent: { amount: 100, per: 'month' },
    own: { b: own },
  } as const;
  const spaces = [aSpace({ id: 'a' }), aSpace({ id: 'b' })];
  const book = bookFor(spaces, assumptions);
  for (const [place, space] of spaces.entries()) expectAsDomain(book, place, space, assumptions, false);
  const read = (address: string) => book.get('入驻成本')?.get(address.replaceAll('$', ''))?.value;
  expect([read(spaceCells(0).own('rent')), read(spaceCells(0).own('rentUnit'))]).toEqual([100, '元/㎡/月']);
  expect([read(spaceCells(1).own('rent')), read(spaceCells(1).own('rentUnit'))]).toEqual([5.2, '元/㎡/天']);
});

test('a longer term typed into the workbook finds its months', () => {
  const space = aSpace();
  const book = bookFor([space], { ...defaultAssumptions, termMonths: 12 });
  const address = sharedCell('termMonths').replaceAll('$', '');
  book.get('入驻成本')?.set(address, { value: 360 });
  expectAsDomain(book, 0, space, { ...defaultAssumptions, termMonths: 360 });
});

test('what is not known is the word for it, never 0, and counts once somebody types it', () => {
  const space = aSpace({ managementFee: null });
  const book = bookFor([space], defaultAssumptions);
  const { own, result } = spaceCells(0);
  const sheet = book.get('入驻成本');
  const [fee, total] = [own('managementFee'), result('total')].map((text) => text.replaceAll('$', ''));
  expect([sheet?.get(fee ?? '')?.value, sheet?.get(total ?? '')?.value]).toEqual(['未提供', '未提供']);
  sheet?.set(fee ?? '', { value: 28 });
  expectAsDomain(book, 0, aSpace(), defaultAssumptions);
});

test('no name of a building gets into a formula', () => {
  const space = aSpace({ id: 'x' });
  const cases = [costCase('=HYPERLINK("http://x")', space, defaultAssumptions)];
  const sheets = costSheets(cases, defaultAssumptions, figures.zh, createStyles());
  const formulas = sheets.flatMap(({ rows }) => [...rows].flatMap((row) => row.map((cell) => cell?.formula)));
  expect(formulas.filter((formula) => formula?.includes('HYPERLINK'))).toEqual([]);
});
