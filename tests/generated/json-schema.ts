/** As much of JSON Schema 2020-12 as the API's description uses. */
import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '#contract/openapi.ts';

export type Schemas = Readonly<Record<string, JsonSchema>>;
type Json = Readonly<Record<string, unknown>>;

const read = new Set([
  '$ref',
  'additionalProperties',
  'anyOf',
  'const',
  'description',
  'default',
  'enum',
  'items',
  'maximum',
  'maxItems',
  'minItems',
  'maxLength',
  'minimum',
  'minLength',
  'pattern',
  'properties',
  'propertyNames',
  'required',
  'type',
]);

/** Follows references by name. @throws when one leads nowhere */
export function resolved(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const reference = schema['$ref'];
  if (typeof reference !== 'string') return schema;
  const found = schemas[reference.slice('#/components/schemas/'.length)];
  if (!found) throw new Error(`invalid reference: ${reference}`);
  return resolved(found, schemas);
}

/**
 * What in a value is at odds with a schema, each with its place.
 * @throws when the schema uses a keyword that is not read here: nothing goes unchecked
 */
export function schemaProblems(given: JsonSchema, value: unknown, schemas: Schemas, at = '$'): string[] {
  const schema = resolved(given, schemas);
  const foreign = Object.keys(schema).find((keyword) => !read.has(keyword));
  if (foreign !== undefined) throw new Error(`invalid schema: ${foreign} is not read`);
  const problems = [...scalarProblems(schema, value, at)];
  const anyOf = schema['anyOf'] as readonly JsonSchema[] | undefined;
  if (anyOf && !anyOf.some((option) => schemaProblems(option, value, schemas, at).length === 0)) {
    problems.push(`${at}: ${shown(value)} fits none of ${anyOf.length}`);
  }
  if (Array.isArray(value)) {
    const items = schema['items'] as JsonSchema | undefined;
    if (items) {
      problems.push(...value.flatMap((item, i) => schemaProblems(items, item, schemas, `${at}[${i}]`)));
    }
    if (value.length < limitOf(schema, 'minItems', 0) || value.length > limitOf(schema, 'maxItems')) {
      problems.push(`${at}: ${value.length} items`);
    }
  }
  if (isObject(value)) problems.push(...objectProblems(schema, value, schemas, at));
  return problems;
}

function scalarProblems(schema: JsonSchema, value: unknown, at: string): string[] {
  const wrong: string[] = [];
  const types = schema['type'] === undefined ? null : [schema['type']].flat();
  if (types && !types.some((type) => isOfType(String(type), value))) wrong.push(`no ${types.join(' | ')}`);
  const options = schema['enum'] as readonly unknown[] | undefined;
  if (options && !options.some((option) => isDeepStrictEqual(option, value))) wrong.push('not in the list');
  if ('const' in schema && !isDeepStrictEqual(schema['const'], value)) wrong.push('another constant');
  if (typeof value === 'string') {
    const length = [...value].length;
    if (length < limitOf(schema, 'minLength', 0) || length > limitOf(schema, 'maxLength')) {
      wrong.push(`${length} characters`);
    }
    const pattern = schema['pattern'];
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value)) wrong.push(`not ${pattern}`);
  }
  if (typeof value === 'number') {
    if (value < limitOf(schema, 'minimum', Number.NEGATIVE_INFINITY)) wrong.push('too small');
    if (value > limitOf(schema, 'maximum')) wrong.push('too large');
  }
  return wrong.map((why) => `${at}: ${shown(value)} (${why})`);
}

function objectProblems(schema: JsonSchema, value: Json, schemas: Schemas, at: string): string[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const required = (schema['required'] ?? []) as readonly string[];
  const names = schema['propertyNames'] as JsonSchema | undefined;
  const others = schema['additionalProperties'] as JsonSchema | boolean | undefined;
  const missing = required
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${at}.${name}: missing`);
  return Object.entries(value).reduce<string[]>((problems, [name, item]) => {
    const place = `${at}.${name}`;
    if (names) problems.push(...schemaProblems(names, name, schemas, `${place} (name)`));
    const own = Object.hasOwn(properties, name) ? properties[name] : others;
    if (own === false) problems.push(`${place}: not documented`);
    else if (typeof own === 'object') problems.push(...schemaProblems(own, item, schemas, place));
    return problems;
  }, missing);
}

function limitOf(schema: JsonSchema, name: string, none = Number.POSITIVE_INFINITY): number {
  const limit = schema[name];
  return typeof limit === 'number' ? limit : none;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
    case 'string':
    case 'boolean':
      return typeof value === type;
    default:
      throw new Error(`invalid schema: there is no type ${type}`);
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80);
}
