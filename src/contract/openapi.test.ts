import { expect, test } from 'vitest';
import { parameters, parseQuery } from '#domain/query/codec.ts';
import { rangeSpecs } from '#domain/query/fields.ts';
import { endpoints } from './all-endpoints.ts';
import { openApiDocument } from './openapi.ts';
import { searchParameters } from './search-parameters.ts';

const vocabulary = { circle: [], subdistrict: [], hidden: [] };

test('every endpoint is described, under one name each', () => {
  const { paths } = openApiDocument();
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  expect(Object.keys(paths)).toEqual([...new Set(endpoints.map((endpoint) => endpoint.path))]);
  expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(endpoints.length);
});

test('every parameter of the grammar is described, in its order', () => {
  expect(searchParameters().map((parameter) => parameter.name)).toEqual(parameters);
});

test('every example is read by the grammar without complaint', () => {
  const pairs = searchParameters().flatMap(({ name, example }): [string, string][] =>
    example === undefined ? [] : [[name, String(example)]],
  );
  expect(pairs.length).toBeGreaterThan(20);
  expect(parseQuery(pairs, vocabulary).problems).toEqual([]);
});

test('a range tells its own ends', () => {
  const gfa = searchParameters().find((parameter) => parameter.name === 'gfa');
  expect(gfa?.description).toContain(`${rangeSpecs.gfa.min}–${rangeSpecs.gfa.max}`);
});

test('every reference leads somewhere', () => {
  const document = openApiDocument();
  const references = JSON.stringify(document).match(/"#\/components\/schemas\/\w+"/g) ?? [];
  expect(references.length).toBeGreaterThan(20);
  for (const reference of new Set(references)) {
    const name = reference.slice(1, -1).split('/').pop() ?? '';
    expect(Object.keys(document.components.schemas)).toContain(name);
  }
});

test('every field of a building has a note', () => {
  const properties = openApiDocument().components.schemas['Building']?.['properties'] as Record<
    string,
    { description?: string }
  >;
  const without = Object.entries(properties).filter(([, property]) => !property.description);
  expect(without).toEqual([]);
});
