/** Columns of the building list as a table for people: heading with unit, kind, and how a cell is filled. */
import type { BuildingItem } from '#contract/building.ts';
import type { Cell } from '#domain/csv.ts';
import type { Bound, Quantity } from '#domain/measure.ts';
import { maySeeTax, maySeeTenants } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { createFigures } from '#domain/words/figures.ts';
import type { Locale, Words } from '#domain/words/words.ts';
import { namesOf } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import type { Headings } from './headings.ts';
import { headingsIn } from './question-notes.ts';

/** What the cells of a column are. `sign` is that of a bound; from `rate` on they hold numbers, a rate 0–1. */
export type CellKind =
  | 'text'
  | 'longText'
  | 'sign'
  | 'date'
  | 'rate'
  | 'count'
  | 'area'
  | 'money'
  | 'height'
  | 'distance'
  | 'degrees';

export interface Column {
  readonly field: keyof Headings;
  readonly kind: CellKind;
  readonly title: string;
  /** null where there is none, or where the way of writing tells it. */
  readonly unit: string | null;
  /** With its unit, unless it is a rate: how that is written is up to the file. */
  readonly heading: string;
  readonly cell: (item: BuildingItem) => Cell;
  /** How the figure in the cell stands to the true one; null where it cannot be a bound. */
  readonly boundOf: ((item: BuildingItem) => Bound) | null;
}

/** Names of the fields whose values are of one type. */
type FieldsOf<T> = {
  [K in keyof BuildingItem]-?: NonNullable<BuildingItem[K]> extends T ? K : never;
}[keyof BuildingItem] &
  keyof Headings;

/**
 * The columns that the model's role gets, in one language. A column of what the role may not see is not there.
 * A figure that may be a bound takes two columns, so that the figure stays a number.
 */
export function columnsFor(model: ReadModel, locale: Locale): readonly Column[] {
  const { words } = createFigures(locale);
  const kinds = columnKinds(words, headingsIn(locale));
  return [
    ...identityColumns(kinds, words),
    ...placeColumns(kinds, namesOf(model.portfolio, locale)),
    ...spaceColumns(kinds),
    ...buildingColumns(kinds, words),
    ...fileColumns(kinds, words, { tax: maySeeTax(model.role), contacts: maySeeTenants(model.role) }),
  ];
}

type Kinds = ReturnType<typeof columnKinds>;

function columnKinds(words: Words, headings: Headings) {
  const units: Partial<Record<CellKind, string>> = {
    area: words.unit.sqm,
    money: words.unit.yuanPerSqmMonth,
    height: words.unit.m,
    distance: words.unit.m,
  };
  const own = (
    field: keyof Headings,
    kind: CellKind,
    cell: Column['cell'],
    unit: string | undefined = units[kind],
  ): Column => {
    const title = String(headings[field]);
    const heading = unit ? headings.withUnit(title, unit) : title;
    return { field, kind, title, unit: unit ?? null, heading, cell, boundOf: null };
  };
  return {
    headings,
    own,
    list: (values: readonly string[]) => values.join(words.listSeparator),
    text: (field: FieldsOf<string>, kind: 'text' | 'longText' | 'date' = 'text') =>
      own(field, kind, (item) => item[field]),
    number: (field: FieldsOf<number>, kind: CellKind, unit?: string) =>
      own(field, kind, (item) => item[field] ?? null, unit),
    flag: (field: FieldsOf<boolean>) =>
      own(field, 'text', ({ [field]: value }) =>
        value === null ? null : value ? headings.yes : headings.no,
      ),
    quantity: (field: FieldsOf<Quantity>, kind: CellKind): readonly Column[] => {
      const boundOf: Column['boundOf'] = ({ [field]: quantity }) => quantity?.bound ?? 'exact';
      return [
        { ...own(field, kind, ({ [field]: quantity }) => quantity?.value ?? null), boundOf },
        {
          field,
          kind: 'sign',
          title: headings.boundOf(headings[field]),
          unit: null,
          heading: headings.boundOf(headings[field]),
          cell: (item) => boundSigns[boundOf(item)],
          boundOf: null,
        },
      ];
    },
  };
}

