/** A workbook to fill in: headings that the import knows, and a second sheet that explains them. */
import { optionWord } from '#domain/intake/choice-words.ts';
import { lackingTargets } from '#domain/intake/mapping.ts';
import { headingOf } from '#domain/intake/targets/label.ts';
import type { ImportEntity, Reading, Target } from '#domain/intake/targets/target.ts';
import { targetsOf } from '#domain/intake/targets/targets.ts';
import type { Field } from '#domain/records/field.ts';
import { fieldTables } from '#domain/records/fields.ts';
import { intakeWords } from '#domain/words/intake.ts';
import type { IntakeWords } from '#domain/words/intake-zh.ts';
import type { Locale } from '#domain/words/words.ts';
import { type WrittenChoice, writeWorkbook } from './workbook-writer.ts';

/** Other ways of saying what another column says; a template has the plainer one. */
const leftOut: readonly string[] = [
  'position.lonLat',
  'floors',
  'floorToFloorHeight.min',
  'floorToFloorHeight.max',
  'building.address',
  'unit.id',
  'enterprise.id',
  'term',
];

/** Columns of the template, in their order. */
export function templateTargets(entity: ImportEntity): readonly Target[] {
  return targetsOf[entity].filter(({ id }) => !leftOut.includes(id));
}

/**
 * The template of one kind, without rows: imported as it is, it holds nothing.
 * @param hidden fields that whoever fills it in may not import
 * @returns the bytes of an .xlsx file
 */
export async function templateWorkbook(
  entity: ImportEntity,
  locale: Locale,
  hidden: readonly string[] = [],
): Promise<Uint8Array> {
  const words = intakeWords[locale];
  const targets = templateTargets(entity).filter(({ field }) => field === null || !hidden.includes(field));
  const headings = targets.map((target) => headingOf(target, locale));
  const choices = targets.flatMap((target, column): WrittenChoice[] => {
    const allowed = target.reading === 'choice' ? wordsFor(entity, target, locale) : [];
    return allowed.length > 0 ? [{ column, words: allowed }] : [];
  });
  const { template } = words;
  const needed = neededOf(entity);
  const about = targets.map((target, column) => [
    headings[column] ?? '',
    needed.has(target.id) ? template.required : '',
    words.how[howOf(target.reading)],
    wordsFor(entity, target, locale).join(locale === 'zh' ? '、' : ', '),
    exampleOf(entity, target, locale),
  ]);
  const notes = [template.unknownWords, template.units, template.keys].map((note) => [note]);
  return await writeWorkbook([
    { name: template.sheet, rows: [headings], headingRows: [0], choices },
    { name: template.about, rows: [template.columns, ...about, [], ...notes], headingRows: [0] },
  ]);
}

/** What an empty mapping lacks, one target for each need. */
function neededOf(entity: ImportEntity): ReadonlySet<string> {
  return new Set(lackingTargets({ entity, columns: [], constants: [], datum: 'wgs84' }));
}

function fieldOf(entity: ImportEntity, { field }: Target): Field | null {
  const table: Readonly<Record<string, Field>> = fieldTables[entity];
  return field === null ? null : (table[field] ?? null);
}

function wordsFor(entity: ImportEntity, target: Target, locale: Locale): string[] {
  const field = fieldOf(entity, target);
  if (field?.kind !== 'choice' && field?.kind !== 'choices') return [];
  return field.options.map((option) => optionWord(entity, target.field ?? target.id, option, locale));
}

const hows: Partial<Record<Reading, keyof IntakeWords['how']>> = {
  low: 'figure',
  high: 'figure',
  lon: 'point',
  lat: 'point',
  lonLat: 'point',
  storeysAbove: 'figure',
  storeysBelow: 'figure',
  storeys: 'figure',
  place: 'name',
  term: 'date',
};

function howOf(reading: Reading): keyof IntakeWords['how'] {
  return hows[reading] ?? (reading as keyof IntakeWords['how']);
}

const examples: Partial<Record<Reading, string>> = {
  date: '2026-03-01',
  month: '2026-03',
  dateOrMonth: '2026-03',
  storey: '3F',
  span: '4.2',
  lon: '117.2',
  lat: '39.12',
  storeysAbove: '30',
  storeysBelow: '3',
};

/** An example that the import accepts; "" where one would only repeat the heading. */
function exampleOf(entity: ImportEntity, target: Target, locale: Locale): string {
  if (target.reading === 'choice' || target.reading === 'choices')
    return wordsFor(entity, target, locale)[0] ?? '';
  if (target.reading === 'flag') return locale === 'zh' ? '是' : 'yes';
  if (target.reading !== 'figure') return examples[target.reading] ?? '';
  const byDimension = {
    area: '8500',
    rent: '158',
    money: '1200000',
    length: '3.2',
    ratio: '75%',
    count: '6',
  };
  return byDimension[target.dimension];
}
