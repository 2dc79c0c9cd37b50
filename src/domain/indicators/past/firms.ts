/** Firms by place, and where each of them has been in which months. */
import type { EnterpriseId } from '../../measure.ts';
import type { District } from '../../model/portfolio.ts';
import type { Enterprise } from '../../model/unit.ts';
import { eachStepwise, type Stepwise } from '../../stepwise.ts';

/** Whether something is so: not known, no, yes. */
const unknown = 0;
const no = 1;
const yes = 2;

export interface Firms {
  readonly placeOf: Map<EnterpriseId, number>;
  /** By firm, see {@link isKnownIn} and {@link isTrueIn}; what is not on file is not known. */
  readonly isRegisteredHere: Uint8Array;
  readonly paysHere: Uint8Array;
  /** > 0, or NaN. */
  readonly employees: Float64Array;
  /** Place among `industries`, or −1. */
  readonly industry: Int32Array;
  /** Letters in their order. */
  readonly industries: readonly string[];
}

export function isKnownIn(column: Uint8Array, firm: number): boolean {
  return (column[firm] ?? unknown) !== unknown;
}

export function isTrueIn(column: Uint8Array, firm: number): boolean {
  return column[firm] === yes;
}

/** A firm names its district by the code or by one of the names. */
export function isIn(place: string, { adcode, nameZh, nameEn }: District): boolean {
  return place === adcode || place === nameZh || place === nameEn;
}

/** @param more firms that leases or tax records name though they are not on file take the places after those that are */
export function* readFirms(enterprises: readonly Enterprise[], district: District): Stepwise<Firms> {
  const length = enterprises.length;
  const letters = new Set<string>();
  const firms = {
    placeOf: new Map<EnterpriseId, number>(),
    isRegisteredHere: new Uint8Array(length),
    paysHere: new Uint8Array(length),
    employees: new Float64Array(length).fill(Number.NaN),
    industry: new Int32Array(length).fill(-1),
  };
  const whether = (place: string | null) => (place === null ? unknown : isIn(place, district) ? yes : no);
  yield* eachStepwise(enterprises.entries(), ([place, firm]) => {
    firms.placeOf.set(firm.id, place);
    firms.isRegisteredHere[place] = whether(firm.registeredIn);
    firms.paysHere[place] = whether(firm.taxIn);
    if (firm.employees !== null && firm.employees > 0) firms.employees[place] = firm.employees;
    if (firm.industry !== null) letters.add(firm.industry);
  });
  const industries = [...letters].sort();
  const numbers = new Map(industries.map((letter, place) => [letter, place]));
  yield* eachStepwise(enterprises.entries(), ([place, { industry }]) => {
    if (industry !== null) firms.industry[place] = numbers.get(industry) ?? -1;
  });
  return { ...firms, industries };
}

/** Place of a firm; one that is not on file gets the next. */
export function firmPlace(firms: Firms, id: EnterpriseId): number {
  const known = firms.placeOf.get(id);
  if (known !== undefined) return known;
  const place = firms.placeOf.size;
  firms.placeOf.set(id, place);
  return place;
}

/** Stays of firms in buildings, months `from` … `to` of the axis; of one firm in one building they may overlap. */
export class Stays {
  /** Four numbers a stay: firm, building, from, to. */
  private rows = new Int32Array(4_096);
  length = 0;

  add(firm: number, building: number, from: number, to: number): void {
    const offset = this.length * 4;
    if (offset === this.rows.length) {
      const more = new Int32Array(this.rows.length * 2);
      more.set(this.rows);
      this.rows = more;
    }
    this.rows[offset] = firm;
    this.rows[offset + 1] = building;
    this.rows[offset + 2] = from;
    this.rows[offset + 3] = to;
    this.length += 1;
  }

  /** Lengthens the last stay by a month, or begins another. */
  extend(firm: number, building: number, month: number): void {
    const last = (this.length - 1) * 4;
    const isNext =
      this.length > 0 &&
      this.rows[last] === firm &&
      this.rows[last + 1] === building &&
      this.rows[last + 3] === month - 1;
    if (isNext) this.rows[last + 3] = month;
    else this.add(firm, building, month, month);
  }

  /** In the order of the firms. */
  sorted(firms: number): SortedStays {
    const starts = new Int32Array(firms + 1);
    for (let stay = 0; stay < this.length; stay++) {
      const next = (this.rows[stay * 4] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let firm = 0; firm < firms; firm++) {
      starts[firm + 1] = (starts[firm + 1] ?? 0) + (starts[firm] ?? 0);
    }
    const free = starts.slice();
    const rows = new Int32Array(this.length * 3);
    for (let stay = 0; stay < this.length; stay++) {
      const firm = this.rows[stay * 4] ?? 0;
      const place = free[firm] ?? 0;
      free[firm] = place + 1;
      for (let part = 0; part < 3; part++) rows[place * 3 + part] = this.rows[stay * 4 + part + 1] ?? 0;
    }
    return { starts, rows };
  }
}

/** Stays of firm f: `starts[f]` … `starts[f + 1] − 1`; three numbers each: building, from, to. */
export interface SortedStays {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}
