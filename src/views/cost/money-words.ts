/** Money of costs in words: short for key figures, to the 分 in tables. */
import type { Fen, Quantity } from '#domain/measure.ts';
import type { Figures } from '#domain/words/figures.ts';

/** "1,234.56", without the 分 where there are none. */
export function exactYuan(fen: Fen, figures: Figures): string {
  return figures.number(fen / 100, 2);
}

/** "≤ 533万", "53,280" where it is short enough; its unit is 元. */
export function shortMoney({ value, bound }: Quantity, figures: Figures): string {
  return `${figures.words.bound[bound]}${figures.short(Math.round(value / 100))}`;
}

/** "≤ 5,328,000 元", for lines that are checked. */
export function exactMoneyText(fen: Quantity | null, figures: Figures): string {
  if (fen === null) return figures.words.unknown;
  const { bound, unit } = figures.words;
  return `${bound[fen.bound]}${exactYuan(fen.value, figures)} ${unit.yuan}`;
}
