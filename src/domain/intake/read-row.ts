/** The cells of one row by the targets that their columns are mapped to. */

import type { IsoDate } from '../measure.ts';
import type { Field } from '../records/field.ts';
import { fieldTables } from '../records/fields.ts';
import { type Cell, isBlank, type SheetRow, shownCell } from './cell.ts';
import type { Headings } from './headings.ts';
import type { Mapping } from './mapping.ts';
import { type CellQuestion, readCell } from './read-cell.ts';
import type { RecordIndex } from './record-index.ts';
import { type Place, RowDraft } from './row-draft.ts';
import { targetOf } from './targets/targets.ts';

/** A cell that the user set right in the dry run; "" empties it. */
export interface Correction {
  /** Row number and column (from 0) in the sheet. */
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

interface Source {
  readonly column: number | null;
  /** Of a constant. */
  readonly text: string | null;
  readonly question: CellQuestion;
  readonly clearsTo: 'nothing' | 'unknown';
}

export interface RowReader {
  /** The row with its corrections in it. */
  readonly corrected: (row: SheetRow) => SheetRow;
  readonly draft: (row: SheetRow) => RowDraft;
  /** null where all that is mapped is empty. */
  readonly hasContent: (row: SheetRow) => boolean;
}

export interface RowReading {
  readonly mapping: Mapping;
  readonly headings: Headings;
  readonly index: RecordIndex;
  readonly emptyClears: boolean;
  readonly corrections: readonly Correction[];
}

/** @throws when the mapping names a target that its kind does not have */
export function createRowReader(reading: RowReading): RowReader {
  const { mapping, headings, corrections } = reading;
  const sources = sourcesOf(reading);
  const columns = mapping.columns.map(({ column }) => column);
  const byRow = Map.groupBy(corrections, ({ row }) => row);
  const placeOf = placesOf(mapping, headings);
  const corrected = (row: SheetRow): SheetRow => {
    const own = byRow.get(row.number);
    if (!own) return row;
    const cells = [...row.cells];
    for (const { column, text } of own) {
      while (cells.length < column) cells.push(null);
      cells[column] = text === '' ? null : text;
    }
    return { number: row.number, cells };
  };
  return {
    corrected,
    hasContent: ({ cells }) => columns.some((column) => !isBlank(cells[column])),
    draft: ({ number, cells }) => {
      const shown = (column: number | null) => (column === null ? '' : shownCell(cells[column] ?? null));
      const draft = new RowDraft(number, placeOf, shown);
      for (const source of sources)
        readInto(draft, source, source.column === null ? source.text : (cells[source.column] ?? null));
      return draft;
    },
  };
}

function readInto(draft: RowDraft, { question, clearsTo }: Source, cell: Cell): void {
  const { id } = question.target;
  const read = readCell(cell, question);
  if (read.kind === 'value' && id === 'term') addTerm(draft, read.value as Term);
  else if (read.kind === 'value') draft.values.set(id, read.value);
  else if (read.kind === 'unknown' || (read.kind === 'blank' && clearsTo === 'unknown'))
    draft.values.set(id, null);
  else if (read.kind === 'wrong') draft.refuse(id, read.reason, { detail: read.allowed });
}

interface Term {
  readonly start: IsoDate;
  readonly end: IsoDate;
}

/** Columns of their own for the first and the last day come before a term in one cell. */
function addTerm({ values }: RowDraft, term: Term): void {
  for (const end of ['start', 'end'] as const) if (!values.has(end)) values.set(end, term[end]);
}

function sourcesOf({ mapping, index, emptyClears }: RowReading): Source[] {
  const { entity } = mapping;
  const table: Readonly<Record<string, Field>> = fieldTables[entity];
  const questionOf = (id: string, unit: CellQuestion['unit']): CellQuestion => {
    const target = targetOf(entity, id);
    if (!target) throw new Error(`invalid target of ${entity}: ${id}`);
    const field = target.field === null ? null : (table[target.field] ?? null);
    const places = target.reading === 'place' ? index.places(target.id) : new Map<string, string>();
    return { entity, target, field, unit, places };
  };
  const fromColumns = mapping.columns.map(({ column, target, unit }) => {
    const question = questionOf(target, unit);
    const mayClear = emptyClears && question.field?.nullable === true && !target.includes('.id');
    return { column, text: null, question, clearsTo: mayClear ? ('unknown' as const) : ('nothing' as const) };
  });
  const constants = mapping.constants.map(({ target, text }) => ({
    column: null,
    text,
    question: questionOf(target, null),
    clearsTo: 'nothing' as const,
  }));
  return [...fromColumns, ...constants];
}

/** Places of targets, and of fields by the first column that fills any part of them. */
function placesOf(mapping: Mapping, headings: Headings): (name: string) => Place {
  const places = new Map<string, Place>();
  for (const { column, target } of mapping.columns) {
    const field = targetOf(mapping.entity, target)?.field ?? null;
    const place = { column, heading: headings.columns[column]?.heading ?? '', field };
    places.set(target, place);
    const fields = target === 'term' ? ['start', 'end'] : [field];
    for (const name of fields) if (name !== null && !places.has(name)) places.set(name, place);
  }
  return (name) => {
    const known = places.get(name);
    if (known) return known;
    const target = targetOf(mapping.entity, name);
    return { column: null, heading: '', field: target ? target.field : name };
  };
}
