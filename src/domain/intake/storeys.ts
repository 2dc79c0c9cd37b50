/** Storeys as they are written: 3F, 三层, B1, 负一层, 地下2层, 地上30层/地下3层. */
import { plain } from './plain.ts';

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 → 12, 二十 → 20, 一百零三 → 103; null when it is no such number. */
export function hanNumber(text: string): number | null {
  if (!/^[〇零一二两三四五六七八九十百]+$/.test(text)) return null;
  let total = 0;
  let current = 0;
  for (const letter of text) {
    if (letter === '百' || letter === '十') {
      total += (current === 0 ? 1 : current) * (letter === '百' ? 100 : 10);
      current = 0;
    } else {
      current = digits[letter] ?? 0;
    }
  }
  return total + current;
}

function numberOf(text: string): number | null {
  return /^\d{1,3}$/.test(text) ? Number(text) : hanNumber(text);
}

const below = /^(?:b|-|负|地下|basement)\s*(.+?)\s*(?:f|层|楼)?$/;
const above = /^(?:地上|第|f|l|level|floor)?\s*(.+?)\s*(?:f|层|楼|th|st|nd|rd)?(?:\s*floor)?$/;

/** Counts from 1 at street level, basements from −1; null when it is no storey, or 0, which there is not. */
export function readStorey(text: string): number | null {
  const clean = plain(text).toLowerCase();
  const down = below.exec(clean);
  const found = down ? numberOf(down[1] ?? '') : numberOf(above.exec(clean)?.[1] ?? '');
  if (found === null || found === 0) return null;
  return down ? -found : found;
}

export interface Storeys {
  readonly above: number;
  /** null: the text says nothing of them. */
  readonly below: number | null;
}

const count = '([\\d〇零一二两三四五六七八九十百]+)';
const shapes: readonly RegExp[] = [
  new RegExp(`^(?:共|地上)?${count}(?:层|f|楼)?$`),
  new RegExp(`^地上${count}(?:层|f)?[/,;、\\s]*地下${count}(?:层|f)?$`),
  new RegExp(`^${count}(?:层|f)?[/,;、(\\s]+(?:-|b|地下|负)${count}(?:层|f)?\\)?$`),
];
const belowFirst: readonly RegExp[] = [
  new RegExp(`^地下${count}(?:层|f)?[/,;、\\s]*地上${count}(?:层|f)?$`),
  new RegExp(`^(?:-|b)${count}f?(?:-|~|至)${count}f?$`),
];

/** How many storeys a building has; null when the text does not say. */
export function readStoreys(text: string): Storeys | null {
  const clean = plain(text).toLowerCase();
  for (const [patterns, isDownFirst] of [
    [shapes, false],
    [belowFirst, true],
  ] as const) {
    for (const pattern of patterns) {
      const match = pattern.exec(clean);
      if (!match) continue;
      const [up, down] = isDownFirst ? [match[2], match[1]] : [match[1], match[2]];
      const storeys = numberOf(up ?? '');
      const basements = down === undefined ? null : numberOf(down);
      if (storeys === null || (down !== undefined && basements === null)) return null;
      return { above: storeys, below: basements };
    }
  }
  return null;
}
