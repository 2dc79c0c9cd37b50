/** A site on a port, and its orderly end. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
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
  const server = createServer({ maxHeaderSize: 64 * 1024 }, guarded(getRequestListener(site.fetch)));
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  server.timeout = 120_000;
  server.maxConnections = 1_000;
  server.maxRequestsPerSocket = 10_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

/** Browsers do not pipeline; whoever sends many requests at once on one connection wants the others to wait. */
const mostInFlight = 8;

function guarded(handle: RequestListener): RequestListener {
  const inFlight = new WeakMap<Socket, number>();
  return (request, response) => {
    const { socket } = request;
    const count = (inFlight.get(socket) ?? 0) + 1;
    inFlight.set(socket, count);
    if (count > mostInFlight) {
      socket.destroy();
      return;
    }
    response.once('close', () => inFlight.set(socket, (inFlight.get(socket) ?? 1) - 1));
    handle(request, response);
  };
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
