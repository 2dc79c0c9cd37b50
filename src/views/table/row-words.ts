/** A row's figures in words, with their bound; what is unknown has none. */
import type { BuildingRow, RowValue } from '#domain/engine/row.ts';
import { type RangeField, type RangeSpec, rangeSpecs } from '#domain/query/fields.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { Figures } from '#domain/words/figures.ts';

/** Exact: "≥ 85,000", "4.7–6.7", "30.6%"; null when unknown. */
export function valueInWords(field: RangeField, value: RowValue | null, figures: Figures): string | null {
  if (value === null) return null;
  const { unit } = rangeSpecs[field];
  const start = figures.words.bound[value.bound] + figures.inUnit(unit, value.value);
  return value.upper === null ? start : `${start}–${figures.inUnit(unit, value.upper)}`;
}

const cellDigits: Readonly<Record<RangeSpec['unit'], number>> = {
  sqm: 0,
  ratio: 1,
  yuanPerSqmMonth: 1,
  yuanPerSqmYear: 0,
  m: 2,
  year: 0,
};

const cellFormats = new Map<string, Intl.NumberFormat>();

/** Always as many decimals as its neighbours above and below, so that the digits of a column stand in line. */
export function alignedFigure(unit: RangeSpec['unit'], value: number, { locale }: Figures['words']): string {
  if (unit === 'year') return String(value);
  const key = `${locale} ${unit}`;
  const digits = cellDigits[unit];
  const format =
    cellFormats.get(key) ??
    new Intl.NumberFormat(locale === 'zh' ? 'zh-CN' : 'en', {
      style: unit === 'ratio' ? 'percent' : 'decimal',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  cellFormats.set(key, format);
  return format.format(value);
}

/** As a column of a table shows it: "≥ 85,000", "4.70–6.70", "30.0%"; null when unknown. */
export function cellInWords(field: RangeField, value: RowValue | null, { words }: Figures): string | null {
  if (value === null) return null;
  const { unit } = rangeSpecs[field];
  const start = words.bound[value.bound] + alignedFigure(unit, value.value, words);
  return value.upper === null ? start : `${start}–${alignedFigure(unit, value.upper, words)}`;
}

/** "2,200 ㎡" */
export function valueWithUnit(field: RangeField, value: RowValue | null, figures: Figures): string | null {
  const text = valueInWords(field, value, figures);
  const unit = figures.words.unit[rangeSpecs[field].unit];
  return text === null || unit === '' || unit === '%' ? text : `${text} ${unit}`;
}

export function nameOfRow(row: BuildingRow, figures: Figures): string {
  return figures.words.locale === 'en' ? (row.nameEn ?? row.nameZh) : row.nameZh;
}

/** 甲级（宣称）, or null when the grade is unknown. */
export function gradeInWords(
  { grade, gradeClaimed }: Pick<BuildingRow, 'grade' | 'gradeClaimed'>,
  figures: Figures,
  claimed: (grade: string) => string,
): string | null {
  if (grade === null) return null;
  const word = figures.words.grade[grade];
  return gradeClaimed ? claimed(word) : word;
}

/** 小白楼 · 甲级（宣称）: where it is, and what: the grade of an office, the type of anything else. */
export function secondLine(
  row: BuildingRow,
  figures: Figures,
  names: NamesOf,
  claimed: (grade: string) => string,
): string {
  const where = row.circleId === null ? null : names('circle', row.circleId);
  const grade = row.carrierType === 'office' ? gradeInWords(row, figures, claimed) : null;
  const what = grade ?? figures.words.carrierType[row.carrierType];
  return where === null ? what : `${where} · ${what}`;
}
