import type { Hono } from 'hono';
import { getDocs, getDocsStyle, getOpenApi } from '#contract/endpoints.ts';
import { openApiDocument } from '#contract/openapi.ts';
import type { ApiEnv } from '../api-deps.ts';
import { docsPage } from '../docs-page.ts';
import { docsStyle } from '../docs-style.ts';

/** The description of the API for programs and for people; made when first asked for. */
export function routeDocs(app: Hono<ApiEnv>): void {
  let document: ReturnType<typeof openApiDocument> | null = null;
  const described = () => {
    document ??= openApiDocument();
    return document;
  };
  const headers = { 'cache-control': 'no-cache' };
  app.get(getOpenApi.path, (c) => c.json(described(), 200, headers));
  app.get(getDocs.path, (c) => c.html(docsPage(described()), 200, headers));
  app.get(getDocsStyle.path, (c) =>
    c.body(docsStyle, 200, { ...headers, 'content-type': 'text/css; charset=utf-8' }),
  );
}
