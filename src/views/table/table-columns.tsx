/** The columns as the table model knows them: width, heading, and how a cell reads a row. */
import {
  columnOrderingFeature,
  columnPinningFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import { type RangeField, rangeFields, rangeSpecs } from '#domain/query/fields.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { Messages } from '#format/messages.ts';
import { type ColumnId, columnIds } from './column-ids.ts';
import { cellInWords, gradeInWords, nameOfRow, secondLine } from './row-words.ts';
import css from './table.module.css';
import { VacancyFigure } from './vacancy-figure.tsx';

export const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnPinningFeature,
  columnSizingFeature,
});

interface Language {
  readonly figures: Figures;
  readonly messages: Messages;
}

const helper = createColumnHelper<typeof features, BuildingRow>();

/** px; the name takes what is left over. */
const widths: Readonly<Record<ColumnId, number>> = {
  name: 122,
  available: 80,
  contiguous: 84,
  plate: 82,
  vacancy: 96,
  rent: 76,
  height: 92,
  clear: 66,
  efficiency: 70,
  gfa: 92,
  year: 62,
  taxPerSqm: 84,
  completeness: 70,
  type: 84,
  grade: 104,
  tenure: 84,
  status: 84,
  circle: 92,
  subdistrict: 104,
  columnFree: 70,
  metro: 78,
};

/** Where words of the language need another width. */
const otherWidths: Readonly<Record<Figures['words']['locale'], Readonly<Partial<Record<ColumnId, number>>>>> =
  {
    zh: {},
    en: {
      name: 100,
      rent: 100,
      contiguous: 100,
      taxPerSqm: 108,
      efficiency: 84,
      completeness: 84,
      tenure: 108,
    },
  };

const figureColumns: ReadonlySet<ColumnId> = new Set([...rangeFields, 'metro']);

export function isFigureColumn(id: string): boolean {
  return (figureColumns as ReadonlySet<string>).has(id);
}

/** The unit under a heading; null where the cells carry it themselves or there is none. */
export function unitOf(id: string, figures: Figures): string | null {
  const field = rangeFields.find((known) => known === id);
  if (field === undefined || rangeSpecs[field].unit === 'ratio' || rangeSpecs[field].unit === 'year')
    return null;
  return figures.words.unit[rangeSpecs[field].unit];
}

function Unknown({ figures }: { readonly figures: Figures }) {
  return <span className={css['unknown']}>{figures.words.unknown}</span>;
}

function rangeCell(field: RangeField, row: BuildingRow, figures: Figures): ReactNode {
  const value = row.values[field] ?? null;
  const text = cellInWords(field, value, figures);
  if (value === null || text === null) return <Unknown figures={figures} />;
  return field === 'vacancy' ? <VacancyFigure rate={value.value} text={text} /> : text;
}

function wordOf(
  id: ColumnId,
  row: BuildingRow,
  { figures, messages }: Language,
  names: NamesOf,
): string | null {
  const { words } = figures;
  const { table } = messages;
  switch (id) {
    case 'type':
      return words.carrierType[row.carrierType];
    case 'grade':
      return gradeInWords(row, figures, table.claimed);
    case 'tenure':
      return row.tenure && words.tenure[row.tenure];
    case 'status':
      return words.status[row.status];
    case 'circle':
      return row.circleId === null ? null : names('circle', row.circleId);
    case 'subdistrict':
      return row.subdistrictId === null ? null : names('subdistrict', row.subdistrictId);
    case 'columnFree':
      return row.columnFree === null ? null : row.columnFree ? table.yes : table.no;
    case 'metro':
      return row.metroM === null ? null : figures.distance(row.metroM);
    default:
      return null;
  }
}

function nameCell(row: BuildingRow, { figures, messages }: Language, names: NamesOf): ReactNode {
  const name = nameOfRow(row, figures);
  const second = secondLine(row, figures, names, messages.table.claimed);
  return (
    <>
      <span className={css['name']} title={name}>
        {name}
      </span>
      <span className={css['second']} title={second}>
        {second}
      </span>
    </>
  );
}

/** Before all others, and not among those that can be chosen: whether a row is put aside to be compared. */
export const pickColumn = 'pick';
const pickWidth = 32;

/** All columns; which are shown, and in what order, is the model's state. */
export function createColumns(language: Language, names: NamesOf) {
  const pick = helper.display({
    id: pickColumn,
    size: pickWidth,
    header: language.messages.table.pickHead,
    cell: () => null,
  });
  const others = columnIds.map((id) =>
    helper.display({
      id,
      size: otherWidths[language.figures.words.locale][id] ?? widths[id],
      header: language.messages.table.head[id],
      cell: ({ row }) => {
        if (id === 'name') return nameCell(row.original, language, names);
        const field = rangeFields.find((known) => known === id);
        if (field) return rangeCell(field, row.original, language.figures);
        return wordOf(id, row.original, language, names) ?? <Unknown figures={language.figures} />;
      },
    }),
  );
  return [pick, ...others];
}
