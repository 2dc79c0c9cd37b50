import { expect, test } from 'vitest';
import { buildColumns } from '#domain/engine/build-columns.ts';
import { encodeSnapshot } from '#domain/engine/snapshot.ts';
import { exactly } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import { defaultSort, emptyFilter, type Filter } from '#domain/query/query.ts';
import { aBuilding, aDistrict, aPortfolio } from '../../tests/builders.ts';
import { EngineHost } from './engine-host.ts';
import type { EngineReplies, EngineRequest } from './engine-protocol.ts';

const buildings = [
  aBuilding({ id: 'jia', nameZh: '甲座', gfa: exactly(500), position: at(117.2, 39.1) }),
  aBuilding({ id: 'yi', nameZh: '乙座', nameEn: 'Two', gfa: exactly(900), position: at(117.21, 39.12) }),
  aBuilding({ id: 'bing', nameZh: '丙座', gfa: null, position: at(117.22, 39.11) }),
  aBuilding({ id: 'ding', nameZh: '丁座', carrierType: 'heritageHouse', gfa: exactly(700) }),
];

function at(lon: number, lat: number) {
  return { lon, lat, precisionM: null };
}

function snapshotOf(known: readonly Building[], revision = 'r1'): ArrayBuffer {
  const columns = buildColumns(aPortfolio({ buildings: known }), {
    role: 'manager',
    searchKeys: ({ id, nameZh }) => ({ texts: [nameZh], sort: id }),
  });
  const header = {
    revision,
    asOf: '2026-10-31',
    role: 'manager',
    isSample: true,
    district: aDistrict(),
  } as const;
  return encodeSnapshot({ header, columns }).buffer;
}

const query = (filter: Partial<Filter> = {}) => ({ ...emptyFilter, ...filter, sort: defaultSort });
const view = { offset: 0, limit: 10, viewport: null, charts: false };

/** Handles a request and gives the reply in the shape that belongs to it. */
function tell<K extends EngineRequest['kind']>(
  host: EngineHost,
  request: Extract<EngineRequest, { kind: K }>,
) {
  return host.handle(request) as EngineReplies[K];
}

