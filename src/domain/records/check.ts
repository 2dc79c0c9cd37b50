/** Whether a value may stand in a field, and what is wrong with it when it may not. */

import { bounds } from '../measure.ts';
import { isObject } from '../plain-object.ts';
import { allowedIn, allowedShapes } from './allowed.ts';
import { type Entity, entityShapes, type RecordTypes } from './entity.ts';
import type { Field } from './field.ts';
import { fieldsOf, fieldTables } from './fields.ts';
import { idPattern } from './id-pattern.ts';
import type { FieldReason } from './reasons.ts';
import { isUscc } from './uscc.ts';

/** `value` is shortened for showing; `allowed` says in few words what could stand there. */
export interface FieldProblem {
  readonly field: string;
  readonly value: string;
  readonly reason: FieldReason;
  readonly allowed: string;
}

export type Checked<E extends Entity> =
  | { readonly ok: true; readonly record: RecordTypes[E] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

type Verdict = readonly [FieldReason, string] | null;

/**
 * Checks every field of a record: all must be there, none beside them.
 * @returns a record with exactly the fields of its kind, in the order of the table
 */
export function checkRecord<E extends Entity>(entity: E, given: unknown): Checked<E> {
  if (!isObject(given)) {
    return { ok: false, problems: [{ field: '', value: shown(given), reason: 'wrongType', allowed: '{…}' }] };
  }
  const problems = checkFields(entity, given);
  for (const [field, spec] of fieldsOf(entity)) {
    if (!Object.hasOwn(given, field)) {
      problems.push({ field, value: '', reason: 'missing', allowed: allowedIn(spec) });
    }
  }
  if (problems.length > 0) return { ok: false, problems };
  const record = Object.fromEntries(fieldsOf(entity).map(([field]) => [field, given[field]]));
  return { ok: true, record: record as unknown as RecordTypes[E] };
}

/** Checks those fields that are given. */
export function checkFields(entity: Entity, given: Readonly<Record<string, unknown>>): FieldProblem[] {
  return Object.entries(given).flatMap(([field, value]) => {
    const spec = fieldOf(entity, field);
    if (!spec) {
      return [
        { field: field.slice(0, 60), value: shown(value), reason: 'unknownField' as const, allowed: '' },
      ];
    }
    const problem = checkField(field, spec, value);
    return problem ? [problem] : [];
  });
}

/** Checks new values for some fields of a record whose key must stay. */
export function checkPatch<E extends Entity>(
  entity: E,
  record: RecordTypes[E],
  given: Readonly<Record<string, unknown>>,
): FieldProblem[] {
  const moved = entityShapes[entity].keyFields
    .filter((field) => Object.hasOwn(given, field) && given[field as string] !== record[field])
    .map((field) => ({
      field: String(field),
      value: shown(given[field as string]),
      reason: 'keyCannotChange' as const,
      allowed: String(record[field]),
    }));
  return [...checkFields(entity, given), ...moved];
}

function fieldOf(entity: Entity, field: string): Field | null {
  const table: Readonly<Record<string, Field>> = fieldTables[entity];
  return Object.hasOwn(table, field) ? (table[field] ?? null) : null;
}

/** null when the value may stand in the field. */
export function checkField(field: string, spec: Field, value: unknown): FieldProblem | null {
  if (value === null) {
    return spec.nullable ? null : { field, value: 'null', reason: 'missing', allowed: allowedIn(spec) };
  }
  const verdict = verdictOn(spec, value);
  return verdict && { field, value: shown(value), reason: verdict[0], allowed: verdict[1] };
}

function verdictOn(spec: Field, value: unknown): Verdict {
  const allowed = allowedIn(spec);
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return numberVerdict(spec, value, allowed);
    case 'quantity':
      return quantityVerdict(spec, value, allowed);
    case 'span':
      return spanVerdict(spec, value, allowed);
    case 'flag':
      return typeof value === 'boolean' ? null : ['wrongType', allowed];
    case 'text':
      return textVerdict(value, spec.most);
    case 'choice':
      return spec.options.includes(value as string) ? null : ['unknownValue', allowed];
    case 'texts':
      return listVerdict(value, spec.count, (item) => textVerdict(item, spec.most));
    case 'choices':
      return listVerdict(value, spec.options.length, (item) =>
        spec.options.includes(item as string) ? null : ['unknownValue', allowed],
      );
    case 'position':
      return positionVerdict(value, allowed);
    case 'storeys':
      return storeysVerdict(value, allowed);
    case 'steward':
      return stewardVerdict(value, allowed);
    case 'measures':
      return listVerdict(value, spec.count, (item) => measureVerdict(item, spec.most, allowed));
    default:
      return patternVerdict(spec.kind, value, allowed);
  }
}

const patterns = {
  id: idPattern,
  month: /^(1[5-9]|20)\d\d-(0[1-9]|1[0-2])$/,
  date: /^(1[5-9]|20)\d\d-\d\d-\d\d$/,
  dateOrMonth: /^(1[5-9]|20)\d\d-(0[1-9]|1[0-2])(-\d\d)?$/,
} as const;

