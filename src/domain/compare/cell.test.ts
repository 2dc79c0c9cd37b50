import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bound, bounds } from '../measure.ts';
import { bestOf, type Cell, differenceOf, type Rule, type Value } from './cell.ts';

function figure(value: number, bound: Bound = 'exact', upper: number | null = null, spread = 0): Value {
  return { kind: 'figure', value, upper, bound, spread };
}

const best = (rule: Rule, ...cells: Cell[]) => bestOf(cells, rule);

describe('bestOf', () => {
  it('marks the lowest or the highest, as the rule says', () => {
    expect(best('lower', figure(5), figure(3), figure(4))).toEqual([false, true, false]);
    expect(best('higher', figure(5), figure(3), figure(4))).toEqual([true, false, false]);
    expect(best('none', figure(5), figure(3), figure(4))).toEqual([false, false, false]);
  });

  it('marks a bound only where it surely wins', () => {
    expect(best('higher', figure(0.75, 'atLeast'), figure(0.74))).toEqual([true, false]);
    expect(best('higher', figure(0.75, 'atLeast'), figure(0.8))).toEqual([false, false]);
    expect(best('higher', figure(0.75, 'atLeast'), figure(0.8, 'atLeast'))).toEqual([false, false]);
    expect(best('lower', figure(100, 'atMost'), figure(120))).toEqual([true, false]);
    expect(best('lower', figure(100, 'atLeast'), figure(90))).toEqual([false, true]);
  });

  it('lets "about" win never, and be beaten by what is better than it states', () => {
    expect(best('lower', figure(100, 'about'), figure(120))).toEqual([false, false]);
    expect(best('lower', figure(100, 'about'), figure(90))).toEqual([false, true]);
  });

  it('reads a span by its worse end for itself and by its better end for the others', () => {
    expect(best('higher', figure(4.7, 'exact', 6.7), figure(4.2))).toEqual([true, false]);
    expect(best('higher', figure(4.7, 'exact', 6.7), figure(5))).toEqual([false, false]);
  });

  it('does not decide within the error of a position', () => {
    expect(best('lower', figure(300, 'exact', null, 200), figure(400))).toEqual([false, false]);
    expect(best('lower', figure(300, 'exact', null, 50), figure(400))).toEqual([true, false]);
  });

  it('marks all that tie, and nothing when all are equal', () => {
    expect(best('lower', figure(3), figure(3), figure(4))).toEqual([true, true, false]);
    expect(best('lower', figure(3), figure(3))).toEqual([false, false]);
    expect(best('lower', figure(3), figure(3), null)).toEqual([false, false, false]);
  });

  it('has nothing to say of a single known figure', () => {
    expect(best('lower', figure(3), null, null)).toEqual([false, false, false]);
  });

  it('takes the earlier day, and does not decide between a month and a day in it', () => {
    const day = (date: string): Value => ({ kind: 'date', date });
    expect(best('earlier', day('2026-10'), day('2026-11-02'))).toEqual([true, false]);
    expect(best('earlier', day('2026-10'), day('2026-10-15'))).toEqual([false, false]);
  });

  it('prefers a yes', () => {
    expect(best('yes', { kind: 'flag', isYes: true }, { kind: 'flag', isYes: false }, null)).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('differenceOf', () => {
  it('tells the different from the same, and neither from what is not known', () => {
    expect(differenceOf([figure(3), figure(3)])).toBe('same');
    expect(differenceOf([figure(3), figure(4)])).toBe('different');
    expect(differenceOf([figure(3), null])).toBe('undecided');
    expect(differenceOf([figure(3), figure(4), null])).toBe('different');
    expect(differenceOf([null, null])).toBe('unknown');
  });

  it('waits for a file before it counts it', () => {
    expect(differenceOf([figure(3), undefined])).toBe('same');
    expect(differenceOf([null, undefined])).toBe('unknown');
  });

  it('takes a bound for another statement than the figure itself', () => {
    expect(differenceOf([figure(3), figure(3, 'atLeast')])).toBe('different');
  });

  it('does not mind the order of codes', () => {
    const codes = (...given: string[]): Value => ({ kind: 'codes', codes: given });
    expect(differenceOf([codes('a', 'b'), codes('b', 'a')])).toBe('same');
  });
});

const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.constant(undefined),
  fc
    .record({
      value: fc.integer({ min: 0, max: 6 }),
      width: fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }),
      bound: fc.constantFrom(...bounds),
      spread: fc.integer({ min: 0, max: 2 }),
    })
    .map(({ value, width, bound, spread }) =>
      figure(value, bound, width === null ? null : value + width, spread),
    ),
);
const row = fc.array(cell, { maxLength: 6 });
const direction = fc.constantFrom<Rule>('higher', 'lower');

/** A truth that a cell leaves open, at a fraction of the way between its ends. */
function truthOf(value: Value, fraction: number): number {
  if (value.kind !== 'figure') throw new Error(`not a figure: ${value.kind}`);
  const low = value.bound === 'atMost' ? -10 : value.value - value.spread;
  const high = value.bound === 'atLeast' ? 20 : (value.upper ?? value.value) + value.spread;
  return low + (high - low) * fraction;
}

describe('whatever the cells are', () => {
  it('what is not known, not here or only about is never best', () => {
    fc.assert(
      fc.property(row, direction, (cells, rule) => {
        bestOf(cells, rule).forEach((isBest, i) => {
          const one = cells[i];
          if (isBest) expect(one?.kind === 'figure' && one.bound !== 'about').toBe(true);
        });
      }),
    );
  });

  it('in no truth that the statements leave open is another one better than the best', () => {
    const fractions = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(row, direction, fractions, (cells, rule, truths) => {
        const marks = bestOf(cells, rule);
        const values = cells.map((one, i) => (one ? truthOf(one, truths[i] ?? 0) : null));
        const sign = rule === 'higher' ? 1 : -1;
        for (const [i, isBest] of marks.entries()) {
          const own = values[i] ?? null;
          if (!isBest || own === null) continue;
          for (const other of values) {
            if (other !== null) expect(sign * own).toBeGreaterThanOrEqual(sign * other - 1e-9);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('the marks go with their columns, in any order, and an unknown column changes none', () => {
    fc.assert(
      fc.property(row, direction, fc.nat(), (cells, rule, turn) => {
        const by = cells.length === 0 ? 0 : turn % cells.length;
        const turned = [...cells.slice(by), ...cells.slice(0, by)];
        const marks = bestOf(cells, rule);
        expect(bestOf(turned, rule)).toEqual([...marks.slice(by), ...marks.slice(0, by)]);
        expect(bestOf([...cells, null], rule)).toEqual([...marks, false]);
        expect(differenceOf(turned)).toBe(differenceOf(cells));
      }),
    );
  });

  it('a row is different only if two known cells are, whatever else is unknown', () => {
    fc.assert(
      fc.property(row, (cells) => {
        const known = cells.filter((one) => one);
        expect(differenceOf(cells) === 'different').toBe(differenceOf(known) === 'different');
      }),
    );
  });
});
