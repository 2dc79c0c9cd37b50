import { expect, test } from 'vitest';
import type { AccountEventItem } from '#contract/accounts.ts';
import { aMember, anAdmin, aSignInSite, type Browser, idOf } from '../../tests/accounts.ts';
import { overEachDatabase } from '../../tests/each-database.ts';

const path = '/api/v1/accounts/events';

interface Page {
  readonly events: readonly AccountEventItem[];
  readonly next: string | null;
}

async function page(admin: Browser, filter: Readonly<Record<string, string>> = {}): Promise<Page> {
  const { status, body } = await admin.send('GET', `${path}?${new URLSearchParams(filter)}`);
  expect(status).toBe(200);
  return body as unknown as Page;
}

const kindsOf = ({ events }: Page) => events.map(({ kind }) => kind);

overEachDatabase((db) => {
  test('pages follow each other without a gap or a repetition, the latest first', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    await aMember(site, admin);
    const id = await idOf(admin, 'wang');
    for (const role of ['manager', 'staff', 'manager']) {
      await admin.send('PATCH', `/api/v1/accounts/${id}`, { role });
    }
    // Everything so far happened in one millisecond; this did not.
    site.advance(1);
    await admin.send('PATCH', `/api/v1/accounts/${id}`, { name: '王主任', isDisabled: true });
    const all = await page(admin);
    expect(all.next).toBeNull();
    expect(kindsOf(all)).toEqual([
      'disabled',
      'renamed',
      'roleChanged',
      'roleChanged',
      'roleChanged',
      'signedIn',
      'accountMade',
      'invited',
      'signedIn',
      'accountMade',
    ]);
    const seen: AccountEventItem[] = [];
    let before: string | null = null;
    do {
      const part: Page = await page(admin, { limit: '3', ...(before !== null && { before }) });
      seen.push(...part.events);
      before = part.next;
    } while (before !== null);
    expect(seen).toEqual(all.events);
  });

  test('an account shows what it did and what was done to it, a kind and days narrow further', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const wang = await aMember(site, admin);
    await aMember(site, admin, { login: 'li', name: '李' });
    const id = await idOf(admin, 'wang');
    const toTheNextDay = 8 * 3_600_000;
    site.advance(toTheNextDay);
    await admin.send('PATCH', `/api/v1/accounts/${id}`, { role: 'manager' });
    await wang.send('DELETE', '/api/v1/account/session');
    const ofWang = await page(admin, { account: id });
    expect(kindsOf(ofWang)).toEqual(['signedOut', 'roleChanged', 'signedIn', 'accountMade']);
    expect(kindsOf(await page(admin, { account: id, kind: 'roleChanged' }))).toEqual(['roleChanged']);
    expect(kindsOf(await page(admin, { account: id, to: '2026-11-02' }))).toEqual([
      'signedIn',
      'accountMade',
    ]);
    expect(kindsOf(await page(admin, { account: id, from: '2026-11-03' }))).toEqual([
      'signedOut',
      'roleChanged',
    ]);
    expect(kindsOf(await page(admin, { from: '2026-11-03', to: '2026-11-03', kind: 'signedIn' }))).toEqual(
      [],
    );
  });

  test('what cannot be asked for is named', async () => {
    const site = aSignInSite(db());
    const admin = await anAdmin(site);
    const bad = {
      before: ['1', '1.x', `${'9'.repeat(16)}.${'a'.repeat(24)}`],
      limit: ['0', '201', '-1', '1e2', ''],
      account: ['wang', '', 'A'.repeat(24)],
      kind: ['everything', ''],
      from: ['2026-02-30', '2026-2-1', 'yesterday', '9999999-01-01'],
      to: ['', '2026-13-01'],
    };
    for (const [name, values] of Object.entries(bad)) {
      for (const value of values) {
        const refused = await admin.send('GET', `${path}?${new URLSearchParams({ [name]: value })}`);
        expect([refused.status, refused.body['detail']], `${name}=${value}`).toEqual([
          400,
          expect.stringContaining(name),
        ]);
      }
    }
    const turned = await admin.send('GET', `${path}?from=2026-11-03&to=2026-11-02`);
    expect(turned.kind).toBe('badParameters');
    expect(site.errors).toEqual([]);
  });
});
