/** Records: reading, writing, following. */
import type { Context, Hono } from 'hono';
import { listAudit, recordEndpoints } from '#contract/record-endpoints.ts';
import type { History, RecordAnswer } from '#contract/records.ts';
import { districtDay } from '#domain/district-time.ts';
import { type Entity, entities, isFixed } from '#domain/records/entity.ts';
import { origins } from '#domain/records/origin.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { actorOf } from '../identity.ts';
import { badPage, pageOf, shownPlace } from '../log-page.ts';
import { newId } from '../new-id.ts';
import { problemResponse } from '../problem.ts';
import { routePath } from '../route-path.ts';
import type { AuditQuestion, Snapshot } from '../store.ts';
import { readBody } from '../writing/body.ts';
import { carryOut } from '../writing/commit.ts';
import { buildingNamesIn, historyEntry } from '../writing/history.ts';
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
    routeCreating(app, deps, entity);
    if (isFixed(entity)) continue;
    routeChanging(app, deps, entity);
    routeRemoving(app, deps, entity);
  }
  app.get(listAudit.path, allowed(listAudit), (c) => {
    const filter = auditFilterOf(c);
    return filter.ok ? historyAnswer(c, deps, filter.which) : filter.response;
  });
}

function circumstancesOf(c: Context<ApiEnv>, { now, toWgs84 }: RouteDeps): Circumstances {
  const { role, account } = c.var.viewer;
  const at = now();
  const by = account ? `${account.name}，手工录入` : '手工录入';
  return {
    role,
    hasAccount: account !== null,
    by,
    author: actorOf(c.var.viewer, null).name,
    today: districtDay(at),
    newId: () => newId(at),
    toWgs84,
  };
}

const keyOfPath = (c: Context<ApiEnv>) => c.req.param('key') ?? '';

function routeReading(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { read, history } = recordEndpoints[entity];
  app.get(routePath(read), allowed(read), async (c) => {
    const key = keyOfPath(c);
    const { portfolio } = await deps.models.shown();
    const record = findRecord(portfolio, entity, key);
    const shown = record && tagged(c.var.viewer.role, entity, record as never);
    if (!shown) return problemResponse(c, 'noSuchRecord', 'no record has this key');
    c.header('etag', shown.tag);
    return c.json({ entity, key, ...shown } as RecordAnswer);
  });
  app.get(routePath(history), allowed(history), (c) => historyAnswer(c, deps, { entity, key: keyOfPath(c) }));
}

function routeCreating(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { create } = recordEndpoints[entity];
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
}

function routeChanging(app: Hono<ApiEnv>, deps: RouteDeps, entity: Entity): void {
  const { patch } = recordEndpoints[entity];
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

async function historyAnswer(
  c: Context<ApiEnv>,
  { store, models }: RouteDeps,
  which: Omit<AuditQuestion, 'before' | 'limit'>,
): Promise<Response> {
  const page = pageOf(c);
  if (!page) return badPage(c);
  const found = await store.auditEntries({ ...which, ...page });
  const last = found.at(-1);
  const names = buildingNamesIn((await models.shown()).portfolio);
  return c.json({
    entries: found.flatMap((entry) => historyEntry(c.var.viewer.role, entry, names) ?? []),
    next: found.length < page.limit || !last ? null : shownPlace(last),
  } satisfies History);
}

type AuditFilter =
  | { readonly ok: true; readonly which: Omit<AuditQuestion, 'before' | 'limit'> }
  | { readonly ok: false; readonly response: Response };

function auditFilterOf(c: Context<ApiEnv>): AuditFilter {
  const { entity, origin, by } = c.req.query();
  const kind = entities.find((known) => known === entity);
  const way = origins.find((known) => known === origin);
  if ((entity !== undefined && !kind) || (origin !== undefined && !way)) {
    const detail = `invalid entity or origin (allowed: ${entities.join(', ')}; ${origins.join(', ')})`;
    return { ok: false, response: problemResponse(c, 'badParameters', detail) };
  }
  return {
    ok: true,
    which: { ...(kind && { entity: kind }), ...(way && { origin: way }), ...(by && { actorName: by }) },
  };
}
