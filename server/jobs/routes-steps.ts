/** Checking, committing, undoing: steps that go on in a thread while their progress streams by. */
import type { Hono } from 'hono';
import {
  cancelImport,
  checkImport,
  commitImport,
  followImport,
  undoImport,
} from '#contract/import-endpoints.ts';
import { type Import, undoSchema } from '#contract/imports.ts';
import { allowed } from '#server/api/allowed.ts';
import type { ApiEnv } from '#server/api/api-deps.ts';
import { streamHeaders } from '#server/api/live/stream-headers.ts';
import { problemResponse } from '#server/api/problem.ts';
import { routePath } from '#server/api/route-path.ts';
import { bodyAs, doerOf, type ImportAppDeps, type ImportContext, importOf } from './import-app.ts';
import type { Step } from './import-state.ts';
import { viewerWatch, type WatchViewer } from './viewer-watch.ts';

export function routeSteps(app: Hono<ApiEnv>, deps: ImportAppDeps): void {
  app.post(routePath(checkImport), allowed(checkImport), (c) => begin(c, deps, 'check'));
  app.post(routePath(commitImport), allowed(commitImport), (c) => begin(c, deps, 'commit'));
  app.post(routePath(undoImport), allowed(undoImport), async (c) => {
    const body = await bodyAs(c, undoSchema);
    return 'response' in body ? body.response : begin(c, deps, 'undo', body.value.keepLater ?? false);
  });
  app.post(routePath(cancelImport), allowed(cancelImport), async (c) => {
    const found = await importOf(c, deps);
    if ('response' in found) return found.response;
    await deps.imports.cancel(found.state.id);
    return c.json((await deps.imports.find(found.state.id)) ?? found.state);
  });
  const watchViewer = viewerWatch(deps);
  app.get(routePath(followImport), allowed(followImport), async (c) => {
    const found = await importOf(c, deps);
    return 'response' in found ? found.response : follow(c, deps, found.state, watchViewer);
  });
}

async function begin(
  c: ImportContext,
  deps: ImportAppDeps,
  step: Step,
  keepLater = false,
): Promise<Response> {
  const found = await importOf(c, deps);
  if ('response' in found) return found.response;
  const begun = await deps.imports.begin(found.state.id, step, doerOf(c, deps), keepLater);
  if (begun.ok) return c.json(begun.state, 202);
  const why = {
    busy: 'a step is under way; wait for it or cancel it',
    wrongStatus: `the import is ${found.state.status}`,
    notClean: 'check it first, and mend what the check finds',
  };
  return problemResponse(c, 'notNow', why[begun.reason]);
}

/** Never more than some ten events a second, whatever the thread tells. */
const leastPauseMs = 100;

/** One event for each change of progress, and the last one when the step is over; for as long as they may see it. */
function follow(
  c: ImportContext,
  { imports, stopping }: ImportAppDeps,
  { id }: Import,
  watchViewer: WatchViewer,
): Response {
  const { viewer } = c.var;
  const encoder = new TextEncoder();
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      let timer: ReturnType<typeof setTimeout> | null = null;
      const put = (text: string) => {
        if ((controller.desiredSize ?? 0) > -64) controller.enqueue(encoder.encode(text));
      };
      const tell = async () => {
        timer = null;
        const state = await imports.find(id);
        if (state) put(`event: progress\ndata: ${JSON.stringify(imports.progressOf(state))}\n\n`);
        else end();
      };
      const unwatch = imports.watch((changed) => {
        if (changed === id) timer ??= setTimeout(() => void tell().catch(end), leastPauseMs);
      });
      const leave = watchViewer({
        request: c.req.raw,
        viewer,
        onBeat: () => put(': \n\n'),
        onGone: () => end(),
      });
      end = () => {
        unwatch();
        leave();
        if (timer) clearTimeout(timer);
        stopping.removeEventListener('abort', end);
        try {
          controller.close();
        } catch {
          // Closed already by whoever read it.
        }
      };
      stopping.addEventListener('abort', end, { once: true });
      put(`: ${' '.repeat(2_048)}\nretry: 2000\n\n`);
      void tell().catch(end);
    },
    cancel: () => end(),
  });
  return c.body(body, 200, streamHeaders);
}
