import type { Context, Hono } from 'hono';
import {
  csvType,
  exportCsv,
  exportGeoJson,
  geoJsonType,
  getBuilding,
  listBuildings,
} from '#contract/endpoints.ts';
import type { ApiEnv } from '../api-deps.ts';
import { buildingDetail } from '../building-detail.ts';
import { buildingList } from '../building-list.ts';
import { csvPieces, dispositionOf, geoJsonPieces, streamOf } from '../export.ts';
import { nearNames } from '../near-names.ts';
import { badParameters, problemResponse } from '../problem.ts';
import { askedFrom, exportAskedFrom, searchOf } from '../question.ts';
import { routePath } from '../route-path.ts';

/** Each read: what may this viewer see (the model) → which rows (the engine) → join and shape. */
export function routeBuildings(app: Hono<ApiEnv>): void {
  app.get(listBuildings.path, async (c) => {
    const model = await c.var.model();
    const asked = askedFrom(searchOf(c.req.url), model.vocabulary);
    return asked.ok ? c.json(buildingList(model, asked.query)) : badParameters(c, asked.problems);
  });
  app.get(routePath(getBuilding), async (c) => {
    const model = await c.var.model();
    const id = c.req.param('id') ?? '';
    const row = model.rowOf.get(id);
    if (row !== undefined) return c.json(buildingDetail(model, row));
    const near = nearNames(model.engine.columns, id);
    return problemResponse(c, 'noSuchBuilding', `invalid building id: ${id.slice(0, 60)}`, { near });
  });
  app.get(exportCsv.path, (c) => exportAs(c, csvPieces, `${csvType}; charset=utf-8`, 'csv'));
  app.get(exportGeoJson.path, (c) => exportAs(c, geoJsonPieces, geoJsonType, 'geojson'));
}

async function exportAs(
  c: Context<ApiEnv>,
  pieces: typeof csvPieces,
  type: string,
  extension: string,
): Promise<Response> {
  const model = await c.var.model();
  const asked = exportAskedFrom(searchOf(c.req.url), model.vocabulary);
  if (!asked.ok) return badParameters(c, asked.problems);
  return c.body(streamOf(pieces(model, asked.query, asked.locale)), 200, {
    'content-type': type,
    'content-disposition': dispositionOf(model, extension, asked.locale),
  });
}
