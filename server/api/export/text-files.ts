/** The filtered set as text, written a piece at a time. */
import type { BuildingItem } from '#contract/building.ts';
import { byteOrderMark, type Cell, csvRecord } from '#domain/csv.ts';
import type { Query } from '#domain/query/query.ts';
import type { Locale } from '#domain/words/words.ts';
import { buildingItem } from '../building-item.ts';
import type { ReadModel } from '../read-model.ts';
import { columnsFor } from './columns.ts';
import { metadataOf, notesOf } from './question-notes.ts';

/** Title, filter, order, date, source; then the headings; then one record a building. */
export function csvPieces(model: ReadModel, query: Query, locale: Locale): Iterable<string> {
  const rows = model.engine.allRows(query);
  const notes = notesOf(model, query, locale);
  const { headings } = notes;
  const { unknown } = notes.figures.words;
  const columns = columnsFor(model, locale);
  const lead: readonly (readonly [string, string | number])[] = [
    [headings.title, notes.district],
    [headings.filter, notes.filter],
    [headings.order, notes.order],
    [headings.count, rows.length],
    [headings.asOf, notes.asOf],
    [headings.source, notes.source],
  ];
  const titles = columns.map(({ kind, heading }) =>
    kind === 'rate' ? headings.withUnit(heading, '%') : heading,
  );
  return (function* () {
    yield byteOrderMark;
    for (const note of lead) yield csvRecord(note, unknown);
    yield csvRecord(titles, unknown);
    for (const row of rows) {
      const item = buildingItem(model, row);
      yield csvRecord(
        columns.map(({ kind, cell }) => (kind === 'rate' ? inPercent(cell(item)) : cell(item))),
        unknown,
      );
    }
  })();
}

function inPercent(rate: Cell): Cell {
  return typeof rate === 'number' ? Math.round(rate * 10_000) / 100 : rate;
}

/** RFC 7946, WGS-84; a building without a position has no geometry. */
export function geoJsonPieces(model: ReadModel, query: Query, locale: Locale): Iterable<string> {
  const rows = model.engine.allRows(query);
  const metadata = metadataOf(model, notesOf(model, query, locale), rows.length);
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
