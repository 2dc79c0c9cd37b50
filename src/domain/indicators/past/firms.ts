/** Firms by place, and where each of them has been in which months. */
import type { EnterpriseId } from '../../measure.ts';
import type { District } from '../../model/portfolio.ts';
import type { Enterprise } from '../../model/unit.ts';
import { eachPlace, type Stepwise } from '../../stepwise.ts';
import { addCount, placeAt } from './axis.ts';

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
  yield* eachPlace(length, (place) => {
    const firm = enterprises[place];
    if (!firm) return;
    firms.placeOf.set(firm.id, place);
    firms.isRegisteredHere[place] = whether(firm.registeredIn);
    firms.paysHere[place] = whether(firm.taxIn);
    if (firm.employees !== null && firm.employees > 0) firms.employees[place] = firm.employees;
    if (firm.industry !== null) letters.add(firm.industry);
  });
  const industries = [...letters].sort();
  const numbers = new Map(industries.map((letter, place) => [letter, place]));
  yield* eachPlace(length, (place) => {
    const industry = enterprises[place]?.industry ?? null;
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

  /** In the order of the firms, and those of each firm in the order of their beginnings. */
  sorted(firms: number): SortedStays {
    const stays = new Int32Array(this.length);
    for (let stay = 0; stay < stays.length; stay++) stays[stay] = stay;
    const byBegin = this.orderedBy(2, stays);
    const order = this.orderedBy(0, byBegin.order, firms);
    const rows = new Int32Array(this.length * 3);
    for (let place = 0; place < this.length; place++) {
      const row = placeAt(order.order, place) * 4;
      for (let part = 0; part < 3; part++) rows[place * 3 + part] = placeAt(this.rows, row + part + 1);
    }
    return { starts: order.starts, rows };
  }

  /** Stays by one of their numbers; those of the same stay in their order. Where those of each number begin. */
  private orderedBy(part: number, stays: Int32Array, least = 0): { starts: Int32Array; order: Int32Array } {
    let numbers = least;
    for (let stay = 0; stay < this.length; stay++)
      numbers = Math.max(numbers, placeAt(this.rows, stay * 4 + part) + 1);
    const starts = new Int32Array(numbers + 1);
    for (let stay = 0; stay < this.length; stay++)
      addCount(starts, placeAt(this.rows, stay * 4 + part) + 1, 1);
    for (let number = 0; number < numbers; number++) addCount(starts, number + 1, placeAt(starts, number));
    const free = starts.slice();
    const order = new Int32Array(this.length);
    for (const stay of stays) {
      const number = placeAt(this.rows, stay * 4 + part);
      order[placeAt(free, number)] = stay;
      addCount(free, number, 1);
    }
    return { starts, order };
  }
}

/** Stays of firm f: `starts[f]` … `starts[f + 1] − 1`; three numbers each: building, from, to. */
export interface SortedStays {
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}
