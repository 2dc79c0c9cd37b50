/** What a person has typed into the inputs of one field, kept as text, and the value that it stands for. */
import { type Figure, readFigure } from '#domain/intake/figure.ts';
import { plain } from '#domain/intake/plain.ts';
import type { Dimension } from '#domain/intake/targets/target.ts';
import { inModelUnit } from '#domain/intake/units.ts';
import { daysPerMonth, fenFromYuan, monthlyRentFromDaily } from '#domain/measure.ts';
import type { PlanMeasure } from '#domain/model/renewal-plan.ts';
import { checkField, type FieldProblem } from '#domain/records/check.ts';
import type { Field } from '#domain/records/field.ts';
import type { FieldUnit } from '#domain/records/units.ts';
import { shownFigure } from '#format/record-text.ts';
import { parseTypedNumber } from '#format/typed-number.ts';
import { isoDate } from './iso-date.ts';
import { measuresText, typedMeasures } from './measures.ts';

/** One text for each input of a field: `value`, and `bound`, `min`, `max`, `lon` … where a field has several. */
export type Draft = Readonly<Record<string, string>>;

export interface Spec {
  readonly field: string;
  readonly spec: Field;
  readonly unit: FieldUnit | null;
}

/** Why a text is no value; `allowed` as {@link FieldProblem} has it. */
export interface Trouble {
  readonly reason: FieldProblem['reason'] | 'notANumber' | 'otherUnit';
  readonly allowed: string;
}

export type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly trouble: Trouble };

type Parts = Readonly<Record<string, unknown>>;

/** The texts that show a value. */
export function draftOf({ spec, unit }: Spec, value: unknown): Draft {
  const number = (figure: unknown) => (typeof figure === 'number' ? String(shownFigure(unit, figure)) : '');
  const parts = (value ?? {}) as Parts;
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return { value: number(value) };
    case 'quantity':
      return { value: number(parts['value']), bound: String(parts['bound'] ?? 'exact') };
    case 'span':
      return { min: number(parts['min']), max: number(parts['max']) };
    case 'flag':
      return { value: value === null || value === undefined ? '' : String(value) };
    case 'measures':
      return { value: measuresText((value ?? []) as readonly PlanMeasure[]) };
    case 'texts':
      return { value: ((value ?? []) as readonly string[]).join('\n') };
    case 'choices':
      return choicesDraft(value as readonly string[] | null | undefined);
    case 'position':
      return { lon: text(parts['lon']), lat: text(parts['lat']), precisionM: text(parts['precisionM']) };
    case 'storeys':
      return { above: text(parts['above']), below: text(parts['below']) };
    case 'steward':
      return { name: text(parts['name']), phone: text(parts['phone']) };
    default:
      return { value: text(value) };
  }
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** `how`: '' not stated, `any` nobody excluded, `some` those in `value`. */
function choicesDraft(value: readonly string[] | null | undefined): Draft {
  if (value === null || value === undefined) return { how: '', value: '' };
  return value.length === 0 ? { how: 'any', value: '' } : { how: 'some', value: value.join(' ') };
}

/** The value that the texts stand for; unknown where nothing is typed and that may be. */
export function readDraft(where: Spec, draft: Draft): Read {
  const { field, spec } = where;
  const parsed = parse(where, draft);
  if (!parsed.ok) return parsed;
  const problem = checkField(field, spec, parsed.value);
  return problem ? { ok: false, trouble: { reason: problem.reason, allowed: problem.allowed } } : parsed;
}

const known = (value: unknown): Read => ({ ok: true, value });

function parse({ spec, unit }: Spec, draft: Draft): Read {
  const part = (name: string) => (draft[name] ?? '').trim();
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return parseFigure(part('value'), unit);
    case 'quantity':
      return quantityIn(part('value'), part('bound'), unit);
    case 'span': {
      const both = spanIn(part('min'), part('max'), unit);
      if (both) return known(both);
      const [min, max] = [part('min') || part('max'), part('max') || part('min')];
      return object({ min: parseFigure(min, unit), max: parseFigure(max, unit) }, ['min']);
    }
    case 'flag':
      return known(part('value') === '' ? null : part('value') === 'true');
    case 'texts':
      return known(
        part('value')
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      );
    case 'measures':
      return known(
        typedMeasures(draft)
          .map(({ text, due, doneOn }) => ({
            text: text.trim(),
            due: isoDate(due.trim()) || null,
            doneOn: isoDate(doneOn.trim()) || null,
          }))
          .filter((measure) => Object.values(measure).some((part) => part)),
      );
    case 'choices':
      return known(
        part('how') === ''
          ? null
          : part('value')
              .split(' ')
              .filter((option) => option !== ''),
      );
    case 'position':
      return object(
        { lon: figure(part('lon')), lat: figure(part('lat')), precisionM: figure(part('precisionM')) },
        ['lon', 'lat'],
      );
    case 'storeys':
      return object({ above: figure(part('above')), below: figure(part('below')) }, null);
    case 'steward':
      return object({ name: known(part('name')), phone: known(part('phone') || null) }, ['name', 'phone']);
    case 'date':
    case 'month':
    case 'dateOrMonth':
      return known(isoDate(part('value')) || null);
    case 'uscc':
      return known(part('value').normalize('NFKC').toUpperCase() || null);
    default:
      return known(part('value') || null);
  }
}

