/** What people decide about single sheets, and what is looked at again after it. */
import { expect, test } from 'vitest';
import type { ImportTopRows } from '#contract/imports.ts';
import { districtDay } from '#domain/district-time.ts';
import { importSite, staff, unitsTable } from '../../tests/import-site.ts';

/** Two rows of words over the table, of which the second looks more like headings than the real ones. */
const oddlyHeaded = `楼宇名称,楼层,单元,面积,状态,租金
（全称）,（层）,（室）,（㎡）,,（元/㎡/天）
天泰大厦,1,101,120,空置,4.5
`;

test('the first rows of a sheet are shown as they stand', async () => {
  const { begun, upload, ask } = await importSite();
  const { id } = await begun();
  const [part] = (await upload(id, '单元.csv', oddlyHeaded)).parts;
  const answer = await ask('GET', `/${id}/parts/${part?.id}/rows`);
  const { rows } = (await answer.json()) as ImportTopRows;
  expect(rows.map(({ row }) => row)).toEqual([1, 2, 3]);
  expect(rows[1]?.cells).toEqual(['（全称）', '（层）', '（室）', '（㎡）', '', '（元/㎡/天）']);
  expect((await ask('GET', `/${id}/parts/none/rows`)).status).toBe(404);
}, 60_000);

test('heading rows that were chosen by hand are remembered for the source, wherever they stand next month', async () => {
  const { begun, upload, json, after } = await importSite();
  const { id } = await begun();
  const read = await upload(id, '单元.csv', oddlyHeaded);
  const [part] = read.parts;
  expect(part?.headingRows).toEqual([1]);
  const chosen = await json('PATCH', `/${id}/parts/${part?.id}`, { headingRows: [1, 2] });
  expect(chosen.parts[0]).toMatchObject({ headingRows: [1, 2], mapping: { entity: 'unit' }, include: true });
  expect(chosen.parts[0]?.headings.map(({ heading }) => heading)).toContain('面积 （㎡）');
  expect(chosen.parts[0]?.preview[0]?.[0]).toBe('天泰大厦');
  expect(await after(id, 'check')).toMatchObject({ mayCommit: true });
  expect(await after(id, 'commit')).toMatchObject({ status: 'committed', written: 1 });
  const next = await begun();
  const [again] = (await upload(next.id, '十一月.csv', `十一月报表\n\n${oddlyHeaded}`)).parts;
  expect(again).toMatchObject({ headingRows: [3, 4], isRemembered: true, lacking: [] });
}, 60_000);

test('rows that are not at the top of the sheet are no headings, and a sheet may have none', async () => {
  const { begun, upload, json, ask } = await importSite();
  const { id } = await begun();
  const [part] = (await upload(id, '单元.csv', unitsTable)).parts;
  const path = `/${id}/parts/${part?.id}`;
  for (const headingRows of [[9], [2, 1], [1, 1]]) {
    expect((await ask('PATCH', path, { headingRows })).status).toBe(400);
  }
  const { parts } = await json('PATCH', path, { headingRows: [], entity: 'unit' });
  expect(parts[0]).toMatchObject({
    headingRows: [],
    include: true,
    mapping: { entity: 'unit', columns: [] },
  });
  expect(parts[0]?.headings).toHaveLength(6);
  const columns = [{ column: 0, target: 'building.name', unit: null }];
  const mapped = await json('PATCH', path, { mapping: { ...parts[0]?.mapping, columns } });
  expect(mapped.parts[0]?.mapping?.columns).toEqual(columns);
}, 60_000);

