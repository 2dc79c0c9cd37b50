/** Tax by building and month: as reported, else from the records of firms; less what firms paid that were not there. */
import type { BuildingId } from '../../measure.ts';
import type { TaxRecord } from '../../model/unit.ts';
import { eachPlace, type Stepwise } from '../../stepwise.ts';
import { type Axis, add, at, lastKept, placeAt, placeOf, unknownColumn } from './axis.ts';
import { type Firms, firmPlace, Stays } from './firms.ts';
import type { Lettings } from './leases.ts';
import type { SpaceMonths } from './space.ts';
import type { Units } from './units.ts';

/** Columns by building × month, 元; NaN is not known. */
export interface Taxes {
  /** Of occupying firms. */
  readonly counted: Float64Array;
  /** Of firms without a lease there that month; 0 where there is none. */
  readonly stray: Float64Array;
  /** From the records of occupying firms: all, with a known district share, that share, with known employees. */
  readonly recorded: Float64Array;
  readonly shared: Float64Array;
  readonly district: Float64Array;
  readonly ofHeads: Float64Array;
  /** Over the twelve months that end with each; NaN where none is known. */
  readonly year: Float64Array;
  /** How many of them are known. */
  readonly yearMonths: Float64Array;
  /** Occupying firms with known employees, in the months of their tax records. */
  readonly payers: Stays;
  readonly strays: readonly TaxRecord[];
}

interface Given {
  readonly axis: Axis;
  readonly placeOf: ReadonlyMap<BuildingId, number>;
  readonly records: readonly TaxRecord[];
  readonly firms: Firms;
  readonly lettings: Lettings;
  readonly units: Units;
  readonly space: SpaceMonths;
  /** Building-months whose tax was put right: it stands as it is. */
  readonly corrected: ReadonlySet<number>;
}

export function* readTaxes(given: Given): Stepwise<Taxes> {
  const { axis, firms, space } = given;
  const size = space.tax.length;
  const column = () => new Float64Array(size);
  const strays: TaxRecord[] = [];
  const taxes: Taxes = {
    counted: unknownColumn(size),
    stray: column(),
    recorded: unknownColumn(size),
    shared: column(),
    district: column(),
    ofHeads: column(),
    year: unknownColumn(size),
    yearMonths: column(),
    payers: new Stays(),
    strays,
  };
  const buildingOf = lastKept((id) => given.placeOf.get(id) ?? -1);
  const firmOf = lastKept((id) => firmPlace(firms, id));
  const { records } = given;
  yield* eachPlace(records.length, (place) => {
    const record = records[place];
    if (!record) return;
    const building = buildingOf(record.buildingId);
    const month = placeOf(axis, record.month);
    if (building < 0 || !(month >= 0 && month < axis.length)) return;
    const firm = firmOf(record.enterpriseId);
    const cell = building * axis.length + month;
    if (isStray(given, firm, building, month)) {
      add(taxes.stray, cell, record.totalTax / 100);
      strays.push(record);
      return;
    }
    const hasHeads = at(firms.employees, firm) > 0;
    addRecord(taxes, cell, record, hasHeads);
    if (hasHeads) taxes.payers.extend(firm, building, month);
  });
  yield* eachPlace(size / axis.length, (building) => {
    const start = building * axis.length;
    for (let cell = start; cell < start + axis.length; cell++) count(taxes, given, cell);
    addYears(taxes, start, axis.length);
  });
  return taxes;
}

function addRecord(taxes: Taxes, cell: number, record: TaxRecord, hasHeads: boolean): void {
  const yuan = record.totalTax / 100;
  taxes.recorded[cell] = (at(taxes.recorded, cell) || 0) + yuan;
  if (hasHeads) add(taxes.ofHeads, cell, yuan);
  if (record.districtTax === null) return;
  add(taxes.shared, cell, yuan);
  add(taxes.district, cell, record.districtTax / 100);
}

/**
 * Whether a firm paid for a month in which it had no lease there. Buildings without any lease on file are not
 * judged, and a firm without a lease may be the owner where some space is occupied by its owner.
 */
function isStray({ lettings, units }: Given, firm: number, building: number, month: number): boolean {
  if (lettings.hasLeases[building] === 0) return false;
  const { contracts } = lettings;
  let hasLease = false;
  for (let lease = contracts.first[firm] ?? -1; lease >= 0; lease = contracts.next[lease] ?? -1) {
    if (contracts.building[lease] !== building) continue;
    if (placeAt(contracts.from, lease) <= month && month <= placeAt(contracts.to, lease)) return false;
    hasLease = true;
  }
  return hasLease || at(units.owned, building) === 0;
}

function count(taxes: Taxes, { corrected, space }: Given, cell: number): void {
  const reported = at(space.tax, cell);
  const stray = at(taxes.stray, cell);
  if (corrected.has(cell)) {
    taxes.counted[cell] = reported;
    taxes.stray[cell] = 0;
  } else if (Number.isNaN(reported)) taxes.counted[cell] = at(taxes.recorded, cell);
  else if (stray === 0 || reported > stray) taxes.counted[cell] = reported - stray;
}

const yearMonths = 12;

function addYears(taxes: Taxes, start: number, length: number): void {
  for (let month = 0; month < length; month++) {
    let sum = 0;
    let known = 0;
    for (let back = Math.max(0, month - yearMonths + 1); back <= month; back++) {
      const tax = at(taxes.counted, start + back);
      if (Number.isNaN(tax)) continue;
      sum += tax;
      known += 1;
    }
    if (known > 0) taxes.year[start + month] = sum;
    taxes.yearMonths[start + month] = known;
  }
}
