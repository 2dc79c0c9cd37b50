import { expect, test } from 'vitest';
import { codeOf, matchingStep, newSecret, stepAt } from './totp.ts';

/** `12345678901234567890` of RFC 6238, appendix B, in base32. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is that of the standard', (second, code) => {
  const now = new Date(second * 1_000);
  expect(codeOf(secret, stepAt(now))).toBe(code);
  expect(matchingStep(secret, code, now, null)).toBe(stepAt(now));
});

test('full-width digits and spaces are read, anything else is no code', () => {
  const now = new Date(59_000);
  expect(matchingStep(secret, '２８７ 082', now, null)).toBe(1);
  for (const odd of ['', '28708', '2870822', 'abcdef', '-28708', '28708２x']) {
    expect(matchingStep(secret, odd, now, null)).toBeNull();
  }
});

test('secrets are 160 random bits', () => {
  const secrets = new Set(Array.from({ length: 100 }, newSecret));
  expect(secrets.size).toBe(100);
  for (const made of secrets) expect(made).toMatch(/^[A-Z2-7]{32}$/);
});
