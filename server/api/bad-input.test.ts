import { expect, test } from 'vitest';
import { problemSchema } from '#contract/problem.ts';
import { anApi } from '../../tests/api.ts';
import { towerAndHouse } from '../../tests/tower-and-house.ts';

async function problemOf(query: string) {
  const response = await anApi(towerAndHouse).get(`/api/v1/buildings?${query}`);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return problemSchema.parse(await response.json());
}

test.each([
  ['gfa=abc..', 'gfa', 'notANumber'],
  ['gfa=500..100', 'gfa', 'lowAboveHigh'],
  ['vacancy=0..2', 'vacancy', 'outOfRange'],
  ['vacancy=40', 'vacancy', 'notARange'],
  ['circle=atlantis', 'circle', 'unknownValue'],
  ['within=117.1,39.1;117.2,39.2', 'within', 'notAShape'],
  ['page=0', 'page', 'outOfRange'],
  ['limit=501', 'limit', 'outOfRange'],
  [`q=${'x'.repeat(10_000)}`, 'q', 'tooLong'],
  ['__proto__=1', '__proto__', 'unknownParameter'],
  ['constructor=1', 'constructor', 'unknownParameter'],
  ['lang=zh', 'lang', 'unknownParameter'],
  ['sort=-nothing', 'sort', 'unknownValue'],
  ['columnFree=yes', 'columnFree', 'notASwitch'],
  ['by=2026-13', 'by', 'notAMonth'],
  ['gfa=1..2&gfa=3..4', 'gfa', 'repeated'],
  ['gfa=%E0%A4%A', 'gfa', 'notARange'],
])('%s is refused', async (query, parameter, reason) => {
  const { errors } = await problemOf(query);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({ parameter, reason });
  expect(errors?.[0]?.value.length).toBeLessThanOrEqual(60);
});

test('every bad parameter is named, with what was given and what is allowed', async () => {
  const { errors, detail } = await problemOf('gfa=abc..&circle=atlantis&page=0&rent=80..140');
  expect(errors?.map((error) => error.parameter)).toEqual(['gfa', 'circle', 'page']);
  expect(errors?.[1]).toEqual({
    parameter: 'circle',
    value: 'atlantis',
    reason: 'unknownValue',
    allowed: 'xiaobailou',
    detail: 'invalid circle: atlantis (no such value; allowed: xiaobailou)',
  });
  expect(detail).toContain('invalid page: 0 (out of range; allowed: 1–1000000)');
});

test('an export refuses the same, and languages that it does not have', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/buildings.csv?lang=fr&gfa=abc..');
  const { errors } = problemSchema.parse(await response.json());
  expect(response.status).toBe(400);
  expect(errors?.map((error) => error.parameter)).toEqual(['gfa', 'lang']);
});

test('a persona that does not exist is refused', async () => {
  const response = await anApi(towerAndHouse).get('/api/v1/me', { persona: 'admin' });
  expect(response.status).toBe(400);
  expect(problemSchema.parse(await response.json()).detail).toBe(
    'invalid x-loulan-persona: admin (allowed: public, staff, manager)',
  );
});
