import { describe, expect, it } from 'vitest';
import { Random, roundTo } from './random.ts';

const draw = (random: Random, count: number) => Array.from({ length: count }, () => random.next());

describe('Random', () => {
  it('repeats itself for the same keys and not for near ones', () => {
    expect(draw(new Random(1, 2, 3), 5)).toEqual(draw(new Random(1, 2, 3), 5));
    const firsts = Array.from({ length: 1_000 }, (_, index) => new Random(7, index).next());
    expect(new Set(firsts).size).toBe(1_000);
    const mean = firsts.reduce((sum, value) => sum + value, 0) / 1_000;
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.03);
  });

  it('is even, and about normal where asked to be', () => {
    const random = new Random(5);
    const values = Array.from({ length: 20_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
    const dice = Array.from({ length: 6_000 }, () => random.integer(1, 6));
    expect([...new Set(dice)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(dice.filter((face) => face === 6).length).toBeGreaterThan(900);
  });

  it('draws by weight', () => {
    const random = new Random(9);
    const drawn = Array.from({ length: 4_000 }, () =>
      random.weighted([
        ['seldom', 1],
        ['often', 3],
        ['never', 0],
      ]),
    );
    expect(drawn.filter((thing) => thing === 'often').length / 4_000).toBeCloseTo(0.75, 1);
    expect(drawn).not.toContain('never');
  });

  it('refuses to pick from nothing', () => {
    expect(() => new Random(1).pick([])).toThrow('invalid list: empty');
  });
});

describe('roundTo', () => {
  it('leaves no dust behind the decimal point', () => {
    expect([roundTo(4.2000000001, 0.05), roundTo(97.333, 0.01), roundTo(1_234, 50)]).toEqual([
      4.2, 97.33, 1_250,
    ]);
  });
});
