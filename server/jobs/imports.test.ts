import { expect, test } from 'vitest';
import { importSite, initial, start, unitsTable } from '../../tests/import-site.ts';

test('a file is read, checked, committed whole, and undone', async () => {
  const { store, begun, upload, after, errors } = await importSite();
  const { id } = await begun();
  const read = await upload(id, '单元.csv', unitsTable);
  expect(read.parts).toMatchObject([{ mapping: { entity: 'unit' }, rowCount: 4, include: true }]);
  const checked = await after(id, 'check');
  expect(checked).toMatchObject({
    status: 'checked',
    mayCommit: true,
    parts: [{ result: { counts: { new: 2, changed: 1, wrong: 0 }, problemTotal: 0 } }],
  });
  expect((await store.loadPortfolio()).portfolio.units).toHaveLength(1);
  expect(await after(id, 'commit')).toMatchObject({ status: 'committed', written: 3, failure: null });
  const { portfolio } = await store.loadPortfolio();
  expect(portfolio.units).toHaveLength(3);
  expect(portfolio.units.find(({ label }) => label === '101')).toMatchObject({ id: 'u1', area: 120 });
  const entries = await store.auditEntries({ batchId: id, limit: 10 });
  expect(entries).toHaveLength(3);
  expect(entries[0]).toMatchObject({ origin: 'import', actor: { name: '王晓梅' } });
  expect(await after(id, 'undo')).toMatchObject({ status: 'undone' });
  expect((await store.loadPortfolio()).portfolio.units).toEqual(initial.units);
  expect(errors).toEqual([]);
}, 60_000);

test('one wrong row keeps all rows out; corrected in place, all go in', async () => {
  const { store, begun, upload, after, json, ask } = await importSite();
  const { id } = await begun();
  const { parts } = await upload(id, '单元.csv', unitsTable.replace('85.5', '八十五点五'));
  const checked = await after(id, 'check');
  const problem = checked.parts[0]?.result?.problems[0];
  expect(problem).toMatchObject({ row: 4, column: 3, value: '八十五点五', fix: 'typeNumber' });
  expect(checked.mayCommit).toBe(false);
  expect((await ask('POST', `/${id}/commit`)).status).toBe(409);
  expect((await store.loadPortfolio()).portfolio.units).toHaveLength(1);
  const partId = parts[0]?.id ?? '';
  await json('PATCH', `/${id}/parts/${partId}`, { corrections: [{ row: 4, column: 3, text: '85.5' }] });
  expect(await after(id, 'check')).toMatchObject({ mayCommit: true });
  expect(await after(id, 'commit')).toMatchObject({ status: 'committed', written: 3 });
}, 60_000);

test('rules between records are told at the row that breaks them', async () => {
  const { begun, upload, after } = await importSite();
  const { id } = await begun();
  await upload(id, '单元.csv', unitsTable.replace('102,200', '102,950'));
  const [part] = (await after(id, 'check')).parts;
  expect(part?.result?.problems).toMatchObject([{ row: 3, reason: 'floorOverfull' }]);
  expect(part?.result?.counts.wrong).toBe(1);
}, 60_000);

test('several files are one write: what one brings the next may refer to', async () => {
  const { store, begun, upload, after } = await importSite();
  const { id } = await begun();
  await upload(id, '单元.csv', `${unitsTable}新楼,1,101,50,空置,\n`);
  expect(await after(id, 'check')).toMatchObject({ mayCommit: false });
  await upload(id, '楼宇.csv', '楼宇名称,载体类型,状态,总建面（万㎡）\n新楼,写字楼,已交付,超8.5\n');
  expect(await after(id, 'check')).toMatchObject({ mayCommit: true });
  expect(await after(id, 'commit')).toMatchObject({ status: 'committed' });
  const { portfolio } = await store.loadPortfolio();
  const made = portfolio.buildings.find(({ nameZh }) => nameZh === '新楼');
  expect(made).toMatchObject({ gfa: { value: 85_000, bound: 'atLeast' }, synthetic: false });
  expect(portfolio.facts).toContainEqual({
    buildingId: made?.id,
    field: 'gfa',
    source: '天泰物业',
    asOf: '2026-10-31',
    confidence: 'B',
    note: null,
  });
  expect(await after(id, 'undo')).toMatchObject({ status: 'undone' });
  expect((await store.loadPortfolio()).portfolio).toMatchObject({ facts: [], buildings: initial.buildings });
}, 60_000);

test('columns once mapped are remembered for the source, and for no other', async () => {
  const { begun, upload, json, after } = await importSite();
  const { id } = await begun();
  const table = unitsTable.replace('建筑面积（㎡）', '怪列');
  const { parts } = await upload(id, '单元.csv', table);
  const mapping = parts[0]?.mapping;
  const columns = [...(mapping?.columns ?? []), { column: 3, target: 'area', unit: 'sqm' }];
  await json('PATCH', `/${id}/parts/${parts[0]?.id}`, { mapping: { ...mapping, columns } });
  await after(id, 'check');
  expect(await after(id, 'commit')).toMatchObject({ status: 'committed' });
  const again = await begun();
  const [part] = (await upload(again.id, '十一月.csv', table)).parts;
  expect(part).toMatchObject({ isRemembered: true, lacking: [] });
  const other = await json('POST', '', { ...start, source: '另一家' });
  expect((await upload(other.id, '单元.csv', table)).parts[0]).toMatchObject({ isRemembered: false });
}, 60_000);