function patternVerdict(
  kind: 'id' | 'month' | 'date' | 'dateOrMonth' | 'uscc',
  value: unknown,
  allowed: string,
): Verdict {
  if (typeof value !== 'string') return ['wrongType', allowed];
  if (kind === 'uscc') return isUscc(value) ? null : ['badCheckCharacter', allowed];
  const isFine = patterns[kind].test(value) && (kind === 'id' || kind === 'month' || isCalendarDay(value));
  if (isFine) return null;
  return kind === 'id' ? ['badCharacters', allowed] : ['notADate', allowed];
}

/** Whether a day is on the calendar; a month without a day passes. */
function isCalendarDay(text: string): boolean {
  if (text.length === 7) return true;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function numberVerdict(
  { kind, min, max }: { kind: string; min: number; max: number },
  value: unknown,
  allowed: string,
): Verdict {
  if (typeof value !== 'number' || !Number.isFinite(value)) return ['wrongType', allowed];
  if (kind === 'integer' && !Number.isSafeInteger(value)) return ['wrongType', allowed];
  return value >= min && value <= max ? null : ['outOfRange', allowed];
}

function quantityVerdict(
  range: { kind: string; min: number; max: number },
  value: unknown,
  allowed: string,
): Verdict {
  if (!isObject(value) || !hasOnly(value, ['value', 'bound'])) return ['wrongType', allowed];
  if (!bounds.some((bound) => bound === value['bound'])) return ['unknownValue', bounds.join(' | ')];
  return numberVerdict(range, value['value'], allowed);
}

function spanVerdict(
  range: { kind: string; min: number; max: number },
  value: unknown,
  allowed: string,
): Verdict {
  if (!isObject(value) || !hasOnly(value, ['min', 'max'])) return ['wrongType', allowed];
  const { min: low, max: high } = value;
  const verdict = numberVerdict(range, low, allowed) ?? numberVerdict(range, high, allowed);
  return verdict ?? ((low as number) > (high as number) ? ['lowAboveHigh', allowed] : null);
}

/** NUL, other controls but line ends and tabs, and halves of a surrogate pair have no business in a text. */
const unfit = /[\p{Cc}\p{Cs}]/u;

function textVerdict(value: unknown, most: number): Verdict {
  if (typeof value !== 'string') return ['wrongType', 'text'];
  if (value.trim() === '') return ['missing', 'text'];
  if (unfit.test(value.replaceAll(/[\n\r\t]/g, ''))) return ['badCharacters', 'text'];
  return [...value].length <= most ? null : ['tooLong', `≤ ${most}`];
}

function listVerdict(value: unknown, count: number, verdictOnItem: (item: unknown) => Verdict): Verdict {
  if (!Array.isArray(value)) return ['wrongType', '[…]'];
  if (value.length > count) return ['tooLong', `≤ ${count}`];
  return value.map(verdictOnItem).find((verdict) => verdict !== null) ?? null;
}

function positionVerdict(value: unknown, allowed: string): Verdict {
  if (!isObject(value) || !hasOnly(value, ['lon', 'lat', 'precisionM'])) return ['wrongType', allowed];
  const precision = value['precisionM'];
  return (
    numberVerdict({ kind: 'number', min: -180, max: 180 }, value['lon'], allowed) ??
    numberVerdict({ kind: 'number', min: -90, max: 90 }, value['lat'], allowed) ??
    (precision === null ? null : numberVerdict({ kind: 'number', min: 0, max: 100_000 }, precision, allowed))
  );
}

function storeysVerdict(value: unknown, allowed: string): Verdict {
  if (!isObject(value) || !hasOnly(value, ['above', 'below'])) return ['wrongType', allowed];
  return (
    [value['above'], value['below']]
      .filter((count) => count !== null)
      .map((count) => numberVerdict({ kind: 'integer', min: 0, max: 300 }, count, allowed))
      .find((verdict) => verdict !== null) ?? null
  );
}

function stewardVerdict(value: unknown, allowed: string): Verdict {
  if (!isObject(value) || !hasOnly(value, ['name', 'phone'])) return ['wrongType', allowed];
  const { name, phone } = value;
  return textVerdict(name, 60) ?? (phone === null ? null : textVerdict(phone, 60));
}

function measureVerdict(value: unknown, most: number, allowed: string): Verdict {
  if (!isObject(value) || !hasOnly(value, ['text', 'due', 'doneOn'])) return ['wrongType', allowed];
  const days = [value['due'], value['doneOn']].filter((day) => day !== null);
  const wrongDay = days
    .map((day) => patternVerdict('date', day, allowedShapes.date))
    .find((verdict) => verdict !== null);
  return textVerdict(value['text'], most) ?? wrongDay ?? null;
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

function hasOnly(value: Readonly<Record<string, unknown>>, names: readonly string[]): boolean {
  return names.every((name) => Object.hasOwn(value, name)) && Object.keys(value).length === names.length;
}
