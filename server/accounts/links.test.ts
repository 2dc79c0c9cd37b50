import { expect, test } from 'vitest';
import { aMember, anAdmin, aSignInSite, goodPassword, idOf, tokenIn } from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';

const look = '/api/v1/account/link';
const redeem = '/api/v1/account/link/redeem';
const invitations = '/api/v1/accounts/invitations';
const day = 24 * 3_600_000;

overEachDatabase((db) => {
  test('the first link makes an administrator, once', async () => {
    const site = aSignInSite(db());
    const path = await site.accounts.firstAdminLink();
    expect(path).toMatch(/^\/invitation#[\w-]{43}$/);
    const token = tokenIn(path);
    const browser = site.browser();
    const seen = await browser.send('POST', look, { token });
    expect(seen.body).toMatchObject({ kind: 'invitation', role: 'admin', name: null, login: null });
    const chosen = { token, password: goodPassword, name: '管理员', login: 'Root@Example.cn' };
    expect((await browser.send('POST', redeem, { ...chosen, login: 'a b' })).kind).toBe('badLogin');
    expect((await browser.send('POST', redeem, chosen)).body).toEqual({ next: 'done' });
    expect(await browser.role()).toBe('admin');
    expect(await site.accounts.firstAdminLink()).toBeNull();
    const again = await site.browser().send('POST', redeem, { ...chosen, login: 'second' });
    expect(again.kind).toBe('noSuchLink');
  });

  test('of two first links only the later one is good, and none after an account was made', async () => {
    const site = aSignInSite(db());
    const [first, second] = [await site.accounts.firstAdminLink(), await site.accounts.firstAdminLink()];
    const use = (path: string | null) =>
      site
        .browser()
        .send('POST', redeem, { token: tokenIn(path), password: goodPassword, name: '甲', login: 'jia' });
    expect((await use(first)).kind).toBe('noSuchLink');
    expect((await use(second)).status).toBe(200);
  });

  test('two who use a link at the same moment: one gets in', async () => {
    const site = aSignInSite(db());
    const token = tokenIn(await site.accounts.firstAdminLink());
    const answers = await Promise.all(
      ['jia1', 'yi2'].map((login) =>
        site.browser().send('POST', redeem, { token, password: goodPassword, name: '甲', login }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
    expect(site.errors).toEqual([]);
  });

  test('an invitation gives the role that it was made for, whatever its user sends along', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wished = { name: '李静', login: 'Li@Heping.example', role: 'staff' };
    const invited = await admin.send('POST', invitations, wished);
    expect(invited.status).toBe(201);
    const token = tokenIn(invited.body['path']);
    const browser = site.browser();
    const given = { token, password: goodPassword };
    for (const extra of [{ role: 'admin' }, { isAdmin: true }, { kind: 'reset' }, { userId: 'x' }]) {
      expect((await browser.send('POST', redeem, { ...given, ...extra })).kind).toBe('badBody');
    }
    const other = await browser.send('POST', redeem, { ...given, login: 'admin2', name: '乙' });
    expect(other.kind).toBe('badBody');
    expect((await browser.send('POST', redeem, given)).status).toBe(200);
    expect(await browser.role()).toBe('staff');
    expect((await site.browser().send('POST', redeem, given)).kind).toBe('noSuchLink');
  });

  test('a poor password is refused and does not use the link up', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const invited = await admin.send('POST', invitations, { name: '李静', login: 'lijing', role: 'staff' });
    const token = tokenIn(invited.body['path']);
    const attempt = async (password: string) =>
      (await site.browser().send('POST', redeem, { token, password })).kind;
    expect(await attempt('九个字的密码不够长')).toBe('passwordTooShort');
    expect(await attempt('x'.repeat(129))).toBe('passwordTooLong');
    expect(await attempt('lijing2026')).toBe('passwordIsName');
    expect(await attempt('aaaaaaaaaaaa')).toBe('passwordTooCommon');
    expect(await attempt(goodPassword)).toBeNull();
  });

  test('a link is good for seven days', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const invited = await admin.send('POST', invitations, { name: '李静', login: 'lijing', role: 'staff' });
    const token = tokenIn(invited.body['path']);
    site.advance(7 * day - 1);
    expect((await site.browser().send('POST', look, { token })).status).toBe(200);
    site.advance(1);
    expect((await site.browser().send('POST', look, { token })).kind).toBe('noSuchLink');
    expect((await site.browser().send('POST', redeem, { token, password: goodPassword })).kind).toBe(
      'noSuchLink',
    );
  });

  test('a second invitation replaces the first, a withdrawn one is over, a taken login is refused', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wished = { name: '李静', login: 'lijing', role: 'staff' };
    const first = tokenIn((await admin.send('POST', invitations, wished)).body['path']);
    const second = tokenIn((await admin.send('POST', invitations, wished)).body['path']);
    expect((await site.browser().send('POST', look, { token: first })).status).toBe(404);
    const { body } = await admin.send('GET', '/api/v1/accounts');
    const [open] = body['invitations'] as { id: string }[];
    expect((await admin.send('DELETE', `${invitations}/${open?.id}`)).status).toBe(204);
    expect((await admin.send('DELETE', `${invitations}/${open?.id}`)).status).toBe(404);
    expect((await site.browser().send('POST', look, { token: second })).status).toBe(404);
    await aMember(site, admin, { login: 'lijing' });
    expect((await admin.send('POST', invitations, { ...wished, login: 'LiJing' })).kind).toBe('loginTaken');
  });

  test('a reset link replaces the password and ends every session, once', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin);
    const id = await idOf(admin, 'wang');
    const made = await admin.send('POST', `/api/v1/accounts/${id}/reset`);
    expect(made.status).toBe(201);
    const token = tokenIn(made.body['path']);
    expect((await wang.send('POST', look, { token })).body).toMatchObject({ kind: 'reset', name: '王晓梅' });
    const phone = site.browser();
    const given = { token, password: 'a quite new phrase' };
    expect((await phone.send('POST', redeem, given)).body).toEqual({ next: 'done' });
    expect(await phone.role()).toBe('staff');
    expect(await wang.role()).toBe('public');
    expect((await phone.send('POST', redeem, given)).kind).toBe('noSuchLink');
  });

  test('links end with the rights of who made them, and of whom they are for', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const second = await aMember(site, admin, { login: 'second', name: '副管', role: 'admin' });
    const invited = await second.send('POST', invitations, { name: '甲', login: 'jia', role: 'admin' });
    await aMember(site, admin);
    const wang = await idOf(admin, 'wang');
    const reset = await admin.send('POST', `/api/v1/accounts/${wang}/reset`);
    await admin.send('PATCH', `/api/v1/accounts/${await idOf(admin, 'second')}`, { role: 'staff' });
    await admin.send('PATCH', `/api/v1/accounts/${wang}`, { isDisabled: true });
    for (const { body } of [invited, reset]) {
      const seen = await site.browser().send('POST', look, { token: tokenIn(body['path']) });
      expect(seen.kind).toBe('noSuchLink');
    }
    expect((await admin.send('POST', `/api/v1/accounts/${wang}/reset`)).kind).toBe('noSuchAccount');
  });

  test('whoever guesses tokens is stopped', async () => {
    const site = aSignInSite(db(), { limits: { triesPerAddress: 3 } });
    const browser = site.browser();
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++)
      statuses.push((await browser.send('POST', look, { token: `guess${i}` })).status);
    expect(statuses).toEqual([404, 404, 404, 429, 429]);
  });
});
