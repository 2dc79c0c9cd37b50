/** Accounts over the database: endpoints, and who a request belongs to. */
import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { finishOidc } from '#contract/account-endpoints.ts';
import type { AccountEventKind } from '#contract/accounts.ts';
import type { Role } from '#domain/visibility.ts';
import { problemResponse } from '#server/api/problem.ts';
import { unsafeMethods } from '#server/api/unsafe-methods.ts';
import type { Database } from '#server/store/database.ts';
import { originOf } from './client-address.ts';
import { sessionTokenOf } from './cookies.ts';
import type { AccountEvent, AccountsDeps, Client, Limits, OidcService } from './deps.ts';
import { endsSessions, sweepEvents, writeEvent } from './events.ts';
import { makeLink } from './links.ts';
import { routeAdministration } from './routes/administration.ts';
import { routeAccountEvents } from './routes/events.ts';
import type { AccountsEnv } from './routes/frame.ts';
import { routeLinks } from './routes/links.ts';
import { routeOidc } from './routes/oidc.ts';
import { routeOwnAccount } from './routes/own-account.ts';
import { routeSignIn } from './routes/sign-in.ts';
import { createSeal } from './seal.ts';
import { findSession, sweepSessions } from './sessions.ts';
import type { AccountsDb } from './tables.ts';
import { createThrottle, sweepAttempts } from './throttle.ts';
import { hasAnyAccount, hasAnyAdmin } from './users.ts';

/** An event as a log may keep it: without names and addresses. */
export interface LoggedEvent {
  readonly kind: AccountEventKind;
  readonly actorId: string | null;
  readonly subjectId: string | null;
}

export interface AccountsOptions {
  readonly db: Database;
  /** `https://loulan.example.cn`: how browsers reach the site; null where that is the Host they ask for. */
  readonly origin: string | null;
  /** Addresses of proxies whose `X-Forwarded-For` and `-Proto` count. */
  readonly trustedProxies: readonly string[];
  /** Under which secrets of second factors are kept; null: as they are. */
  readonly secret: string | null;
  /** null: people sign in with passwords alone. */
  readonly oidc: OidcService | null;
  readonly maxBodyBytes?: number;
  readonly now: () => Date;
  readonly limits: Limits;
  readonly onEvent: (event: LoggedEvent) => void;
  readonly onError: (error: unknown) => void;
}

export interface SignedViewer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

export interface Accounts {
  /** Whether the path is one of the endpoints of accounts. */
  readonly answers: (pathname: string) => boolean;
  /** Paths as the router has them: `/a/:id`. */
  readonly paths: readonly string[];
  /** @param peer address of the socket; null where there is none */
  readonly handle: (request: Request, peer: string | null) => Promise<Response>;
  /**
   * Looked up anew for each request; null for who is not signed in.
   * @param isSignOfLife false: the session goes on idling
   */
  readonly viewerOf: (
    request: Request,
    peer: string | null,
    isSignOfLife: boolean,
  ) => Promise<SignedViewer | null>;
  readonly hasAccounts: () => Promise<boolean>;
  /** Path of a one-time link that makes the first administrator; null once there is one. */
  readonly firstAdminLink: () => Promise<string | null>;
  /** Name of the organisation's own sign-in service; null without one. */
  readonly service: string | null;
  /** Least characters of a new password. */
  readonly passwordLength: number;
  /** Told of an account whose sessions may have ended, or whose rights are others, once that is so. */
  readonly watch: (listener: (accountId: string) => void) => void;
  /** Drops what is over. To be called now and then. */
  readonly sweep: () => Promise<void>;
}

const prefix = /^\/api\/v1\/accounts?(\/|$)/;

