import { expect, test } from 'vitest';
import { freshWriter } from '../../../tests/records.ts';
import { aWriter } from '../../../tests/writing.ts';

test('a patch is answered with the new record and its tag, and read back', async () => {
  const { patch, read } = freshWriter();
  const { status, body, headers } = await patch('buildings/b1', {
    lifts: 6,
    gfa: { value: 9_000, bound: 'about' },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ entity: 'building', key: 'b1', record: { lifts: 6 } });
  expect(headers.get('etag')).toBe(body['tag']);
  expect(await read('buildings/b1')).toEqual(body);
});

test('the list and the building file answer from the new value', async () => {
  const { api, patch } = freshWriter();
  await patch('buildings/b1', { nameZh: '乙座', lifts: 6 });
  expect(await (await api.get('/api/v1/buildings')).json()).toMatchObject({
    items: [{ nameZh: '乙座', lifts: 6 }],
  });
  expect(await (await api.get('/api/v1/buildings?q=乙座')).json()).toMatchObject({ total: 1 });
});

test('a new value brings its source along, an unknown one takes the old source away', async () => {
  const { api, patch } = freshWriter();
  const factsOf = async () => (await (await api.get('/api/v1/buildings/b1')).json()).facts;
  const source = { source: '物业月报', asOf: '2026-10-01', confidence: 'B', note: null };
  await patch('buildings/b1', { parking: 40 }, { source });
  expect(await factsOf()).toContainEqual({ field: 'parking', ...source });
  await patch('buildings/b1', { lifts: 8 });
  expect(await factsOf()).toContainEqual({
    field: 'lifts',
    source: '手工录入',
    asOf: '2026-11-02',
    confidence: 'C',
    note: null,
  });
  await patch('buildings/b1', { lifts: null });
  expect((await factsOf()).map(({ field }: { field: string }) => field)).not.toContain('lifts');
});

test('a new value of which nobody says where it comes from has no source, and takes an old one away', async () => {
  const { api, patch } = freshWriter();
  const source = { source: '物业月报', asOf: '2026-10-01', confidence: 'B', note: null };
  await patch('buildings/b1', { parking: 40 }, { source });
  await patch('buildings/b1', { parking: 45 }, { source: null });
  const { parking, facts } = await (await api.get('/api/v1/buildings/b1')).json();
  expect(parking).toBe(45);
  expect(facts.map(({ field }: { field: string }) => field)).not.toContain('parking');
});

test('who saw an older state gets 412 with the present one', async () => {
  const { patch, read, send } = freshWriter();
  const { tag } = await read('buildings/b1');
  await patch('buildings/b1', { lifts: 6 });
  const late = await send('PATCH', 'buildings/b1', { set: { lifts: 9 } }, { 'if-match': tag });
  expect(late.status).toBe(412);
  expect(late.body['current']).toMatchObject({ record: { lifts: 6 } });
  const { tag: now } = late.body['current'] as { tag: string };
  expect((await send('PATCH', 'buildings/b1', { set: { lifts: 9 } }, { 'if-match': now })).status).toBe(200);
});

test('of many that patch the same state at once exactly one wins, and nobody is told a lie', async () => {
  const { read, send } = freshWriter();
  const { tag } = await read('buildings/b1');
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, lifts) =>
      send('PATCH', 'buildings/b1', { set: { lifts: lifts + 1 } }, { 'if-match': tag }),
    ),
  );
  const won = answers.filter(({ status }) => status === 200);
  expect(won).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19);
  expect((await read('buildings/b1')).record).toEqual(won[0]?.body['record']);
});

test('writes to different records at once are all carried out', async () => {
  const { send, read } = freshWriter();
  const made = await Promise.all(
    Array.from({ length: 15 }, (_, floor) =>
      send('POST', 'floors', { record: { buildingId: 'b1', floor: floor + 2, label: `${floor + 2}F` } }),
    ),
  );
  expect(made.every(({ status }) => status === 201)).toBe(true);
  expect((await read('floors/b1~16')).record).toMatchObject({ area: null });
});

test('without If-Match nothing is overwritten', async () => {
  const { send } = freshWriter();
  expect((await send('PATCH', 'buildings/b1', { set: { lifts: 1 } })).status).toBe(428);
  expect((await send('DELETE', 'buildings/b1')).status).toBe(428);
});

