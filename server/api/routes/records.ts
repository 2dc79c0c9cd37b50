/** Records: reading, writing, following. */
import type { Context, Hono, MiddlewareHandler } from 'hono';
import type { Endpoint } from '#contract/endpoint.ts';
import { listAudit, recordEndpoints } from '#contract/record-endpoints.ts';
import type { History, RecordAnswer } from '#contract/records.ts';
import { type Entity, entities } from '#domain/records/entity.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { newId } from '../new-id.ts';
import { problemResponse } from '../problem.ts';
import { routePath } from '../route-path.ts';
import type { AuditQuestion, Snapshot } from '../store.ts';
import { readBody } from '../writing/body.ts';
import { carryOut, dayOf } from '../writing/commit.ts';
import { historyEntry } from '../writing/history.ts';
import {
  type Circumstances,
  findRecord,
  planCreation,
  planPatch,
  planRemoval,
  planRestoration,
  tagged,
} from '../writing/plan.ts';

export function routeRecords(app: Hono<ApiEnv>, deps: RouteDeps): void {
  for (const entity of entities) {
    routeReading(app, deps, entity);
    routeChanging(app, deps, entity);
    routeRemoving(app, deps, entity);
  }
  app.get(listAudit.path, allowed(listAudit), (c) => historyAnswer(c, deps, {}));
}

/** Whoever is not signed in is told to; who is, but may not, is told that. */
function allowed({ roles }: Pick<Endpoint, 'roles'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const { role, account, personas } = c.var.viewer;
    if (roles.includes(role)) return next();
    const isStranger = account === null && personas === null;
    const detail = `only for: ${roles.join(', ')}`;
    return problemResponse(c, isStranger ? 'signInFirst' : 'notForRole', detail);
  };
}

function circumstancesOf(c: Context<ApiEnv>, { now, toWgs84 }: RouteDeps): Circumstances {
  const { role, account } = c.var.viewer;
  const at = now();
  const by = account ? `${account.name}，手工录入` : '手工录入';
  return { role, hasAccount: account !== null, by, today: dayOf(at), newId: () => newId(at), toWgs84 };
}

const keyOfPath = (c: Context<ApiEnv>) => c.req.param('key') ?? '';

function routeReading(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { read, history } = recordEndpoints[entity];
  app.get(routePath(read), allowed(read), async (c) => {
    const key = keyOfPath(c);
    const { portfolio } = await deps.models.snapshot();
    const record = findRecord(portfolio, entity, key);
    const shown = record && tagged(c.var.viewer.role, entity, record as never);
    if (!shown) return problemResponse(c, 'noSuchRecord', 'no record has this key');
    c.header('etag', shown.tag);
    return c.json({ entity, key, ...shown } as RecordAnswer);
  });
  app.get(routePath(history), allowed(history), (c) => historyAnswer(c, deps, { entity, key: keyOfPath(c) }));
}

function routeChanging(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { create, patch } = recordEndpoints[entity];
  app.post(create.path, allowed(create), async (c) => {
    const body = await readBody<'record'>(c, 'record');
    if (!body.ok) return body.response;
    return carryOut(c, deps, {
      entity,
      origin: 'edit',
      success: 201,
      body: body.text,
      plan: planOnce(c, deps, (snapshot, circumstances) =>
        planCreation(snapshot.portfolio, entity, body.value, circumstances),
      ),
    });
  });
  app.patch(routePath(patch), allowed(patch), async (c) => {
    const ifMatch = c.req.header('if-match');
    if (ifMatch === undefined) return needsMatch(c);
    const body = await readBody<'set'>(c, 'set');
    if (!body.ok) return body.response;
    const target = { key: keyOfPath(c), ifMatch };
    return carryOut(c, deps, {
      entity,
      origin: 'edit',
      success: 200,
      body: body.text,
      plan: planOnce(c, deps, (snapshot, circumstances) =>
        planPatch(snapshot.portfolio, entity, target, body.value, circumstances),
      ),
    });
  });
}

function routeRemoving(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { remove, restore } = recordEndpoints[entity];
  app.delete(routePath(remove), allowed(remove), (c) => {
    const ifMatch = c.req.header('if-match');
    if (ifMatch === undefined) return needsMatch(c);
    const target = { key: keyOfPath(c), ifMatch };
    return carryOut(c, deps, {
      entity,
      origin: 'delete',
      success: 204,
      body: '',
      plan: planOnce(c, deps, (snapshot, circumstances) =>
        planRemoval(snapshot.portfolio, entity, target, circumstances),
      ),
    });
  });
  app.post(routePath(restore), allowed(restore), (c) => {
    const key = keyOfPath(c);
    return carryOut(c, deps, {
      entity,
      origin: 'restore',
      success: 200,
      body: '',
      plan: planOnce(c, deps, async (snapshot, circumstances) => {
        const removed = await removalIn(deps, entity, key);
        return planRestoration(snapshot.portfolio, entity, key, removed, circumstances);
      }),
    });
  });
}

/** The same circumstances at every try: an id, once drawn, stays. */
function planOnce<T>(
  c: Context<ApiEnv>,
  deps: RouteDeps,
  plan: (snapshot: Snapshot, circumstances: Circumstances) => T,
): (snapshot: Snapshot) => T {
  const circumstances = circumstancesOf(c, deps);
  const id = circumstances.newId();
  return (snapshot) => plan(snapshot, { ...circumstances, newId: () => id });
}

function needsMatch(c: Context<ApiEnv>): Response {
  return problemResponse(c, 'matchNeeded', 'missing if-match: the tag of the record that you have seen');
}

/** More than any building has. */
const mostRemoved = 200_000;

/** Everything that went with the record when it last went, oldest first. */
async function removalIn({ store }: RouteDeps, entity: Entity, key: string) {
  const [last] = await store.auditEntries({ entity, key, limit: 1 });
  if (!last || last.change.after !== null) return [];
  const entries = await store.auditEntries({ sequence: last.sequence, limit: mostRemoved });
  return entries.map(({ change }) => change).reverse();
}

const pageLimits = { most: 200, usual: 50 };

function pageOf(c: Context<ApiEnv>): Pick<AuditQuestion, 'before' | 'limit'> | null {
  const { before, limit } = c.req.query();
  const place = before === undefined ? null : /^(\d{1,15})\.(\d{1,9})$/.exec(before);
  const count = limit === undefined ? pageLimits.usual : /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : 0;
  if ((before !== undefined && !place) || count < 1 || count > pageLimits.most) return null;
  return { limit: count, ...(place && { before: { sequence: Number(place[1]), number: Number(place[2]) } }) };
}

async function historyAnswer(
  c: Context<ApiEnv>,
  { store }: RouteDeps,
  which: Pick<AuditQuestion, 'entity' | 'key'>,
): Promise<Response> {
  const page = pageOf(c);
  if (!page) {
    const detail = `invalid before or limit (allowed: before as next had it; limit 1–${pageLimits.most})`;
    return problemResponse(c, 'badParameters', detail);
  }
  const found = await store.auditEntries({ ...which, ...page });
  const last = found.at(-1);
  return c.json({
    entries: found.flatMap((entry) => historyEntry(c.var.viewer.role, entry) ?? []),
    next: found.length < page.limit || !last ? null : `${last.sequence}.${last.number}`,
  } satisfies History);
}
