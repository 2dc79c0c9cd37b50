/** Values of indicators and their changes in words. */
import type { CockpitLanguage } from './use-cockpit-words.ts';

/** What an indicator is counted in, as the registry names it. */
export type IndicatorUnit =
  | 'ratio'
  | 'sqm'
  | 'yuanPerSqmMonth'
  | 'years'
  | 'count'
  | 'yuan'
  | 'yuanPerSqmYear'
  | 'yuanPerHead'
  | 'tier'
  | 'index';

export interface FigureText {
  readonly value: string;
  /** Stands behind the value, smaller; '' where there is none. */
  readonly unit: string;
}

/** A value with its unit, at most three significant digits above six; null is not known. */
export function indicatorText(
  unit: IndicatorUnit,
  value: number | null,
  { figures, cockpit }: CockpitLanguage,
): FigureText | null {
  if (value === null) return null;
  switch (unit) {
    case 'ratio':
      return { value: figures.percent(value), unit: '' };
    case 'tier':
      return { value: cockpit.tiers[value] ?? figures.number(value, 0), unit: '' };
    case 'index':
      return { value: figures.fixed(value, 3), unit: '' };
    case 'years':
      return { value: figures.number(value, 1), unit: cockpit.unit.years };
    case 'count':
      return { value: figures.short(value), unit: '' };
    case 'yuanPerSqmMonth':
      return { value: figures.number(value, 2), unit: cockpit.unit.yuanPerSqmMonth };
    case 'sqm':
    case 'yuan':
    case 'yuanPerSqmYear':
    case 'yuanPerHead':
      return { value: figures.short(value), unit: cockpit.unit[unit] };
  }
}

/** Value and unit in one: "81.2%", "12 万 ㎡"; null is not known. */
export function indicatorLine(unit: IndicatorUnit, value: number | null, language: CockpitLanguage): string {
  const text = indicatorText(unit, value, language);
  if (!text) return language.figures.words.unknown;
  return text.unit === '' ? text.value : `${text.value} ${text.unit}`;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'none';
  /** How much, without a sign: "1.2 个百分点", "3.4%", "12". */
  readonly by: string;
}

/**
 * From one value of an indicator to a later one; null where either is not known. Rates change by percentage points,
 * amounts by their own share, and by what they are counted in where there is no sensible share: from zero or below,
 * to below zero, or of what is counted one by one.
 */
export function changeText(
  unit: IndicatorUnit,
  before: number | null,
  now: number | null,
  language: CockpitLanguage,
): Change | null {
  if (before === null || now === null) return null;
  const size = Math.abs(now - before);
  const by = sizeText(unit, before, now, size, language);
  const zero = sizeText(unit, before, before, 0, language);
  // What cannot be told from nothing once it is written is no change.
  return { direction: by === zero ? 'none' : now > before ? 'up' : 'down', by };
}

function sizeText(
  unit: IndicatorUnit,
  before: number,
  now: number,
  size: number,
  language: CockpitLanguage,
): string {
  const { figures, cockpit } = language;
  if (unit === 'ratio') return `${figures.number(size * 100, 1)} ${cockpit.unit.points}`;
  if (unit === 'tier') return figures.number(size, 0);
  const isCounted = unit === 'count' || unit === 'years' || unit === 'index';
  return isCounted || before <= 0 || now < 0
    ? indicatorLine(unit, size, language)
    : figures.percent(size / before);
}
