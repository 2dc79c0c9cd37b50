/** Values of indicators and their changes in words. */
import type { IndicatorUnit } from '#domain/indicators/spec.ts';
import type { CockpitLanguage } from './use-cockpit-words.ts';

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
    case 'months':
      return { value: figures.number(value, 1), unit: cockpit.unit[unit] };
    case 'count':
      return { value: figures.short(value), unit: '' };
    case 'yuanPerSqmMonth':
      return { value: rentText(value, figures), unit: cockpit.unit.yuanPerSqmMonth };
    case 'sqm':
    case 'yuan':
    case 'yuanPerSqmYear':
    case 'yuanPerHead':
      return { value: figures.short(value), unit: cockpit.unit[unit] };
  }
}

/** A value as a table has it: areas and money to the whole, so that a column can be read down. */
export function exactText(unit: IndicatorUnit, value: number | null, language: CockpitLanguage): string {
  if (value !== null && wholes.has(unit)) return language.figures.number(value, 0);
  return indicatorText(unit, value, language)?.value ?? language.figures.words.unknown;
}

/** The same with its unit, for whoever does not see the heading of the column. */
export function exactLine(unit: IndicatorUnit, value: number | null, language: CockpitLanguage): string {
  const behind = indicatorText(unit, value, language)?.unit ?? '';
  const text = exactText(unit, value, language);
  return behind === '' ? text : `${text} ${behind}`;
}

const wholes: ReadonlySet<IndicatorUnit> = new Set(['count', 'sqm', 'yuan', 'yuanPerSqmYear', 'yuanPerHead']);

/** Rents are read to the fen, as long as they are rents. */
function rentText(value: number, figures: CockpitLanguage['figures']): string {
  return Math.abs(value) < 10_000 ? figures.number(value, 2) : figures.short(value);
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
 * @param isSigned it may be above or below zero, as what is taken up less what is left: a share of it says nothing
 */
export function changeText(
  unit: IndicatorUnit,
  before: number | null,
  now: number | null,
  language: CockpitLanguage,
  isSigned = false,
): Change | null {
  if (before === null || now === null) return null;
  const size = Math.abs(now - before);
  const isCounted = isSigned || before <= 0 || now < 0 || countedOneByOne.has(unit);
  const sizeText = (amount: number) => changedBy(unit, amount, isCounted ? null : before, language);
  const [by, zero] = [sizeText(size), sizeText(0)];
  // What cannot be told from nothing once it is written is no change.
  return { direction: by === zero ? 'none' : now > before ? 'up' : 'down', by };
}

const countedOneByOne: ReadonlySet<IndicatorUnit> = new Set(['count', 'years', 'months', 'index', 'tier']);

/** @param whole what a change is a share of; null where it is told in what the indicator is counted in */
function changedBy(
  unit: IndicatorUnit,
  size: number,
  whole: number | null,
  language: CockpitLanguage,
): string {
  const { figures, cockpit } = language;
  if (unit === 'ratio') return `${figures.number(size * 100, 1)} ${cockpit.unit.points}`;
  if (unit === 'tier') return figures.number(size, 0);
  return whole === null ? indicatorLine(unit, size, language) : figures.percent(size / whole);
}