export function createAccounts(options: AccountsOptions): Accounts {
  const watching = new Set<(accountId: string) => void>();
  const deps = accountsDeps({ ...options, onEvent: (event) => tell(event, options, watching) });
  const { db } = deps;
  const app = appOver(deps, options);
  const trusted = new Set(options.trustedProxies);
  const isHttps = options.origin?.startsWith('https://') ?? false;
  const clientOf = (request: Request, peer: string | null): Client => {
    const from = originOf(request.headers, peer, trusted, isHttps);
    const agent = request.headers.get('user-agent')?.replaceAll(/[^\x20-\x7e]/g, '');
    return {
      ...from,
      agent: agent?.slice(0, 300) ?? null,
      session: sessionTokenOf(request, from.isSecure),
    };
  };
  let hasAccounts = false;
  return {
    service: options.oidc?.name ?? null,
    passwordLength: options.limits.passwordLength,
    paths: app.routes.map(({ path }) => path),
    watch: (listener) => void watching.add(listener),
    answers: (pathname) => prefix.test(pathname),
    handle: async (request, peer) => app.fetch(request, { client: clientOf(request, peer) }),
    viewerOf: async (request, peer, isSignOfLife) => {
      if (!request.headers.has('cookie')) return null;
      const { session: token } = clientOf(request, peer);
      const signed = token === null ? null : await findSession(deps, token, isSignOfLife);
      return signed && { id: signed.user.id, name: signed.user.name, role: signed.user.role };
    },
    // Accounts are disabled, never taken away: once there is one there always is.
    hasAccounts: async () => {
      hasAccounts ||= await hasAnyAccount(db);
      return hasAccounts;
    },
    firstAdminLink: async () => {
      if (await hasAnyAdmin(db)) return null;
      const open = {
        kind: 'invitation',
        login: '',
        name: '',
        role: 'admin',
        userId: null,
        madeBy: null,
      } as const;
      return (await deps.change((step) => makeLink(step, open))).path;
    },
    sweep: async () => {
      await sweepAttempts(db, deps.now(), deps.limits.windowMs);
      await sweepSessions(deps);
      await sweepEvents(db, deps.now(), deps.limits.eventsMs);
    },
  };
}

function tell(
  event: LoggedEvent,
  { onEvent }: AccountsOptions,
  watching: Iterable<(accountId: string) => void>,
): void {
  onEvent(event);
  const id = event.subjectId ?? event.actorId;
  if (id !== null && endsSessions(event.kind)) for (const listener of watching) listener(id);
}

/** For what works on accounts without answering requests. */
export function accountsDeps(options: AccountsOptions): AccountsDeps {
  const db = options.db as unknown as AccountsDb;
  const { limits, now, onEvent, onError } = options;
  const seal = createSeal(options.secret);
  return {
    db,
    now,
    limits,
    onError,
    throttle: createThrottle(db, now, limits.windowMs),
    seal,
    change: async (work) => {
      const told: AccountEvent[] = [];
      const result = await db.transaction().execute((transaction) => {
        const note = async (event: AccountEvent) => {
          await writeEvent(transaction, now(), event);
          told.push(event);
        };
        return work({ db: transaction, now, limits, seal, onError, note });
      });
      for (const { kind, actor, subject } of told) {
        onEvent({ kind, actorId: actor?.id ?? null, subjectId: subject?.id ?? null });
      }
      return result;
    },
  };
}

function appOver(deps: AccountsDeps, { oidc, origin, maxBodyBytes }: AccountsOptions): Hono<AccountsEnv> {
  const app = new Hono<AccountsEnv>();
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = [...methods].sort().join(', ');
        const detail = `invalid method: ${c.req.method} ${c.req.path.slice(0, 200)} (allowed: ${allow})`;
        const response = problemResponse(c, 'methodNotAllowed', detail);
        response.headers.set('allow', allow);
        return response;
      },
    }),
  );
  app.use(unsafeMethods(maxBodyBytes));
  app.use(async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.append('vary', 'cookie');
  });
  routeSignIn(app, deps);
  routeOwnAccount(app, deps);
  routeLinks(app, deps);
  routeAdministration(app, deps);
  routeAccountEvents(app, deps);
  routeOidc(app, deps, oidc && { ...oidc, redirectUri: `${origin}${finishOidc.path}` });
  app.notFound((c) =>
    problemResponse(c, 'noSuchEndpoint', `invalid path: ${c.req.method} ${c.req.path.slice(0, 200)}`),
  );
  app.onError((error, c) => {
    deps.onError(error);
    return problemResponse(c, 'internal', 'something went wrong on the server; it has been logged');
  });
  return app;
}
