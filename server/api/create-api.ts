/** The API as one app that knows no host: served by Node, and by the mock in the page. */
import { Hono, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { personaHeader, personas } from '#contract/session.ts';
import type { ApiDeps, ApiEnv, RouteDeps } from './api-deps.ts';
import { defaultLive, LiveHub } from './live/hub.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { failureResponse, problemResponse } from './problem.ts';
import { createReadModels } from './read-models.ts';
import { routeBuildings } from './routes/buildings.ts';
import { routeCatalogue } from './routes/catalogue.ts';
import { routeCockpit } from './routes/cockpit.ts';
import { routeDocs } from './routes/docs.ts';
import { routeEvents } from './routes/events.ts';
import { routeExtract } from './routes/extract.ts';
import { routeIndicators } from './routes/indicators.ts';
import { routeMatches } from './routes/matches.ts';
import { routeRecordLists } from './routes/record-lists.ts';
import { routeRecords } from './routes/records.ts';
import { routeSession } from './routes/session.ts';
import { routeTenancy } from './routes/tenancy.ts';
import { routeWorkbooks } from './routes/workbooks.ts';
import { isSafe, unsafeMethods } from './unsafe-methods.ts';

export type { ApiDeps } from './api-deps.ts';

/**
 * Makes the app. It answers everything under `/api`; what goes wrong is answered as problem+json and told
 * to `onError` when it is the server's fault.
 */
export function createApi(deps: ApiDeps): Hono<ApiEnv> {
  const route: RouteDeps = { ...deps, models: createReadModels(deps), writing: oneAtATime() };
  const hub = new LiveHub({
    models: route.models,
    identify: deps.identifyAgain ?? deps.identify,
    options: { ...defaultLive, ...deps.live },
  });
  const app = new Hono<ApiEnv>();
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        const allow = [...methods].sort().join(', ');
        const detail = `invalid method: ${c.req.method} ${c.req.path} (allowed: ${allow})`;
        const response = problemResponse(c, 'methodNotAllowed', detail);
        response.headers.set('allow', allow);
        return response;
      },
    }),
  );
  app.use(unsafeMethods(deps.maxBodyBytes));
  routeDocs(app);
  app.use(identifyViewer(route));
  routeCatalogue(app);
  routeBuildings(app);
  routeTenancy(app);
  routeCockpit(app, route);
  routeIndicators(app, route);
  routeWorkbooks(app);
  routeExtract(app, route);
  routeMatches(app, route);
  routeRecords(app, route);
  routeRecordLists(app, route);
  routeEvents(app, route, hub);
  routeSession(app, route);
  app.notFound((c) =>
    problemResponse(c, 'noSuchEndpoint', `invalid path: ${c.req.method} ${c.req.path.slice(0, 200)}`),
  );
  app.onError((error, c) => {
    deps.onError(error, c.req.raw);
    return failureResponse(c, error, deps.requestIdOf(c.req.raw));
  });
  return app;
}

/** Nothing that depends on the viewer may be kept for somebody else. */
function identifyViewer({ identify, models }: RouteDeps): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    // Who writes is judged by the data that the write will meet, and no older ones.
    if (!isSafe(c.req.method)) await models.snapshot().catch(() => undefined);
    const identified = await identify(c.req.raw);
    if (!identified.ok) {
      const allowed = personas.join(', ');
      const detail = `invalid ${personaHeader}: ${identified.value.slice(0, 60)} (allowed: ${allowed})`;
      return problemResponse(c, 'badPersona', detail);
    }
    c.set('viewer', identified.viewer);
    c.set('model', () => models.of(identified.viewer.role));
    await next();
    c.res.headers.append('vary', personaHeader);
    c.res.headers.append('vary', 'cookie');
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-cache');
    return undefined;
  };
}
