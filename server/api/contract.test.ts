import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';
import { anApi } from '../../tests/api.ts';

const api = anApi(samplePortfolio());
const ids = [
  'wuhaoyuan',
  ...samplePortfolio()
    .buildings.slice(0, 20)
    .map((building) => building.id),
];
const paths = endpoints.flatMap((endpoint) =>
  endpoint.path.includes('{id}')
    ? ids.map((id) => ({ endpoint, path: endpoint.path.replace('{id}', id) }))
    : [{ endpoint, path: endpoint.query === 'none' ? endpoint.path : `${endpoint.path}?limit=500` }],
);

test.each(['public', 'staff', 'manager'])(
  'for %s every endpoint answers what its contract says',
  async (persona) => {
    for (const { endpoint, path } of paths) {
      const response = await api.get(path, { persona });
      expect(response.status, path).toBe(200);
      expect(response.headers.get('content-type'), path).toContain(endpoint.response.type);
      const { schema } = endpoint.response;
      if (!schema) continue;
      const answered = await response.json();
      // Parsing drops what the schema does not name: equal means that nothing else was sent.
      expect(schema.parse(answered), path).toEqual(answered);
    }
  },
);

test('the page for people names every endpoint and loads nothing from elsewhere', async () => {
  const text = await (await api.get('/api/docs')).text();
  for (const { path } of endpoints) expect(text).toContain(path);
  expect(text).not.toMatch(/<script|style=|(src|href)="(https?:)?\/\//);
});
