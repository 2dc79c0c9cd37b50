/** What the formulas see: one building in one period. Unknown is NaN, which no sum takes in. */
import { at, placeAt } from '../past/axis.ts';
import type { Past } from '../past/past.ts';
import type { Period } from '../periods.ts';

/** What one building adds to the figure of its group. */
export interface Share {
  /** NaN: the building is not in the figure. */
  readonly numerator: number;
  /** 0 for a sum. */
  readonly denominator: number;
  /** What of `weight` is known; the coverage of a group is Σ known ÷ Σ weight. */
  readonly known: number;
  readonly weight: number;
}

/** A share, or null where the figure does not concern the building. */
export type ShareOf = (building: Inputs) => Share | null;

/** A building that the figure concerns, and whose inputs are not known. */
export function unknownShare(weight: number): Share {
  return { numerator: Number.NaN, denominator: 0, known: 0, weight };
}

/** A share whose numerator and denominator count if both are known, with all its weight. */
export function shareOf(numerator: number, denominator: number, weight: number): Share {
  return Number.isNaN(numerator) || Number.isNaN(denominator)
    ? unknownShare(weight)
    : { numerator, denominator, known: weight, weight };
}

/** A cursor over buildings and periods. Areas ㎡, money 元. */
export class Inputs {
  private readonly past: Past;
  private building = 0;
  /** The building's last month of the period: its place in columns by building × month. */
  end = 0;
  private period: Period = { name: '', from: 0, to: -1, outside: 0 };

  constructor(past: Past) {
    this.past = past;
  }

  /** Moves to a building and a period that has months on the axis. */
  moveTo(building: number, period: Period): this {
    this.building = building;
    this.period = period;
    this.end = building * this.past.axis.length + period.to;
    return this;
  }

  /** Gross floor area, or the rentable where that is not stated; 0 when neither is. */
  get weight(): number {
    return at(this.past.frame.weight, this.building);
  }
  get rentable(): number {
    return at(this.past.frame.rentable, this.building);
  }
  get rentableOrGfa(): number {
    return at(this.past.frame.base, this.building);
  }
  get isHeritage(): boolean {
    return this.past.frame.isHeritage[this.building] === 1;
  }
  get isDelivered(): boolean {
    return this.past.space.isDelivered[this.end] === 1;
  }
  get occupied(): number {
    return at(this.past.space.occupied, this.end);
  }
  get vacant(): number {
    return at(this.past.space.vacant, this.end);
  }
  get available(): number {
    return at(this.past.space.available, this.end);
  }

  /** Occupied so many months before a place of the axis; 0 before the building was delivered. */
  private occupiedAt(month: number): number {
    if (month < 0) return Number.NaN;
    const cell = this.building * this.past.axis.length + month;
    return this.past.space.isDelivered[cell] === 1 ? at(this.past.space.occupied, cell) : 0;
  }
  /** At the end of the period before; 0 before the building was delivered. */
  get occupiedBefore(): number {
    return this.occupiedAt(this.period.from - 1);
  }
  get occupiedYearAgo(): number {
    return this.occupiedAt(this.period.to - 12);
  }

  /** Whether the period ends with the month of the data: asking rents and vacant units are known of no other. */
  get isNow(): boolean {
    return this.period.to === this.past.axis.length - 1;
  }
  get pricedNow(): number {
    return at(this.past.frame.priced, this.building);
  }
  get askedNow(): number {
    return at(this.past.frame.asked, this.building);
  }
  get vacantUnits(): number {
    return at(this.past.lettings.vacant, this.building);
  }
  get vacantUnitsSince(): number {
    return at(this.past.lettings.vacantSince, this.building);
  }
  get vacantUnitsLong(): number {
    return at(this.past.lettings.vacantLong, this.building);
  }

  get leased(): number {
    return at(this.past.lettings.leased, this.end);
  }
  get leasedYears(): number {
    return at(this.past.lettings.years, this.end);
  }
  get priced(): number {
    return at(this.past.lettings.priced, this.end);
  }
  get rent(): number {
    return at(this.past.lettings.rent, this.end);
  }
  get rentYears(): number {
    return at(this.past.lettings.rentYears, this.end);
  }
  get ending(): number {
    return at(this.past.lettings.ending, this.end);
  }
  get effectiveArea(): number {
    return at(this.past.lettings.effective, this.end);
  }
  get termRent(): number {
    return at(this.past.lettings.termRent, this.end);
  }
  get termMonths(): number {
    return at(this.past.lettings.termMonths, this.end);
  }
  /** Let, whether a running lease is on file or not: by the units now, by the report before that. */
  get letArea(): number {
    const { units } = this.past;
    const owned = at(units.owned, this.building) / 100;
    if (this.isNow && placeAt(units.count, this.building) > 0) {
      return Math.max(this.leased, at(units.let, this.building) / 100);
    }
    const reported = this.occupied;
    return Math.max(this.leased, Number.isNaN(reported) ? 0 : reported - owned);
  }
  /** Where the occupier's industry is known. */
  get industryArea(): number {
    const { firms, lettings } = this.past;
    const kinds = firms.industries.length;
    let known = 0;
    for (let kind = 0; kind < kinds; kind++) known += at(lettings.industry, this.end * kinds + kind);
    return known;
  }
  get hasLeases(): boolean {
    return this.past.lettings.hasLeases[this.building] === 1;
  }

  /** Firms as reported; NaN without a report. */
  get reportedFirms(): number {
    return at(this.past.space.tenants, this.end);
  }

  get monthsInside(): number {
    return this.period.to - this.period.from + 1;
  }
  get monthsOutside(): number {
    return this.period.outside;
  }
  /** Months of the period in which the building was delivered; those outside of the axis are as its last one. */
  get deliveredMonths(): number {
    const { isDelivered } = this.past.space;
    let months = this.isDelivered ? this.period.outside : 0;
    for (let cell = this.end - this.monthsInside + 1; cell <= this.end; cell++) {
      months += isDelivered[cell] ?? 0;
    }
    return months;
  }
  /** Σ of a column of taxes over the months of the period that are known; NaN when none is. */
  private taxOver(column: Float64Array): number {
    let sum = Number.NaN;
    for (let cell = this.end - this.monthsInside + 1; cell <= this.end; cell++) {
      const tax = at(column, cell);
      if (!Number.isNaN(tax)) sum = Number.isNaN(sum) ? tax : sum + tax;
    }
    return sum;
  }
  get tax(): number {
    return this.taxOver(this.past.taxes.counted);
  }
  /** Months of the period whose tax is known; of one with tax of firms that were not there, the share of the rest. */
  get taxMonths(): number {
    const { counted, stray } = this.past.taxes;
    let months = 0;
    for (let cell = this.end - this.monthsInside + 1; cell <= this.end; cell++) {
      const tax = at(counted, cell);
      if (Number.isNaN(tax)) continue;
      const out = at(stray, cell);
      months += out > 0 ? tax / (tax + out) : 1;
    }
    return months;
  }
  get recordedTax(): number {
    return this.taxOver(this.past.taxes.recorded);
  }
  get sharedTax(): number {
    return this.taxOver(this.past.taxes.shared);
  }
  get districtTax(): number {
    return this.taxOver(this.past.taxes.district);
  }
  get taxOfHeads(): number {
    return this.taxOver(this.past.taxes.ofHeads);
  }
  /** Over the twelve months that end with the period; NaN when none is known. */
  get yearTax(): number {
    return at(this.past.taxes.year, this.end);
  }
  /** Share of these twelve months that is known. */
  get yearKnown(): number {
    return at(this.past.taxes.yearMonths, this.end) / 12;
  }
}
