/** The filtered set as a workbook: one sheet of buildings, one that says what they are. */
import type { Query } from '#domain/query/query.ts';
import type { Locale } from '#domain/words/words.ts';
import { buildingItem } from '../building-item.ts';
import type { ReadModel } from '../read-model.ts';
import { type Column, columnsFor } from './columns.ts';
import { cellNotes, notesSheet } from './notes-sheet.ts';
import { type Notes, notesOf } from './question-notes.ts';
import { createTypedCells, kindWidths, type TypedCells, widthOf } from './typed-cells.ts';
import { type Sheet, type SheetCell, workbookEntries } from './workbook.ts';
import { workbookNotesEn, workbookNotesZh } from './workbook-notes.ts';
import type { Styles } from './workbook-styles.ts';
import type { ZipEntry } from './zip.ts';

/** Rows are taken from the engine at once, before anybody else asks it something. */
export function xlsxEntries(model: ReadModel, query: Query, locale: Locale): Iterable<ZipEntry> {
  const rows = model.engine.allRows(query);
  const notes = notesOf(model, query, locale);
  const columns = columnsFor(model, locale);
  return workbookEntries((styles) => [
    {
      name: notes.headings.title,
      widths: columns.map(({ kind, heading }) =>
        Math.max(kindWidths[kind], Math.ceil(widthOf(heading) / 2) + 3),
      ),
      table: { frozenColumns: 2 },
      rows: buildingRows(model, rows, columns, createTypedCells(styles, notes.figures.words)),
    },
    aboutSheet(model, notes, rows.length, styles),
  ]);
}

function* buildingRows(
  model: ReadModel,
  rows: Uint32Array,
  columns: readonly Column[],
  cells: TypedCells,
): Generator<readonly SheetCell[]> {
  yield columns.map(({ heading }) => ({ value: heading, style: cells.heading }));
  for (const row of rows) {
    const item = buildingItem(model, row);
    yield columns.map(({ kind, cell, boundOf }) => cells.of(kind, cell(item), boundOf?.(item)));
  }
}

function aboutSheet(model: ReadModel, notes: Notes, total: number, styles: Styles): Sheet {
  const { headings, figures } = notes;
  const { words } = figures;
  const texts = words.locale === 'zh' ? workbookNotesZh : workbookNotesEn;
  return notesSheet(
    [
      [headings.title, notes.district],
      [headings.filter, notes.filter],
      [headings.order, notes.order],
      [headings.count, total],
      [headings.asOf, { date: notes.asOf }],
      [headings.source, notes.source],
      [texts.seenBy, words.role[model.role]],
      ...(notes.query === '' ? [] : [[texts.query, notes.query] as const]),
      [texts.revision, model.revision],
      ...cellNotes(words),
    ],
    words.locale,
    styles,
  );
}
