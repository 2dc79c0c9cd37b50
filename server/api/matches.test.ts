import { expect, test } from 'vitest';
import { findMatches, type MatchList } from '#contract/matches.ts';
import { personaHeader } from '#contract/session.ts';
import { rankSpaces } from '#domain/matching/rank.ts';
import { openRequirement } from '#domain/matching/requirement.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../tests/api.ts';

const api = anApi(samplePortfolio());

async function ask(body: unknown, persona = 'staff') {
  const response = await api.request(findMatches.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [personaHeader]: persona },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { response, answer: await response.json() };
}

const requirement = {
  areaMin: 1500,
  areaMax: 2000,
  budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
  metroWithin: 1000,
  startBy: '2027-03',
  industry: 'finance',
};

test('a requirement is answered as its contract says, with what the domain ranks', async () => {
  const { response, answer } = await ask({ requirement, limit: 7 });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect(findMatches.response.schema.parse(answer)).toEqual(answer);
  const list = answer as MatchList;
  expect(list.ranked).toHaveLength(7);
  const budget = { amount: 4.5, unit: 'perSqmDay' as const, includesFee: true };
  const ranking = rankSpaces(samplePortfolio(), { ...openRequirement, ...requirement, budget }, { limit: 7 });
  expect(list.ranked.map(({ building, space }) => [building.id, space.units.map(({ id }) => id)])).toEqual(
    ranking.ranked.map(({ building, facts }) => [building.id, facts.space.units.map(({ id }) => id)]),
  );
  expect(list.considered.matched + list.excluded.total).toBe(samplePortfolio().buildings.length);
  expect(list.nearMisses[0]?.changes.length).toBeGreaterThan(0);
});

test('everybody may ask and is answered alike: of tenants nothing is used', async () => {
  const [open, manager] = [await ask({ requirement }, 'public'), await ask({ requirement }, 'manager')];
  expect(open.response.status).toBe(200);
  expect(open.answer).toEqual(manager.answer);
  expect(JSON.stringify(open.answer)).not.toMatch(/enterprise|lease|steward|tax/i);
});

test('weights decide the order, and are told back', async () => {
  const { answer } = await ask({
    requirement,
    weights: { cost: 1, area: 0, place: 0, industry: 0, policy: 0 },
  });
  expect(answer.weights).toEqual({ area: 0, cost: 1, industry: 0, policy: 0, place: 0 });
  const costs = (answer as MatchList).ranked.flatMap(({ score, unverified }) =>
    unverified.length === 0 ? [score.high] : [],
  );
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
});

test.each([
  ['{', []],
  ['[]', ['']],
  ['{}', ['requirement']],
  ['{"requirement":{}}', ['requirement']],
  ['{"requirement":{"areaMin":2000,"areaMax":1500}}', ['requirement.areaMin']],
  ['{"requirement":{"startBy":"2026-10"}}', ['requirement.startBy']],
  ['{"requirement":{"budget":{"amount":0,"unit":"perMonth"}}}', ['requirement.budget.amount']],
  ['{"requirement":{"circles":["nowhere"],"heads":0}}', ['requirement.circles', 'requirement.heads']],
  ['{"requirement":{"areaMin":1},"weights":{"cost":-1,"luck":3}}', ['weights.cost', 'weights.luck']],
  [
    '{"requirement":{"areaMin":1},"weights":{"area":0,"cost":0,"industry":0,"policy":0,"place":0}}',
    ['weights'],
  ],
  ['{"requirement":{"areaMin":1},"limit":101,"more":1}', ['limit', 'more']],
  ['{"requirement":{"areaMin":1,"__proto__":{"a":1}}}', ['requirement.__proto__']],
])('%s is refused, each field by name', async (body, fields) => {
  const { response, answer } = await ask(body);
  expect(response.status).toBe(400);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.detail).toMatch(/^invalid /);
  expect((answer.fields ?? []).map(({ field }: { field: string }) => field)).toEqual(fields);
});

test('a body of more than 64 KiB is not read', async () => {
  const { response } = await ask({ requirement: { industry: 'x'.repeat(70_000) } });
  expect(response.status).toBe(413);
});
