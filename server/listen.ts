/** A site on a port, and its orderly end. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import type { Hono } from 'hono';
import { defaultLimits, type Limits } from './config/limits.ts';
import type { SocketEnv } from './observe/observe-requests.ts';

/** How often a stopping server looks for connections that have nothing more to say, in ms. */
const sweepMs = 50;

export interface Listening {
  readonly port: number;
  /**
   * Takes no new connections, lets answers under way finish, cuts what is left when the time of grace is over.
   * `isWhole`: nothing had to be cut.
   */
  readonly stop: () => Promise<{ readonly isWhole: boolean }>;
}

/** @throws what `listen` reports: EADDRINUSE, EACCES, EADDRNOTAVAIL … */
export async function listen(
  site: Pick<Hono<SocketEnv>, 'fetch'>,
  host: string,
  port: number,
  limits: Limits = defaultLimits,
): Promise<Listening> {
  const handle = getRequestListener((request, env) => site.fetch(request, env as HttpBindings));
  const server = createServer({ maxHeaderSize: limits.headerBytes }, guarded(handle, limits.requestsAtOnce));
  server.headersTimeout = limits.headersMs;
  server.requestTimeout = limits.requestMs;
  server.timeout = limits.idleMs;
  server.keepAliveTimeout = limits.keepAliveMs;
  server.maxConnections = limits.connections;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server, limits.graceMs) };
}

/** Browsers do not pipeline; whoever sends many requests at once on one connection wants the others to wait. */
function guarded(handle: RequestListener, mostInFlight: number): RequestListener {
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

function stop(server: Server, graceMs: number): Promise<{ readonly isWhole: boolean }> {
  return new Promise((resolve) => {
    let isWhole = true;
    const cut = setTimeout(() => {
      isWhole = false;
      server.closeAllConnections();
    }, graceMs);
    // A connection becomes idle when its last answer ends, which for an event stream is now.
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve({ isWhole });
    });
    server.closeIdleConnections();
  });
}