function aHost(): EngineHost {
  const host = new EngineHost();
  tell(host, { kind: 'load', bytes: snapshotOf(buildings) });
  return host;
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

test('nothing is answered before a catalogue is loaded', () => {
  expect(() => tell(new EngineHost(), { kind: 'ask', question: { query: query(), view } })).toThrow(
    'before a catalogue was loaded',
  );
});

test('loading says what is in the catalogue', () => {
  const reply = tell(new EngineHost(), { kind: 'load', bytes: snapshotOf(buildings) });
  expect(reply).toMatchObject({
    ok: true,
    loaded: {
      header: { revision: 'r1', role: 'manager' },
      ids: ['jia', 'yi', 'bing', 'ding'],
      namesZh: ['甲座', '乙座', '丙座', '丁座'],
      namesEn: ['', 'Two', '', ''],
    },
  });
});

test('a catalogue that cannot be read is refused, and the last one goes on answering', () => {
  const host = aHost();
  const broken = snapshotOf(buildings).slice(0, 99);
  expect(tell(host, { kind: 'load', bytes: broken })).toEqual({ ok: false, reason: 'truncated' });
  expect(tell(host, { kind: 'ask', question: { query: query(), view } }).answer.total).toBe(4);
});

test('a newer catalogue takes the place of the last in every answer', () => {
  const host = aHost();
  tell(host, { kind: 'suggest', query: query(), text: '座', limit: 9 });
  tell(host, { kind: 'load', bytes: snapshotOf(buildings.slice(3), 'r2') });
  expect(tell(host, { kind: 'ask', question: { query: query(), view } }).answer.total).toBe(1);
  expect(tell(host, { kind: 'suggest', query: query(), text: '座', limit: 9 })).toHaveLength(1);
  expect(tell(host, { kind: 'building', id: 'jia' })).toBeNull();
});

test('an answer spells out the rows of its window, in their order', () => {
  const { answer, rows } = tell(aHost(), {
    kind: 'ask',
    question: {
      query: { ...emptyFilter, sort: { field: 'gfa', descending: true } },
      view: { ...view, offset: 1, limit: 2 },
    },
  });
  expect(rows.map(({ id }) => id)).toEqual(['ding', 'jia']);
  expect([...answer.rows]).toEqual(rows.map(({ row }) => row));
  expect(rows[0]?.values.gfa).toEqual({ value: 700, upper: null, bound: 'exact' });
});

test('a suggestion that the filter hides is given with the clauses that hide it', () => {
  const filter = { ranges: { gfa: { lo: 600, hi: null } }, sets: { type: ['office'] } };
  const suggested = tell(aHost(), { kind: 'suggest', query: query(filter), text: '座', limit: 9 });
  expect(Object.fromEntries(suggested.map(({ row, excludedBy }) => [row.id, excludedBy]))).toEqual({
    jia: ['gfa'],
    yi: [],
    bing: ['gfa'],
    ding: ['type'],
  });
});

test('what is typed in the box does not exclude what it suggests', () => {
  const suggested = tell(aHost(), { kind: 'suggest', query: query({ text: '甲' }), text: '乙', limit: 9 });
  expect(suggested.map(({ row, excludedBy }) => [row.id, excludedBy])).toEqual([['yi', []]]);
});

test('suggestions come by name and no more than asked for', () => {
  const suggested = tell(aHost(), { kind: 'suggest', query: query(), text: '座', limit: 2 });
  expect(suggested.map(({ row }) => row.id)).toEqual(['bing', 'ding']);
});

test('side questions do not disturb the running one', () => {
  const host = aHost();
  const question = { query: query({ sets: { type: ['office'] } }), view };
  const before = tell(host, { kind: 'ask', question });
  tell(host, { kind: 'suggest', query: query(), text: '丁', limit: 9 });
  tell(host, { kind: 'members', query: query(), box: { west: 0, south: 0, east: 1, north: 1 }, limit: 9 });
  tell(host, { kind: 'extent', query: query({ text: '甲' }) });
  expect(tell(host, { kind: 'ask', question })).toEqual(before);
});

test('members of a cluster are what passes inside its box', () => {
  const box = { west: 117.195, south: 39.09, east: 117.215, north: 39.13 };
  const members = (filter: Partial<Filter>) =>
    ids(tell(aHost(), { kind: 'members', query: query(filter), box, limit: 9 }));
  expect(members({})).toEqual(['jia', 'yi']);
  expect(members({ ranges: { gfa: { lo: 600, hi: null } } })).toEqual(['yi']);
});

test('members also lie inside the rectangle that was asked for', () => {
  const box = { west: 117.195, south: 39.09, east: 117.215, north: 39.13 };
  const members = (bbox: Filter['bbox']) =>
    ids(tell(aHost(), { kind: 'members', query: query({ bbox }), box, limit: 9 }));
  expect(members({ west: 117.205, south: 39, east: 118, north: 40 })).toEqual(['yi']);
  expect(members({ west: 118, south: 39, east: 119, north: 40 })).toEqual([]);
});

test('the extent is the box around all that passes and has a position', () => {
  const extent = (filter: Partial<Filter>) => tell(aHost(), { kind: 'extent', query: query(filter) });
  expect(extent({})).toEqual({ west: 117.2, south: 39.1, east: 117.22, north: 39.12 });
  expect(extent({ text: '乙' })).toEqual({ west: 117.21, south: 39.12, east: 117.21, north: 39.12 });
  expect(extent({ text: '丁' })).toBeNull();
  expect(extent({ text: 'nothing' })).toBeNull();
});

test('a building is found by id or by row, whether or not the filter shows it; none is null', () => {
  const host = aHost();
  tell(host, { kind: 'ask', question: { query: query({ text: '甲' }), view } });
  expect(tell(host, { kind: 'building', id: 'ding' })?.nameZh).toBe('丁座');
  expect(tell(host, { kind: 'row', row: 3 })?.id).toBe('ding');
  expect(tell(host, { kind: 'building', id: 'nobody' })).toBeNull();
  expect(tell(host, { kind: 'row', row: 4 })).toBeNull();
});
