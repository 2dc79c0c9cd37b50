/** Imports over HTTP. An app beside the API, since it needs threads and a disk, which the API does not know. */
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import type { z } from 'zod/mini';
import { importEndpoints } from '#contract/import-endpoints.ts';
import type { Import } from '#contract/imports.ts';
import type { ApiEnv } from '#server/api/api-deps.ts';
import { actorOf, type Identify } from '#server/api/identity.ts';
import { failureResponse, problemResponse } from '#server/api/problem.ts';
import { routePath } from '#server/api/route-path.ts';
import { StoreTrouble } from '#server/api/store.ts';
import { isCrossOrigin, unsafeMethods } from '#server/api/unsafe-methods.ts';
import type { ImportFiles } from './import-files.ts';
import type { Doer } from './import-steps.ts';
import type { Imports, Patched } from './imports.ts';
import { hiddenTargets } from './part-edits.ts';
import { routeDrafts } from './routes-drafts.ts';
import { routeSheets } from './routes-sheets.ts';
import { routeSteps } from './routes-steps.ts';
import type { RunJob } from './run-job.ts';
import type { ViewerWatchDeps } from './viewer-watch.ts';

export interface ImportAppDeps extends ViewerWatchDeps {
  readonly imports: Imports;
  readonly files: ImportFiles;
  readonly run: RunJob;
  readonly identify: Identify;
  readonly addressOf: () => string | null;
  readonly requestIdOf: () => string | null;
  readonly maxBodyBytes: number;
  /** Files that one import takes. */
  readonly maxFiles: number;
  readonly stopping: AbortSignal;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export type ImportContext = Context<ApiEnv>;

export interface ImportApp {
  /** Whether a path belongs to it. */
  readonly answers: (path: string) => boolean;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly paths: readonly string[];
}

export function createImportApp(deps: ImportAppDeps): ImportApp {
  const app = new Hono<ApiEnv>();
  app.use(guarded(deps));
  app.use(async (c, next) => {
    const identified = await deps.identify(c.req.raw);
    if (!identified.ok) return problemResponse(c, 'badPersona', 'there is no such persona');
    c.set('viewer', identified.viewer);
    await next();
    c.res.headers.append('vary', 'x-loulan-persona, cookie');
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
    return undefined;
  });
  routeDrafts(app, deps);
  routeSheets(app, deps);
  routeSteps(app, deps);
  app.notFound((c) =>
    problemResponse(c, 'noSuchEndpoint', `invalid path: ${c.req.method} ${c.req.path.slice(0, 200)}`),
  );
  app.onError((error, c) => {
    deps.onError(error);
    return failureResponse(c, inWordsOfTheStore(error), deps.requestIdOf());
  });
  const paths = [...new Set(importEndpoints.map(routePath))];
  return {
    answers: (path) => /^\/api\/v1\/(imports|templates)(\/|$)/.test(path),
    fetch: (request) => app.fetch(request),
    paths,
  };
}

/** A disk that is full is full, whoever writes to it. */
function inWordsOfTheStore(error: Error): Error {
  return 'code' in error && error.code === 'ENOSPC' ? new StoreTrouble('full', error) : error;
}

/** Uploads are no JSON and larger than other bodies; all else is as for the API. */
function guarded({ maxBodyBytes }: ImportAppDeps): MiddlewareHandler<ApiEnv> {
  const usual = unsafeMethods(maxBodyBytes);
  return async (c, next) => {
    const isUpload = c.req.method === 'POST' && /^\/api\/v1\/imports\/[^/]+\/files$/.test(c.req.path);
    if (!isUpload) return usual(c, next);
    if (isCrossOrigin(c.req.raw)) return problemResponse(c, 'crossOrigin', 'invalid origin: another site');
    return next();
  };
}

export function doerOf(c: ImportContext, { addressOf, requestIdOf }: ImportAppDeps): Doer {
  const { viewer } = c.var;
  return {
    actor: actorOf(viewer, addressOf()),
    hasAccount: viewer.account !== null,
    requestId: requestIdOf(),
  };
}

/** The import of the path, or the answer that there is none. */
export async function importOf(
  c: ImportContext,
  { imports }: ImportAppDeps,
): Promise<{ readonly state: Import } | { readonly response: Response }> {
  const id = c.req.param('id') ?? '';
  const state = await imports.find(id);
  if (!state || !maySee(c, state))
    return { response: problemResponse(c, 'noSuchImport', 'no import has this id') };
  return { state };
}

/** The import of the path while it may be changed, or the answer that it may not: a check stops, a write does not. */
export async function draftOf(c: ImportContext, deps: ImportAppDeps): ReturnType<typeof importOf> {
  const found = await importOf(c, deps);
  if ('response' in found) return found;
  await deps.imports.stopCheck(found.state.id);
  const state = (await deps.imports.find(found.state.id)) ?? found.state;
  const why = whyFixed(deps, state);
  return why === null ? { state } : { response: problemResponse(c, 'notNow', why) };
}

/** What an edit came to, as an answer. */
export function editedAnswer(c: ImportContext, edited: Patched, status: 200 | 201 = 200): Response {
  if (edited.ok) return c.json(edited.state, status);
  return edited.reason === 'doesNotFit'
    ? problemResponse(
        c,
        'badBody',
        'invalid mapping or heading rows: columns, fields or rows that do not exist',
      )
    : problemResponse(c, 'notNow', 'a step is under way, or the import is over');
}

/** Tax that a manager imports is not for those who may not see tax. */
export function maySee(c: ImportContext, { parts }: Import): boolean {
  return parts.every((part) => part.mapping === null || mayMap(c, part.mapping));
}

/** Whether the role may see every field that the columns fill. */
export function mayMap(c: ImportContext, mapping: NonNullable<Import['parts'][number]['mapping']>): boolean {
  return hiddenTargets(c.var.viewer.role, mapping)?.length === 0;
}

/** A step is under way, or it is over: nothing about the import can change. */
export function whyFixed({ imports }: ImportAppDeps, { id, status }: Import): string | null {
  if (imports.isBusy(id)) return 'a step is under way; wait for it or cancel it';
  return status === 'draft' || status === 'checked' ? null : `the import is ${status}; begin another one`;
}

/** The body as the endpoint describes it, or the answer that says what is wrong. */
export async function bodyAs<T>(
  c: ImportContext,
  schema: z.ZodMiniType<T>,
): Promise<{ readonly value: T } | { readonly response: Response }> {
  let given: unknown;
  try {
    given = JSON.parse((await c.req.text()) || '{}');
  } catch {
    return { response: problemResponse(c, 'badBody', 'invalid body: not JSON') };
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  const where = issue?.path.map(String).join('.').slice(0, 100) || 'body';
  return { response: problemResponse(c, 'badBody', `invalid ${where}: ${issue?.message ?? ''}`) };
}
