/** The log of accounts, and what those who are no administrators find in its place. */
import type { Page } from '@playwright/test';
import { accountMessages } from '#format/messages/account.ts';
import { accountEventMessages } from '#format/messages/account-events.ts';
import { importPageMessages } from '#format/messages/import-page.ts';
import { logZh } from '#format/messages/record-log.ts';
import { refusalMessages } from '#format/messages/refusal.ts';
import { becomeAdmin, firstLink, journeyPassword, signIn } from './account-steps.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './own-server.ts';
import { zh } from './words.ts';

const words = accountMessages.zh;
const log = accountEventMessages.zh;
const refusal = refusalMessages.zh;

test.use({
  serverEnvironment: { LOULAN_PERSONAS: 'off' },
  provoked: [/the server responded with a status of 4\d\d/],
});

/** Asks the server as the page would. */
function ask(page: Page, method: string, path: string, body?: unknown): Promise<Record<string, unknown>> {
  return page.evaluate(
    async ([how, where, sent]) => {
      const headers = { 'content-type': 'application/json' };
      const init = { method: how, headers, ...(sent !== null && { body: sent }) };
      const response = await fetch(where, init);
      return response.status === 204 ? {} : response.json();
    },
    [method, `/api/v1${path}`, body === undefined ? null : JSON.stringify(body)] as const,
  );
}

/** Somebody of a role, who has accepted an invitation in another browser. */
async function aMember(admin: Page, other: Page, login: string, role: string): Promise<void> {
  const { path } = await ask(admin, 'POST', '/accounts/invitations', { name: login, login, role });
  const token = String(path).split('#')[1];
  await other.goto('/sign-in');
  await ask(other, 'POST', '/account/link/redeem', { token, password: journeyPassword });
}

const entries = (page: Page, { title } = log) =>
  page.getByRole('list', { name: title }).getByRole('listitem');

