/** Every figure of a text: number or range, what it measures, its bound, and where it stands. */
import type { Bound } from '../measure.ts';
import { boundAfter, boundBefore } from './bounds.ts';
import { dusted, type NumberRead, numberAt } from './numerals.ts';
import type { ExtractUnit } from './terms.ts';
import { type Measure, type MoneyRead, moneyAt, type UnitRead, unitAt } from './units.ts';

export interface Figure {
  /** Places in the normalised text, with the words of the bound. */
  readonly start: number;
  readonly end: number;
  /** Where the number itself begins. */
  readonly numberStart: number;
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  readonly measure: Measure;
  readonly unit: ExtractUnit | null;
  readonly isScaled: boolean;
  /** The text names no area; the amount can only be that of one ㎡. */
  readonly isAssumed: boolean;
}

const numberStart = /[\d零〇一二两俩三四五六七八九十百千万亿]/;
const rangeMark = / ?(?:-{1,2}|~|至|到|to\b) ?/y;
const mid = /(?:余|多|来|几|\+)(?=[ ㎡平方米公亩元块人名位个部台层辆户家%])/y;
const currencyMark = /(?:¥|rmb|cny|\$) ?$/;

function factorOf(lower: string, { end, isScaled }: NumberRead): number {
  if (!isScaled) return 1;
  const last = lower.charAt(end - 1);
  return { 亿: 1e8, 万: 1e4, 千: 1e3, k: 1e3, 百: 1e2 }[last] ?? 1;
}

interface Core {
  readonly low: number;
  readonly high: number;
  readonly end: number;
  readonly isScaled: boolean;
  /** Of the first end of a range, where only that one has it. */
  readonly unit: UnitRead | null;
}

/** A number, or two with a mark of a range between them: 1500到2000, 4.7m~6.7, 1.5-2万. */
function coreAt(lower: string, at: number): Core | null {
  const first = numberAt(lower, at);
  if (!first) return null;
  const give = /^ ?± ?\d[\d.]*%?/.exec(lower.slice(first.end, first.end + 8))?.[0];
  if (give !== undefined) {
    const { low, high, isScaled } = first;
    return { low, high, end: first.end + give.length, isScaled, unit: null };
  }
  const alone = { low: first.low, high: first.high, end: first.end, isScaled: first.isScaled, unit: null };
  const unit = unitAt(lower, first.end);
  const coin = /^ ?(?:元|块|万元?)/.exec(lower.slice(first.end, first.end + 3))?.[0].length ?? 0;
  const perSqm = /^(?:元|块)\/(?:㎡|平)\/[天月]/.exec(lower.slice(first.end, first.end + 8))?.[0].length ?? 0;
  for (const from of [first.end, unit?.end, first.end + coin, first.end + perSqm]) {
    if (from === undefined) continue;
    const second = rangeEnd(lower, at, from);
    if (!second) continue;
    const factor = factorOf(lower, second);
    const isShort = !first.isScaled && second.isScaled && first.low * factor <= second.low;
    return {
      low: isShort ? dusted(first.low * factor) : first.low,
      high: second.high,
      end: second.end,
      isScaled: first.isScaled || second.isScaled,
      unit: from === unit?.end ? unit : null,
    };
  }
  return alone;
}

function rangeEnd(lower: string, start: number, at: number): NumberRead | null {
  rangeMark.lastIndex = at;
  const mark = rangeMark.exec(lower)?.[0];
  if (mark !== undefined) return numberAt(lower, at + mark.length);
  const and = /^ (?:and|or) /.exec(lower.slice(at, at + 5))?.[0];
  const isBetween =
    and !== undefined && /between (?:rmb |cny )?$/.test(lower.slice(Math.max(0, start - 14), start));
  return isBetween ? numberAt(lower, at + and.length) : null;
}

/** 4米5 and 4块5. */
function tailOf(
  lower: string,
  end: number,
  read: UnitRead | null,
  coin: boolean,
): { more: number; end: number } {
  const isLength = read?.unit === 'm' && lower.charAt(end - 1) === '米';
  if (!isLength && !coin) return { more: 0, end };
  const tail = /^(?:\d{1,2}|[一二三四五六七八九])(?![\d.,部层个台㎡平米十百千万亿])/.exec(
    lower.slice(end, end + 4),
  )?.[0];
  const digits = tail === undefined ? null : numberAt(lower, end);
  if (!digits || tail === undefined || /[-~]/.test(lower.charAt(end + tail.length))) return { more: 0, end };
  const coinEnd = coin && /[角毛]/.test(lower.charAt(end + tail.length)) ? 1 : 0;
  return { more: digits.low / (tail.length === 2 ? 100 : 10), end: end + tail.length + coinEnd };
}

interface Read extends UnitRead {
  readonly more: number;
}

