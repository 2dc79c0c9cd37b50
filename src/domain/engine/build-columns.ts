/** From the model to the read model: one pass, everything derived once, rounded once. */
import { exactly, type Quantity } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { Portfolio } from '../model/portfolio.ts';
import {
  type RangeField,
  rangeFields,
  rangeSpecs,
  type SetField,
  setFields,
  valuesOf,
} from '../query/fields.ts';
import { atOnce, type Stepwise } from '../stepwise.ts';
import { hiddenFields, maySeeTax, type Role } from '../visibility.ts';
import {
  boundCodes,
  type Columns,
  neverMonth,
  type RangeColumn,
  type SetColumn,
  type SumField,
  sumFields,
  unknownBits,
  unknownCode,
  unknownInt,
} from './columns.ts';
import { type Derived, derivePortfolio } from './derive.ts';

export interface ColumnOptions {
  readonly role: Role;
  readonly searchKeys: (building: Building) => SearchKeys;
}

/** How one building is found and where its name stands in a list. */
export interface SearchKeys {
  /** Names, aliases, address, pinyin, initials, in any case. */
  readonly texts: readonly string[];
  /** The pinyin of its name: buildings are listed in the order of this text. */
  readonly sort: string;
}

type Stated = Quantity | { readonly min: number; readonly max: number } | null;

function exact(value: number | null): Quantity | null {
  return value === null ? null : exactly(value);
}

function rentableValue(building: Building): number | null {
  const quantity = building.rentableArea;
  return quantity && (quantity.bound === 'exact' || quantity.bound === 'about') ? quantity.value : null;
}

/** Annual tax ÷ rentable area, 元/㎡·year; null when either is unknown. */
export function taxPerSqmOf({ building, tax }: Derived): number | null {
  const rentable = rentableValue(building);
  return tax === null || rentable === null || rentable <= 0 ? null : tax / rentable;
}

const rangeReaders: Readonly<Record<RangeField, (row: Derived) => Stated>> = {
  available: ({ space }) => space.availableArea,
  contiguous: ({ space }) => exact(space.maxContiguousArea),
  plate: ({ building }) => building.floorPlate,
  vacancy: ({ space }) => exact(space.vacancyRate),
  rent: ({ space }) => exact(space.askingRent),
  height: ({ building }) => building.floorToFloorHeight,
  clear: ({ building }) => building.clearHeight,
  efficiency: ({ building }) => building.efficiency,
  gfa: ({ building }) => building.gfa,
  year: ({ building }) =>
    exact(building.completedOn === null ? null : Number(building.completedOn.slice(0, 4))),
  taxPerSqm: (row) => exact(taxPerSqmOf(row)),
  completeness: ({ completeness }) => exact(completeness),
};

const setReaders: Readonly<Record<SetField, (building: Building) => readonly string[] | string | null>> = {
  type: (building) => building.carrierType,
  grade: (building) => building.grade,
  circle: (building) => building.circleId,
  subdistrict: (building) => building.subdistrictId,
  tenure: (building) => building.tenure,
  status: (building) => building.status,
  industry: (building) => building.targetIndustries,
  green: (building) => building.greenCertificate,
};

/**
 * Builds the columns of one role.
 * @param portfolio as that role may see it (see `visibleTo`)
 */
export function buildColumns(portfolio: Portfolio, options: ColumnOptions): Columns {
  return atOnce(buildingColumns(portfolio, options));
}

export function* buildingColumns(portfolio: Portfolio, options: ColumnOptions): Stepwise<Columns> {
  const rows = yield* derivePortfolio(portfolio);
  const hidden = hiddenFields(options.role);
  const ranges: Partial<Record<RangeField, RangeColumn>> = {};
  for (const field of rangeFields) {
    if (!hidden.includes(field)) ranges[field] = rangeColumn(field, rows);
    yield;
  }
  const vocabulary = {
    circle: portfolio.district.circles.map((circle) => circle.id),
    subdistrict: portfolio.district.subdistricts.map((subdistrict) => subdistrict.id),
    hidden,
  };
  const sets: Partial<Record<SetField, SetColumn>> = {};
  for (const field of setFields) {
    sets[field] = setColumn(field, rows, valuesOf(field, vocabulary));
    yield;
  }
  const keys: SearchKeys[] = [];
  for (const { building } of rows) {
    keys.push(options.searchKeys(building));
    yield;
  }
  const nameRank = nameRanks(keys.map(({ sort }) => sort));
  yield;
  const sums = sumColumns(rows, maySeeTax(options.role));
  yield;
  const buildings = rows.map((row) => row.building);
  return {
    rowCount: rows.length,
    ranges,
    sets: sets as Record<SetField, SetColumn>,
    columnFree: Uint8Array.from(buildings, ({ columnFree }) =>
      columnFree === null ? unknownCode : Number(columnFree),
    ),
    metro: Int32Array.from(rows, ({ metroM }) => metroM ?? unknownInt),
    availableFrom: Int32Array.from(rows, ({ space }) => monthCode(space.availableFrom)),
    lon: Int32Array.from(buildings, ({ position }) =>
      position ? Math.round(position.lon * 1e7) : unknownInt,
    ),
    lat: Int32Array.from(buildings, ({ position }) =>
      position ? Math.round(position.lat * 1e7) : unknownInt,
    ),
    sums,
    nameRank,
    searchText: keys.map(({ texts }) => texts.join('\n').toLowerCase()),
    ids: buildings.map(({ id }) => id),
    namesZh: buildings.map(({ nameZh }) => nameZh),
    namesEn: buildings.map(({ nameEn }) => nameEn ?? ''),
    gradeClaimed: Uint8Array.from(buildings, ({ gradeBasis }) => Number(gradeBasis === 'claim')),
    synthetic: Uint8Array.from(buildings, ({ synthetic }) => Number(synthetic)),
    positionPrecisionM: Int32Array.from(buildings, ({ position }) => position?.precisionM ?? unknownInt),
  };
}

