/** A site on a port, and its orderly end. */
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';

/** How long a stopping server waits for answers that are under way. */
const graceMs = 9_000;

export interface Listening {
  readonly port: number;
  /** Takes no new connections, lets answers under way finish, ends within ten seconds. */
  readonly stop: () => Promise<void>;
}

/** @throws what `listen` reports: EADDRINUSE, EACCES, EADDRNOTAVAIL … */
export async function listen(site: Hono, host: string, port: number): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: site.fetch,
    createServer,
    serverOptions: { maxHeaderSize: 64 * 1024 },
  }) as Server;
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
