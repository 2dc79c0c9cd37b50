/** The filtered set as an Apache Arrow file: typed columns, null where nothing is known. */
import { type Batch, Column, columnFromArray, type Field, field, Table, tableToIPC } from '@uwdata/flechette';
import type { Query } from '#domain/query/query.ts';
import type { Locale } from '#domain/words/words.ts';
import { buildingItem } from '../building-item.ts';
import type { ReadModel } from '../read-model.ts';
import { type ArrowColumn, arrowColumns } from './arrow-columns.ts';
import { metadataOf, type Notes, notesOf } from './question-notes.ts';

/** Rows of a record batch. Between two batches the server answers others. */
const batchRows = 1024;

/**
 * Arrow IPC in its file format, which readers can open anywhere. The schema's metadata are those of the
 * GeoJSON; a field's are its `title` in the language asked for, and its `unit`.
 */
export async function arrowBytes(
  model: ReadModel,
  query: Query,
  locale: Locale,
): Promise<Uint8Array<ArrayBuffer>> {
  const rows = model.engine.allRows(query);
  const notes = notesOf(model, query, locale);
  const columns = arrowColumns(model.role);
  const batches = columns.map((): Batch<unknown>[] => []);
  for (let start = 0; start < rows.length; start += batchRows) {
    if (start > 0) await new Promise((resolve) => setTimeout(resolve));
    const items = Array.from(rows.subarray(start, start + batchRows), (row) => buildingItem(model, row));
    for (const [place, { type, cell }] of columns.entries()) {
      batches[place]?.push(...columnFromArray(items.map(cell), type).data);
    }
  }
  const metadata = metadataOf(model, notes, rows.length);
  const schema = {
    fields: columns.map((column) => fieldOf(column, notes)),
    metadata: new Map(Object.entries(metadata).map(([key, value]) => [key, String(value)])),
  };
  const data = columns.map(({ type }, place) => new Column(batches[place] ?? [], type));
  const bytes = tableToIPC(new Table(schema, data), { format: 'file' });
  if (!bytes) throw new Error('invalid Arrow table: it has no bytes');
  // flechette makes them anew and never in shared memory; a copy would only take memory.
  return bytes as Uint8Array<ArrayBuffer>;
}

function fieldOf({ name, heading, type, unit }: ArrowColumn, { headings }: Notes): Field {
  const title = String(headings[heading]);
  return field(name, type, name !== 'id', new Map(Object.entries({ title, ...(unit ? { unit } : {}) })));
}
