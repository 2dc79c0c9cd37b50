/** Signing in through an organisation's own service. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { accountMessages } from '#format/messages/account.ts';
import { accountEventMessages } from '#format/messages/account-events.ts';
import { anIdentityProvider, type IdentityProvider } from '../identity-provider.ts';
import { becomeAdmin, choose, firstLink } from './account-steps.ts';
import { violationsOf } from './axe.ts';
import { test as base, expect } from './own-server.ts';
import { zh } from './words.ts';

const words = accountMessages.zh;
const log = accountEventMessages.zh;
const service = '区统一身份';

/** The server must know its address before it starts, and the service must, too. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return port;
}

const test = base.extend<{ readonly provider: IdentityProvider }>({
  // biome-ignore lint/correctness/noEmptyPattern: a fixture names what it needs by destructuring
  provider: async ({}, use) => {
    const provider = await anIdentityProvider(`http://127.0.0.1:${await freePort()}`);
    await use(provider);
    await provider.stop();
  },
  serverEnvironment: async ({ provider }, use) => {
    const { environment } = provider;
    const { port } = new URL(environment['LOULAN_ORIGIN'] ?? '');
    await use({ ...environment, LOULAN_PERSONAS: 'off', PORT: port });
  },
});

test.use({ provoked: [/^http:\/\/127\.0\.0\.1:\d+\/authorize\?/] });

const wang = { sub: 's1', email: 'wang@heping.example', email_verified: true, name: '王晓梅' };

test('who comes from the service is let in as who they are, or told that it did not work', async ({
  page,
  visitor,
  server,
  provider,
}) => {
  test.setTimeout(120_000);
  await becomeAdmin(page, await firstLink(server));
  const { page: other } = await visitor({ baseURL: server.url });
  const throughService = async () => {
    await other.goto('/sign-in');
    await other.getByRole('link', { name: words.signInWith(service) }).click();
  };

  await other.goto('/sign-in');
  await expect(other.getByRole('link', { name: words.signInWith(service) })).toBeVisible();
  expect(await violationsOf(other)).toEqual([]);
  provider.claims = wang;
  provider.isForged = true;
  await throughService();
  await expect(other.getByRole('alert')).toHaveText(words.serviceFailed);
  await expect(other.getByRole('link', { name: zh.shell.signIn, exact: true })).toBeVisible();
  expect(await violationsOf(other)).toEqual([]);
  provider.isForged = false;

  // Nobody here knows the person yet: an account without any rights, until an administrator gives them.
  await throughService();
  const menu = other.getByRole('button', { name: zh.shell.accountMenu('王晓梅') });
  await expect(menu).toBeVisible();
  await expect(other).toHaveURL(`${server.url}/`);
  await expect(other.getByRole('link', { name: zh.shell.data })).toHaveCount(0);
  await choose(other, '王晓梅', zh.shell.ownAccount);
  await expect(other.getByText(words.twoFactorElsewhere)).toBeVisible();

  await page.goto('/accounts');
  await page.getByLabel(words.roleOf('王晓梅')).selectOption({ label: zh.role.staff });
  await other.goto('/');
  await expect(other.getByRole('link', { name: zh.shell.data })).toBeVisible();
  await choose(other, '王晓梅', zh.shell.signOut);
  await expect(other.getByRole('link', { name: zh.shell.signIn, exact: true })).toBeVisible();
  await expect(other.getByRole('link', { name: zh.shell.data })).toHaveCount(0);

  await throughService();
  await expect(other.getByRole('link', { name: zh.shell.data })).toBeVisible();
  await page.getByRole('button', { name: words.actionsOf('王晓梅') }).click();
  await page.getByRole('button', { name: words.disable }).click();
  await expect(page.getByText(words.disabled)).toBeVisible();
  await other.reload();
  await throughService();
  await expect(other.getByRole('alert')).toHaveText(words.serviceFailed);

  await page.goto('/accounts/events');
  const entries = page.getByRole('list', { name: log.title }).getByRole('listitem');
  await expect(entries.first()).toContainText(log.details['service: disabled']);
  await expect(entries.filter({ hasText: log.details['service: not believed'] })).toHaveCount(1);
  await expect(entries.filter({ hasText: log.kinds.identityLinked })).toHaveCount(1);
});
