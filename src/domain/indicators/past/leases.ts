/** long: one pass over the leases, written for a hundred thousand units; what it adds up hangs together. */
import { plusMonths, yearsBetween } from '../../calendar.ts';
import type { BuildingId } from '../../measure.ts';
import type { Building } from '../../model/building.ts';
import type { Lease } from '../../model/unit.ts';
import { eachPlace, type Stepwise } from '../../stepwise.ts';
import { headFirst, occupierFirst } from '../lettings.ts';
import { rentOfTerm, type TermRent } from '../net-effective-rent.ts';
import { type Axis, add, at, dayKey, lastKept, placeAt, placeOf } from './axis.ts';
import { type Firms, firmPlace, Stays } from './firms.ts';
import type { Units } from './units.ts';

/** Columns by building × month; areas ㎡. */
export interface Lettings {
  /** Under a running lease. */
  readonly leased: Float64Array;
  /** ㎡ × remaining years. */
  readonly years: Float64Array;
  /** Under a running lease with a known rent. */
  readonly priced: Float64Array;
  /** 元/month. */
  readonly rent: Float64Array;
  /** 元/month × remaining years. */
  readonly rentYears: Float64Array;
  /** Ends within twelve months. */
  readonly ending: Float64Array;
  /** With a known rent of the whole term. */
  readonly effective: Float64Array;
  /** 元 over the terms. */
  readonly termRent: Float64Array;
  /** ㎡ × months of the terms. */
  readonly termMonths: Float64Array;
  /** By building × month × industry. */
  readonly industry: Float64Array;
  /** By building: some lease is on file. */
  readonly hasLeases: Uint8Array;
  /** By building, today: vacant, of it with a known beginning, and of it for a year. */
  readonly vacant: Float64Array;
  readonly vacantSince: Float64Array;
  readonly vacantLong: Float64Array;
  readonly stays: Stays;
  readonly contracts: Contracts;
}

/** Who had a contract where and when: leases by firm, whatever their unit. */
export interface Contracts {
  /** First lease of a firm, and the next of the same firm; −1 ends the row. */
  readonly first: number[];
  readonly next: Int32Array;
  readonly building: Int32Array;
  /** Months that a lease touches. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Given {
  readonly axis: Axis;
  readonly buildings: readonly Building[];
  readonly placeOf: ReadonlyMap<BuildingId, number>;
  readonly leases: readonly Lease[];
  readonly units: Units;
  readonly firms: Firms;
}

export function* readLettings(given: Given): Stepwise<Lettings> {
  const { axis, buildings, firms, leases, units } = given;
  const size = buildings.length * axis.length;
  const column = () => new Float64Array(size);
  const lettings: Lettings = {
    leased: column(),
    years: column(),
    priced: column(),
    rent: column(),
    rentYears: column(),
    ending: column(),
    effective: column(),
    termRent: column(),
    termMonths: column(),
    industry: new Float64Array(size * firms.industries.length),
    hasLeases: new Uint8Array(buildings.length),
    vacant: new Float64Array(buildings.length),
    vacantSince: new Float64Array(buildings.length),
    vacantLong: new Float64Array(buildings.length),
    stays: new Stays(),
    contracts: {
      first: [],
      next: new Int32Array(leases.length).fill(-1),
      building: new Int32Array(leases.length).fill(-1),
      from: new Int32Array(leases.length),
      to: new Int32Array(leases.length).fill(-1),
    },
  };
  const firmOf = new Int32Array(leases.length);
  const nextOfUnit = new Int32Array(leases.length).fill(-1);
  const firstOfUnit = new Int32Array(units.area.length).fill(-1);
  const placeOfFirm = lastKept((id) => firmPlace(firms, id));
  const buildingOf = lastKept((id) => given.placeOf.get(id) ?? -1);
  yield* eachPlace(leases.length, (place) => {
    const lease = leases[place];
    if (!lease) return;
    const building = buildingOf(lease.buildingId);
    if (building < 0) return;
    const firm = placeOfFirm(lease.enterpriseId);
    firmOf[place] = firm;
    lettings.hasLeases[building] = 1;
    file(lettings.contracts, axis, place, building, firm, lease);
    const unit = units.placesOf[building]?.get(lease.unitId);
    if (unit === undefined) return;
    nextOfUnit[place] = firstOfUnit[unit] ?? -1;
    firstOfUnit[unit] = place;
  });
  const counter = new Counter(given, lettings, firmOf);
  yield* eachPlace(firstOfUnit.length, (unit) => counter.count(unit, firstOfUnit[unit] ?? -1, nextOfUnit));
  return lettings;
}

function file(
  contracts: Contracts,
  axis: Axis,
  place: number,
  building: number,
  firm: number,
  { start, end }: Lease,
): void {
  if (end < start) return;
  contracts.next[place] = contracts.first[firm] ?? -1;
  contracts.first[firm] = place;
  contracts.building[place] = building;
  contracts.from[place] = placeOf(axis, start);
  contracts.to[place] = placeOf(axis, end);
}

function isBefore(order: typeof headFirst, lease: Lease, other: Lease | undefined): boolean {
  return other === undefined || order(lease, other) < 0;
}

/** Adds up unit by unit: which lease counts in which month, and what follows. */
class Counter {
  private readonly heads: Int32Array;
  private readonly occupiers: Int32Array;
  private readonly yearLimits: Int32Array;
  private readonly yearAgo: number;
  private readonly yearsUntil = new Map<number, Float64Array>();

  private readonly given: Given;
  private readonly into: Lettings;
  private readonly firmOf: Int32Array;

