/** Fields of records in words and units, for whoever edits them or reads what was changed. */
import { districtTime } from '#domain/district-time.ts';
import { yuanFromFen } from '#domain/measure.ts';
import { correctedFigures } from '#domain/model/month-correction.ts';
import type { PlanMeasure } from '#domain/model/renewal-plan.ts';
import type { Entity } from '#domain/records/entity.ts';
import type { Field } from '#domain/records/field.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { type FieldUnit, unitOf } from '#domain/records/units.ts';
import type { Language } from './locale.tsx';
import { cardMessages } from './messages/card.ts';
import { type RecordMessages, recordsEn, recordsZh } from './messages/records.ts';

/** What an id stands for; null when nobody here knows it. */
export type NameOfId = (field: string, id: string) => string | null;

export function recordMessages({ locale }: Pick<Language, 'locale'>): RecordMessages {
  return locale === 'zh' ? recordsZh : recordsEn;
}

/** What the page calls a field; its own name where a newer server has more fields than this page. */
export function fieldName(language: Language, entity: Entity, field: string): string {
  const names: Readonly<Record<string, string>> = recordMessages(language).fields[entity];
  return names[field] ?? field;
}

/** The word for one option of a choice. */
export function optionWord(language: Language, entity: Entity, field: string, option: string): string {
  const { words } = language.figures;
  const records = recordMessages(language);
  const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    carrierType: words.carrierType,
    status: statusWords[entity]?.(records) ?? words.status,
    indicator: records.targetIndicator,
    grade: words.grade,
    gradeBasis: words.gradeBasis,
    greenCertificate: words.green,
    tenure: words.tenure,
    protectionClass: words.protectionClass,
    targetIndustries: words.industry,
    leaseType: records.leaseType,
    industry: records.sectors,
    confidence: cardMessages[language.locale].confidences,
    field: records.fields.building,
  };
  return tables[field]?.[option] ?? option;
}

const statusWords: Partial<Record<Entity, (records: RecordMessages) => Readonly<Record<string, string>>>> = {
  unit: (records) => records.unitStatus,
  renewalPlan: (records) => records.planStatus,
};

/** What a field says that holds nothing. */
export function emptyText(language: Language, entity: Entity, field: string): string {
  const records = recordMessages(language);
  if (entity === 'target' && field === 'scope') return records.wholeDistrict;
  const isFigure = correctedFigures.some((figure) => figure === field);
  return entity === 'monthCorrection' && isFigure ? records.notCorrected : language.figures.words.unknown;
}

/** A figure in the unit that people use: percent for ratios, 元 for 分. Without the unit's sign. */
export function shownFigure(unit: FieldUnit | null, value: number): number {
  if (unit === 'ratio') return exact(value * 100);
  return unit === 'fen' ? yuanFromFen(value) : value;
}

/** Twelve digits are more than anybody measures, and hide what binary fractions add. */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

function figureText(language: Language, unit: FieldUnit | null, value: number): string {
  const { figures } = language;
  const number = figures.number(shownFigure(unit, value), unit === null ? 6 : 4);
  if (unit === null) return number;
  const sign = recordMessages(language).units[unit];
  return unit === 'ratio' ? `${number}${sign}` : `${number} ${sign}`;
}

/** One value as people read it; nothing as the word for it. */
export function valueText(
  language: Language,
  entity: Entity,
  field: string,
  value: unknown,
  nameOf: NameOfId = () => null,
): string {
  const spec = fieldsOf(entity).find(([name]) => name === field)?.[1];
  if (value === null || value === undefined) return emptyText(language, entity, field);
  return spec ? knownText(language, { entity, field, spec, nameOf }, value) : JSON.stringify(value);
}

interface Place {
  readonly entity: Entity;
  readonly field: string;
  readonly spec: Field;
  readonly nameOf: NameOfId;
}

function knownText(language: Language, place: Place, value: unknown): string {
  const { entity, field, spec, nameOf } = place;
  const { figures } = language;
  const unit = unitOf(entity, field);
  const records = recordMessages(language);
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return figureText(language, unit, value as number);
    case 'quantity': {
      const { value: figure, bound } = value as { value: number; bound: keyof typeof figures.words.bound };
      return figures.words.bound[bound] + figureText(language, unit, figure);
    }
    case 'span': {
      const { min, max } = value as { min: number; max: number };
      const high = figureText(language, unit, max);
      return min === max ? high : `${figures.number(min)}–${high}`;
    }
    case 'flag':
      return value === true ? records.yes : records.no;
    case 'choice':
      return optionWord(language, entity, field, String(value));
    case 'choices': {
      const list = value as readonly string[];
      const texts = list.map((option) => optionWord(language, entity, field, option));
      return texts.length === 0 ? records.anybody : texts.join(figures.words.listSeparator);
    }
    case 'texts': {
      const list = value as readonly string[];
      return list.length === 0 ? records.nothing : list.join(figures.words.clauseSeparator);
    }
    case 'date':
    case 'dateOrMonth':
    case 'month':
      return figures.date(String(value));
    case 'id':
      return nameOf(field, String(value)) ?? String(value);
    default:
      return shapedText(language, spec.kind, value);
  }
}

function shapedText(language: Language, kind: Field['kind'], value: unknown): string {
  const { figures } = language;
  const records = recordMessages(language);
  const known = (part: number | null) => (part === null ? figures.words.unknown : figures.number(part, 0));
  if (kind === 'position') {
    const { lon, lat, precisionM } = value as { lon: number; lat: number; precisionM: number | null };
    const precision = precisionM === null ? figures.words.unknown : figures.distance(precisionM);
    return records.position(String(lon), String(lat), precision);
  }
  if (kind === 'storeys') {
    const { above, below } = value as { above: number | null; below: number | null };
    return records.storeys(known(above), known(below));
  }
  if (kind === 'steward') {
    const { name, phone } = value as { name: string; phone: string | null };
    return phone === null ? name : `${name} ${phone}`;
  }
  if (kind === 'measures') {
    const list = value as readonly PlanMeasure[];
    const day = (date: string | null) => date && figures.date(date);
    const texts = list.map(({ text, due, doneOn }) => records.measure(text, day(due), day(doneOn)));
    return texts.length === 0 ? records.nothing : texts.join(figures.words.clauseSeparator);
  }
  return String(value);
}

/** The day and minute in the district. */
export function momentText({ figures }: Language, at: string): string {
  const local = districtTime(new Date(at));
  return `${figures.date(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
