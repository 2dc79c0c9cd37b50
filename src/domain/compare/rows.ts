/** The rows of a comparison as data: what stands in each column, which is best by which rule, and what differs. */
import { type FileField, fileGroups } from '../building-file/groups.ts';
import type { Quantity } from '../measure.ts';
import { bestOf, type Cell, type Difference, differenceOf, type Inapplicable, type Rule } from './cell.ts';
import type { ComparedColumn } from './file.ts';

/** As in a building file; `unit` has rows only where a unit is compared, `file` tells of the file itself. */
export const compareGroups = [
  'unit',
  'space',
  'technical',
  'commercial',
  'access',
  'policy',
  'file',
] as const;
export type CompareGroup = (typeof compareGroups)[number];

/** What a figure is counted in, or which vocabulary codes and texts belong to. */
export type CellUnit =
  | 'sqm'
  | 'ratio'
  | 'm'
  | 'distance'
  | 'yuanPerSqmMonth'
  | 'yuanPerSqmYear'
  | 'count'
  | 'date'
  | 'flag'
  | 'text'
  | 'storeys'
  | 'unitStatus'
  | 'green'
  | 'tenure'
  | 'grade'
  | 'industries'
  | 'protection'
  | 'circle'
  | 'subdistrict';

export interface CompareRow {
  readonly id: RowId;
  readonly group: CompareGroup;
  readonly unit: CellUnit;
  readonly rule: Rule;
  /** In the order of the columns. */
  readonly cells: readonly Cell[];
  readonly best: readonly boolean[];
  readonly difference: Difference;
}

interface RowSpec {
  readonly group: CompareGroup;
  readonly unit: CellUnit;
  readonly rule: Rule;
  /** undefined: the role may not see it. */
  readonly read: (column: ComparedColumn) => Cell;
}

function figure(value: number | null, spread = 0): Cell {
  return value === null ? null : { kind: 'figure', value, upper: null, bound: 'exact', spread };
}

function quantity(given: Quantity | null): Cell {
  return given && { kind: 'figure', value: given.value, upper: null, bound: given.bound, spread: 0 };
}

function span(given: { readonly min: number; readonly max: number } | null): Cell {
  if (given === null) return null;
  const upper = given.max === given.min ? null : given.max;
  return { kind: 'figure', value: given.min, upper, bound: 'exact', spread: 0 };
}

function code(given: string | null): Cell {
  return given === null ? null : { kind: 'codes', codes: [given] };
}

function flag(isYes: boolean | null): Cell {
  return isYes === null ? null : { kind: 'flag', isYes };
}

function text(given: string | null): Cell {
  return given === null ? null : { kind: 'text', text: given };
}

function date(given: string | null): Cell {
  return given === null ? null : { kind: 'date', date: given };
}

function inapplicable(why: Inapplicable): Cell {
  return { kind: 'inapplicable', why };
}

/** A rate of vacancy has no meaning before a building is handed over. */
function rateOf({ file }: ComparedColumn, rate: number | null): Cell {
  return rate === null && file.status !== 'delivered' ? inapplicable('notDelivered') : figure(rate);
}

function rentOf({ file, unit }: ComparedColumn): Cell {
  const rent = unit ? unit.askingRent : file.askingRent;
  return rent === null && file.tenure === 'sale' ? inapplicable('saleOnly') : figure(rent);
}

/** As precise as the position that it is measured from; "about" where nobody knows how precise that is. */
function metroOf({ file }: ComparedColumn): Cell {
  if (file.metroDistanceM === null) return null;
  const precision = file.position?.precisionM ?? null;
  const value = { kind: 'figure', value: file.metroDistanceM, upper: null } as const;
  return precision === null
    ? { ...value, bound: 'about', spread: 0 }
    : { ...value, bound: 'exact', spread: precision };
}

function storeysOf({ file }: ComparedColumn): Cell {
  const { above, below } = file.floors;
  return above === null && below === null
    ? null
    : { kind: 'codes', codes: [`above:${above ?? ''}`, `below:${below ?? ''}`] };
}

function gradeOf({ file: { grade, gradeBasis } }: ComparedColumn): Cell {
  return grade && { kind: 'codes', codes: [grade, ...(gradeBasis === null ? [] : [gradeBasis])] };
}

function protectionOf({ file }: ComparedColumn): Cell {
  return file.carrierType === 'heritageHouse' || file.protectionClass !== null
    ? code(file.protectionClass)
    : inapplicable('notHeritage');
}

function ofUnit(read: (unit: NonNullable<ComparedColumn['unit']>) => Cell): RowSpec['read'] {
  return ({ unit }) => (unit ? read(unit) : inapplicable('wholeBuilding'));
}

const none = { rule: 'none' } as const;

