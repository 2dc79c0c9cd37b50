/** The units of a building floor by floor; tenants and leases where the role may see them. */
import type { BuildingDetail, LeaseItem, StoreyItem, UnitItem } from '#contract/building-detail.ts';
import type { Cell } from '#domain/csv.ts';
import { maySeeTenants, type Role } from '#domain/visibility.ts';
import { tenancyWords } from '#domain/words/tenancy-words.ts';
import type { Locale, Words } from '#domain/words/words.ts';
import { figuresIn } from '../question.ts';
import type { CellKind } from './columns.ts';
import { fileWords } from './file-words.ts';
import { headingsIn } from './question-notes.ts';
import { createTypedCells, kindWidths, widthOf } from './typed-cells.ts';
import type { Sheet, SheetCell } from './workbook.ts';
import type { Styles } from './workbook-styles.ts';

interface UnitColumn {
  readonly heading: string;
  readonly kind: CellKind;
  /** '' where the column has nothing to say of the row, null where it is not known. */
  readonly cell: (storey: StoreyItem, unit: UnitItem | null) => Cell;
}

export function unitsSheet(
  file: Pick<BuildingDetail, 'storeys'>,
  role: Role,
  locale: Locale,
  styles: Styles,
): Sheet {
  const words = figuresIn(locale).words;
  const cells = createTypedCells(styles, words);
  const columns = [
    ...unitColumns(locale, words),
    ...(maySeeTenants(role) ? leaseColumns(locale, words) : []),
  ];
  return {
    name: fileWords[locale].units.sheet,
    widths: columns.map(({ kind, heading }) =>
      Math.max(kindWidths[kind], Math.ceil(widthOf(heading) / 2) + 3),
    ),
    table: { frozenColumns: 4 },
    paper: { orientation: 'landscape' },
    rows: [
      columns.map(({ heading }): SheetCell => ({ value: heading, style: cells.heading })),
      ...file.storeys.flatMap((storey) =>
        (storey.units.length > 0 ? storey.units : [null]).map((unit) =>
          columns.map(({ kind, cell }) => cells.of(kind, cell(storey, unit))),
        ),
      ),
    ],
  };
}

function unitColumns(locale: Locale, { unit: units }: Words): readonly UnitColumn[] {
  const { units: words } = fileWords[locale];
  const { unitStatus } = tenancyWords[locale];
  const { yes, no, withUnit } = headingsIn(locale);
  const of =
    (read: (unit: UnitItem) => Cell): UnitColumn['cell'] =>
    (_, unit) =>
      unit ? read(unit) : '';
  return [
    { heading: words.floor, kind: 'count', cell: ({ floor }) => floor },
    { heading: words.storey, kind: 'text', cell: ({ label }) => label },
    { heading: withUnit(words.storeyArea, units.sqm), kind: 'area', cell: ({ area }) => area },
    { heading: words.unit, kind: 'text', cell: (_, unit) => unit?.label ?? null },
    { heading: withUnit(words.area, units.sqm), kind: 'area', cell: of(({ area }) => area) },
    { heading: words.status, kind: 'text', cell: of(({ status }) => unitStatus[status]) },
    { heading: words.marketed, kind: 'text', cell: of(({ marketed }) => (marketed ? yes : no)) },
    {
      heading: withUnit(words.askingRent, units.yuanPerSqmMonth),
      kind: 'money',
      cell: of(({ askingRent }) => askingRent),
    },
    { heading: words.availableFrom, kind: 'date', cell: of(({ availableFrom }) => availableFrom) },
    {
      heading: withUnit(words.minDivisibleArea, units.sqm),
      kind: 'area',
      cell: of(({ minDivisibleArea }) => minDivisibleArea),
    },
  ];
}

function leaseColumns(locale: Locale, { unit: units }: Words): readonly UnitColumn[] {
  const { units: words } = fileWords[locale];
  const { leaseType, sectors } = tenancyWords[locale];
  const { withUnit } = headingsIn(locale);
  // Let, and no lease on file: not known. Vacant: nothing to know.
  const of =
    (read: (lease: LeaseItem) => Cell): UnitColumn['cell'] =>
    (_, unit) =>
      unit?.lease ? read(unit.lease) : unit?.status === 'leased' ? null : '';
  return [
    { heading: words.tenant, kind: 'text', cell: of(({ enterprise }) => enterprise) },
    {
      heading: words.industry,
      kind: 'text',
      cell: of(({ industry }) => industry && (sectors[industry] ?? industry)),
    },
    { heading: words.leaseType, kind: 'text', cell: of((lease) => leaseType[lease.leaseType]) },
    { heading: words.start, kind: 'date', cell: of(({ start }) => start) },
    { heading: words.end, kind: 'date', cell: of(({ end }) => end) },
    {
      heading: withUnit(words.contractRent, units.yuanPerSqmMonth),
      kind: 'money',
      cell: of(({ contractRent }) => contractRent),
    },
    { heading: words.rentFree, kind: 'count', cell: of(({ rentFreeMonths }) => rentFreeMonths) },
    { heading: words.escalation, kind: 'rate', cell: of(({ escalation }) => escalation) },
  ];
}
