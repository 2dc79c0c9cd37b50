import { expect, test } from 'vitest';
import { freshWriter } from '../../../tests/records.ts';
import { aWriter } from '../../../tests/writing.ts';

const filed = { buildingId: 'b1', month: '2026-09', reason: '重新核对' };

test('a report of a month that is over is not written over: the answer says to file a correction', async () => {
  const { patch, send, read } = freshWriter();
  const refused = await patch('months/b1~2026-09', { occupiedArea: 990 });
  expect(refused.status).toBe(422);
  expect(refused.body['fields']).toMatchObject([
    { field: 'occupiedArea', reason: 'reportedStays', allowed: 'monthCorrection' },
  ]);
  expect(refused.body['detail']).toContain('file a correction');
  const { tag } = await read('months/b1~2026-09');
  const removed = await send('DELETE', 'months/b1~2026-09', undefined, { 'if-match': tag });
  expect(removed.status).toBe(422);
  expect((await read('months/b1~2026-09')).record['occupiedArea']).toBe(1_000);
});

test('number, day and author of a correction come from the server, never from the client', async () => {
  const { send, read } = freshWriter();
  const made = await send('POST', 'month-corrections', { record: { ...filed, tenantCount: 11 } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({
    key: 'b1~2026-09~2',
    record: { number: 2, correctedOn: '2026-11-02', correctedBy: '示例用户', occupiedArea: null },
  });
  expect((await read('months/b1~2026-09')).record['tenantCount']).toBe(12);
  for (const forged of [{ number: 9 }, { correctedBy: '别人' }, { correctedOn: '2020-01-01' }]) {
    const answer = await send('POST', 'month-corrections', {
      record: { ...filed, tenantCount: 10, ...forged },
    });
    expect(answer.body['fields']).toMatchObject([{ field: Object.keys(forged)[0], reason: 'setByServer' }]);
  }
});

test('a correction that corrects nothing, or does not say why, is refused', async () => {
  const { send } = freshWriter();
  const nothing = await send('POST', 'month-corrections', { record: filed });
  expect(nothing.body['fields']).toMatchObject([{ reason: 'correctsNothing' }]);
  const record = { ...filed, reason: null, tenantCount: 3 };
  const silent = await send('POST', 'month-corrections', { record });
  expect(silent.body['fields']).toMatchObject([{ field: 'reason', reason: 'reasonNeeded' }]);
});

test('nobody changes a correction or takes it away', async () => {
  const { api, send } = freshWriter('manager');
  const path = 'month-corrections/b1~2026-09~1';
  for (const method of ['PATCH', 'DELETE'] as const) {
    const answer = await send(method, path, method === 'PATCH' ? { set: {} } : undefined, {
      'if-match': '*',
    });
    expect(answer.status).toBe(405);
  }
  expect((await api.get(`/api/v1/records/${path}`, { persona: 'manager' })).status).toBe(200);
});

test('a correction of tax is a matter of managers: staff neither file nor see it', async () => {
  const { api, send } = freshWriter();
  const record = { ...filed, totalTax: 999_999, reason: '漏报税额 8765 元' };
  expect((await send('POST', 'month-corrections', { record })).body['fields']).toMatchObject([
    { field: 'totalTax', reason: 'notForRole' },
  ]);
  const manager = aWriter(api, 'manager');
  expect((await manager.send('POST', 'month-corrections', { record })).status).toBe(201);
  const both = { ...record, tenantCount: 14 };
  expect((await manager.send('POST', 'month-corrections', { record: { ...both, totalTax: 1 } })).status).toBe(
    201,
  );
  const seen = await (await api.get('/api/v1/buildings/b1/records', { persona: 'staff' })).json();
  expect(seen.monthCorrection.map(({ key }: { key: string }) => key)).toEqual([
    'b1~2026-09~1',
    'b1~2026-09~3',
  ]);
  expect(seen.monthCorrection[1].record).toMatchObject({ totalTax: null, reason: null, tenantCount: 14 });
  expect(JSON.stringify(seen)).not.toMatch(/999999|8765/);
});

test('targets and plans are for those who work for the district', async () => {
  const { api, send } = freshWriter();
  for (const path of ['records/targets/t1', 'records/renewal-plans/b1~p1']) {
    expect((await api.get(`/api/v1/${path}`, { persona: 'staff' })).status).toBe(200);
    expect((await api.get(`/api/v1/${path}`, { persona: 'public' })).status).toBe(403);
  }
  const measures = [{ text: '更换电梯', due: '2026-13-01', doneOn: null }];
  const plan = { buildingId: 'b1', title: '电梯更新', owner: '示例责任人', status: 'drafted' };
  const wrong = await send('POST', 'renewal-plans', { record: { ...plan, measures } });
  expect(wrong.body['fields']).toMatchObject([{ field: 'measures', reason: 'notADate' }]);
  const made = await send('POST', 'renewal-plans', { record: plan });
  expect(made.body).toMatchObject({ record: { measures: [], rentBefore: null } });
  const target = { nameZh: '入驻率', indicator: 'occupancyRate', targetValue: 0.9, dueMonth: '2027-12' };
  const set = await send('POST', 'targets', { record: { ...target, synthetic: false } });
  expect(set.body).toMatchObject({ record: { synthetic: true, scope: null } });
});