/** Alone in its cell; nothing where the figure is exact or not known. */
export const boundSigns: Readonly<Record<Bound, string>> = {
  exact: '',
  atLeast: '≥',
  atMost: '≤',
  about: '≈',
};

function identityColumns({ text, own, list }: Kinds, words: Words): readonly Column[] {
  return [
    text('id'),
    text('nameZh'),
    text('nameEn'),
    own('aliases', 'text', ({ aliases }) => list(aliases)),
    own('carrierType', 'text', ({ carrierType }) => words.carrierType[carrierType]),
    own('status', 'text', ({ status }) => words.status[status]),
    own('grade', 'text', ({ grade }) => grade && words.grade[grade]),
    own('gradeBasis', 'text', ({ gradeBasis }) => gradeBasis && words.gradeBasis[gradeBasis]),
  ];
}

function placeColumns({ text, own, number }: Kinds, names: NamesOf): readonly Column[] {
  return [
    text('address', 'longText'),
    own('circle', 'text', ({ circleId }) => circleId && names('circle', circleId)),
    own('subdistrict', 'text', ({ subdistrictId: id }) => id && names('subdistrict', id)),
    own('lon', 'degrees', ({ position }) => position?.lon ?? null),
    own('lat', 'degrees', ({ position }) => position?.lat ?? null),
    own('precisionM', 'distance', ({ position }) => position?.precisionM ?? null),
    number('metroDistanceM', 'distance'),
  ];
}

function spaceColumns({ text, number, quantity }: Kinds): readonly Column[] {
  return [
    ...quantity('gfa', 'area'),
    ...quantity('rentableArea', 'area'),
    ...quantity('floorPlate', 'area'),
    ...quantity('availableArea', 'area'),
    number('maxContiguousArea', 'area'),
    number('vacancyRate', 'rate'),
    number('occupancyRate', 'rate'),
    number('availabilityRate', 'rate'),
    number('askingRent', 'money'),
    ...quantity('managementFee', 'money'),
    text('availableFrom', 'date'),
  ];
}

function buildingColumns(
  { text, own, list, number, quantity, flag }: Kinds,
  words: Words,
): readonly Column[] {
  return [
    own('floorsAbove', 'count', ({ floors }) => floors.above),
    own('floorsBelow', 'count', ({ floors }) => floors.below),
    own('heightMin', 'height', ({ floorToFloorHeight: height }) => height?.min ?? null),
    own('heightMax', 'height', ({ floorToFloorHeight: height }) => height?.max ?? null),
    ...quantity('clearHeight', 'height'),
    ...quantity('efficiency', 'rate'),
    flag('columnFree'),
    flag('divisible'),
    own('greenCertificate', 'text', ({ greenCertificate: green }) => green && words.green[green]),
    own('tenure', 'text', ({ tenure }) => tenure && words.tenure[tenure]),
    own(
      'targetIndustries',
      'text',
      ({ targetIndustries: wanted }) => wanted && list(wanted.map((industry) => words.industry[industry])),
    ),
    text('admissionRule', 'longText'),
    own('protectionClass', 'text', ({ protectionClass: kept }) => kept && words.protectionClass[kept]),
    number('lifts', 'count'),
    number('parking', 'count'),
    text('hvac'),
    text('power'),
    text('completedOn', 'date'),
    text('developer'),
  ];
}

function fileColumns(
  { headings, own, number }: Kinds,
  words: Words,
  sees: { readonly tax: boolean; readonly contacts: boolean },
): readonly Column[] {
  return [
    number('completeness', 'rate'),
    ...(sees.tax ? [number('taxPerSqm', 'money', words.unit.yuanPerSqmYear)] : []),
    ...(sees.contacts ? [own('steward', 'text', ({ steward }) => steward?.name ?? null)] : []),
    own('remarks', 'longText', ({ remarks }) => remarks.join(' ')),
    own('synthetic', 'text', ({ synthetic }) => (synthetic ? headings.sample : headings.published)),
  ];
}
