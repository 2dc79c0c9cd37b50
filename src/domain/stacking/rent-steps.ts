/** Round classes for rents: 90–100, 100–110 … */

export interface RentStep {
  readonly lo: number;
  /** Not included. */
  readonly hi: number;
}

const mantissas = [1, 2, 5];
/** 元/㎡/月; finer classes would be noise. */
const finest = 1;

/**
 * The narrowest round steps of one width, from the bottom up, of which at most `most` hold all rents; [] for no
 * rents. Widths are 1, 2 or 5 times a power of ten.
 * @param rents 元/㎡/月
 */
export function rentSteps(rents: readonly number[], most: number): readonly RentStep[] {
  if (rents.length === 0) return [];
  const least = rents.reduce((a, b) => Math.min(a, b));
  const greatest = rents.reduce((a, b) => Math.max(a, b));
  for (let power = finest; ; power *= 10) {
    for (const mantissa of mantissas) {
      const width = mantissa * power;
      const first = Math.floor(least / width);
      const count = Math.floor(greatest / width) - first + 1;
      if (count > most) continue;
      return Array.from({ length: count }, (_, index) => ({
        lo: (first + index) * width,
        hi: (first + index + 1) * width,
      }));
    }
  }
}