const specs = {
  unitStorey: {
    group: 'unit',
    unit: 'text',
    ...none,
    read: ({ storey }) => (storey ? text(storey.label) : inapplicable('wholeBuilding')),
  },
  unitStatus: { group: 'unit', unit: 'unitStatus', ...none, read: ofUnit(({ status }) => code(status)) },
  unitArea: { group: 'unit', unit: 'sqm', ...none, read: ofUnit(({ area }) => figure(area)) },
  minDivisibleArea: {
    group: 'unit',
    unit: 'sqm',
    ...none,
    read: ofUnit(({ minDivisibleArea }) => figure(minDivisibleArea)),
  },
  gfa: { group: 'space', unit: 'sqm', ...none, read: ({ file }) => quantity(file.gfa) },
  rentableArea: { group: 'space', unit: 'sqm', ...none, read: ({ file }) => quantity(file.rentableArea) },
  availableArea: { group: 'space', unit: 'sqm', ...none, read: ({ file }) => quantity(file.availableArea) },
  maxContiguousArea: {
    group: 'space',
    unit: 'sqm',
    ...none,
    read: ({ file }) => figure(file.maxContiguousArea),
  },
  vacancyRate: {
    group: 'space',
    unit: 'ratio',
    ...none,
    read: (column) => rateOf(column, column.file.vacancyRate),
  },
  occupancyRate: {
    group: 'space',
    unit: 'ratio',
    ...none,
    read: (column) => rateOf(column, column.file.occupancyRate),
  },
  availabilityRate: {
    group: 'space',
    unit: 'ratio',
    ...none,
    read: ({ file }) => figure(file.availabilityRate),
  },
  floorPlate: { group: 'space', unit: 'sqm', ...none, read: ({ file }) => quantity(file.floorPlate) },
  floors: { group: 'space', unit: 'storeys', ...none, read: storeysOf },
  efficiency: {
    group: 'space',
    unit: 'ratio',
    rule: 'higher',
    read: ({ file }) => quantity(file.efficiency),
  },
  divisible: { group: 'space', unit: 'flag', ...none, read: ({ file }) => flag(file.divisible) },
  floorToFloorHeight: {
    group: 'technical',
    unit: 'm',
    rule: 'higher',
    read: ({ file }) => span(file.floorToFloorHeight),
  },
  clearHeight: {
    group: 'technical',
    unit: 'm',
    rule: 'higher',
    read: ({ file }) => quantity(file.clearHeight),
  },
  columnFree: { group: 'technical', unit: 'flag', rule: 'yes', read: ({ file }) => flag(file.columnFree) },
  lifts: { group: 'technical', unit: 'count', ...none, read: ({ file }) => figure(file.lifts) },
  hvac: { group: 'technical', unit: 'text', ...none, read: ({ file }) => text(file.hvac) },
  power: { group: 'technical', unit: 'text', ...none, read: ({ file }) => text(file.power) },
  greenCertificate: {
    group: 'technical',
    unit: 'green',
    ...none,
    read: ({ file }) => code(file.greenCertificate),
  },
  completedOn: { group: 'technical', unit: 'date', ...none, read: ({ file }) => date(file.completedOn) },
  tenure: { group: 'commercial', unit: 'tenure', ...none, read: ({ file }) => code(file.tenure) },
  askingRent: { group: 'commercial', unit: 'yuanPerSqmMonth', rule: 'lower', read: rentOf },
  managementFee: {
    group: 'commercial',
    unit: 'yuanPerSqmMonth',
    rule: 'lower',
    read: ({ file }) => quantity(file.managementFee),
  },
  availableFrom: {
    group: 'commercial',
    unit: 'date',
    rule: 'earlier',
    read: ({ file, unit }) => date(unit ? unit.availableFrom : file.availableFrom),
  },
  parking: { group: 'commercial', unit: 'count', ...none, read: ({ file }) => figure(file.parking) },
  developer: { group: 'commercial', unit: 'text', ...none, read: ({ file }) => text(file.developer) },
  taxPerSqm: {
    group: 'commercial',
    unit: 'yuanPerSqmYear',
    ...none,
    read: ({ file }) => (file.taxPerSqm === undefined ? undefined : figure(file.taxPerSqm)),
  },
  address: { group: 'access', unit: 'text', ...none, read: ({ file }) => text(file.address) },
  circleId: { group: 'access', unit: 'circle', ...none, read: ({ file }) => code(file.circleId) },
  subdistrictId: {
    group: 'access',
    unit: 'subdistrict',
    ...none,
    read: ({ file }) => code(file.subdistrictId),
  },
  metroDistanceM: { group: 'access', unit: 'distance', rule: 'lower', read: metroOf },
  grade: { group: 'policy', unit: 'grade', ...none, read: gradeOf },
  protectionClass: { group: 'policy', unit: 'protection', ...none, read: protectionOf },
  targetIndustries: {
    group: 'policy',
    unit: 'industries',
    ...none,
    read: ({ file }) => file.targetIndustries && { kind: 'codes', codes: file.targetIndustries },
  },
  admissionRule: { group: 'policy', unit: 'text', ...none, read: ({ file }) => text(file.admissionRule) },
  completeness: { group: 'file', unit: 'ratio', ...none, read: ({ file }) => figure(file.completeness) },
} as const satisfies Readonly<Record<string, RowSpec>>;

export type RowId = keyof typeof specs;
export const rowIds = Object.keys(specs) as readonly RowId[];

/**
 * The field of a building file that a row shows, which opens to its sources or its formula.
 * @param row the id of any row
 * @param ofUnit the column is a unit, whose rent is its own
 * @returns null for what is a unit's, or is told of the file itself
 */
export function fileFieldOf(row: string, ofUnit: boolean): FileField | null {
  if (ofUnit && row === 'askingRent') return null;
  return fileFields.find((field) => field === row) ?? null;
}

const fileFields: readonly FileField[] = Object.values(fileGroups).flat();

/** @param columns null where the file is on its way or out of reach: it neither wins nor differs */
export function compareRows(columns: readonly (ComparedColumn | null)[]): readonly CompareRow[] {
  const hasUnit = columns.some((column) => column?.unit);
  return rowIds.flatMap((id) => {
    const { group, unit, rule, read }: RowSpec = specs[id];
    const cells = columns.map((column) => (column ? read(column) : undefined));
    const isHidden = cells.every((cell) => cell === undefined);
    if (isHidden || (group === 'unit' && !hasUnit)) return [];
    return [{ id, group, unit, rule, cells, best: bestOf(cells, rule), difference: differenceOf(cells) }];
  });
}

/** Whether two known values of the row are stated differently. */
export function isDifferent(row: Pick<CompareRow, 'difference'>): boolean {
  return row.difference === 'different';
}
