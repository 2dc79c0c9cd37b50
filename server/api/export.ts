/** The filtered set as a file, written a piece at a time. */
import type { BuildingItem } from '#contract/building.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import { maySeeTax, maySeeTenants } from '#domain/visibility.ts';
import type { Locale } from '#domain/words/words.ts';
import { buildingItem } from './building-item.ts';
import { byteOrderMark, csvRecord } from './csv.ts';
import { csvColumns } from './csv-columns.ts';
import { headingsEn, headingsZh } from './csv-headings.ts';
import { namesOf, questionInWords } from './question.ts';
import type { ReadModel } from './read-model.ts';

/** Rows are taken from the engine at once, before anybody else asks it something. */
function rowsOf(model: ReadModel, query: Query): Uint32Array {
  return model.engine.allRows(query);
}

/** Title, filter, order, date, source; then the headings; then one record a building. */
export function csvPieces(model: ReadModel, query: Query, locale: Locale): Iterable<string> {
  const rows = rowsOf(model, query);
  const headings = locale === 'zh' ? headingsZh : headingsEn;
  const { filter, sort, figures } = questionInWords(query, model.portfolio, locale);
  const { district, asOf } = model.portfolio;
  const columns = csvColumns(figures.words, namesOf(model.portfolio, locale), {
    tax: maySeeTax(model.role),
    contacts: maySeeTenants(model.role),
  });
  const { unknown } = figures.words;
  const notes: readonly (readonly [string, string | number])[] = [
    [headings.title, locale === 'zh' ? district.nameZh : district.nameEn],
    [headings.filter, filter],
    [headings.order, sort],
    [headings.count, rows.length],
    [headings.asOf, asOf],
    [headings.source, model.isSample ? headings.sourceSample : headings.sourceFile],
  ];
  return (function* () {
    yield byteOrderMark;
    for (const note of notes) yield csvRecord(note, unknown);
    yield csvRecord(
      columns.map((column) => column.heading),
      unknown,
    );
    for (const row of rows) {
      const item = buildingItem(model, row);
      yield csvRecord(
        columns.map((column) => column.cell(item)),
        unknown,
      );
    }
  })();
}

/** RFC 7946, WGS-84; a building without a position has no geometry. */
export function geoJsonPieces(model: ReadModel, query: Query, locale: Locale): Iterable<string> {
  const rows = rowsOf(model, query);
  const { filter, sort } = questionInWords(query, model.portfolio, locale);
  const headings = locale === 'zh' ? headingsZh : headingsEn;
  const metadata = {
    title: headings.title,
    filter,
    order: sort,
    query: formatQuery({ ...query, page: 1, limit: emptyQuery.limit, view: emptyQuery.view }),
    total: rows.length,
    revision: model.revision,
    asOf: model.portfolio.asOf,
    synthetic: model.isSample,
    source: model.isSample ? headings.sourceSample : headings.sourceFile,
  };
  return (function* () {
    yield `{"type":"FeatureCollection","metadata":${JSON.stringify(metadata)},"features":[`;
    let separator = '\n';
    for (const row of rows) {
      yield separator + JSON.stringify(featureOf(buildingItem(model, row)));
      separator = ',\n';
    }
    yield '\n]}\n';
  })();
}

function featureOf({ position, ...properties }: BuildingItem): object {
  return {
    type: 'Feature',
    id: properties.id,
    geometry: position && { type: 'Point', coordinates: [position.lon, position.lat] },
    properties: { ...properties, precisionM: position?.precisionM ?? null },
  };
}

const enough = 64 * 1024;

/** Text as a stream of UTF-8 that is made only as fast as it is read. */
export function streamOf(pieces: Iterable<string>): ReadableStream<Uint8Array> {
  const iterator = pieces[Symbol.iterator]();
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      let text = '';
      while (text.length < enough) {
        const next = iterator.next();
        if (next.done) {
          if (text !== '') controller.enqueue(encoder.encode(text));
          controller.close();
          return;
        }
        text += next.value;
      }
      controller.enqueue(encoder.encode(text));
    },
    cancel() {
      iterator.return?.();
    },
  });
}

/** `attachment` under an ASCII name, and under the Chinese one where it is understood (RFC 6266). */
export function dispositionOf(model: ReadModel, extension: string, locale: Locale): string {
  const { district, asOf } = model.portfolio;
  const plain = `loulan-${district.adcode}-buildings-${asOf}.${extension}`;
  const title = locale === 'zh' ? headingsZh.title : headingsEn.title;
  const name = locale === 'zh' ? `楼览-${district.nameZh}-${title}-${asOf}` : `Loulan-${title}-${asOf}`;
  const encoded = encodeURIComponent(`${name}.${extension}`).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