test('a column that the role may not fill is left out, and the rest of the sheet goes in', async () => {
  const viewer = { current: staff };
  const { store, begun, upload, ask, after, json } = await importSite(undefined, viewer);
  const running = districtDay(new Date()).slice(0, 7);
  const table = `楼宇名称,月份,已租面积（㎡）,税收（万元）\n天泰大厦,${running},100,12\n`;
  viewer.current = { ...staff, role: 'manager' };
  const first = await begun();
  const whole = await upload(first.id, '月报.csv', table);
  expect(whole.parts[0]?.mapping?.columns.map(({ target }) => target)).toContain('totalTax');
  await after(first.id, 'check');
  expect(await after(first.id, 'commit')).toMatchObject({ status: 'committed' });
  viewer.current = staff;
  const second = await begun();
  const [part] = (await upload(second.id, '月报.csv', table.replace('100', '110'))).parts;
  expect(part?.mapping?.columns.map(({ target }) => target)).not.toContain('totalTax');
  expect(part?.notes).toContainEqual({ column: 3, heading: '税收（万元）', reason: 'notForRole' });
  const { mapping } = whole.parts[0] ?? {};
  expect((await ask('PATCH', `/${second.id}/parts/${part?.id}`, { mapping })).status).toBe(403);
  await after(second.id, 'check');
  expect(await after(second.id, 'commit')).toMatchObject({ status: 'committed', written: 1 });
  const { months } = (await store.loadPortfolio()).portfolio;
  expect(months.find(({ month }) => month === running)).toMatchObject({ totalTax: 12_000_000 });
  viewer.current = { ...staff, role: 'manager' };
  const third = await begun();
  const [again] = (await upload(third.id, '月报.csv', table)).parts;
  expect(again?.mapping?.columns.map(({ target }) => target)).toContain('totalTax');
  viewer.current = staff;
  const listed = (await (await ask('GET', '')).json()) as { imports: { id: string }[] };
  expect(listed.imports.map(({ id }) => id)).toEqual([second.id]);
  expect((await json('GET', `/${first.id}`)).id).toBeUndefined();
}, 60_000);

test('a question is asked once, and its answer can be changed', async () => {
  const { begun, upload, json, after } = await importSite();
  const { id } = await begun();
  const misspelt = unitsTable.replaceAll('天泰大厦', '天秦大厦');
  const [part] = (await upload(id, '单元.csv', misspelt)).parts;
  const path = `/${id}/parts/${part?.id}`;
  const asked = (await after(id, 'check')).parts[0];
  const [question] = asked?.questions ?? [];
  expect(question).toMatchObject({ value: '天秦大厦', row: 2, rows: 2, near: [{ name: '天泰大厦' }] });
  expect(asked?.result).toMatchObject({ problemTotal: 2, isClean: false, isCurrent: true });
  expect(asked?.result?.problems).toHaveLength(1);
  const answered = { question: question?.question ?? '', id: 'b1' };
  const patched = await json('PATCH', path, { answers: [answered] });
  expect(patched.parts[0]?.result).toMatchObject({ isCurrent: false, problemTotal: 2 });
  const once = await after(id, 'check');
  expect(once).toMatchObject({ mayCommit: true });
  expect(once.parts[0]?.questions).toEqual(asked?.questions);
  await json('PATCH', path, { answers: [{ ...answered, id: 'b2' }] });
  expect((await after(id, 'check')).parts[0]).toMatchObject({ result: { counts: { new: 3 } } });
  await json('PATCH', path, { answers: [] });
  expect((await after(id, 'check')).parts[0]?.result).toMatchObject({ isClean: false, problemTotal: 2 });
}, 60_000);

test('an edit stops a check that is under way, and the next check sees it', async () => {
  const { begun, upload, ask, json, after, errors } = await importSite();
  const { id } = await begun();
  const many = Array.from({ length: 3_000 }, (_, i) => `天泰大厦,1,N${i},0.1,空置,4.5\n`).join('');
  const [part] = (await upload(id, '单元.csv', unitsTable + many)).parts;
  expect((await ask('POST', `/${id}/check`, {})).status).toBe(202);
  const patched = await json('PATCH', `/${id}/parts/${part?.id}`, { skipWrong: true });
  expect(patched).toMatchObject({ status: 'draft', failure: null, parts: [{ skipWrong: true }] });
  expect(await after(id, 'check')).toMatchObject({
    status: 'checked',
    parts: [{ result: { counts: { new: 3_002 } } }],
  });
  expect(errors).toEqual([]);
}, 60_000);
