/** 统一社会信用代码 (GB 32100-2015): 2 characters of kind, 6 of place, 9 of organisation, 1 check character. */

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/**
 * The check character of the first 17.
 * @returns null when one of them is none of the alphabet (no I, O, S, V, Z)
 */
export function usccCheckCharacter(body: string): string | null {
  let sum = 0;
  for (const [index, weight] of weights.entries()) {
    const value = alphabet.indexOf(body.charAt(index));
    if (value < 0 || index >= body.length) return null;
    sum += weight * value;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Whether a code has 18 characters, a place of six digits, and the check character that belongs to it. */
export function isUscc(code: string): boolean {
  return (
    /^[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}$/.test(code) &&
    usccCheckCharacter(code.slice(0, 17)) === code[17]
  );
}
