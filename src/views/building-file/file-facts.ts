/** The lines of a building file in words; apart from their drawing so that the words can be tested. */
import {
  type ComputedField,
  type FileField,
  type FileGroup,
  fileGroups,
  isComputed,
  type StatedField,
  statedFieldOf,
} from '#domain/building-file/groups.ts';
import { dailyRentFromMonthly } from '#domain/measure.ts';
import type { Language } from '#format/locale.tsx';
import { buildingFileMessages } from '#format/messages/building-file.ts';
import { fieldName, type NameOfId, valueText } from '#format/record-text.ts';
import type { CardFact, DerivedFigure } from '#views/building-card/building-detail.ts';
import type { BuildingFile } from './building-file.ts';

export interface FileFact {
  readonly field: FileField;
  readonly label: string;
  /** null: not known. */
  readonly value: string | null;
  /** What a known value is best understood with. */
  readonly aside: string | null;
  /** What stands in the place of a value that there cannot be; null where it is merely not known. */
  readonly none: string | null;
  /** Sources, newest first. */
  readonly facts: readonly CardFact[];
  /** Where it was computed; null: it is as stated. */
  readonly derived: DerivedFigure | null;
  /** What a person changes to change it; null: it follows from other records. */
  readonly stated: StatedField | null;
}

/** What a line is called. */
export function fileFieldName(language: Language, field: FileField): string {
  if (isComputed(field)) return buildingFileMessages[language.locale].computed[field];
  return fieldName(language, 'building', field);
}

/** The lines of one group; what the role may not see has none. */
export function factsOfGroup(
  file: BuildingFile,
  group: FileGroup,
  language: Language,
  nameOf: NameOfId,
): readonly FileFact[] {
  const fields: readonly FileField[] = fileGroups[group];
  return fields
    .filter((field) => isShown(file, field))
    .map((field) => fileFact(file, field, language, nameOf));
}

function isShown(file: BuildingFile, field: FileField): boolean {
  // What the API leaves out is hidden from this role; what it gives as null is not known.
  if (field === 'taxPerSqm') return file.taxPerSqm !== undefined;
  if (field === 'steward') return file.steward !== undefined;
  return field !== 'protectionClass' || file.carrierType === 'heritageHouse' || file.protectionClass !== null;
}

/** One line. */
export function fileFact(
  file: BuildingFile,
  field: FileField,
  language: Language,
  nameOf: NameOfId = () => null,
): FileFact {
  const stated = statedFieldOf(field);
  const named: readonly string[] = stated === null ? [field] : [stated, field];
  const facts = file.facts
    .filter((fact) => named.includes(fact.field))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  return {
    field,
    label: fileFieldName(language, field),
    ...(isComputed(field)
      ? computedText(file, field, language)
      : { value: statedText(file, field, language, nameOf), aside: null, none: null }),
    facts,
    derived: (isComputed(field) && file.derived[field]) || null,
    stated,
  };
}

function statedText(
  file: BuildingFile,
  field: StatedField,
  language: Language,
  nameOf: NameOfId,
): string | null {
  const record: Readonly<Record<string, unknown>> = { ...file };
  const value = record[field];
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.length === 0 && field !== 'targetIndustries') return null;
  if (field === 'remarks') return file.remarks.join('\n');
  if (field === 'floors' && file.floors.above === null && file.floors.below === null) return null;
  return valueText(language, 'building', field, value, nameOf);
}

type Text = Pick<FileFact, 'value' | 'aside' | 'none'>;

const plainly = (value: string | null): Text => ({ value, aside: null, none: null });

function computedText(file: BuildingFile, field: ComputedField, { figures, locale }: Language): Text {
  const words = buildingFileMessages[locale];
  const rate = (value: number | null) => plainly(known(value, (share) => figures.percent(share)));
  const undelivered = file.status === 'delivered' ? null : words.notDelivered;
  switch (field) {
    case 'availableArea':
      return plainly(file.availableArea && figures.quantity('sqm', file.availableArea));
    case 'maxContiguousArea':
      return plainly(known(file.maxContiguousArea, (area) => figures.withUnit('sqm', area)));
    case 'vacancyRate':
    case 'occupancyRate':
      return { ...rate(file[field]), none: undelivered };
    case 'availabilityRate':
      return rate(file.availabilityRate);
    case 'askingRent':
      return file.askingRent === null
        ? { value: null, aside: null, none: file.tenure === 'sale' ? words.saleOnly : null }
        : {
            value: figures.withUnit('yuanPerSqmMonth', file.askingRent),
            aside: words.perDay(figures.number(dailyRentFromMonthly(file.askingRent), 2)),
            none: null,
          };
    case 'metroDistanceM': {
      const station = file.derived.metroDistanceM?.inputs.station;
      return plainly(
        known(file.metroDistanceM, (metres) =>
          typeof station === 'string'
            ? words.stationAway(station, figures.distance(metres))
            : figures.distance(metres),
        ),
      );
    }
    case 'taxPerSqm':
      return plainly(known(file.taxPerSqm ?? null, (tax) => figures.withUnit('yuanPerSqmYear', tax)));
  }
}

function known<T>(value: T | null, text: (value: T) => string): string | null {
  return value === null ? null : text(value);
}

/** What stands for the value: itself, why there is none, or that it is not known. */
export function shownText(fact: Pick<FileFact, 'value' | 'none'>, unknown: string): string {
  return fact.value ?? fact.none ?? unknown;
}

/** The five facts by which most buildings are taken or left. */
export function decisiveFields(file: Pick<BuildingFile, 'status'>): readonly FileField[] {
  return [
    'availableArea',
    'maxContiguousArea',
    'askingRent',
    file.status === 'delivered' ? 'vacancyRate' : 'availabilityRate',
    'floorPlate',
  ];
}