test('a repeated request with its key is answered again, and written once', async () => {
  const { api, send } = freshWriter();
  const record = { buildingId: 'b1', floor: 1, label: '103', position: 3, area: 20, status: 'vacant' };
  const headers = { 'idempotency-key': 'k-1' };
  const first = await send('POST', 'units', { record }, headers);
  const again = await send('POST', 'units', { record }, headers);
  expect(first.status).toBe(201);
  expect(again.body).toEqual(first.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  const { storeys } = await (await api.get('/api/v1/buildings/b1')).json();
  expect(storeys[0].units).toHaveLength(3);
  const other = await send('POST', 'units', { record: { ...record, area: 21 } }, headers);
  expect(other).toMatchObject({ status: 422, body: { type: '/api/docs#keyReused' } });
  expect((await aWriter(api, 'manager').send('POST', 'units', { record }, headers)).body['key']).not.toBe(
    first.body['key'],
  );
});

test.each([
  [
    'POST',
    'units',
    { buildingId: 'b1', floor: 1, label: '103', area: 60, position: 3, status: 'vacant' },
    'floorOverfull',
  ],
  [
    'POST',
    'units',
    { buildingId: 'b9', floor: 1, label: '1', area: 1, position: 1, status: 'vacant' },
    'noSuchRecord',
  ],
  [
    'POST',
    'units',
    { buildingId: 'b1', floor: 0, label: '1', area: 1, position: 1, status: 'vacant' },
    'noFloorZero',
  ],
  [
    'POST',
    'leases',
    {
      buildingId: 'b1',
      unitId: 'u2',
      enterpriseId: 'e1',
      start: '2026-05-01',
      end: '2026-04-01',
      leaseType: 'direct',
    },
    'endBeforeStart',
  ],
  [
    'POST',
    'leases',
    {
      buildingId: 'b1',
      unitId: 'u1',
      enterpriseId: 'e1',
      start: '2027-12-31',
      end: '2029-01-01',
      leaseType: 'direct',
    },
    'leasesOverlap',
  ],
  [
    'POST',
    'leases',
    {
      buildingId: 'b1',
      unitId: 'u7',
      enterpriseId: 'e1',
      start: '2028-01-01',
      end: '2029-01-01',
      leaseType: 'direct',
    },
    'noSuchRecord',
  ],
  ['POST', 'enterprises', { name: '某公司', uscc: '91120199MX0000019A' }, 'badCheckCharacter'],
  [
    'POST',
    'buildings',
    { nameZh: '丙座', carrierType: 'office', status: 'delivered', circleId: 'nowhere' },
    'noSuchRecord',
  ],
  [
    'POST',
    'buildings',
    {
      nameZh: '丙座',
      carrierType: 'office',
      status: 'delivered',
      position: { lon: 121.47, lat: 31.23, precisionM: null },
    },
    'implausiblePlace',
  ],
  ['POST', 'buildings', { nameZh: '丙座', status: 'delivered' }, 'missing'],
  [
    'POST',
    'buildings',
    { nameZh: '丙座', carrierType: 'office', status: 'delivered', storeys: 3 },
    'unknownField',
  ],
] as const)('%s %s %j is refused: %s', async (method, path, record, reason) => {
  const { status, body } = await freshWriter().send(method, path, { record });
  expect(status).toBe(422);
  expect(body['fields']).toContainEqual(expect.objectContaining({ reason }));
});

test('a point that would lie inside in another datum is asked about, and taken when confirmed', async () => {
  const { send } = freshWriter();
  const position = { lon: 117.2345, lat: 39.1212, precisionM: 20 };
  const record = { nameZh: '丙座', carrierType: 'office', status: 'delivered', position };
  const asked = await send('POST', 'buildings', { record });
  expect(asked.body['fields']).toMatchObject([{ field: 'position', reason: 'otherDatum', allowed: 'gcj02' }]);
  expect((await send('POST', 'buildings', { record, confirm: ['otherDatum'] })).status).toBe(201);
});

test.each([
  { source: 'a\0b', asOf: '2026-01-01', confidence: 'A', note: null },
  { source: ' ', asOf: '2026-01-01', confidence: 'A', note: null },
  { source: '业主', asOf: '2025-02-29', confidence: 'A', note: null },
  { source: '业主', asOf: '2026-01-01', confidence: 'A', note: '\ud800' },
])('a source that could be no record is refused: %j', async (source) => {
  const { patch, api } = freshWriter();
  const { status, body } = await patch('buildings/b1', { lifts: 9 }, { source });
  expect(status).toBe(400);
  expect(body['type']).toBe('/api/docs#badBody');
  expect((await api.get('/api/v1/records/facts/b1~lifts')).status).toBe(200);
});

test('a building goes with all that is its own, and comes back whole', async () => {
  const { api, read, send } = freshWriter('manager');
  const { tag } = await read('buildings/b1');
  const before = await (await api.get('/api/v1/buildings/b1', { persona: 'manager' })).json();
  expect((await send('DELETE', 'buildings/b1', undefined, { 'if-match': tag })).status).toBe(204);
  expect((await api.get('/api/v1/buildings/b1')).status).toBe(404);
  expect((await send('POST', 'buildings/b1/restoration')).status).toBe(200);
  const after = await (await api.get('/api/v1/buildings/b1', { persona: 'manager' })).json();
  expect({ ...after, revision: '', asOf: '' }).toEqual({ ...before, revision: '', asOf: '' });
  expect((await send('POST', 'buildings/b1/restoration')).status).toBe(409);
  expect((await send('POST', 'buildings/b7/restoration')).status).toBe(404);
});

test('a firm that leases cannot be taken away', async () => {
  const { read, send } = freshWriter();
  const { tag } = await read('enterprises/e1');
  const { status, body } = await send('DELETE', 'enterprises/e1', undefined, { 'if-match': tag });
  expect(status).toBe(422);
  expect(body['fields']).toMatchObject([{ reason: 'stillReferredTo', allowed: '2' }]);
});