/** Unknown as a whole when all of `deciding` are empty; null: never. */
function object(parts: Readonly<Record<string, Read>>, deciding: readonly string[] | null): Read {
  const wrong = Object.values(parts).find((read) => !read.ok);
  if (wrong) return wrong;
  const value = Object.fromEntries(
    Object.entries(parts).map(([name, read]) => [name, read.ok ? read.value : null]),
  );
  const isEmpty = deciding?.every((name) => value[name] === null || value[name] === '') ?? false;
  return known(isEmpty ? null : value);
}

const dimensions: Partial<Readonly<Record<FieldUnit, Dimension>>> = {
  sqm: 'area',
  m: 'length',
  ratio: 'ratio',
  yuanPerSqmMonth: 'rent',
};

/** A figure as articles write it, `超8.5万㎡`, `4.7-6.7米`; null where it is none. */
function writtenFigure(typed: string, unit: FieldUnit | null): Figure | null {
  const dimension = unit === null ? undefined : dimensions[unit];
  if (dimension === undefined) return null;
  const read = readFigure(plain(typed), dimension);
  return read.ok ? read.figure : null;
}

/** In the unit of the model; a bare rate is a percentage, as everywhere in a form. */
function inModel(
  { low, high, unit: written }: Figure,
  unit: FieldUnit | null,
): { low: number; high: number } {
  const code = written ?? (unit === 'ratio' ? 'percent' : null);
  return { low: inModelUnit(low, code), high: inModelUnit(high, code) };
}

/** A bound that is typed with the figure wins over the one that is chosen beside it. */
function quantityIn(typed: string, bound: string, unit: FieldUnit | null): Read {
  const plainly = parseFigure(typed, unit);
  const written = plainly.ok ? null : writtenFigure(typed, unit);
  if (!written || written.low !== written.high)
    return object({ value: plainly, bound: known(bound) }, ['value']);
  return known({
    value: inModel(written, unit).low,
    bound: written.bound === 'exact' ? bound : written.bound,
  });
}

/** Both ends typed into one of the inputs; null where they are not. */
function spanIn(min: string, max: string, unit: FieldUnit | null): Record<'min' | 'max', number> | null {
  for (const typed of [min, max]) {
    const written = parseFigure(typed, unit).ok ? null : writtenFigure(typed, unit);
    if (!written || written.low === written.high) continue;
    const { low, high } = inModel(written, unit);
    return { min: low, max: high };
  }
  return null;
}

const unitsTaken: Readonly<Record<FieldUnit, RegExp>> = {
  sqm: /^(m2|平米|平方米|平)?$/i,
  m: /^(m|米)?$/i,
  ratio: /^%?$/,
  fen: /^元?$/,
  months: /^(个?月|months?)?$/i,
  yuanPerSqmMonth: /^(元?\/?(m2|平米|平方米|平)?\/?(月|month|天|日|day)?)?$/i,
};

const figure = (typed: string) => parseFigure(typed, null);

/** Rents by the day are taken as {@link daysPerMonth} days a month. */
function parseFigure(typed: string, unit: FieldUnit | null): Read {
  if (typed === '') return known(null);
  const number = parseTypedNumber(typed);
  if (!number) return { ok: false, trouble: { reason: 'notANumber', allowed: '' } };
  const written = number.unit.replace(/^cny/i, '元');
  if (!(unit === null ? /^$/ : unitsTaken[unit]).test(written)) {
    return { ok: false, trouble: { reason: 'otherUnit', allowed: number.unit } };
  }
  if (unit === 'ratio') return known(Number((number.value / 100).toPrecision(12)));
  if (unit === 'fen') return known(fenFromYuan(number.value));
  if (unit === 'yuanPerSqmMonth' && /(天|日|day)$/i.test(written)) {
    return known(Number(monthlyRentFromDaily(number.value, daysPerMonth).toFixed(4)));
  }
  return known(number.value);
}

/** Whether two values of a field are the same, whatever the order of their parts. */
export function isSameValue(a: unknown, b: unknown): boolean {
  return canonical(a ?? null) === canonical(b ?? null);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