function monthCode(month: number | null): number {
  if (month === null) return unknownInt;
  return Number.isFinite(month) ? month : neverMonth;
}

function rangeColumn(field: RangeField, rows: readonly Derived[]): RangeColumn {
  const { scale } = rangeSpecs[field];
  const read = rangeReaders[field];
  const values = new Int32Array(rows.length).fill(unknownInt);
  let upper: Int32Array | null = null;
  let bound: Uint8Array | null = null;
  rows.forEach((derived, row) => {
    const stated = read(derived);
    if (stated === null) return;
    if ('min' in stated) {
      upper ??= new Int32Array(rows.length).fill(unknownInt);
      values[row] = Math.round(stated.min * scale);
      upper[row] = Math.round(stated.max * scale);
      return;
    }
    values[row] = Math.round(stated.value * scale);
    if (stated.bound !== 'exact') {
      bound ??= new Uint8Array(rows.length);
      bound[row] = boundCodes[stated.bound];
    }
  });
  return { values, upper, bound };
}

function setColumn(field: SetField, rows: readonly Derived[], labels: readonly string[]): SetColumn {
  const read = setReaders[field];
  const placeOf = new Map(labels.map((label, place) => [label, place]));
  if (field === 'industry') {
    const bits = Uint32Array.from(rows, ({ building }) => {
      const chosen = read(building);
      if (chosen === null) return unknownBits;
      // Stated that anybody is welcome: found by every industry.
      if (chosen.length === 0) return (1 << labels.length) - 1;
      return [...chosen].reduce((mask, label) => mask | (1 << (placeOf.get(label) ?? 31)), 0) >>> 0;
    });
    return { kind: 'bits', labels, bits };
  }
  const codes = Uint8Array.from(rows, ({ building }) => placeOf.get(String(read(building))) ?? unknownCode);
  return { kind: 'code', labels, codes };
}

function nameRanks(names: readonly string[]): Int32Array {
  const order = names.map((_, row) => row);
  order.sort((a, b) =>
    (names[a] ?? '') < (names[b] ?? '') ? -1 : (names[a] ?? '') > (names[b] ?? '') ? 1 : a - b,
  );
  const ranks = new Int32Array(names.length);
  order.forEach((row, rank) => {
    ranks[row] = rank;
  });
  return ranks;
}

const cents = (area: number) => Math.round(area * 100);

/**
 * The summands of one building. The weight of a coverage is the gross floor area, known or at least so; of the
 * vacancy, which compares with its own weight and not with Σ GFA, the rentable area where no GFA is stated.
 */
function summandsOf(derived: Derived, withTax: boolean): Readonly<Record<SumField, number>> {
  const { building, space, tax } = derived;
  const gfa = cents(building.gfa?.value ?? 0);
  const weight = gfa || cents(building.rentableArea?.value ?? 0);
  const rentable = rentableValue(building) ?? 0;
  const hasVacancy = space.vacancyRate !== null;
  const hasTax = withTax && tax !== null && rentable > 0;
  const available = space.availableArea?.value ?? null;
  return {
    gfa,
    vacancyWeight: building.status === 'delivered' ? weight : 0,
    vacancyKnownWeight: hasVacancy ? weight : 0,
    vacant: hasVacancy ? cents(space.vacantArea ?? 0) : 0,
    occupied: hasVacancy ? cents(space.occupiedArea ?? 0) : 0,
    vacancyRentable: hasVacancy ? cents(rentable) : 0,
    available: cents(available ?? 0),
    availableKnownWeight: available === null ? 0 : gfa,
    offered: space.availabilityRate === null ? 0 : cents(available ?? 0),
    offeredBase: space.availabilityRate === null ? 0 : cents(space.availabilityBase ?? 0),
    rentAmount: space.askingRent === null ? 0 : Math.round(space.askingRent * (space.rentedArea ?? 0)),
    rentArea: space.askingRent === null ? 0 : cents(space.rentedArea ?? 0),
    taxHigh: hasTax ? Math.floor(Math.round(tax) / 10_000) : 0,
    taxLow: hasTax ? Math.round(tax) % 10_000 : 0,
    taxRentable: hasTax ? cents(rentable) : 0,
    taxKnownWeight: hasTax ? gfa : 0,
  };
}

function sumColumns(rows: readonly Derived[], withTax: boolean): Columns['sums'] {
  const columns = Object.fromEntries(
    sumFields.map((field) => [field, new Int32Array(rows.length)]),
  ) as Record<SumField, Int32Array>;
  rows.forEach((derived, row) => {
    const summands = summandsOf(derived, withTax);
    for (const field of sumFields) columns[field][row] = summands[field];
  });
  return columns;
}
