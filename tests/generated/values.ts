/** Values made from schemas: right ones, nearly right ones, and hostile ones. */
import fc from 'fast-check';
import type { JsonSchema } from '#contract/openapi.ts';
import { resolved, type Schemas, schemaProblems } from './json-schema.ts';

export interface Sources {
  readonly schemas: Schemas;
  /** Values that a field of that name has in the data. */
  readonly known: (field: string) => readonly unknown[];
}

/** Texts of the notations that patterns ask for; each pattern takes those that it lets through. */
const notations = [
  ...[
    '2026-01-01',
    '2027-12-31',
    '2024-02-29',
    '2025-02-29',
    '2030-06-15',
    '2031-01-01',
    '2026-02',
    '2029-11',
  ],
  ...['1500..2500', '..0.4', '10..', '40%..60%', '5..1', '1.0', '12.0', '999.7', 'k-1', 'k-2'],
  ...['91120199MX0000019B', 'b1', 'b2', 'u1', 'e1', 'l1', 'b1~u1', 'zz'],
];

const hostileTexts = [
  ...['', ' ', '\0', 'a\0b', '\ud800', '\udfff甲', '\u202e', '＝1+1', '=cmd|calc', '‮', '𠮷'.repeat(200)],
  ...[
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'toString',
    '..',
    '.',
    '/',
    '%',
    '%00',
    '%ED%A0%80',
    '~',
    'b1~',
  ],
  ...[
    "'; drop table buildings; --",
    '<script>',
    '#{7*7}',
    'NaN',
    'null',
    'undefined',
    '9007199254740993',
    '1e999',
  ],
  'x'.repeat(5_000),
];

export const hostileText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

const fixedNumbers = [0, -1, 1.5, 2 ** 53, -(2 ** 53), 1e21, 1e-9, -1e308, Number.MAX_VALUE];

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { a: { b: [] } }, ...fixedNumbers),
  fc.constant(JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{}}}')),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A value that a schema lets through; values of the data where one has that name. */
export function valueFrom(given: JsonSchema, sources: Sources, field = ''): fc.Arbitrary<unknown> {
  const schema = resolved(given, sources.schemas);
  const made = madeOf(schema, sources);
  const known = sources
    .known(field)
    .filter((value) => schemaProblems(schema, value, sources.schemas).length === 0);
  return known.length === 0
    ? made
    : fc.oneof(
        { weight: isNotation(schema) ? 1 : 2, arbitrary: fc.constantFrom(...known) },
        { weight: 1, arbitrary: made },
      );
}

/** Of a date or a month another one is as good as those of the data; of an id it is not. */
function isNotation({ pattern }: JsonSchema): boolean {
  return typeof pattern === 'string' && pattern.includes(String.raw`\d{4}`);
}

function madeOf(schema: JsonSchema, sources: Sources): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema['const']);
  const options = schema['enum'] as readonly unknown[] | undefined;
  if (options) return fc.constantFrom(...options);
  const anyOf = schema['anyOf'] as readonly JsonSchema[] | undefined;
  if (anyOf) return fc.oneof(...anyOf.map((option) => valueFrom(option, sources)));
  const types = [schema['type'] ?? []].flat();
  if (types.length !== 1)
    return types.length === 0
      ? hostileValue
      : fc.oneof(...types.map((type) => madeOf({ ...schema, type }, sources)));
  switch (types[0]) {
    case 'object':
      return objectOf(schema, sources);
    case 'array':
      return fc.array(valueFrom((schema['items'] ?? {}) as JsonSchema, sources), {
        minLength: typeof schema['minItems'] === 'number' ? schema['minItems'] : 0,
        maxLength: 4,
      });
    case 'string':
      return textOf(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return numberOf(schema, types[0] === 'integer');
  }
}

function numberOf(schema: JsonSchema, isWhole: boolean): fc.Arbitrary<number> {
  const min = Number(schema['minimum'] ?? -1_000_000);
  const max = Number(schema['maximum'] ?? 1_000_000);
  const wide = isWhole ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true });
  const ends = fc.constantFrom(...[min, max, 0, 1, 12, 100].filter((value) => value >= min && value <= max));
  return fc.oneof(ends, wide);
}

function textOf(schema: JsonSchema): fc.Arbitrary<string> {
  const pattern = schema['pattern'];
  if (typeof pattern === 'string') {
    const expression = new RegExp(pattern);
    const fitting = notations.filter((text) => expression.test(text));
    const made = fc.stringMatching(expression);
    return fitting.length === 0
      ? made
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fitting) }, { weight: 1, arbitrary: made });
  }
  const minLength = Number(schema['minLength'] ?? 0);
  const maxLength = Math.min(Number(schema['maxLength'] ?? 60), 60);
  return fc.oneof(
    fc.constantFrom('甲座', 'Tower A', '一号', 'gfa').filter((text) => text.length <= maxLength),
    fc.string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, maxLength) }),
  );
}

/** What is required is there; of the rest a few, or all but a few. */
function objectOf(schema: JsonSchema, sources: Sources): fc.Arbitrary<object> {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const free = Object.keys(properties).filter((name) => !required.includes(name));
  const few = fc.subarray(free, { maxLength: Math.min(3, free.length) });
  const most = few.map((left) => free.filter((name) => !left.includes(name)));
  const all = fc.constant(free);
  const model = Object.fromEntries(
    Object.entries(properties).map(([name, own]) => [name, valueFrom(own, sources, name)]),
  );
  return fc.oneof(few, most, all, all).chain((names) => {
    const chosen = [...required, ...names];
    return fc.record(
      Object.fromEntries(chosen.flatMap((name) => (model[name] ? [[name, model[name]]] : []))),
    );
  });
}

type Place = readonly (string | number)[];

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, item]) => placesIn(item, [...at, name]));
  return [at, ...inner];
}

/** The value with something else at a place; `undefined` takes the place away. */
function withAt(value: unknown, [first, ...rest]: Place, item: unknown): unknown {
  if (first === undefined) return item;
  const old = (value as Readonly<Record<string, unknown>>)[first];
  const next = withAt(old, rest, item);
  if (Array.isArray(value)) return value.map((other, i) => (String(i) === first ? next : other));
  const others = Object.entries(value as object).filter(([name]) => name !== first);
  return Object.fromEntries(next === undefined ? others : [...others, [first, next]]);
}

/** A right value with one thing wrong: replaced, left out, or something beside what belongs there. */
export function nearlyOf(schema: JsonSchema, sources: Sources): fc.Arbitrary<unknown> {
  const what = fc.constantFrom('replace', 'drop', 'add');
  return fc
    .tuple(valueFrom(schema, sources), fc.nat(), what, hostileValue, hostileText)
    .map(([value, pick, how, item, name]) => {
      const places = placesIn(value);
      const place = places[pick % places.length] ?? [];
      if (how === 'drop' && place.length > 0) return withAt(value, place, undefined);
      return withAt(value, how === 'add' ? [...place.slice(0, -1), name] : place, item);
    });
}