test('an administrator finds who did what, by account, kind and day, page by page, by keyboard', async ({
  page,
  visitor,
  server,
}) => {
  test.setTimeout(120_000);
  await becomeAdmin(page, await firstLink(server));
  const { page: other } = await visitor({ baseURL: server.url });
  await aMember(page, other, 'wang', 'staff');
  const { accounts } = await ask(page, 'GET', '/accounts');
  const id = (accounts as { id: string; login: string }[]).find(({ login }) => login === 'wang')?.id;
  for (let i = 0; i < 52; i++) {
    await ask(page, 'PATCH', `/accounts/${id}`, { role: i % 2 === 0 ? 'manager' : 'staff' });
  }
  await ask(other, 'POST', '/account/session', { login: 'wang', password: 'typed by mistake' });
  await page.goto('/accounts');
  await page.getByRole('link', { name: words.eventsTitle }).click();
  await expect(page).toHaveURL(/\/accounts\/events$/);
  await expect(entries(page)).toHaveCount(50);
  await expect(entries(page).first()).toHaveText(
    new RegExp(`\\d{2}:\\d{2}:\\d{2}.*${log.kinds.signInFailed}.*${log.stranger}.*wang.*127\\.0\\.0\\.1`),
  );
  await expect(page.locator('body')).not.toContainText(/typed by mistake|invitation#/);
  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: log.more }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText(log.end)).toBeVisible();
  await expect(entries(page)).toHaveCount(58);
  await expect(page.getByRole('button', { name: log.end })).toBeFocused();
  await expect(entries(page).last()).toHaveText(new RegExp(`${log.kinds.accountMade}.*${zh.role.admin}`));

  await page.getByRole('combobox', { name: log.kind }).selectOption({ label: log.kinds.signedIn });
  await expect(entries(page)).toHaveCount(2);
  await page.getByRole('combobox', { name: log.account }).selectOption({ label: 'wang (wang)' });
  await expect(entries(page)).toHaveCount(1);
  await page.getByLabel(log.to, { exact: true }).fill('2020-01-01');
  await expect(page.getByRole('status').getByText(log.empty)).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByLabel(log.from, { exact: true }).fill('2020-01-02');
  await expect(page.getByText(log.turned)).toBeVisible();
  await page.getByRole('button', { name: log.clear }).focus();
  await page.keyboard.press('Enter');
  await expect(entries(page)).toHaveCount(58);
  await expect(page.getByRole('button', { name: log.clear })).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the log on a phone, ${colorScheme}, in English, without a violation or a sideways scroll`, async ({
    visitor,
    server,
  }) => {
    const viewport = { width: 390, height: 844 };
    const { page } = await visitor({ baseURL: server.url, viewport, colorScheme, hasTouch: true });
    await becomeAdmin(page, await firstLink(server));
    await page.evaluate(() => localStorage.setItem('loulan.locale', 'en'));
    await page.goto('/accounts/events');
    await expect(entries(page, accountEventMessages.en).first()).toBeVisible();
    await expect(page.getByText(accountEventMessages.en.end)).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const main = document.querySelector('main');
      return [document.documentElement, main].map((box) => (box ? box.scrollWidth - box.clientWidth : 0));
    });
    expect(overflow).toEqual([0, 0]);
    const targets = page.locator('main').locator('a, button, select, input');
    for (const target of await targets.all()) {
      expect((await target.boundingBox())?.height, await target.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
}

test('who is no administrator sees no link to such pages, and at them what they are and what to do', async ({
  page,
  visitor,
  server,
}) => {
  await becomeAdmin(page, await firstLink(server));
  const pages = {
    accounts: words.notAdmin,
    'accounts/events': words.notAdmin,
    'data/audit': logZh.data.auditNotForRole,
    data: logZh.data.notForRole,
    'data/import': importPageMessages.zh.notForRole,
  };
  const { page: stranger } = await visitor({ baseURL: server.url });
  await stranger.goto('/');
  await expect(stranger.getByRole('link', { name: zh.shell.signIn })).toBeVisible();
  await expect(stranger.getByRole('link', { name: zh.shell.data })).toHaveCount(0);
  for (const [path, title] of Object.entries(pages)) {
    await stranger.goto(`/${path}`);
    const main = stranger.getByRole('main');
    await expect(main.getByText(title)).toBeVisible();
    await expect(main.getByText(refusal.signInAdvice)).toBeVisible();
    await expect(main.getByRole('link')).toHaveText([refusal.signIn, refusal.back]);
    expect(await violationsOf(stranger), path).toEqual([]);
  }
  await aMember(page, stranger, 'wang', 'staff');
  await stranger.goto('/');
  await stranger.getByRole('button', { name: zh.shell.accountMenu('wang') }).click();
  await expect(stranger.getByRole('button', { name: zh.shell.signOut })).toBeVisible();
  await expect(stranger.getByRole('button', { name: zh.shell.accounts })).toHaveCount(0);
  await stranger.goto('/data');
  await expect(stranger.getByRole('heading', { name: logZh.data.title })).toBeVisible();
  await expect(stranger.getByText(logZh.data.auditNote)).toHaveCount(0);
  for (const path of ['accounts', 'accounts/events', 'data/audit'] as const) {
    await stranger.goto(`/${path}`);
    const main = stranger.getByRole('main');
    await expect(main.getByText(pages[path])).toBeVisible();
    await expect(main.getByText(refusal.askAdvice(zh.role.staff))).toBeVisible();
    await expect(main.getByRole('link', { name: refusal.signIn })).toHaveCount(0);
  }
  await stranger.getByRole('link', { name: refusal.back }).click();
  await expect(stranger).toHaveURL(`${server.url}/`);
});

test('whoever signs in where a page is not for strangers comes back to that page', async ({
  page,
  visitor,
  server,
}) => {
  await becomeAdmin(page, await firstLink(server));
  const { page: other } = await visitor({ baseURL: server.url });
  await other.goto('/accounts/events');
  await other.getByRole('main').getByRole('link', { name: refusal.signIn }).click();
  await signIn(other, 'admin@heping.example');
  await expect(other).toHaveURL(`${server.url}/accounts/events`);
  await expect(entries(other).first()).toContainText(log.kinds.signedIn);
  await other.goto('/sign-in?to=//evil.example');
  await signIn(other, 'admin@heping.example');
  await expect(other).toHaveURL(`${server.url}/`);
});
