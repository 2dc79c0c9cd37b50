/** The facts of a building file, one a row: what is known, in which unit, from where and how sure. */
import type { BuildingDetail } from '#contract/building-detail.ts';
import {
  type FileField,
  type FileGroup,
  fileGroups,
  isComputed,
  statedFieldOf,
} from '#domain/building-file/groups.ts';
import type { Locale } from '#domain/words/words.ts';
import { figuresIn } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { boundSigns, type Column, columnsFor } from './columns.ts';
import { fileWords } from './file-words.ts';
import type { Headings } from './headings.ts';
import { createTypedCells, type TypedCells } from './typed-cells.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

/** Fields of a file that take several rows, or another name among the columns of lists. */
const columnsOf: Readonly<Partial<Record<FileField, readonly (keyof Headings)[]>>> = {
  floors: ['floorsAbove', 'floorsBelow'],
  floorToFloorHeight: ['heightMin', 'heightMax'],
  position: ['lon', 'lat', 'precisionM'],
  circleId: ['circle'],
  subdistrictId: ['subdistrict'],
};

/** What comes before the groups of a file. */
const identity = ['id', 'nameZh', 'nameEn', 'carrierType', 'status', 'synthetic', 'completeness'] as const;

type Row = readonly SheetCell[];

/** A field that the model's role may not see has no row. */
export function factsSheet(model: ReadModel, file: BuildingDetail, locale: Locale, styles: Styles): Sheet {
  const words = fileWords[locale].facts;
  const cells = createTypedCells(styles, figuresIn(locale).words);
  const columns = new Map(
    columnsFor(model, locale)
      .filter(({ kind }) => kind !== 'sign')
      .map((column) => [column.field, column]),
  );
  const groups = Object.entries(fileGroups) as [FileGroup, readonly FileField[]][];
  const making: Making = { file, locale, cells, styles };
  return {
    name: words.sheet,
    widths: [18, 20, 30, 13, 6, 8, 30, 12, 8, 40],
    table: { frozenColumns: 2 },
    paper: { orientation: 'landscape' },
    rows: [
      [
        words.group,
        words.name,
        words.value,
        words.unit,
        words.bound,
        words.kind,
        words.source,
        words.asOf,
        words.confidence,
        words.note,
      ].map((value) => ({ value, style: cells.heading })),
      ...identity.flatMap((field) => factRows(words.identity, null, columns.get(field), making)),
      ...groups.flatMap(([group, fields]) =>
        fields
          .filter((field) => isShown(file, field))
          .flatMap((field) =>
            (columnsOf[field] ?? [field as keyof Headings]).flatMap((name) =>
              factRows(words.groups[group], field, columns.get(name), making),
            ),
          ),
      ),
    ],
  };
}

function isShown({ carrierType, protectionClass }: BuildingDetail, field: FileField): boolean {
  return field !== 'protectionClass' || carrierType === 'heritageHouse' || protectionClass !== null;
}

interface Making {
  readonly file: BuildingDetail;
  readonly locale: Locale;
  readonly cells: TypedCells;
  readonly styles: Styles;
}

/** @param field whose sources are told; null for what no source speaks of */
function factRows(
  group: string,
  field: FileField | null,
  column: Column | undefined,
  { file, locale, cells, styles }: Making,
): readonly Row[] {
  if (!column) return [];
  const { facts: words } = fileWords[locale];
  const text = (value: string) => cells.of('text', value);
  const value = column.cell(file) === '' ? emptyOf(field, locale) : column.cell(file);
  const none = value === null && field !== null ? whyNone(file, field, locale) : null;
  const isDerived = field !== null && isComputed(field);
  const bound = column.boundOf?.(file) ?? 'exact';
  const wrapped = styles.of('wrapped');
  return [
    [
      text(group),
      text(column.title),
      column.kind === 'longText' && typeof value === 'string'
        ? { value, style: wrapped }
        : cells.of(column.kind, none ?? value, bound),
      text(column.unit ?? ''),
      text(value === null ? '' : boundSigns[bound]),
      text(value === null ? '' : isDerived ? words.derived : words.stated),
      ...sourceCells(file, field, locale, cells),
    ],
  ];
}

/** An empty list of industries says that all are welcome; other empty lists say nothing. */
function emptyOf(field: FileField | null, locale: Locale): string | null {
  return field === 'targetIndustries' ? fileWords[locale].anybody : null;
}

/** Why there cannot be a figure; null where it is merely not known. */
function whyNone({ status, tenure }: BuildingDetail, field: FileField, locale: Locale): string | null {
  const { notDelivered, saleOnly } = fileWords[locale];
  if (field === 'vacancyRate' || field === 'occupancyRate')
    return status === 'delivered' ? null : notDelivered;
  return field === 'askingRent' && tenure === 'sale' ? saleOnly : null;
}

/** Source, date, confidence and note of the newest source; the others in the note. */
function sourceCells(file: BuildingDetail, field: FileField | null, locale: Locale, cells: TypedCells): Row {
  if (field === null) return [];
  const named: readonly (string | null)[] = [field, statedFieldOf(field)];
  const [newest, ...others] = file.facts
    .filter((fact) => named.includes(fact.field))
    .toSorted((a, b) => (a.asOf < b.asOf ? 1 : -1));
  if (!newest) return [];
  const { facts: words } = fileWords[locale];
  const further = others.map(({ source, asOf, confidence }) => words.furtherSource(source, asOf, confidence));
  return [
    cells.of('text', newest.source),
    cells.of('date', newest.asOf),
    cells.of('text', newest.confidence),
    cells.of('text', [newest.note, ...further].filter(Boolean).join(' ')),
  ];
}
