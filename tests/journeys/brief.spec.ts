/** The monthly brief: one sheet of paper whose numbers lead to where they come from. */
import type { Page } from '@playwright/test';
import { briefMessages } from '#format/messages/brief.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './journey.ts';
import { printed } from './printed.ts';

const words = briefMessages.zh;
const sheet = (page: Page) => page.getByRole('article');

async function openBrief(page: Page, search = '', persona = 'manager', locale = 'zh'): Promise<void> {
  await page.addInitScript(
    ([role, language]) => {
      localStorage.setItem('loulan.persona', role ?? '');
      localStorage.setItem('loulan.locale', language ?? '');
    },
    [persona, locale],
  );
  await page.goto(`/cockpit/brief${search}`);
  await expect(sheet(page)).toBeVisible();
}

async function expectOneSheet(page: Page): Promise<string> {
  const { sheets, size } = await printed(page);
  expect([Math.round(size.width), Math.round(size.height)]).toEqual([595, 842]);
  expect(sheets).toHaveLength(1);
  return sheets[0] ?? '';
}

test('from the cockpit to a sheet of A4 whose text can be searched', async ({ page }) => {
  await page.goto('/cockpit?month=2026-06');
  await page.getByRole('link', { name: words.open }).click();
  await expect(page).toHaveURL(/\/cockpit\/brief\?month=2026-06$/);
  await expect(sheet(page)).toContainText('2026年6月');
  const text = await expectOneSheet(page);
  for (const part of ['和平区楼宇招商月报', '2026年6月', '平均报价租金未提供', '空置预警', '全口径税收']) {
    expect(text).toContain(part);
  }
  expect(text).toContain('数据截至 2026年10月31日');
  expect(text).not.toContain(words.print);
});

test('every number has a note, and the note what stands behind it', async ({ page }) => {
  await openBrief(page);
  const notes = page.getByRole('region', { name: words.notes }).getByRole('listitem');
  const count = await notes.count();
  const marked = await sheet(page)
    .locator('[data-note]')
    .evaluateAll((numbers) => numbers.map((number) => Number(number.getAttribute('data-note'))));
  expect(marked.length).toBeGreaterThan(20);
  expect(new Set(marked)).toEqual(new Set(Array.from({ length: count }, (_, at) => at + 1)));
  await page.getByRole('button', { name: words.toNote('2'), exact: true }).click();
  await expect(notes.nth(1)).toBeFocused();
  await expect(notes.nth(1)).toContainText('÷');
  await notes.nth(1).getByRole('button').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('22.8%');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('another month is a press away, and the way back keeps it', async ({ page }) => {
  await openBrief(page, '?month=2026-06&grade=A');
  await page.getByRole('button', { name: words.previous }).click();
  await expect(sheet(page)).toContainText('2026年5月');
  await expect(page).toHaveURL(/month=2026-05/);
  await page.getByRole('link', { name: words.toCockpit }).click();
  await expect(page).toHaveURL(/\/cockpit\?grade=A&month=2026-05$/);
});

test('the public reads of space only, on one sheet too', async ({ page }) => {
  await openBrief(page, '?circle=xiaobailou', 'public');
  const text = await expectOneSheet(page);
  expect(text).toContain('入驻率');
  expect(text).toContain('入驻企业数不公布');
  for (const hidden of ['税收', '到期率', '目标：']) expect(text).not.toContain(hidden);
});

test('in English it is one sheet as well', async ({ page }) => {
  await openBrief(page, '', 'manager', 'en');
  expect(await expectOneSheet(page)).toContain('Heping District: monthly leasing brief');
});

test('nothing that passes the filter is said, and no sheet is made', async ({ page }) => {
  await page.goto('/cockpit/brief?q=nothingiscalledthis');
  await expect(page.getByText(words.emptyTitle)).toBeVisible();
  await expect(sheet(page)).toBeHidden();
});

test('an address that is broken still makes a brief', async ({ page }) => {
  await openBrief(page, '?month=soon&gfa=%&circle=nowhere');
  await expect(sheet(page)).toContainText('2026年9月');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('no violation that axe knows', async ({ page }) => {
      await openBrief(page);
      expect(await violationsOf(page)).toEqual([]);
    });
  });
}
