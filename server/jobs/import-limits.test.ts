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
