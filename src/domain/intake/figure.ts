/** Figures as they are typed: 8.5万㎡, 约2200, 不低于75%, 4.7-6.7米, １，２００, 3万, 1.2亿元, 5.2元/天/平. */
import type { Bound } from '../measure.ts';
import type { Dimension, UnitCode } from './targets/target.ts';
import { unitIn, unitText } from './units.ts';

/** `low` = `high` unless a span was written. Numbers are as written, 万 and 亿 counted in. */
export interface Figure {
  readonly low: number;
  readonly high: number;
  readonly bound: Bound;
  /** The unit that the cell names; null when it names none. */
  readonly unit: UnitCode | null;
  /** 万 or 亿 was written: the number is whole, whatever the heading says about 万. */
  readonly isScaled: boolean;
}

export type FigureRead =
  | { readonly ok: true; readonly figure: Figure }
  | { readonly ok: false; readonly reason: 'notANumber' | 'wrongUnit' };

const notANumber: FigureRead = { ok: false, reason: 'notANumber' };
const wrongUnit: FigureRead = { ok: false, reason: 'wrongUnit' };

const before: readonly (readonly [RegExp, Bound])[] = [
  [
    /^(?:≥|>=|>|⩾|超过?|逾|不低于|不少于|不小于|至少|最低|大于等于?|高于|多于|from|atleast|over|above)$/,
    'atLeast',
  ],
  [
    /^(?:≤|<=|<|⩽|不超过|不高于|不大于|不多于|至多|最高|最多|小于等于?|低于|少于|upto|atmost|below|under)$/,
    'atMost',
  ],
  [/^(?:约|大约|约为|约合|大概|近|将近|左右|≈|~|∼|c\.|ca\.?|circa|about|approx\.?)$/, 'about'],
  [/^(?:¥|rmb|cny|人民币|共|合计|总计)?$/, 'exact'],
];

const after: readonly (readonly [RegExp, Bound])[] = [
  [/(?:及以上|以上|起|余|多|\+|orabove|ormore)$/, 'atLeast'],
  [/(?:及以下|以下|以内|之内|封顶|orless|orbelow)$/, 'atMost'],
  [/(?:左右|上下|约|±|不等)$/, 'about'],
];

const scales: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 };

/** What may stand behind a number, for each thing that is measured. */
const tails: Readonly<Record<Dimension, RegExp>> = {
  area: /^(?:㎡|平|方)?$/,
  rent: /^(?:元|块|rmb|cny|yuan)?(?:\/|每|·|\.|\*|㎡|平|方|天|日|月|年|day|month|year|d|m|mo)*$/,
  money: /^(?:元|块|rmb|cny|yuan)?(?:整)?$/,
  length: /^(?:mm|cm|m|毫米|厘米|米|met(?:re|er)s?)?$/,
  ratio: /^%?$/,
  count:
    /^(?:个|部|台|辆|家|户|人|名|位|层|座|间|套|车位|个车位|个月|月|家企业|lifts?|spaces?|months?|floors?)?$/,
};

const number = '\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?';
const shape = new RegExp(
  `^([^\\d.+-]*)([+-]?${number})([^\\d]*?)(?:(?:-|~|∼|—|–|至|到|to)(${number}))?([^\\d]*)$`,
);
const bare = /^[+-]?\d+(?:\.\d+)?$/;

/** Group marks out of a number; a comma anywhere else stays and makes the text no number. */
function ungrouped(text: string): string {
  return text
    .replaceAll(/\d{1,3}(?:,\d{3})+(?!\d)/g, (group) => group.replaceAll(',', ''))
    .replaceAll(/(?<=\d) (?=\d{3}(?!\d))/g, '')
    .replaceAll(/(?<!\d) | (?!\d)/g, '');
}

/** Takes a text of one figure or span apart. Never throws. */
export function readFigure(text: string, dimension: Dimension): FigureRead {
  if (bare.test(text)) return exact(Number(text));
  const clean = ungrouped(unitText(text));
  const match = shape.exec(clean);
  if (!match) return notANumber;
  const [, prefix = '', first = '', between = '', second, tail = ''] = match;
  const bound = before.find(([pattern]) => pattern.test(prefix))?.[1];
  if (bound === undefined) return notANumber;
  const behind = suffixed(second === undefined ? between + tail : tail);
  const own = second === undefined ? behind : suffixed(between);
  return composed({ first, second, bound, own, behind }, dimension);
}

interface Suffix {
  readonly factor: number;
  readonly unit: string;
  readonly bound: Bound;
}

function suffixed(text: string): Suffix {
  const bound = after.find(([pattern]) => pattern.test(text));
  const rest = bound ? text.replace(bound[0], '') : text;
  const scale = /^(?:百万|千万|千|k|万|亿)(?!米)/.exec(rest)?.[0] ?? '';
  return { factor: scales[scale] ?? 1, unit: rest.slice(scale.length), bound: bound?.[1] ?? 'exact' };
}

interface Pieces {
  readonly first: string;
  readonly second: string | undefined;
  readonly bound: Bound;
  readonly own: Suffix;
  readonly behind: Suffix;
}

function composed({ first, second, bound, own, behind }: Pieces, dimension: Dimension): FigureRead {
  const suffixBound = behind.bound;
  if (bound !== 'exact' && suffixBound !== 'exact' && bound !== suffixBound) return notANumber;
  const tail = tails[dimension];
  if (!tail.test(own.unit) || !tail.test(behind.unit)) return wrongUnit;
  const factor = behind.factor;
  const low = Number(first) * (second !== undefined && own.factor !== 1 ? own.factor : factor);
  const high = second === undefined ? low : Number(second) * factor;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return notANumber;
  const unit = unitIn(behind.unit, dimension);
  return {
    ok: true,
    figure: { low, high, bound: bound === 'exact' ? suffixBound : bound, unit, isScaled: factor !== 1 },
  };
}

function exact(value: number): FigureRead {
  return { ok: true, figure: { low: value, high: value, bound: 'exact', unit: null, isScaled: false } };
}
