import { describe, expect, it } from 'vitest';
import { generatePortfolio } from './generate.ts';
import { inventedUscc } from './uscc.ts';

/** GB 32100-2015, written down a second time: Σ value × 3^(i−1), with the check character, is 0 modulo 31. */
function isValid(code: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code.length === 18 && (sum + alphabet.indexOf(code.charAt(17))) % 31 === 0;
}

describe('invented credit codes', () => {
  it('are well formed: the rule holds for a published code and for ours', () => {
    // 国家标准 GB 32100-2015, example of the annex.
    expect(isValid('91350100M000100Y43')).toBe(true);
    expect(isValid('91350100M000100Y44')).toBe(false);
    expect([0, 1, 42, 99_999, 999_999].map(inventedUscc).filter((code) => !isValid(code))).toEqual([]);
  });

  it('are of a place that does not exist, and each firm has its own', () => {
    const codes = generatePortfolio({ historyMonths: 0 }).enterprises.flatMap((firm) => firm.uscc ?? []);
    expect(codes.length).toBeGreaterThan(1_000);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.startsWith('91120199') && isValid(code))).toBe(true);
  });
});
