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
import { importStartSchema } from '#contract/imports.ts';
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
  draftOf,
  editedAnswer,
  type ImportAppDeps,
  type ImportContext,
  importOf,
  maySee,
} from './import-app.ts';
import { summaryOf } from './import-state.ts';
import { localeOf, workbookAnswer } from './workbook-answer.ts';

const mostListed = 200;

export function routeDrafts(app: Hono<ApiEnv>, deps: ImportAppDeps): void {
  const { imports } = deps;
  app.get(listImports.path, allowed(listImports), async (c) =>
    c.json({ imports: (await imports.list(mostListed)).filter((one) => maySee(c, one)).map(summaryOf) }),
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
    const found = await draftOf(c, deps);
    if ('response' in found) return found.response;
    await imports.discard(found.state);
    return c.body(null, 204);
  });
  app.post(routePath(uploadImportFile), allowed(uploadImportFile), (c) => upload(c, deps));
  app.delete(routePath(removeImportFile), allowed(removeImportFile), async (c) => {
    const found = await draftOf(c, deps);
    if ('response' in found) return found.response;
    return editedAnswer(c, await imports.removeFile(found.state, c.req.param('fileId') ?? ''));
  });
  app.get(routePath(getTemplate), allowed(getTemplate), async (c) => {
    const entity = importEntities.find((known) => known === c.req.param('entity'));
    const locale = localeOf(c);
    const hidden = entity ? hiddenRecordFields(c.var.viewer.role, entity) : null;
    if (!entity || hidden === null) {
      return problemResponse(
        c,
        'noSuchTemplate',
        `no such template (allowed: ${importEntities.join(' | ')})`,
      );
    }
    if (!locale) return problemResponse(c, 'badParameters', 'invalid lang (allowed: zh | en)');
    const bytes = await templateWorkbook(entity, locale, hidden);
    return workbookAnswer(c, bytes, `loulan-template-${entity}.xlsx`);
  });
}

/** Files of one import are read one after the other: each adds to what the one before left. */
async function upload(c: ImportContext, deps: ImportAppDeps): Promise<Response> {
  const { imports, files } = deps;
  const found = await draftOf(c, deps);
  if ('response' in found) return found.response;
  if (found.state.files.length >= deps.maxFiles)
    return problemResponse(c, 'notNow', `an import takes up to ${deps.maxFiles} files; begin another one`);
  const name = nameFrom(c.req.query('name'));
  if (name === null)
    return problemResponse(c, 'badParameters', 'invalid name (allowed: 1–255 characters, no path)');
  const id = newId(deps.now());
  const kept = await files.keep(found.state.id, id, c.req.raw.body);
  if (!kept.ok)
    return problemResponse(c, 'bodyTooLarge', `invalid file: more than ${kept.most} bytes; split it`);
  return editedAnswer(
    c,
    await imports.read(found.state, { id, name, bytes: kept.bytes }, doerOf(c, deps)),
    201,
  );
}

/** The last part of a path, whatever the system that it comes from. */
function nameFrom(given: string | undefined): string | null {
  const name = given?.split(/[\\/]/).at(-1)?.trim() ?? '';
  return name === '' || [...name].length > 255 || /\p{Cc}/u.test(name) ? null : name;
}
