import type { Hono } from 'hono';
import { catalogueType, getCatalogue } from '#contract/endpoints.ts';
import { encodeSnapshot, snapshotVersion } from '#domain/engine/snapshot.ts';
import type { ApiEnv } from '../api-deps.ts';
import { matchesTag, weakTag } from '../etag.ts';
import type { ReadModel } from '../read-model.ts';

/** The page's columns. Encoded once for each read model and sent as they are after that. */
export function routeCatalogue(app: Hono<ApiEnv>): void {
  const encoded = new WeakMap<ReadModel, Uint8Array<ArrayBuffer>>();
  const encode = (model: ReadModel) => {
    const { revision, role, isSample, portfolio, engine } = model;
    const header = { revision, role, isSample, asOf: portfolio.asOf, district: portfolio.district };
    return encodeSnapshot({ header, columns: engine.columns });
  };
  app.get(getCatalogue.path, async (c) => {
    const model = await c.var.model();
    const tag = weakTag([model.revision, model.role, snapshotVersion]);
    const headers = { etag: tag, 'cache-control': 'private, no-cache' };
    if (matchesTag(c.req.header('if-none-match'), tag)) return c.body(null, 304, headers);
    const bytes = encoded.get(model) ?? encode(model);
    encoded.set(model, bytes);
    return c.body(bytes, 200, {
      ...headers,
      'content-type': catalogueType,
      'content-length': String(bytes.byteLength),
    });
  });
}
