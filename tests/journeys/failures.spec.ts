/** When the catalogue does not come: a clear message, a retry that works, never a blank page. */
import type { Route } from '@playwright/test';
import { expect, test } from './journey.ts';
import { zh } from './words.ts';

test.use({ provoked: [/Failed to load resource/] });

const catalogue = '**/api/v1/catalogue*';
const { failed, retry } = zh.empty;

async function truncate(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.body();
  const {
    'content-length': _length,
    'content-encoding': _encoding,
    etag: _etag,
    ...headers
  } = response.headers();
  await route.fulfill({
    status: 200,
    headers,
    body: body.subarray(0, Math.floor((body.byteLength * 2) / 3)),
  });
}

/** The same bytes under another version of the format, which stands in the second four bytes. */
async function otherVersion(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = Buffer.from(await response.body());
  body.writeUInt32LE(body.readUInt32LE(4) + 1, 4);
  const {
    'content-length': _length,
    'content-encoding': _encoding,
    etag: _etag,
    ...headers
  } = response.headers();
  await route.fulfill({ status: 200, headers, body });
}

const problem = { type: 'about:blank', title: 'Internal error', status: 500 };

for (const { what, kind, spoil } of [
  {
    what: 'the server fails',
    kind: failed.server,
    spoil: (route: Route) =>
      route.fulfill({ status: 500, contentType: 'application/problem+json', json: problem }),
  },
  { what: 'there is no network', kind: failed.network, spoil: (route: Route) => route.abort('failed') },
  { what: 'the catalogue is cut off', kind: failed.truncated, spoil: truncate },
  { what: 'the catalogue is of another version', kind: failed.version, spoil: otherVersion },
  {
    what: 'something else answers',
    kind: failed.unknown,
    spoil: (route: Route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<p>Wi-Fi login' }),
  },
]) {
  test(`when ${what}, the page says so and a retry works`, async ({ find }) => {
    await find.page.route(catalogue, spoil);
    await find.page.goto('/?type=office');
    const alert = find.page.getByRole('alert');
    await expect(alert).toContainText(kind.title);
    await expect(alert).toContainText(kind.advice);
    await expect(find.page.getByRole('banner')).toBeVisible();
    await find.page.unroute(catalogue);
    await alert.getByRole('button', { name: retry }).click();
    await find.answered();
    await expect(alert).toBeHidden();
    expect(await find.chipTexts()).toHaveLength(2);
    expect(await find.total()).toBeGreaterThan(100);
  });
}

test('while the catalogue is on its way, its room is kept and the frame stands', async ({ find }) => {
  const held = Promise.withResolvers<void>();
  await find.page.route(catalogue, async (route) => {
    await held.promise;
    await route.continue();
  });
  await find.page.goto('/');
  await expect(find.counters).toHaveAttribute('aria-busy', 'true');
  await expect(find.grid).toHaveAttribute('aria-busy', 'true');
  await expect(find.grid.locator('tr[aria-busy="true"]').first()).toBeVisible();
  const boxes = async () => [await find.counters.boundingBox(), await find.grid.boundingBox()];
  const waiting = await boxes();
  held.resolve();
  await find.expectTotal(212);
  const [counters, grid] = await boxes();
  expect(counters).toEqual(waiting[0]);
  expect(grid?.y).toBe(waiting[1]?.y);
});

test('a card whose sources do not come shows what is known and loads the rest again', async ({ find }) => {
  await find.page.route('**/api/v1/buildings/*', (route) => route.fulfill({ status: 500, json: problem }));
  await find.open('sel=wuhaoyuan');
  await expect(find.card).toContainText(zh.card.detailFailed);
  await expect(find.card).toContainText('2,200');
  await find.page.unroute('**/api/v1/buildings/*');
  await find.card.getByRole('button', { name: zh.card.retry }).click();
  await expect(find.card).not.toContainText(zh.card.detailFailed);
  await expect(find.card).toContainText('曲阜道与浙江路交口');
});

test('a base map that does not come leaves the buildings where they are', async ({ find }) => {
  await find.page.route('**/basemap.geojson', (route) => route.fulfill({ status: 500, body: '' }));
  await find.open();
  await find.expectTotal(212);
  await expect(find.page.getByText(zh.find.basemapFailed)).toBeVisible();
});

test('an export that fails says so', async ({ find }) => {
  await find.open();
  await find.page.route('**/api/v1/buildings.csv*', (route) => route.fulfill({ status: 500, json: problem }));
  await find.page.getByRole('button', { name: zh.find.exportAs }).click();
  await find.page.getByRole('button', { name: zh.find.exportCsv }).click();
  await expect(find.page.getByText(zh.find.exportFailed)).toBeVisible();
});
