/** What operators set is what holds. */
import { expect, test } from 'vitest';
import { importSite, initial, staff, unitsTable } from '../../tests/import-site.ts';

test('rows, files and days of drafts are those of the settings', async () => {
  const environment = { LOULAN_IMPORT_ROWS: '100', LOULAN_IMPORT_FILES: '2', LOULAN_IMPORT_DRAFT_DAYS: '3' };
  const site = await importSite(initial, { current: staff }, undefined, environment);
  const { id } = await site.begun();
  const long = `${unitsTable}${'天泰大厦,2,201,90,空置,4\n'.repeat(100)}`;
  const { files } = await site.upload(id, '长.csv', long);
  expect(files).toMatchObject([{ problem: { reason: 'tooManyRows', most: 100 } }]);
  expect((await site.upload(id, '短.csv', unitsTable)).files[1]).toMatchObject({ problem: null });
  const third = await site.ask('POST', `/${id}/files?name=c.csv`, new TextEncoder().encode(unitsTable));
  expect(third.status).toBe(409);
  expect(await third.json()).toMatchObject({ detail: expect.stringContaining('up to 2 files') });

  const changedDaysAgo = async (days: number) => {
    const changed_at = new Date(Date.now() - days * 86_400_000).toISOString();
    await site.db.updateTable('imports').set({ changed_at }).where('id', '=', id).execute();
    await site.imports.recover();
    return site.imports.find(id);
  };
  expect(await changedDaysAgo(2.9)).not.toBeNull();
  expect(await changedDaysAgo(3.1)).toBeNull();
}, 60_000);

test('many new buildings are checked in little memory: where their figures are from is told when they are written', async () => {
  const site = await importSite(initial, { current: staff }, undefined, { LOULAN_IMPORT_MEMORY_MIB: '128' });
  const { id } = await site.begun();
  const heading =
    '楼宇名称,地址,类型,建设状态,建筑面积,可租面积,标准层面积,地上层数,地下层数,等级,电梯,车位,开发商';
  const rows = Array.from(
    { length: 40_000 },
    (_, i) =>
      `${i}号大楼,试验路${i}号,写字楼,已交付,${9_000 + i},${8_000 + i},1800,20,2,甲级,6,${i},第${i}公司`,
  );
  await site.upload(id, '楼宇.csv', `${heading}\n${rows.join('\n')}\n`);
  const checked = await site.after(id, 'check');
  expect(checked.failure).toBeNull();
  expect(checked.parts[0]?.result?.counts.new).toBe(40_000);
}, 60_000);
