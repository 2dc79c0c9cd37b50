import { expect, test } from 'vitest';
import { aMember, anAdmin, aSignInSite, type Browser, goodPassword, idOf } from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';

const patch = (browser: Browser, id: string, body: unknown) =>
  browser.send('PATCH', `/api/v1/accounts/${id}`, body);

const administrative = [
  ['GET', '/api/v1/accounts'],
  ['GET', '/api/v1/accounts/events'],
  ['POST', '/api/v1/accounts/invitations'],
  ['DELETE', `/api/v1/accounts/invitations/${'a'.repeat(24)}`],
  ['PATCH', `/api/v1/accounts/${'a'.repeat(24)}`],
  ['POST', `/api/v1/accounts/${'a'.repeat(24)}/reset`],
] as const;

overEachDatabase((db) => {
  test('accounts are for administrators, whoever else asks and whatever they send', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const manager = await aMember(site, admin, { login: 'manager', role: 'manager' });
    const body = { name: '甲', login: 'jia', role: 'admin' };
    for (const [method, path] of administrative) {
      const sent = method === 'GET' ? undefined : body;
      const asPersona = { 'x-loulan-persona': 'admin' };
      expect((await site.browser().send(method, path, sent, asPersona)).status, path).toBe(401);
      expect((await manager.send(method, path, sent, asPersona)).status, path).toBe(403);
    }
    expect((await patch(manager, await idOf(admin, 'manager'), { role: 'admin' })).status).toBe(403);
    expect(await manager.role()).toBe('manager');
  });

  test('a role changes at the very next request', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin);
    const id = await idOf(admin, 'wang');
    const seesTenants = async () => {
      const { body } = await wang.send('GET', '/api/v1/buildings/tower');
      return JSON.stringify(body).includes('enterprise');
    };
    expect(await seesTenants()).toBe(true);
    expect((await patch(admin, id, { role: 'public' })).body).toMatchObject({ id, role: 'public' });
    expect(await seesTenants()).toBe(false);
    await patch(admin, id, { role: 'manager', name: '王主任' });
    expect((await wang.send('GET', '/api/v1/me')).body).toMatchObject({
      role: 'manager',
      account: { id, name: '王主任' },
    });
  });

  test('what one role was sent is not given to the next by a conditional request', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin, { role: 'manager' });
    const first = await wang.send('GET', '/api/v1/catalogue');
    const tag = first.headers.get('etag') ?? '';
    expect(first.headers.get('vary')).toContain('cookie');
    const conditional = { 'if-none-match': tag };
    expect((await wang.send('GET', '/api/v1/catalogue', undefined, conditional)).status).toBe(304);
    await patch(admin, await idOf(admin, 'wang'), { role: 'staff' });
    expect((await wang.send('GET', '/api/v1/catalogue', undefined, conditional)).status).toBe(200);
  });

  test('who is disabled is out at once, and back when enabled and signed in again', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin);
    const id = await idOf(admin, 'wang');
    expect((await patch(admin, id, { isDisabled: true })).body).toMatchObject({ isDisabled: true });
    expect(await wang.role()).toBe('public');
    expect((await wang.send('GET', '/api/v1/account')).status).toBe(401);
    await patch(admin, id, { isDisabled: false });
    expect(await wang.role()).toBe('public');
    await wang.send('POST', '/api/v1/account/session', { login: 'wang', password: goodPassword });
    expect(await wang.role()).toBe('staff');
  });

  test('the last administrator stays one', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const own = await idOf(admin, 'admin@heping.example');
    for (const body of [{ role: 'manager' }, { isDisabled: true }, { role: 'public', isDisabled: true }]) {
      expect((await patch(admin, own, body)).kind).toBe('lastAdmin');
    }
    await aMember(site, admin, { login: 'second', role: 'admin' });
    const second = await idOf(admin, 'second');
    await patch(admin, second, { isDisabled: true });
    expect((await patch(admin, own, { role: 'staff' })).kind).toBe('lastAdmin');
    await patch(admin, second, { isDisabled: false });
    expect((await patch(admin, own, { role: 'staff' })).status).toBe(200);
    expect(await admin.role()).toBe('staff');
  });

  test('two administrators who demote each other at the same moment leave one', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const second = await aMember(site, admin, { login: 'second', role: 'admin' });
    const [first, other] = [await idOf(admin, 'admin@heping.example'), await idOf(admin, 'second')];
    const answers = await Promise.all([
      patch(admin, other, { role: 'staff' }),
      patch(second, first, { role: 'staff' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect([await admin.role(), await second.role()].sort()).toEqual(['admin', 'staff']);
  });

  test('fields that are none of the account, and ids of nobody, are refused', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    await aMember(site, admin);
    const id = await idOf(admin, 'wang');
    const bodies = [
      { password_hash: 'x' },
      { login: 'other' },
      { role: 'emperor' },
      { hasTwoFactor: true },
      { name: '' },
      { name: 'a\nb' },
      { name: 'a\0b' },
      { name: '\ud800' },
      { name: 'x'.repeat(61) },
      [],
      null,
      'not json',
      '{"role":',
    ];
    for (const body of bodies)
      expect((await patch(admin, id, body)).kind, JSON.stringify(body)).toBe('badBody');
    for (const odd of ['nobody', '%00', '%0d%0aset-cookie:a=b', '..%2f..', 'a'.repeat(2_000)]) {
      expect((await patch(admin, odd, { role: 'staff' })).status, odd).toBe(404);
    }
    for (const login of ['', 'a', 'a b', '甲@', 'x@y@z', 'a\r\nb', 'x'.repeat(101), '__proto__\0']) {
      const invited = { name: '甲', login, role: 'staff' };
      expect((await admin.send('POST', '/api/v1/accounts/invitations', invited)).status, login).toBe(400);
    }
    expect(site.errors).toEqual([]);
  });

  test('what was done is on record: who, to whom, what', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    await aMember(site, admin);
    site.advance(1_000);
    await patch(admin, await idOf(admin, 'wang'), { role: 'manager' });
    const { body } = await admin.send('GET', '/api/v1/accounts/events');
    const events = body['events'] as { kind: string }[];
    expect(events[0]).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{24}$/),
      at: '2026-11-02T08:30:01.000Z',
      kind: 'roleChanged',
      actor: '系统管理员',
      subject: '王晓梅',
      detail: 'staff → manager',
      address: '192.0.2.7',
    });
    expect(events.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['invited', 'accountMade', 'signedIn']),
    );
  });
});
