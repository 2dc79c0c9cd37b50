import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Viewer } from '#server/api/identity.ts';
import { importSite, initial, staff, unitsTable } from '../../tests/import-site.ts';

test('what somebody changed after an import is not undone behind their back', async () => {
  const { store, begun, upload, after } = await importSite();
  const { id } = await begun();
  await upload(id, '单元.csv', unitsTable);
  await after(id, 'check');
  await after(id, 'commit');
  const { revision, portfolio } = await store.loadPortfolio();
  const unit = portfolio.units.find(({ label }) => label === '102');
  if (!unit) throw new Error('no unit 102');
  await store.commit({
    base: revision,
    changes: [{ entity: 'unit', key: `b1~${unit.id}`, before: unit, after: { ...unit, area: 210 } }],
    actor: { id: null, name: '别人', role: 'staff', address: null },
    at: '2026-11-20T00:00:00Z',
    asOf: '2026-11-20',
    origin: 'edit',
    batchId: null,
    requestId: null,
    answer: null,
  });
  const refused = await after(id, 'undo');
  expect(refused).toMatchObject({ status: 'committed', failure: { reason: 'changedSince' } });
  expect(await after(id, 'undo', { keepLater: true })).toMatchObject({ status: 'undone' });
  expect((await store.loadPortfolio()).portfolio.units.map(({ label }) => label).sort()).toEqual([
    '101',
    '102',
  ]);
}, 60_000);

