/** What a building file shows of its tenants and of its past, each loaded when it is opened. */
import type { Context, Hono } from 'hono';
import { getBuildingMonths, getTenancy } from '#contract/tenancy.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv } from '../api-deps.ts';
import { matchesTag, weakTag } from '../etag.ts';
import { monthSpanFrom } from '../month-span.ts';
import { badParameters } from '../problem.ts';
import { searchOf } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { routePath } from '../route-path.ts';
import { buildingMonths, tenancyOf } from '../tenancy.ts';
import { noSuchBuilding } from './buildings.ts';

export function routeTenancy(app: Hono<ApiEnv>): void {
  app.get(routePath(getBuildingMonths), async (c) => {
    const model = await c.var.model();
    const id = c.req.param('id') ?? '';
    if (!model.rowOf.has(id)) return noSuchBuilding(c, model, id);
    const span = monthSpanFrom(searchOf(c.req.url), model.portfolio.asOf);
    if (!span.ok) return badParameters(c, span.problems);
    return unlessKnown(c, model, () => buildingMonths(model, id, span));
  });
  app.get(routePath(getTenancy), allowed(getTenancy), async (c) => {
    const model = await c.var.model();
    const id = c.req.param('id') ?? '';
    if (!model.rowOf.has(id)) return noSuchBuilding(c, model, id);
    return unlessKnown(c, model, () => tenancyOf(model, id));
  });
}

/** Both hang on nothing but the data and the role. */
function unlessKnown(c: Context<ApiEnv>, { revision, role }: ReadModel, make: () => object): Response {
  const headers = { etag: weakTag([revision, role]), 'cache-control': 'private, no-cache' };
  if (matchesTag(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
  return c.json(make(), 200, headers);
}