  constructor(given: Given, into: Lettings, firmOf: Int32Array) {
    const { axis } = given;
    this.given = given;
    this.into = into;
    this.firmOf = firmOf;
    this.heads = new Int32Array(axis.length);
    this.occupiers = new Int32Array(axis.length);
    this.yearLimits = Int32Array.from(axis.days, (day) => dayKey(plusMonths(day, 12)));
    this.yearAgo = dayKey(plusMonths(axis.days.at(-1) ?? '', -12));
  }

  count(unit: number, first: number, next: Int32Array): void {
    const { axis, leases, units } = this.given;
    const building = placeAt(units.building, unit);
    if (units.isVacant[unit] === 1) this.countVacancy(unit, building, first, next);
    if (first < 0) return;
    this.heads.fill(-1);
    this.occupiers.fill(-1);
    for (let lease = first; lease >= 0; lease = next[lease] ?? -1) this.lay(lease, leases[lease]);
    if (units.isLet[unit] === 0) {
      this.heads[axis.length - 1] = -1;
      this.occupiers[axis.length - 1] = -1;
    }
    const area = units.isSound[unit] === 1 ? at(units.area, unit) : 0;
    this.addTerms(building, area);
    this.addOccupiers(building, area);
  }

  /** Lays a lease over the months at whose last day it runs. */
  private lay(place: number, lease: Lease | undefined): void {
    if (!lease) return;
    const { axis, leases } = this.given;
    const start = dayKey(lease.start);
    const end = dayKey(lease.end);
    if (end < start) return;
    let from = Math.max(0, placeOf(axis, lease.start));
    if (from < axis.length && placeAt(axis.dayKeys, from) < start) from += 1;
    let to = Math.min(axis.length - 1, placeOf(axis, lease.end));
    // Runs at the end of its last month only if that is its last day.
    if (to >= 0 && placeAt(axis.dayKeys, to) > end) to -= 1;
    for (let month = from; month <= to; month++) {
      const head = placeAt(this.heads, month);
      if (head < 0 || isBefore(headFirst, lease, leases[head])) this.heads[month] = place;
      const occupier = placeAt(this.occupiers, month);
      if (occupier < 0 || isBefore(occupierFirst, lease, leases[occupier])) this.occupiers[month] = place;
    }
  }

  private addTerms(building: number, area: number): void {
    const { axis, leases } = this.given;
    let place = -1;
    let lease: Lease | undefined;
    let end = 0;
    let years: Float64Array | null = null;
    let term: TermRent | null = null;
    for (let month = 0; month < axis.length; month++) {
      const head = this.heads[month] ?? -1;
      if (head < 0) continue;
      if (head !== place) {
        place = head;
        lease = leases[head];
        if (!lease) continue;
        end = dayKey(lease.end);
        years = this.yearsTo(end);
        term = rentOfTerm(lease);
      }
      if (!lease || !years) continue;
      let left = at(years, month);
      if (Number.isNaN(left)) {
        left = yearsBetween(axis.days[month] ?? '', lease.end);
        years[month] = left;
      }
      this.addTerm(building * axis.length + month, month, area, left, lease.contractRent, end, term);
    }
  }

  private addTerm(
    cell: number,
    month: number,
    area: number,
    years: number,
    rent: number | null,
    end: number,
    term: TermRent | null,
  ): void {
    const { into } = this;
    add(into.leased, cell, area);
    add(into.years, cell, area * years);
    if (end <= placeAt(this.yearLimits, month)) add(into.ending, cell, area);
    if (rent !== null) {
      add(into.priced, cell, area);
      add(into.rent, cell, area * rent);
      add(into.rentYears, cell, area * rent * years);
    }
    if (term === null) return;
    add(into.effective, cell, area);
    add(into.termRent, cell, area * term.rent);
    add(into.termMonths, cell, area * term.months);
  }

  private addOccupiers(building: number, area: number): void {
    const { axis, firms } = this.given;
    const kinds = firms.industries.length;
    let since = -1;
    let firm = -1;
    for (let month = 0; month <= axis.length; month++) {
      const occupier = month < axis.length ? (this.occupiers[month] ?? -1) : -1;
      const now = occupier < 0 ? -1 : placeAt(this.firmOf, occupier);
      if (now !== firm) {
        if (firm >= 0) this.into.stays.add(firm, building, since, month - 1);
        [firm, since] = [now, month];
      }
      if (now < 0) continue;
      const industry = firms.industry[now] ?? -1;
      if (industry >= 0) {
        add(this.into.industry, (building * axis.length + month) * kinds + industry, area);
      }
    }
  }

  /** Remaining years at the end of each month until a day; NaN is not worked out yet. */
  private yearsTo(end: number): Float64Array {
    const known = this.yearsUntil.get(end) ?? new Float64Array(this.given.axis.length).fill(Number.NaN);
    this.yearsUntil.set(end, known);
    return known;
  }

  /** Vacant since its last lease ended, or since the building was completed. */
  private countVacancy(unit: number, building: number, first: number, next: Int32Array): void {
    const { axis, buildings, leases, units } = this.given;
    const owner = buildings[building];
    if (owner?.status !== 'delivered' || units.isSound[unit] === 0) return;
    const area = at(units.area, unit);
    add(this.into.vacant, building, area);
    const today = axis.days.at(-1) ?? '';
    let since: string | null = null;
    for (let place = first; place >= 0; place = next[place] ?? -1) {
      const lease = leases[place];
      if (!lease || lease.end < lease.start || lease.end > today) continue;
      if (since === null || lease.end > since) since = lease.end;
    }
    since ??= owner.completedOn;
    if (since === null) return;
    add(this.into.vacantSince, building, area);
    const key = since.length > 7 ? dayKey(since) : dayKey(`${since}-31`);
    if (key <= this.yearAgo) add(this.into.vacantLong, building, area);
  }
}
