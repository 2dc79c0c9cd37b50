/** From the first link to signing out everywhere. */
import { accountMessages } from '#format/messages/account.ts';
import { codeOf, stepAt } from '#server/accounts/totp.ts';
import { becomeAdmin, choose, firstLink, journeyPassword, signIn } from './account-steps.ts';
import { violationsOf } from './axe.ts';
import { expect, test } from './own-server.ts';
import { zh } from './words.ts';

const words = accountMessages.zh;

test.use({
  serverEnvironment: { LOULAN_PERSONAS: 'off' },
  provoked: [/the server responded with a status of 4\d\d/],
});

test('first administrator, invitation, second factor, signing out everywhere', async ({
  page,
  visitor,
  server,
}) => {
  test.setTimeout(120_000);
  const link = await firstLink(server);
  await page.goto(`${server.url}/`);
  await expect(page.getByRole('link', { name: zh.shell.signIn })).toBeVisible();
  await becomeAdmin(page, link);
  await choose(page, '管理员甲', zh.shell.accounts);
  await page.getByLabel(words.name, { exact: true }).fill('王晓梅');
  await page.getByLabel(words.login).fill('wang');
  await page.getByRole('button', { name: words.invite }).click();
  const invitation = await page.getByText(/\/invitation#/).innerText();
  expect(await violationsOf(page)).toEqual([]);

  const { page: other } = await visitor({ baseURL: server.url });
  await other.goto(invitation);
  await expect(other.getByText(words.invitationLead(zh.role.staff))).toBeVisible();
  await other.getByLabel(words.newPassword).fill('wang-12345');
  await other.getByRole('button', { name: words.accept }).click();
  await expect(other.getByRole('alert')).toHaveText(words.problems.passwordIsName);
  expect(await violationsOf(other)).toEqual([]);
  await other.getByLabel(words.newPassword).fill(journeyPassword);
  await other.getByRole('button', { name: words.accept }).click();
  await choose(other, '王晓梅', zh.shell.ownAccount);

  await other.getByLabel(words.confirmPassword).fill(journeyPassword);
  await other.getByRole('button', { name: words.setUp }).click();
  await expect(other.getByRole('img', { name: words.qrCode })).toBeVisible();
  const secret = (await other.locator('code').innerText()).replaceAll(/\s/g, '');
  const code = codeOf(secret, stepAt(new Date()) - 1);
  expect(await violationsOf(other)).toEqual([]);
  await other.getByLabel(words.code).fill(code);
  await other.getByRole('button', { name: words.confirm }).click();
  await expect(other.getByRole('listitem').filter({ hasText: /^[a-z2-7-]{19}$/ })).toHaveCount(10);
  const recovery = await other.locator('code').first().innerText();
  await other.getByRole('button', { name: words.done }).click();
  await expect(other.getByText(words.twoFactorOn)).toBeVisible();
  expect(await violationsOf(other)).toEqual([]);

  await other.getByRole('button', { name: words.signOutEverywhere }).click();
  await other.getByRole('link', { name: zh.shell.signIn }).click();
  await other.getByLabel(words.login).fill('wang');
  await other.getByLabel(words.password, { exact: true }).fill('not the password');
  await other.getByRole('button', { name: words.signIn }).click();
  await expect(other.getByRole('alert')).toHaveText(words.problems.wrongSignIn);
  await signIn(other, 'wang');
  await other.getByLabel(words.code).fill('000000');
  await other.getByRole('button', { name: words.next }).click();
  await expect(other.getByRole('alert')).toHaveText(words.problems.wrongCode);
  expect(await violationsOf(other)).toEqual([]);
  await other.getByLabel(words.code).fill(recovery);
  await other.getByRole('button', { name: words.next }).click();
  await expect(other.getByRole('button', { name: zh.shell.accountMenu('王晓梅') })).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: words.actionsOf('王晓梅') }).click();
  await page.getByRole('button', { name: words.disable }).click();
  await expect(page.getByText(new RegExp(`wang.*${words.disabled}`))).toBeVisible();
  await other.reload();
  await expect(other.getByRole('link', { name: zh.shell.signIn })).toBeVisible();
  await choose(page, '管理员甲', zh.shell.signOut);
  await expect(page.getByRole('link', { name: zh.shell.signIn })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages on a phone, ${colorScheme}, in English, without a violation or a sideways scroll`, async ({
    visitor,
    server,
  }) => {
    const link = await firstLink(server);
    const viewport = { width: 390, height: 844 };
    const { page } = await visitor({ baseURL: server.url, viewport, colorScheme, hasTouch: true });
    await page.goto(`${server.url}/sign-in`);
    await expect(page.getByRole('heading', { name: words.signInTitle })).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);
    await becomeAdmin(page, link);
    await page.evaluate(() => localStorage.setItem('loulan.locale', 'en'));
    const shown = { account: /this device/, accounts: /never signed in|last used/, 'sign-in': /Forgotten/ };
    for (const [path, text] of Object.entries(shown)) {
      await page.goto(`${server.url}/${path}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/\p{Script=Han}/u);
      await expect(page.getByText(text).first()).toBeVisible();
      expect(await violationsOf(page), path).toEqual([]);
      const overflow = await page.evaluate(() => {
        const main = document.querySelector('main');
        return [document.documentElement, main].map((box) => (box ? box.scrollWidth - box.clientWidth : 0));
      });
      expect(overflow, path).toEqual([0, 0]);
    }
  });
}
