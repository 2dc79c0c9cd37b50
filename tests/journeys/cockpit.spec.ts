/** 驾驶舱: a manager's Monday, a visitor's look, an address that holds. */
import type { Locator, Page } from '@playwright/test';
import { cockpitMessages } from '#format/messages/cockpit.ts';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { recordsZh } from '#format/messages/records.ts';
import { violationsOf } from './axe.ts';
import { expect, queryOf, test } from './journey.ts';
import { zh } from './words.ts';

const words = cockpitPageMessages.zh;
const charts = cockpitMessages.zh;

function cockpit(page: Page) {
  const part = (name: string): Locator => page.getByRole('region', { name, exact: true });
  return {
    strip: page.getByRole('list', { name: charts.kpi.strip }),
    slider: page.getByRole('slider', { name: words.scrub.label, exact: true }),
    part,
    open: async (query = '') => {
      await page.goto(`/cockpit${query}`);
      await page.getByRole('list', { name: charts.kpi.strip }).waitFor();
    },
  };
}

test('a Monday: which circle is emptying, which of its buildings, and what its figure is made of', async ({
  find: { page },
}) => {
  const { open, part, strip } = cockpit(page);
  await open();
  await expect(strip.getByRole('listitem')).toHaveCount(6);
  const levels = part(words.sections.drill);
  const emptiest = levels.getByRole('rowheader').first().getByRole('button');
  const circle = await emptiest.innerText();
  await emptiest.click();
  await expect(page).toHaveURL(/\?circle=[a-z-]+$/i);
  await expect(page.getByRole('list', { name: zh.filters.activeFilters })).toContainText(circle);
  await expect(levels.getByRole('rowheader').first().getByRole('link')).toBeVisible();
  await strip.getByRole('button', { name: /^空置率/ }).click();
  const why = page.getByRole('dialog');
  await expect(why).toContainText(words.explain.formula);
  await expect(why).toContainText(/构成（\d+ 栋）/);
  await expect(why.getByRole('link').first()).toHaveAttribute('href', /^\/buildings\//);
  await page.keyboard.press('Escape');
  await expect(why).toBeHidden();
  await levels.getByRole('navigation').getByRole('button').click();
  await expect(page).toHaveURL(/\/cockpit$/);
});

test('the slider goes by keyboard, and the address follows when it rests', async ({ find: { page } }) => {
  const { open, slider, strip } = cockpit(page);
  await open();
  const before = (await strip.textContent()) ?? '';
  await expect(slider).toHaveAttribute('aria-valuetext', words.scrub.asOf('2026年9月'));
  await slider.press('PageDown');
  await expect(slider).toHaveAttribute('aria-valuetext', words.scrub.asOf('2025年9月'));
  await expect(strip).not.toHaveText(before);
  await slider.press('ArrowLeft');
  await expect(page).toHaveURL(/\?month=2025-08$/);
  await slider.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', words.scrub.running('2026年10月'));
  await expect(page).toHaveURL(/\?month=now$/);
  await page.getByRole('button', { name: words.scrub.toLatest }).click();
  await expect(page).toHaveURL(/\/cockpit$/);
});

test('a plan opens from the watch-list as it is on record', async ({ find: { page } }) => {
  const { open, part } = cockpit(page);
  await open();
  const plan = part(words.sections.watchlist)
    .getByRole('button', { name: new RegExp(`^${words.watch.openPlan('(.+)')}$`) })
    .first();
  const title = await plan.innerText();
  await plan.click();
  const field = page.getByRole('dialog').getByRole('textbox', { name: recordsZh.fields.renewalPlan.title });
  await expect(field).toHaveValue(title);
  expect(await violationsOf(page)).toEqual([]);
});

test('an address opens as it was sent, and says what of it cannot be used', async ({ find: { page } }) => {
  const { open, slider, part } = cockpit(page);
  await open('?type=office&month=2026-03&period=quarter&vs=before&threshold=0.36&colour=red');
  await expect(slider).toHaveAttribute('aria-valuetext', words.scrub.asOf('2026年第1季度'));
  await expect(page.getByRole('radio', { name: words.scrub.periods.quarter })).toBeChecked();
  await expect(page.getByRole('radio', { name: words.scrub.comparisons.before })).toBeChecked();
  const line = part(words.sections.watchlist).getByRole('slider');
  await expect(line).toHaveAttribute('aria-valuetext', /^36%/);
  await expect(page.getByText(/^colour.*没有这个参数/)).toBeVisible();
  await line.press('ArrowRight');
  await expect(line).toHaveAttribute('aria-valuetext', /^37%/);
  await expect
    .poll(() => queryOf(page))
    .toBe('type=office&month=2026-03&period=quarter&vs=before&threshold=0.37');
});

test('buildings that are selected are added up everywhere, until Escape', async ({ find: { page } }) => {
  const { open, part, strip } = cockpit(page);
  await open();
  const all = (await strip.textContent()) ?? '';
  await part(charts.yield.title)
    .getByRole('button', { name: /腾笼换鸟候选/ })
    .click();
  await expect(page).toHaveURL(/\?sel=/);
  await expect(page.getByText(/^已选 \d+ 栋$/).first()).toBeVisible();
  await expect(strip).not.toHaveText(all);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/cockpit$/);
  await expect(strip).toHaveText(all);
});

test('the public has a smaller page without empty frames, and is told why figures about firms are few', async ({
  find: { page },
}) => {
  await page.addInitScript(() => localStorage.setItem('loulan.persona', 'public'));
  const { open, part, strip } = cockpit(page);
  await open();
  await expect(strip.getByRole('listitem')).toHaveCount(6);
  await expect(strip).not.toContainText('税');
  await expect(page.getByText(words.withheld)).toBeVisible();
  for (const name of [
    words.sections.targets,
    words.sections.findings,
    charts.ladder.title,
    charts.yield.title,
  ]) {
    await expect(part(name)).toHaveCount(0);
  }
  await expect(part(words.sections.watchlist)).not.toContainText(words.watch.plan);
  expect(await violationsOf(page)).toEqual([]);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing stands in the way of anybody in ${colorScheme}`, async ({ find: { page } }) => {
    await page.emulateMedia({ colorScheme });
    const { open, part } = cockpit(page);
    await open();
    await expect(part(words.sections.findings)).toContainText(words.findings.note);
    expect(await violationsOf(page)).toEqual([]);
    await page
      .getByRole('button', { name: /^入驻率/ })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toContainText(words.explain.formula);
    expect(await violationsOf(page)).toEqual([]);
  });
}
