/** Drafts: begun, listed, thrown away, and the files in them. */
import type { Hono } from 'hono';
import {
  discardImport,
  getImport,
  getTemplate,
  listImports,
  removeImportFile,
  startImport,
  uploadImportFile,
} from '#contract/import-endpoints.ts';
import { type Import, importStartSchema } from '#contract/imports.ts';
import { importEntities } from '#domain/intake/targets/target.ts';
import { hiddenRecordFields } from '#domain/visibility.ts';
import { allowed } from '#server/api/allowed.ts';
import type { ApiEnv } from '#server/api/api-deps.ts';
import { newId } from '#server/api/new-id.ts';
import { problemResponse } from '#server/api/problem.ts';
import { routePath } from '#server/api/route-path.ts';
import { templateWorkbook } from '#server/import/template.ts';
import {
  bodyAs,
  doerOf,
  type ImportAppDeps,
  type ImportContext,
  importOf,
  mayMap,
  whyFixed,
} from './import-app.ts';
import { localeOf, workbookAnswer } from './workbook-answer.ts';

const mostListed = 200;

export function routeDrafts(app: Hono<ApiEnv>, deps: ImportAppDeps): void {
  const { imports } = deps;
  app.get(listImports.path, allowed(listImports), async (c) =>
    c.json({ imports: [...(await imports.list(mostListed))] }),
  );
  app.post(startImport.path, allowed(startImport), async (c) => {
    const body = await bodyAs(c, importStartSchema);
    if ('response' in body) return body.response;
    return c.json(await imports.start(body.value, doerOf(c, deps)), 201);
  });
  app.get(routePath(getImport), allowed(getImport), async (c) => {
    const found = await importOf(c, deps);
    return 'response' in found ? found.response : c.json(found.state);
  });
  app.delete(routePath(discardImport), allowed(discardImport), async (c) => {
    const found = await importOf(c, deps);
    if ('response' in found) return found.response;
    const why = whyFixed(deps, found.state);
    if (why !== null) return problemResponse(c, 'notNow', why);
    await imports.discard(found.state);
    return c.body(null, 204);
  });
  app.post(routePath(uploadImportFile), allowed(uploadImportFile), (c) => upload(c, deps));
  app.delete(routePath(removeImportFile), allowed(removeImportFile), async (c) => {
    const found = await importOf(c, deps);
    if ('response' in found) return found.response;
    const why = whyFixed(deps, found.state);
    if (why !== null) return problemResponse(c, 'notNow', why);
    return c.json(await imports.removeFile(found.state, c.req.param('fileId') ?? ''));
  });
  app.get(routePath(getTemplate), allowed(getTemplate), async (c) => {
    const entity = importEntities.find((known) => known === c.req.param('entity'));
    const locale = localeOf(c);
    if (!entity || hiddenRecordFields(c.var.viewer.role, entity) === null) {
      return problemResponse(
        c,
        'noSuchTemplate',
        `no such template (allowed: ${importEntities.join(' | ')})`,
      );
    }
    if (!locale) return problemResponse(c, 'badParameters', 'invalid lang (allowed: zh | en)');
    const bytes = await templateWorkbook(entity, locale);
    return workbookAnswer(c, bytes, `loulan-template-${entity}.xlsx`);
  });
}

/** Files of one import are read one after the other: each adds to what the one before left. */
async function upload(c: ImportContext, deps: ImportAppDeps): Promise<Response> {
  const { imports, files } = deps;
  const found = await importOf(c, deps);
  if ('response' in found) return found.response;
  const why = whyNotTaken(deps, found.state);
  if (why !== null) return problemResponse(c, 'notNow', why);
  const name = nameFrom(c.req.query('name'));
  if (name === null)
    return problemResponse(c, 'badParameters', 'invalid name (allowed: 1–255 characters, no path)');
  const id = newId(deps.now());
  const kept = await files.keep(found.state.id, id, c.req.raw.body);
  if (!kept.ok)
    return problemResponse(c, 'bodyTooLarge', `invalid file: more than ${kept.most} bytes; split it`);
  const read = await imports.read(found.state, { id, name, bytes: kept.bytes });
  return c.json(await withoutHidden(c, deps, read), 201);
}

function whyNotTaken(deps: ImportAppDeps, state: Import): string | null {
  const why = whyFixed(deps, state);
  if (why !== null) return why;
  return state.files.length >= deps.maxFiles
    ? `an import takes up to ${deps.maxFiles} files; begin another one`
    : null;
}

/** A sheet of what the role may not see is listed without its columns: the role cannot import it. */
async function withoutHidden(c: ImportContext, { imports }: ImportAppDeps, state: Import): Promise<Import> {
  const hidden = state.parts.filter(({ mapping }) => mapping !== null && !mayMap(c, mapping));
  if (hidden.length === 0) return state;
  return imports.withoutColumns(
    state,
    hidden.map(({ id }) => id),
  );
}

/** The last part of a path, whatever the system that it comes from. */
function nameFrom(given: string | undefined): string | null {
  const name = given?.split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' || [...name].length > 255 || /\p{Cc}/u.test(name) ? null : name;
}