function measured(lower: string, ends: readonly number[], core: Core, isMarked: boolean): Read {
  const words = ends.map((end) => lower.slice(Math.max(0, end - 24), end));
  mid.lastIndex = core.end;
  const at = core.end + (mid.exec(lower)?.[0].length ?? 0);
  const block = /^ ?(?:块|元(?=.[角毛]))(?=\d|[一二三四五六七八九])/.exec(lower.slice(at, at + 4))?.[0];
  const coins = block === undefined ? null : tailOf(lower, at + block.length, null, true);
  if (coins && coins.more > 0) {
    const money = moneyAt(lower, coins.end, words, false, true);
    if (money) return { ...money, more: coins.more };
  }
  const money: MoneyRead | null = moneyAt(lower, at, words, core.isScaled, isMarked);
  const tenth = /^ ?[一1]成/.test(lower.slice(at, at + 2));
  const share = tenths(lower, at);
  if (share && !tenth) return share;
  const unit = unitAt(lower, at);
  if (money && !(unit && unit.measure !== 'other' && !money.hasPer && !isMarked && unit.end > money.end))
    return { ...money, more: 0 };
  const read = unit ?? (core.unit ? { ...core.unit, end: at } : null);
  if (!read) return { measure: 'bare', unit: null, factor: 1, end: at, more: 0 };
  const tail = tailOf(lower, read.end, read, false);
  return { ...read, ...tail };
}

/** 七成五, 八成. */
function tenths(lower: string, at: number): Read | null {
  const match = /^成([一二三四五六七八九])?(?![立交为都本熟果员功长就套])/.exec(lower.slice(at, at + 3));
  if (!match) return null;
  const rest = match[1] === undefined ? null : numberAt(lower, at + 1);
  return {
    measure: 'percent',
    unit: null,
    factor: 0.1,
    end: at + match[0].length,
    more: rest ? rest.low / 10 : 0,
  };
}

function figureAt(lower: string, at: number): Figure | null {
  const hundredth = lower.startsWith('百分之', at);
  const from = hundredth ? at + 3 : at;
  const core = coreAt(lower, from);
  if (!core) return null;
  const previous = lower.charAt(at - 1);
  const head = boundBefore(lower, at);
  const mark = currencyMark.exec(lower.slice(Math.max(0, at - 4), at))?.[0];
  if (/[a-z]/.test(previous) && mark === undefined) return null;
  const begins = head?.at ?? at - (mark?.length ?? 0);
  const read: Read = hundredth
    ? { measure: 'percent', unit: null, factor: 0.01, end: core.end, more: 0 }
    : measured(lower, [begins, at], core, mark !== undefined);
  if (read.measure === 'bare' && /[a-z]/.test(lower.charAt(read.end))) return null;
  const middle = read.end > core.end && /^ ?[余多+]/.test(lower.slice(core.end, read.end)) ? 'atLeast' : null;
  const loose = read.end > core.end && /^ ?来/.test(lower.slice(core.end, read.end)) ? 'about' : null;
  const coin = /^ ?(?:元|块钱?)/.exec(lower.slice(core.end, core.end + 4))?.[0].length ?? 0;
  const tail =
    boundAfter(lower, read.end) ?? (read.measure === 'bare' ? null : boundAfter(lower, core.end + coin));
  const give = /^ ?± ?\d[\d.]*[%㎡平]?/.exec(lower.slice(read.end, read.end + 8))?.[0].length ?? 0;
  return perSquareMetre({
    start: begins,
    end: Math.max(read.end, tail?.at ?? 0, read.end + give),
    numberStart: at,
    low: dusted((core.low + read.more) * read.factor),
    high: dusted((core.high + read.more) * read.factor),
    bound:
      head?.bound ??
      tail?.bound ??
      middle ??
      loose ??
      (lower.slice(at, read.end + give).includes('±') ? 'about' : 'exact'),
    measure: read.measure,
    unit: read.unit,
    isScaled: core.isScaled,
    isAssumed: false,
  });
}

/** Up to so many 元 a period for one ㎡; a whole space costs more. */
const mostPerSqm = { yuanPerDay: 60, yuanPerMonth: 900, yuanPerYear: 9_000 } as const;
const ofOneSqm = {
  yuanPerDay: 'yuanPerSqmDay',
  yuanPerMonth: 'yuanPerSqmMonth',
  yuanPerYear: 'yuanPerSqmYear',
} as const;

/** 每天4.5元: nobody lets a whole space for that; it is the rent of one ㎡. */
function perSquareMetre(figure: Figure): Figure {
  const { unit, high, isScaled } = figure;
  if (unit !== 'yuanPerDay' && unit !== 'yuanPerMonth' && unit !== 'yuanPerYear') return figure;
  if (isScaled || high > mostPerSqm[unit] || high === 0) return figure;
  return { ...figure, measure: 'rent', unit: ofOneSqm[unit], isAssumed: true };
}

/**
 * Figures in the order of the text, none within another.
 * @param taken places that belong to dates
 */
export function figuresIn(lower: string, taken: (at: number) => boolean): readonly Figure[] {
  const found: Figure[] = [];
  for (let at = 0; at < lower.length; at++) {
    if (!numberStart.test(lower.charAt(at)) || taken(at)) continue;
    const figure = figureAt(lower, at);
    if (!figure) {
      if (/\d/.test(lower.charAt(at))) while (/[\d.]/.test(lower.charAt(at + 1))) at++;
      continue;
    }
    // 一 and 三 alone are parts of words more often than figures.
    const isWord = !/\d/.test(lower.charAt(at)) && figure.low < 10 && Number.isInteger(figure.low);
    if (figure.measure !== 'bare' || !isWord) found.push(figure);
    at = Math.max(at, figure.end - 1);
  }
  return found;
}
