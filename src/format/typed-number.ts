/** What a person typed into a number field: `8.5万`, `1,200`, `40%`, `１２００`, `4.5元/㎡/天`. */
export interface TypedNumber {
  /** Multipliers applied; a percentage is still what was written (`40%` is 40 with the unit `%`). */
  readonly value: number;
  /** What follows the number, in half-width characters without spaces: `''`, `%`, `m2`, `元/m2/天`. */
  readonly unit: string;
}

const grouped = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?/;
const plain = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)/;

/** Decimal places by which a written multiplier shifts the point. */
const multipliers: Readonly<Record<string, number>> = { 千: 3, k: 3, 万: 4, w: 4, 百万: 6, 千万: 7, 亿: 8 };
const multiplier = /^(?:千万|百万|[千万亿]|[kw](?![a-z]))/i;

/**
 * Reads one number with an optional multiplier and unit; null when the text is anything else
 * (empty, two numbers, `1,20`). The caller decides which units it takes.
 */
export function parseTypedNumber(text: string): TypedNumber | null {
  const clean = text.normalize('NFKC').replaceAll(/[\s_]/g, '').replaceAll('−', '-');
  const digits = (grouped.exec(clean) ?? plain.exec(clean))?.[0];
  if (digits === undefined) return null;
  const rest = clean.slice(digits.length);
  const factor = multiplier.exec(rest)?.[0] ?? '';
  const unit = rest.slice(factor.length);
  if (/[\d,.]/.test(unit.replace('m2', ''))) return null;
  // Shifting the point in the text keeps 1.15万 at 11,500, which 1.15 × 10,000 is not.
  const value = Number(`${digits.replaceAll(',', '')}e${multipliers[factor.toLowerCase()] ?? 0}`);
  return Number.isFinite(value) ? { value, unit } : null;
}
