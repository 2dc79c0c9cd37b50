/** Numbers as people write them: 8.5万, 1,500, 八万五, 两千二, 五六百, 3亿5000万, 四点二. */

/** `low` < `high` for 五六百, otherwise both are the number. */
export interface NumberRead {
  readonly low: number;
  readonly high: number;
  readonly end: number;
  /** 万, 亿 or k was written. */
  readonly isScaled: boolean;
}

const digitOf: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const smallScale: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
const bigScale: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 };

/** Twelve digits: what is beyond them is the dust of binary fractions. */
export function dusted(value: number): number {
  return Number(value.toPrecision(12));
}

/** 五六百 → 500 and 600; 两千二 → 2200; null for what is no number, such as 十百. */
function hanValue(text: string): { low: number; high: number } | null {
  if (/^[零〇一二三四五六七八九]{3,}$/.test(text)) {
    const value = Number(Array.from(text, (letter) => digitOf[letter]).join(''));
    return { low: value, high: value };
  }
  const pair = /^([一二两三四五六七八])([二三四五六七八九])([十百千万]+)$/.exec(text);
  if (pair) {
    const [, first = '', second = '', scale = ''] = pair;
    const [low, high] = [hanWhole(first + scale), hanWhole(second + scale)];
    return low !== null && high !== null && low < high ? { low, high } : null;
  }
  const value = hanWhole(text);
  return value === null ? null : { low: value, high: value };
}

function hanWhole(text: string): number | null {
  let total = 0;
  let section = 0;
  let current: number | null = null;
  let lastScale = 0;
  for (const letter of text) {
    const digit = digitOf[letter];
    const small = smallScale[letter];
    const big = bigScale[letter];
    if (digit !== undefined) {
      if (current !== null && current !== 0) return null;
      current = digit;
      if (digit === 0) lastScale = 0;
    } else if (small !== undefined) {
      if (current === null && small !== 10) return null;
      section += (current ?? 1) * small;
      current = null;
      lastScale = small;
    } else if (big !== undefined) {
      const whole = section + (current ?? 0);
      if (whole === 0) return null;
      total = (big === 1e8 ? total + whole : whole) * big + (big === 1e4 ? total : 0);
      section = 0;
      current = null;
      lastScale = big;
    } else return null;
  }
  // 两千二: the digit behind a scale stands for the next lower one.
  const rest = (current ?? 0) * (lastScale > 10 ? lastScale / 10 : 1);
  return total + section + rest;
}

const arabic = /\d{1,3}(?:,\d{3})+(?![\d])(?:\.\d{1,6})?|\d{1,12}(?:\.\d{1,6})?/y;
const hanNumber = /[零〇一二两俩三四五六七八九十百千万亿]{1,16}/y;
const scales: readonly (readonly [RegExp, number])[] = [
  [/ ?百万/y, 1e6],
  [/ ?千万/y, 1e7],
  [/ ?万亿/y, 1e12],
  [/ ?万/y, 1e4],
  [/ ?亿/y, 1e8],
  [/千(?!米|瓦|克|伏)/y, 1e3],
  [/百(?!分|货)/y, 1e2],
  [/k(?![a-z])/y, 1e3],
  [/ ?million/y, 1e6],
  [/ ?thousand/y, 1e3],
];

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** Reads the number that begins at a place of a normalised text; null when none does. */
export function numberAt(lower: string, at: number): NumberRead | null {
  const digits = matchAt(arabic, lower, at);
  if (digits !== null) return arabicFrom(lower, at + digits.length, Number(digits.replaceAll(',', '')));
  const letters = matchAt(hanNumber, lower, at);
  if (letters === null) return null;
  const end = at + letters.length;
  const fraction = /^点([零〇一二三四五六七八九]{1,4})/.exec(lower.slice(end, end + 5));
  const whole = hanValue(letters);
  if (whole === null) return null;
  const isScaled = /[万亿]/.test(letters);
  if (!fraction) return { ...whole, end, isScaled };
  const [all, decimals = ''] = fraction;
  const value = whole.low + Number(`0.${Array.from(decimals, (letter) => digitOf[letter]).join('')}`);
  return scaledFrom(lower, end + all.length, value);
}

function scaledFrom(lower: string, end: number, value: number): NumberRead {
  for (const [pattern, factor] of scales) {
    const scale = matchAt(pattern, lower, end);
    if (scale === null) continue;
    const scaled = dusted(value * factor);
    return { low: scaled, high: scaled, end: end + scale.length, isScaled: true };
  }
  return { low: value, high: value, end, isScaled: false };
}

/** 8万5千 and 3亿5000万 go on behind the scale; 8万5 means 85,000. */
function arabicFrom(lower: string, end: number, value: number): NumberRead {
  const head = scaledFrom(lower, end, value);
  const last = lower.charAt(head.end - 1);
  if (!head.isScaled || !Number.isInteger(value) || !/[万亿千百]/.test(last)) return head;
  const tail = /^(?:\d{1,4}|[一二两三四五六七八九])(?:[万千](?!米))?/.exec(
    lower.slice(head.end, head.end + 6),
  )?.[0];
  if (tail === undefined || /[\d.年]/.test(lower.charAt(head.end + tail.length))) return head;
  const more = numberAt(lower, head.end);
  if (more === null) return head;
  const unit = { 万: 1e4, 亿: 1e8, 千: 1e3, 百: 100 }[last] ?? 1;
  const isShort = more.low < 10 && !more.isScaled && tail.length === 1;
  const rest = isShort ? (more.low * unit) / 10 : more.low;
  if (rest >= unit) return head;
  const total = dusted(head.low + rest);
  return { low: total, high: total, end: head.end + tail.length, isScaled: true };
}
