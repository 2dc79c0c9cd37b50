/** Units as people write them in headings and cells, and what they are in the units of the model. */
import { fenFromYuan, monthlyRentFromDaily } from '../measure.ts';
import { plain } from './plain.ts';
import type { Dimension, UnitCode } from './targets/target.ts';

/** Square metres in every spelling become ㎡, so that the only digits left in a cell are its numbers. */
export function unitText(text: string): string {
  return plain(text)
    .toLowerCase()
    .replaceAll(/m2|m²|m\^2|平方米|平米|平方|sq\.? ?m\.?(?![a-z])|sqm|square met(?:re|er)s?/g, '㎡');
}

/**
 * The unit that a text names, for what is measured; null when it names none.
 * A rent needs both an area and a period: 元/月 alone may be the rent of the whole room.
 * @param text as `unitText` gives it
 */
export function unitIn(text: string, dimension: Dimension): UnitCode | null {
  switch (dimension) {
    case 'area':
      if (/万\s*(?:㎡|平|方)/.test(text)) return 'tenThousandSqm';
      return /㎡|平(?!均|台)|方$/.test(text) ? 'sqm' : null;
    case 'rent':
      return rentUnitIn(text);
    case 'money':
      if (text.includes('亿')) return 'hundredMillionYuan';
      if (text.includes('万')) return 'tenThousandYuan';
      return /元|cny|rmb|yuan|¥/.test(text) ? 'yuan' : null;
    case 'length':
      if (/mm|毫米/.test(text)) return 'mm';
      if (/cm|厘米/.test(text)) return 'cm';
      return /米|(?:^|[^a-z])m(?:$|[^a-z])|met(?:re|er)s?\b/.test(text) ? 'm' : null;
    case 'ratio':
      return /%|百分|percent/.test(text) ? 'percent' : null;
    default:
      return null;
  }
}

function rentUnitIn(text: string): UnitCode | null {
  if (!/㎡|平(?!均)|方/.test(text)) return null;
  if (/天|日|day|\/\s*d\b/.test(text)) return 'yuanPerSqmDay';
  if (/月|month|\/\s*mo?\b/.test(text)) return 'yuanPerSqmMonth';
  return /年|year|\/\s*y\b/.test(text) ? 'yuanPerSqmYear' : null;
}

/** Twelve digits: what is beyond them is the dust of binary fractions. */
function dusted(value: number): number {
  return Number(value.toPrecision(12));
}

/** A figure in the unit of the model: ㎡, 元/㎡/month, 分, m, 0–1. */
export function inModelUnit(value: number, unit: UnitCode | null): number {
  switch (unit) {
    case 'tenThousandSqm':
      return dusted(value * 10_000);
    case 'yuanPerSqmDay':
      return dusted(monthlyRentFromDaily(value));
    case 'yuanPerSqmYear':
      return dusted(value / 12);
    case 'yuan':
      return fenFromYuan(value);
    case 'tenThousandYuan':
      return fenFromYuan(dusted(value * 1e4));
    case 'hundredMillionYuan':
      return fenFromYuan(dusted(value * 1e8));
    case 'cm':
    case 'percent':
      return dusted(value / 100);
    case 'mm':
      return dusted(value / 1_000);
    default:
      return value;
  }
}
