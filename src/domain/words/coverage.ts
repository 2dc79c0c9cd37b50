import type { Figures } from './figures.ts';

/** Rounded down, since only full coverage may be called 100 %. */
export function coverageInWords(coverage: number, figures: Figures): string {
  return figures.percent(Math.floor(coverage * 100 + 1e-9) / 100, 0);
}
