/** What people decide about each sheet, and the report that they take back to whoever sent it. */
import type { Hono } from 'hono';
import { getImportRows, patchImportPart, reportImport } from '#contract/import-endpoints.ts';
import { type Import, type ImportPart, partPatchSchema } from '#contract/imports.ts';
import { hiddenRecordFields } from '#domain/visibility.ts';
import { allowed } from '#server/api/allowed.ts';
import type { ApiEnv } from '#server/api/api-deps.ts';
import { problemResponse } from '#server/api/problem.ts';
import { routePath } from '#server/api/route-path.ts';
import {
  bodyAs,
  doerOf,
  draftOf,
  editedAnswer,
  type ImportAppDeps,
  type ImportContext,
  importOf,
  mayMap,
  whyFixed,
} from './import-app.ts';
import { localeOf, workbookAnswer } from './workbook-answer.ts';

export function routeSheets(app: Hono<ApiEnv>, deps: ImportAppDeps): void {
  app.patch(routePath(patchImportPart), allowed(patchImportPart), (c) => patch(c, deps));
  app.get(routePath(getImportRows), allowed(getImportRows), (c) => topRows(c, deps));
  app.get(routePath(reportImport), allowed(reportImport), (c) => report(c, deps));
}

async function patch(c: ImportContext, deps: ImportAppDeps): Promise<Response> {
  const found = await draftOf(c, deps);
  if ('response' in found) return found.response;
  const part = partOf(c, found.state);
  if (!part) return problemResponse(c, 'noSuchImport', 'the import has no such sheet');
  const body = await bodyAs(c, partPatchSchema);
  if ('response' in body) return body.response;
  const { mapping, entity } = body.value;
  const isHidden =
    (mapping && !mayMap(c, mapping)) ||
    (entity !== undefined && hiddenRecordFields(c.var.viewer.role, entity) === null);
  if (isHidden) return problemResponse(c, 'notForRole', 'your role may not import these fields');
  return editedAnswer(c, await deps.imports.patchPart(found.state, part, body.value, doerOf(c, deps)));
}

function partOf(c: ImportContext, { parts }: Import): ImportPart | null {
  return parts.find(({ id }) => id === c.req.param('partId')) ?? null;
}

async function topRows(c: ImportContext, deps: ImportAppDeps): Promise<Response> {
  const found = await importOf(c, deps);
  if ('response' in found) return found.response;
  const why = whyFixed(deps, found.state);
  if (why !== null) return problemResponse(c, 'notNow', why);
  const part = partOf(c, found.state);
  const read = part && (await deps.imports.topRows(found.state, part));
  return read ? c.json(read) : problemResponse(c, 'noSuchImport', 'the import has no such sheet');
}

async function report(c: ImportContext, deps: ImportAppDeps): Promise<Response> {
  const found = await importOf(c, deps);
  if ('response' in found) return found.response;
  const why = whyFixed(deps, found.state);
  if (why !== null) return problemResponse(c, 'notNow', why);
  const locale = localeOf(c);
  if (!locale) return problemResponse(c, 'badParameters', 'invalid lang (allowed: zh | en)');
  const partId = c.req.param('partId') ?? '';
  const made = await deps.imports.report(found.state, partId, locale, doerOf(c, deps));
  if (made === null)
    return problemResponse(c, 'noSuchImport', 'the import has no such sheet, or it takes no part');
  const part = found.state.parts.find(({ id }) => id === partId);
  return workbookAnswer(c, made, `${found.state.source}-${part?.sheet ?? ''}.xlsx`);
}
