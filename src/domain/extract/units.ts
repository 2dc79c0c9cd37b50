/** Units as running text has them, and what kind of figure each makes of a number. */
import { dusted } from './numerals.ts';
import type { ExtractUnit } from './terms.ts';

/** What a figure measures. `total` is money per period for the whole space; `points` are 个百分点. */
export type Measure =
  | 'area'
  | 'length'
  | 'percent'
  | 'points'
  | 'rent'
  | 'total'
  | 'unitPrice'
  | 'money'
  | 'storeys'
  | 'machines'
  | 'pieces'
  | 'people'
  | 'minutes'
  | 'bare'
  | 'other';

export interface UnitRead {
  readonly measure: Measure;
  readonly unit: ExtractUnit | null;
  readonly factor: number;
  readonly end: number;
}

interface UnitWord {
  readonly pattern: RegExp;
  readonly measure: Measure;
  readonly unit: ExtractUnit | null;
  readonly factor: number;
}

function word(source: string, measure: Measure, unit: ExtractUnit | null = null, factor = 1): UnitWord {
  return { pattern: new RegExp(`(?: |-)?(?:${source})`, 'y'), measure, unit, factor };
}

/** 1 亩 is 2,000/3 ㎡. */
const words: readonly UnitWord[] = [
  word('平方公里|km2|k㎡', 'other'),
  word(
    '㎡|平方米|平方|平米|平(?![均安行])|方(?![案便式面向正法位])|sq\\.? ?m(?:etres?|eters?|\\b)\\.?|sqm\\b|square met(?:re|er)s?',
    'area',
    'sqm',
  ),
  word('公顷|hectares?\\b|ha\\b', 'area', 'sqm', 10_000),
  word('亩', 'area', 'sqm', 2_000 / 3),
  word('sq\\.? ?ft\\.?|square feet|sqft\\b', 'area', 'sqm', 0.09290304),
  word('公里|千米|km\\b', 'length', 'm', 1_000),
  word('米(?![其饭粉])|m(?![a-z])|met(?:re|er)s?\\b', 'length', 'm'),
  word('个百分点|百分点|percentage points?|pp\\b', 'points'),
  word('%|percent|per cent', 'percent', null, 0.01),
  word(
    '层(?![高面次级楼压])|f(?![a-z])|(?:basement |underground )?(?:storeys?|stories|floors?|levels?)\\b',
    'storeys',
  ),
  word(
    '部|台(?![阶风湾])|(?:passenger |high-speed |service |goods |freight |fire |express ){0,2}(?:lifts?|elevators?)\\b',
    'machines',
  ),
  word(
    '(?:余|多)?(?:名|位(?![于置])|号(?:人|员工)|来?人(?![民才均气工次流])|来号人|个(?:人|员工)|口人)|employees|people|staff\\b|persons?\\b|heads?\\b|colleagues|desk-based',
    'people',
  ),
  word('分钟|minutes?|mins?\\b', 'minutes'),
  word('个(?![月百性])|辆|泊|spaces\\b|bays\\b|car parks?\\b|parking\\b', 'pieces'),
  word(
    '个?月|年|天|小时|周|季度?|期|号楼?|栋|幢|座|家|户|次|条|级|星|吨|kw|mw|kva|千瓦|兆瓦|件|项|间|套|张|点|后|g\\b',
    'other',
  ),
];

export function unitAt(lower: string, at: number): UnitRead | null {
  for (const { pattern, measure, unit, factor } of words) {
    pattern.lastIndex = at;
    const found = pattern.exec(lower)?.[0];
    if (found !== undefined) return { measure, unit, factor, end: at + found.length };
  }
  return null;
}

const areaWord = '㎡|平方米|平方|平米|平|方|sqm|sq\\.? ?m|square met(?:re|er)s?';
const dayWord = '天(?!津)|日|day|d\\b';
const monthWord = '个?月|month|mo\\b|m\\b|mth';
const yearWord = '年|year|yr|y\\b|annum';
const link = '(?:/|每|·|\\*|一|per|a\\b|\\(|\\)|(?<=[㎡平米])\\.)';
const per = new RegExp(
  `(?: ?${link}){1,3} ?(${areaWord}|${dayWord}|${monthWord}|${yearWord})(?=$|[^a-z])\\)?`,
  'y',
);
const currency = / ?(?:元|块钱?|rmb|cny|yuan|人民币|钱)(?:人民币)?/y;
const frontPer = new RegExp(
  `(?:(?:每|一|/)(?:${areaWord}|${dayWord}|${monthWord}|${yearWord})[/ ,是要为]{0,2}){1,2}$`,
);

