import { expect, test } from 'vitest';
import { parseQuery } from '#domain/query/codec.ts';
import { emptyQuery } from '#domain/query/query.ts';
import {
  expiriesQuery,
  explanationQuery,
  findingsQuery,
  indicatorsQuery,
  industriesQuery,
  movementsQuery,
  targetStandingsQuery,
  taxLadderQuery,
  watchlistQuery,
} from './cockpit.ts';
import { isConcerned } from './query.ts';

const api = { base: '/', persona: 'manager' } as const;
const vocabulary = { circle: ['xiaobailou'], subdistrict: [], hidden: [] };
const { query } = parseQuery(
  'circle=xiaobailou&vacancy=0.1..&sort=-gfa&page=3&sel=b1&at=39,117,12',
  vocabulary,
);

test('of the page only the filter is asked with: no order, no place of the map, no building that is open', () => {
  const { queryKey } = indicatorsQuery(api, {
    filter: query,
    level: 'circle',
    from: '2026-01',
    ids: ['a', 'b'],
  });
  expect(queryKey.at(-1)).toBe('circle=xiaobailou&vacancy=0.1..&level=circle&from=2026-01&ids=a,b');
  expect(indicatorsQuery(api, { filter: emptyQuery }).queryKey.at(-1)).toBe('');
  expect(watchlistQuery(api, query, { threshold: 0.2, at: '2026-09' }).queryKey.at(-1)).toBe(
    'circle=xiaobailou&vacancy=0.1..&threshold=0.2&at=2026-09',
  );
});

test('whatever was written, each question of the cockpit is asked anew', () => {
  const keys = [
    indicatorsQuery(api, { filter: query }),
    explanationQuery(api, { filter: query, id: 'vacancyRate' }),
    watchlistQuery(api, query),
    taxLadderQuery(api, query, '2026-09'),
    movementsQuery(api, query),
    expiriesQuery(api, query),
    industriesQuery(api, query),
    targetStandingsQuery(api),
    findingsQuery(api, query),
  ].map(({ queryKey }) => queryKey);
  expect(new Set(keys.map((key) => JSON.stringify(key))).size).toBe(9);
  for (const key of keys) expect(isConcerned(key, { all: false, buildings: new Set() })).toBe(true);
});
