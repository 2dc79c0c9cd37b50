import { getHealth } from '#contract/endpoints.ts';
import { expect, test } from './own-server.ts';

// The page's stream of changes breaks when its server is killed.
test.use({ provoked: [/Failed to load resource/] });

test('a journey with a server of its own keeps its data over a restart, and nobody else sees them', async ({
  find,
  server,
  request,
}) => {
  await find.open();
  expect(find.page.url()).toContain(server.url);
  const health = async () => (await request.get(`${server.url}${getHealth.path}`)).json();
  const before = await health();
  await server.stop('SIGKILL');
  await server.restart();
  expect(await health()).toEqual(before);
  await find.open();
  await find.expectTotal(212);
});