export interface MoneyRead extends UnitRead {
  /** The space or the period was told. */
  readonly hasPer: boolean;
}

interface Per {
  area: boolean;
  period: 'Day' | 'Month' | 'Year' | null;
}

function note(per: Per, text: string): void {
  if (new RegExp(`^(?:${areaWord})$`).test(text)) per.area = true;
  else if (/^(?:天|日|d)/.test(text)) per.period = 'Day';
  else if (/月|^m/.test(text)) per.period = 'Month';
  else per.period = 'Year';
}

/** 每平米每天 before a number. @param words lower-case text that ends where the number, with its bound, begins */
function perBefore(words: string, found: Per): void {
  const text = frontPer.exec(words)?.[0] ?? '';
  for (const [, part = ''] of text.matchAll(
    new RegExp(`(?:每|一|/)(${areaWord}|${dayWord}|${monthWord}|${yearWord})`, 'g'),
  ))
    note(found, part);
  const tail = words.slice(-12);
  if (found.period === null && /日(?:均)?(?:租金|租|报价)[^月年]{0,5}$/.test(tail)) found.period = 'Day';
  if (
    found.period === null &&
    /月(?:均)?(?:房租|租金|租|付|预算|租金预算|总租金)(?:[加含]物业费?)?[^日年天]{0,6}$/.test(tail)
  )
    found.period = 'Month';
  if (found.period === null && /年(?:度)?(?:租金|租|预算|租金预算)[^日月天]{0,6}$/.test(tail))
    found.period = 'Year';
}

/**
 * Money behind a number, with what it is for: 元/㎡/天, 块一平一天, 万一个月. null when the text tells neither a
 * currency nor a period.
 * @param words the text before the number, with and without the words of its bound
 * @param isScaled 8万 a month needs no 元
 * @param isMarked the number stands behind ¥
 */
export function moneyAt(
  lower: string,
  at: number,
  words: readonly string[],
  isScaled: boolean,
  isMarked: boolean,
): MoneyRead | null {
  currency.lastIndex = at;
  const coin = currency.exec(lower)?.[0] ?? '';
  let end = at + coin.length;
  const bound = /^(?:以内|以下|左右|上下|起|多)/.exec(lower.slice(end, end + 2))?.[0] ?? '';
  const found: Per = { area: false, period: null };
  let from = end + bound.length;
  for (let parts = 0; parts < 2; parts++) {
    per.lastIndex = from;
    const match = per.exec(lower);
    if (!match) break;
    note(found, match[1] ?? '');
    const isOpen = match[0].endsWith(')') && !match[0].includes('(');
    from += match[0].length - (isOpen ? 1 : 0);
    end = from;
  }
  const isBehind = found.area || found.period !== null;
  const behind = /^[^\d,，。;\n]{0,3}(?:1|一)?个月/.exec(lower.slice(end, end + 7));
  if (!isBehind && behind && (isScaled || coin !== '')) {
    found.period = 'Month';
    end += behind[0].length;
  }
  for (const text of words) perBefore(text, found);
  const hasPer = found.area || found.period !== null;
  if (
    coin === '' &&
    !isMarked &&
    !(isBehind && found.period !== null) &&
    !(isScaled && found.period !== null)
  ) {
    if (!(hasPer && found.period !== null && words.some((text) => frontPer.test(text)))) return null;
  }
  return { ...kindOf(found), factor: 1, end, hasPer };
}

function kindOf({ area, period }: Per): { measure: Measure; unit: ExtractUnit | null } {
  if (period === null)
    return area ? { measure: 'unitPrice', unit: 'yuan' } : { measure: 'money', unit: 'yuan' };
  return area
    ? { measure: 'rent', unit: `yuanPerSqm${period}` }
    : { measure: 'total', unit: `yuanPer${period}` };
}

/** The unit that a heading names in brackets: 租金(元/㎡/天). */
export function headedUnit(text: string): UnitRead | null {
  const money = moneyAt(text, 0, [], false, false);
  if (money) return money;
  const scale = /^万/.test(text) ? 1e4 : 1;
  const read = unitAt(text, scale === 1 ? 0 : 1);
  return read ? { ...read, factor: dusted(read.factor * scale) } : null;
}
