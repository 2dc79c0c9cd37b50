/** Columns of the building list as a spreadsheet: heading with unit, and how a cell is filled. */
import type { BuildingItem } from '#contract/building.ts';
import type { Bound, Quantity } from '#domain/measure.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { Words } from '#domain/words/words.ts';
import type { Cell } from './csv.ts';
import { type Headings, headingsEn, headingsZh } from './csv-headings.ts';

export interface Column {
  readonly heading: string;
  readonly cell: (item: BuildingItem) => Cell;
}

/** Names of the fields whose values are of one type. */
type FieldsOf<T> = {
  [K in keyof BuildingItem]-?: NonNullable<BuildingItem[K]> extends T ? K : never;
}[keyof BuildingItem] &
  keyof Headings;

export interface Sees {
  readonly tax: boolean;
  readonly contacts: boolean;
}

/**
 * The columns that one role gets, in one language. A column of what the role may not see is not there.
 * A figure that may be a bound takes two columns, so that the figure stays a number.
 */
export function csvColumns(words: Words, names: NamesOf, sees: Sees): readonly Column[] {
  const kinds = columnKinds(words, words.locale === 'zh' ? headingsZh : headingsEn);
  return [
    ...identityColumns(kinds, words),
    ...placeColumns(kinds, words, names),
    ...spaceColumns(kinds, words),
    ...buildingColumns(kinds, words),
    ...fileColumns(kinds, words, sees),
  ];
}

type Kinds = ReturnType<typeof columnKinds>;

function columnKinds(words: Words, headings: Headings) {
  const titled = (field: keyof Headings, unit: string) => {
    const title = String(headings[field]);
    return unit === '' ? title : headings.withUnit(title, unit);
  };
  const own = (field: keyof Headings, unit: string, cell: Column['cell']): Column => ({
    heading: titled(field, unit),
    cell,
  });
  return {
    headings,
    own,
    list: (values: readonly string[]) => values.join(words.listSeparator),
    text: (field: FieldsOf<string>) => own(field, '', (item) => item[field]),
    number: (field: FieldsOf<number>, unit: string) => own(field, unit, (item) => item[field] ?? null),
    rate: (field: FieldsOf<number>) => own(field, '%', (item) => percentFrom(item[field] ?? null)),
    flag: (field: FieldsOf<boolean>) =>
      own(field, '', ({ [field]: value }) => (value === null ? null : value ? headings.yes : headings.no)),
    quantity: (field: FieldsOf<Quantity>, unit: string): readonly Column[] => [
      own(field, unit, ({ [field]: quantity }) => {
        const value = quantity?.value ?? null;
        return unit === '%' ? percentFrom(value) : value;
      }),
      { heading: headings.boundOf(headings[field]), cell: (item) => boundSignOf(item[field]) },
    ],
  };
}

function percentFrom(rate: number | null): number | null {
  return rate === null ? null : Math.round(rate * 10_000) / 100;
}

const boundSigns: Readonly<Record<Bound, string>> = { exact: '', atLeast: '≥', atMost: '≤', about: '≈' };

/** Alone in its cell; nothing where the figure is exact or not known. */
function boundSignOf(quantity: Quantity | null): string {
  return quantity === null ? '' : boundSigns[quantity.bound];
}

function identityColumns({ text, own, list }: Kinds, words: Words): readonly Column[] {
  return [
    text('id'),
    text('nameZh'),
    text('nameEn'),
    own('aliases', '', ({ aliases }) => list(aliases)),
    own('carrierType', '', ({ carrierType }) => words.carrierType[carrierType]),
    own('status', '', ({ status }) => words.status[status]),
    own('grade', '', ({ grade }) => grade && words.grade[grade]),
    own('gradeBasis', '', ({ gradeBasis }) => gradeBasis && words.gradeBasis[gradeBasis]),
  ];
}

function placeColumns({ text, own, number }: Kinds, words: Words, names: NamesOf): readonly Column[] {
  return [
    text('address'),
    own('circle', '', ({ circleId }) => circleId && names('circle', circleId)),
    own('subdistrict', '', ({ subdistrictId: id }) => id && names('subdistrict', id)),
    own('lon', '', ({ position }) => position?.lon ?? null),
    own('lat', '', ({ position }) => position?.lat ?? null),
    own('precisionM', words.unit.m, ({ position }) => position?.precisionM ?? null),
    number('metroDistanceM', words.unit.m),
  ];
}

function spaceColumns({ text, number, rate, quantity }: Kinds, { unit }: Words): readonly Column[] {
  return [
    ...quantity('gfa', unit.sqm),
    ...quantity('rentableArea', unit.sqm),
    ...quantity('floorPlate', unit.sqm),
    ...quantity('availableArea', unit.sqm),
    number('maxContiguousArea', unit.sqm),
    rate('vacancyRate'),
    rate('occupancyRate'),
    rate('availabilityRate'),
    number('askingRent', unit.yuanPerSqmMonth),
    ...quantity('managementFee', unit.yuanPerSqmMonth),
    text('availableFrom'),
  ];
}

function buildingColumns(
  { text, own, list, number, quantity, flag }: Kinds,
  words: Words,
): readonly Column[] {
  const { m } = words.unit;
  return [
    own('floorsAbove', '', ({ floors }) => floors.above),
    own('floorsBelow', '', ({ floors }) => floors.below),
    own('heightMin', m, ({ floorToFloorHeight: height }) => height?.min ?? null),
    own('heightMax', m, ({ floorToFloorHeight: height }) => height?.max ?? null),
    ...quantity('clearHeight', m),
    ...quantity('efficiency', '%'),
    flag('columnFree'),
    flag('divisible'),
    own('greenCertificate', '', ({ greenCertificate: green }) => green && words.green[green]),
    own('tenure', '', ({ tenure }) => tenure && words.tenure[tenure]),
    own(
      'targetIndustries',
      '',
      ({ targetIndustries: wanted }) => wanted && list(wanted.map((industry) => words.industry[industry])),
    ),
    text('admissionRule'),
    own('protectionClass', '', ({ protectionClass: kept }) => kept && words.protectionClass[kept]),
    number('lifts', ''),
    number('parking', ''),
    text('hvac'),
    text('power'),
    text('completedOn'),
    text('developer'),
  ];
}

function fileColumns({ headings, own, number, rate }: Kinds, words: Words, sees: Sees): readonly Column[] {
  return [
    rate('completeness'),
    ...(sees.tax ? [number('taxPerSqm', words.unit.yuanPerSqmYear)] : []),
    ...(sees.contacts ? [own('steward', '', ({ steward }) => steward?.name ?? null)] : []),
    own('remarks', '', ({ remarks }) => remarks.join(' ')),
    own('synthetic', '', ({ synthetic }) => (synthetic ? headings.sample : headings.published)),
  ];
}
