/** What journeys of accounts do again and again. */
import type { Page } from '@playwright/test';
import { accountMessages } from '#format/messages/account.ts';
import { expect } from './own-server.ts';
import { zh } from './words.ts';

const words = accountMessages.zh;
export const journeyPassword = '一句好记的话 2026';

export async function signIn(page: Page, login: string): Promise<void> {
  await page.getByLabel(words.login).fill(login);
  await page.getByLabel(words.password, { exact: true }).fill(journeyPassword);
  await page.getByRole('button', { name: words.signIn }).click();
}

/** The one-time link in the second line of a new server's output. */
export async function firstLink(server: { readonly url: string; said: () => { readonly out: string } }) {
  await expect.poll(() => server.said().out).toContain('/invitation#');
  return `${server.url}/invitation#${/\/invitation#([\w-]+)/.exec(server.said().out)?.[1]}`;
}

export async function becomeAdmin(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel(words.name, { exact: true }).fill('管理员甲');
  await page.getByLabel(words.login).fill('admin@heping.example');
  await page.getByLabel(words.newPassword).fill(journeyPassword);
  await page.getByRole('button', { name: words.accept }).click();
  await expect(page.getByRole('button', { name: zh.shell.accountMenu('管理员甲') })).toBeVisible();
}

export async function choose(page: Page, name: string, action: string): Promise<void> {
  await page.getByRole('button', { name: zh.shell.accountMenu(name) }).click();
  await page.getByRole('button', { name: action, exact: true }).click();
}
