/** What a target is called: the first of the headings that it is known by, so that what we write we can read. */
import type { Locale } from '../../words/words.ts';
import { type Target, type UnitCode, unitsOf } from './target.ts';

const isLatin = (name: string) => /^[\x20-\x7e]+$/.test(name);

export function targetLabel({ names, id }: Target, locale: Locale): string {
  const name = names.find((known) => isLatin(known) === (locale === 'en')) ?? id;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const units: Readonly<Record<UnitCode, readonly [zh: string, en: string]>> = {
  sqm: ['㎡', 'sqm'],
  tenThousandSqm: ['万㎡', '万㎡'],
  yuanPerSqmMonth: ['元/㎡/月', 'yuan/sqm/month'],
  yuanPerSqmDay: ['元/㎡/天', 'yuan/sqm/day'],
  yuanPerSqmYear: ['元/㎡/年', 'yuan/sqm/year'],
  yuan: ['元', 'yuan'],
  tenThousandYuan: ['万元', '万元'],
  hundredMillionYuan: ['亿元', '亿元'],
  m: ['m', 'm'],
  cm: ['cm', 'cm'],
  mm: ['mm', 'mm'],
  percent: ['%', '%'],
  ratio: ['0–1', '0–1'],
};

export function unitLabel(unit: UnitCode, locale: Locale): string {
  return units[unit][locale === 'zh' ? 0 : 1];
}

/** With the unit that goes without saying: 建筑面积（㎡）. */
export function headingOf(target: Target, locale: Locale): string {
  const [unit] = unitsOf[target.dimension];
  const label = targetLabel(target, locale);
  if (unit === undefined) return label;
  return locale === 'zh' ? `${label}（${unitLabel(unit, locale)}）` : `${label} (${unitLabel(unit, locale)})`;
}
