import { expect, test } from 'vitest';
import { endpoints } from '#contract/all-endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { collectionNames } from '#contract/records.ts';
import { entities, keyOf, recordsIn } from '#domain/records/entity.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../tests/api.ts';

const api = anApi(samplePortfolio());
const ids = [
  'wuhaoyuan',
  ...samplePortfolio()
    .buildings.slice(0, 20)
    .map((building) => building.id),
];

/** Paths at which an endpoint has something to answer. */
function pathsOf({ path, query }: Endpoint): string[] {
  const entity = entities.find((kind) => path.startsWith(`/api/v1/records/${collectionNames[kind]}/`));
  if (entity) {
    const records = recordsIn(samplePortfolio(), entity).slice(0, 5);
    return records.map((record) => path.replace('{key}', encodeURIComponent(keyOf(entity, record))));
  }
  if (path.includes('/indicators/{id}')) {
    return ['vacancyRate', 'tenantCount'].map((id) => path.replace('{id}', id));
  }
  if (path.includes('{id}')) return ids.map((id) => path.replace('{id}', id));
  if (query === 'comparison') return [`${path}?ids=${ids.slice(0, 3).join(',')}`];
  return [query === 'search' || query === 'export' ? `${path}?limit=500` : path];
}

/** Accounts are answered beside this app, and tested there. */
const reads = endpoints.filter(
  ({ method, response, path }) =>
    method === 'GET' &&
    response.type !== 'text/event-stream' &&
    !/^\/api\/v1\/(accounts?|imports|templates)(\/|$)/.test(path),
);

test.each(['public', 'staff', 'manager'] as const)(
  'for %s every endpoint that reads answers what its contract says',
  async (persona) => {
    for (const endpoint of reads) {
      for (const path of pathsOf(endpoint)) {
        const response = await api.get(path, { persona });
        if (!endpoint.roles.includes(persona)) {
          expect(response.status, path).toBe(403);
          continue;
        }
        expect(response.status, path).toBe(200);
        expect(response.headers.get('content-type'), path).toContain(endpoint.response.type);
        const { schema } = endpoint.response;
        if (!schema) continue;
        const answered = await response.json();
        // Parsing drops what the schema does not name: equal means that nothing else was sent.
        expect(schema.parse(answered), path).toEqual(answered);
      }
    }
  },
);

test('the page for people names every endpoint and loads nothing from elsewhere', async () => {
  const text = await (await api.get('/api/docs')).text();
  for (const { path } of endpoints) expect(text).toContain(path);
  expect(text).toMatch(/Body: <code>application\/json<\/code> <a href="#schema-BuildingPatch">/);
  expect(text).not.toMatch(/<script|style=|(src|href)="(https?:)?\/\//);
});
