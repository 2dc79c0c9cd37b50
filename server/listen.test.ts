import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { listen } from './listen.ts';

test('a flood of requests on one connection is cut off before it is answered', async () => {
  let answered = 0;
  const site = new Hono().get('/slow', async (c) => {
    answered++;
    await new Promise((resolve) => setTimeout(resolve, 50));
    return c.text('slow');
  });
  site.get('/quick', (c) => c.text('quick'));
  const { port, stop } = await listen(site, '127.0.0.1', 0);
  const flood = connect(port, '127.0.0.1');
  const ended = new Promise<void>((resolve) => {
    flood.on('close', () => resolve());
    flood.on('error', () => resolve());
  });
  flood.write('GET /slow HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(400));
  await ended;
  const quick = await fetch(`http://127.0.0.1:${port}/quick`);
  expect(await quick.text()).toBe('quick');
  expect(answered).toBeLessThanOrEqual(8);
  await stop();
});
