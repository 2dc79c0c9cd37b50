/** The wall display: views one after the other, worked by keys, and what it does without its server. */
import type { Page } from '@playwright/test';
import { cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { wallMessages } from '#format/messages/wall.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './journey.ts';

const words = wallMessages.zh;
const { views } = words;
const title = (page: Page) => page.getByRole('heading', { level: 1 });
const places = (page: Page) => page.getByRole('navigation', { name: words.controls }).getByRole('listitem');

/** How many views a role has. */
const viewsOf = { manager: 6, staff: 5, public: 4 };

async function openWall(
  page: Page,
  search = 'wall=600',
  persona: keyof typeof viewsOf = 'manager',
): Promise<void> {
  await page.addInitScript((role) => localStorage.setItem('loulan.persona', role), persona);
  await page.goto(`/cockpit?${search}`);
  await expect(title(page)).toHaveText(views.kpis);
  await expect(places(page)).toHaveCount(viewsOf[persona]);
}

test.describe('on a wall', () => {
  test.use({ viewport: { width: 1920, height: 1080 } });

  test('the views follow each other by themselves, all within the screen and dark', async ({ page }) => {
    await openWall(page, 'wall=4');
    await expect(page.getByRole('banner')).toBeHidden();
    const scheme = await page.getByRole('main').evaluate((main) => getComputedStyle(main).colorScheme);
    expect(scheme).toBe('dark');
    for (const name of [views.time, views.vacancy, views.watch, views.targets, views.tax, views.kpis]) {
      await expect(title(page)).toHaveText(name);
      const overflow = await page
        .getByRole('main')
        .evaluate((main) => [main.scrollWidth - main.clientWidth, main.scrollHeight - main.clientHeight]);
      expect(overflow).toEqual([0, 0]);
    }
  });

  test('keys change the view, pause and leave; a pause stands', async ({ page }) => {
    await openWall(page, 'wall=3&circle=xiaobailou');
    await page.keyboard.press(' ');
    await expect(page.getByText(words.paused)).toBeVisible();
    await page.keyboard.press('ArrowLeft');
    await expect(title(page)).toHaveText(views.tax);
    await page.keyboard.press('ArrowRight');
    await expect(title(page)).toHaveText(views.kpis);
    await page.waitForTimeout(3_500);
    await expect(title(page)).toHaveText(views.kpis);
    await page.getByRole('button', { name: words.next, exact: true }).click();
    await expect(title(page)).toHaveText(views.time);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/\/cockpit\?circle=xiaobailou$/);
    await expect(page.getByRole('banner')).toBeVisible();
    await page.getByRole('link', { name: words.open }).click();
    await expect(page).toHaveURL(/\/cockpit\?wall&circle=xiaobailou$/);
    await expect(title(page)).toHaveText(views.kpis);
  });

  test('f makes it all of the screen, and gives the window back', async ({ page }) => {
    await openWall(page);
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: words.leaveFullScreen })).toBeVisible();
    expect(await page.evaluate(() => document.fullscreenElement?.id)).toBe('content');
    await page.keyboard.press('f');
    await expect(page.getByRole('button', { name: words.fullScreen, exact: true })).toBeVisible();
  });

  test('a pointer that rests is put away', async ({ page }) => {
    await openWall(page);
    const cursor = () => page.getByRole('main').evaluate((main) => getComputedStyle(main).cursor);
    await expect.poll(cursor).toBe('none');
    await page.mouse.move(400, 400);
    await expect.poll(cursor).not.toBe('none');
  });

  for (const persona of ['public', 'staff'] as const) {
    test(`${persona} has no view of tax, and no tax is sent`, async ({ page }) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await openWall(page, 'wall=600', persona);
      for (let step = 0; step < viewsOf[persona]; step++) {
        await expect(page.getByRole('main')).not.toContainText('税收');
        await page.keyboard.press('ArrowRight');
      }
      expect(asked.filter((path) => path.includes('tax'))).toEqual([]);
    });
  }

  test('no violation that axe knows in any view', async ({ page }) => {
    await openWall(page);
    for (const name of [views.kpis, views.time, views.vacancy, views.watch, views.targets, views.tax]) {
      await expect(title(page)).toHaveText(name);
      expect(await violationsOf(page)).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
  });
});

test.describe('without its server', () => {
  test.use({ provoked: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] });

  test('it keeps its figures, says since when, and recovers by itself', async ({ page, context }) => {
    await openWall(page);
    const figures = page.getByRole('list').filter({ hasText: '入驻率' });
    const before = await figures.innerText();
    await context.setOffline(true);
    await expect(page.getByText('连接中断')).toBeVisible();
    await expect(page.getByText(/自 \d\d:\d\d 起未更新/)).toBeVisible();
    expect(await figures.innerText()).toBe(before);
    await page.keyboard.press('ArrowRight');
    await expect(title(page)).toHaveText(views.time);
    await page.keyboard.press('ArrowRight');
    await expect(title(page)).toHaveText(views.vacancy);
    await context.setOffline(false);
    await expect(page.getByText('连接中断')).toBeHidden({ timeout: 30_000 });
    await expect(page.getByText(/\d\d:\d\d 更新/)).toBeVisible();
  });
});

test('what is not there to show says so', async ({ page }) => {
  await page.goto('/cockpit?wall&q=nothingiscalledthis');
  await expect(page.getByText(words.empty)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText(cockpitPageMessages.zh.states.emptyTitle)).toBeVisible();
});