test('a file that cannot be read is listed with the reason, and nothing of it is kept', async () => {
  const { begun, upload, place, errors } = await importSite();
  const { id } = await begun();
  const { files, parts } = await upload(id, '空.csv', '');
  expect(files).toMatchObject([{ name: '空.csv', problem: { reason: 'emptyFile' } }]);
  expect(parts).toEqual([]);
  const bad = await upload(id, '坏.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]));
  expect(bad.files[1]).toMatchObject({ problem: { reason: 'corrupt' } });
  expect(readdirSync(join(place, 'uploads', id))).toEqual([]);
  expect(errors).toEqual([]);
}, 60_000);

test('files that arrive at the same time are all kept', async () => {
  const { begun, upload, json } = await importSite();
  const { id } = await begun();
  await Promise.all([1, 2, 3, 4, 5].map((n) => upload(id, `第${n}份.csv`, unitsTable)));
  const { files, parts } = await json('GET', `/${id}`);
  expect([files.length, parts.length]).toEqual([5, 5]);
}, 60_000);

test('a step that is cancelled leaves nothing behind, and the draft can go on', async () => {
  const { store, begun, upload, json, after, ask } = await importSite();
  const { id } = await begun();
  const many = Array.from({ length: 20_000 }, (_, i) => `海河中心,${(i % 90) + 2},${i},50,空置,3`).join('\n');
  await upload(id, '多.csv', `${unitsTable.split('\n')[0]}\n${many}\n`);
  await ask('POST', `/${id}/check`);
  const cancelled = await json('POST', `/${id}/cancel`);
  expect(['draft', 'checked']).toContain(cancelled.status);
  expect(await after(id, 'check')).toMatchObject({ status: 'checked', mayCommit: true });
  await ask('POST', `/${id}/commit`);
  await json('POST', `/${id}/cancel`);
  const state = await json('GET', `/${id}`);
  const { portfolio } = await store.loadPortfolio();
  expect(portfolio.units).toHaveLength(state.status === 'committed' ? 20_001 : 1);
}, 120_000);

test('the public may not, and tax is for managers', async () => {
  const viewer = { current: staff };
  const { begun, upload, ask, json } = await importSite(initial, viewer);
  const { id } = await begun();
  const tax = '企业名称,楼宇名称,月份,税收（万元）\n某公司,天泰大厦,2026-09,12\n';
  const [part] = (await upload(id, '税收.csv', tax)).parts;
  expect(part).toMatchObject({ include: false, mapping: null });
  expect((await ask('PATCH', `/${id}/parts/${part?.id}`, { entity: 'taxRecord' })).status).toBe(403);
  viewer.current = { ...staff, role: 'manager' };
  expect(await json('PATCH', `/${id}/parts/${part?.id}`, { entity: 'taxRecord' })).toMatchObject({
    parts: [{ mapping: { entity: 'taxRecord' } }],
  });
  viewer.current = staff;
  expect((await ask('GET', `/${id}`)).status).toBe(404);
  viewer.current = { role: 'public', personas: null, account: null };
  for (const [method, path] of [
    ['GET', ''],
    ['POST', ''],
    ['GET', `/${id}`],
    ['POST', `/${id}/commit`],
  ] as const) {
    expect((await ask(method, path, method === 'POST' ? {} : undefined)).status).toBe(401);
  }
}, 60_000);

test('a server that ended in the middle of a step finds out how it ended', async () => {
  const first = await importSite();
  const { id } = await first.begun();
  await first.upload(id, '单元.csv', unitsTable);
  await first.after(id, 'check');
  const committed = await first.after(id, 'commit');
  await first.db
    .updateTable('imports')
    .set({
      status: 'committing',
      state: JSON.stringify({ ...committed, status: 'committing', written: null }),
    })
    .execute();
  const draft = await first.begun();
  await first.db
    .updateTable('imports')
    .set({ status: 'committing', state: JSON.stringify({ ...draft, status: 'committing' }) })
    .where('id', '=', draft.id)
    .execute();
  await first.close();
  const second = await importSite(initial, undefined, first.place);
  expect(await second.json('GET', `/${id}`)).toMatchObject({ status: 'committed' });
  expect(await second.json('GET', `/${draft.id}`)).toMatchObject({ status: 'draft' });
  expect(existsSync(join(first.place, 'uploads', id))).toBe(false);
}, 60_000);

test('progress is told while a step goes on', async () => {
  const { begun, upload, ask } = await importSite();
  const { id } = await begun();
  await upload(id, '单元.csv', unitsTable);
  const stream = await ask('GET', `/${id}/events`);
  expect(stream.headers.get('content-type')).toBe('text/event-stream');
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  await ask('POST', `/${id}/check`);
  let seen = '';
  while (!seen.includes('"checked"')) seen += (await reader?.read())?.value ?? '';
  expect(seen).toContain('event: progress');
  await reader?.cancel();
}, 60_000);

const publicViewer: Viewer = { role: 'public', personas: null, account: null };

/** Until the stream ends. */
async function heard(stream: Response): Promise<string> {
  let text = '';
  for await (const piece of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) text += piece;
  return text;
}

test('whoever is signed out hears no more of the progress: at once when somebody doubts it, or with a beat', async () => {
  const viewer = { current: staff };
  const { begun, ask, doubt } = await importSite(initial, viewer);
  const { id } = await begun();
  const follow = async () => heard(await ask('GET', `/${id}/events`));
  const doubted = follow();
  await new Promise((resolve) => setTimeout(resolve, 100));
  doubt('somebody else');
  doubt('a1');
  const still = new Promise<string>((resolve) => setTimeout(() => resolve('still'), 300));
  expect(await Promise.race([doubted, still])).toBe('still');
  viewer.current = publicViewer;
  doubt('a1');
  expect(await Promise.race([doubted, new Promise((resolve) => setTimeout(resolve, 500))])).toContain(
    'event: progress',
  );
  viewer.current = staff;
  const beaten = follow();
  viewer.current = { ...staff, role: 'manager' };
  expect(await beaten).toContain('event: progress');
}, 60_000);

test('the report is a workbook with the wrong cell marked', async () => {
  const { begun, upload, after, ask } = await importSite();
  const { id } = await begun();
  const { parts } = await upload(id, '单元.csv', unitsTable.replace('85.5', '很大'));
  await after(id, 'check');
  const response = await ask('GET', `/${id}/parts/${parts[0]?.id}/report.xlsx`);
  expect(response.status).toBe(200);
  expect(new Uint8Array(await response.arrayBuffer()).subarray(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
}, 60_000);
