import type { Context, Hono } from 'hono';
import {
  arrowType,
  csvType,
  exportArrow,
  exportCsv,
  exportGeoJson,
  exportXlsx,
  geoJsonType,
  getBuilding,
  listBuildings,
  xlsxType,
} from '#contract/endpoints.ts';
import type { Query } from '#domain/query/query.ts';
import type { Locale } from '#domain/words/words.ts';
import type { ApiEnv } from '../api-deps.ts';
import { buildingDetail } from '../building-detail.ts';
import { listBodies } from '../building-list.ts';
import { streamOf, utf8Of } from '../export/byte-stream.ts';
import { dispositionOf } from '../export/disposition.ts';
import { csvPieces, geoJsonPieces } from '../export/text-files.ts';
import { heardBefore, keptAnswers } from '../kept-answers.ts';
import { nearNames } from '../near-names.ts';
import { badParameters, problemResponse } from '../problem.ts';
import { askedFrom, exportAskedFrom, searchOf } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { routePath } from '../route-path.ts';

/** Each read: what may this viewer see (the model) → which rows (the engine) → join and shape. */
export function routeBuildings(app: Hono<ApiEnv>): void {
  const lists = keptAnswers<ReadModel>();
  const bodyOf = listBodies();
  const isHeard = heardBefore<ReadModel>();
  app.get(listBuildings.path, async (c) => {
    const model = await c.var.model();
    const search = searchOf(c.req.url);
    const json = { 'content-type': 'application/json' };
    const kept = lists.find(model, search);
    if (kept !== null) return c.body(kept, 200, json);
    const asked = askedFrom(search, model.vocabulary);
    if (!asked.ok) return badParameters(c, asked.problems);
    const body = bodyOf(model, asked.query);
    if (isHeard(model, search)) lists.keep(model, search, body);
    return c.body(body, 200, json);
  });
  app.get(routePath(getBuilding), async (c) => {
    const model = await c.var.model();
    const id = c.req.param('id') ?? '';
    const row = model.rowOf.get(id);
    if (row !== undefined) return c.json(buildingDetail(model, row));
    return noSuchBuilding(c, model, id);
  });
  routeExports(app);
}

/** Says that there is none, and what may have been meant. */
export function noSuchBuilding(c: Context<ApiEnv>, { engine }: ReadModel, id: string): Response {
  const near = nearNames(engine.columns, id);
  return problemResponse(c, 'noSuchBuilding', `invalid building id: ${id.slice(0, 60)}`, { near });
}

type Body = ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>;
type MakeFile = (model: ReadModel, query: Query, locale: Locale) => Body | Promise<Body>;

/** Workbooks and Arrow bring their code with the first that is asked for: the demo's page runs this too. */
function routeExports(app: Hono<ApiEnv>): void {
  const csv: MakeFile = (...asked) => streamOf(utf8Of(csvPieces(...asked)));
  const geoJson: MakeFile = (...asked) => streamOf(utf8Of(geoJsonPieces(...asked)));
  const xlsx: MakeFile = async (...asked) => {
    const [{ xlsxEntries }, { zipChunks }] = await Promise.all([
      import('../export/xlsx-file.ts'),
      import('../export/zip.ts'),
    ]);
    return streamOf(zipChunks(xlsxEntries(...asked)));
  };
  const arrow: MakeFile = async (...asked) => (await import('../export/arrow-file.ts')).arrowBytes(...asked);
  app.get(exportCsv.path, (c) => exportAs(c, csv, `${csvType}; charset=utf-8`, 'csv'));
  app.get(exportXlsx.path, (c) => exportAs(c, xlsx, xlsxType, 'xlsx'));
  app.get(exportGeoJson.path, (c) => exportAs(c, geoJson, geoJsonType, 'geojson'));
  app.get(exportArrow.path, (c) => exportAs(c, arrow, arrowType, 'arrow'));
}

async function exportAs(
  c: Context<ApiEnv>,
  make: MakeFile,
  type: string,
  extension: string,
): Promise<Response> {
  const model = await c.var.model();
  const asked = exportAskedFrom(searchOf(c.req.url), model.vocabulary);
  if (!asked.ok) return badParameters(c, asked.problems);
  const body = await make(model, asked.query, asked.locale);
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': dispositionOf(model, extension, asked.locale),
    ...(body instanceof Uint8Array ? { 'content-length': String(body.byteLength) } : {}),
  });
}
