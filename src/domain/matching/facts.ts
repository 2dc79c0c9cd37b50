/** What is known of a building and of a space in it, as spans: unknown is wide, never zero. */

import { lastDayOf } from '../calendar.ts';
import { type DayCount, daysIn } from '../cost/assumptions.ts';
import { distanceM } from '../geo.ts';
import type { IsoDate, Metres } from '../measure.ts';
import type { Building } from '../model/building.ts';
import type { MetroStation } from '../model/portfolio.ts';
import type { Offer } from './offer.ts';
import type { Budget, Requirement } from './requirement.ts';
import type { FoundSpace } from './spaces.ts';
import { anything, type Span, spanOf } from './span.ts';

/** Where no efficiency is on file, usable area lies between these shares of gross area. An assumption. */
export const plausibleEfficiency: Span = { low: 0.5, high: 1 };

/** A month is meant to its end. @param date `YYYY-MM-DD` or `YYYY-MM` */
export function lastDayMeant(date: string): IsoDate {
  return date.length === 7 ? lastDayOf(date) : date;
}

export interface BuildingFacts {
  readonly building: Building;
  readonly efficiency: Span;
  /** m to the nearest station, straight; wide by what position and station may be off. */
  readonly metro: Span;
  /** 元/㎡/月 of units that carry none: what is stated of the building while none of its offer does. */
  readonly statedRent: Span;
  /** 元/㎡/月. */
  readonly fee: Span;
  /** The last day on which an undelivered building is finished; null: delivered, or not known. */
  readonly finishedBy: IsoDate | null;
}

function metroSpan({ position }: Building, stations: readonly MetroStation[]): Span {
  if (!position || stations.length === 0) return anything;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (const { lon, lat, precisionM } of stations) {
    const distance: Metres = Math.round(distanceM(position.lon, position.lat, lon, lat));
    const off = (position.precisionM ?? 0) + (precisionM ?? 0);
    low = Math.min(low, Math.max(0, distance - off));
    high = Math.min(high, distance + off);
  }
  return { low, high };
}

function efficiencySpan({ efficiency }: Building): Span {
  if (efficiency === null || efficiency.value <= 0) return plausibleEfficiency;
  const { low, high } = spanOf(efficiency);
  return { low: Math.max(low, Math.min(plausibleEfficiency.low, high)), high: Math.min(high, 1) };
}

/** What does not depend on what is asked; worked out once for a building and its stations. */
export function buildingFacts(building: Building, stations: readonly MetroStation[]): BuildingFacts {
  const before = known.get(building);
  if (before?.stations === stations) return before.facts;
  const { status, completedOn } = building;
  const facts: BuildingFacts = {
    building,
    efficiency: efficiencySpan(building),
    metro: metroSpan(building, stations),
    statedRent: spanOf(building.statedAskingRent),
    fee: spanOf(building.managementFee),
    finishedBy: status === 'delivered' || completedOn === null ? null : lastDayMeant(completedOn),
  };
  known.set(building, { stations, facts });
  return facts;
}

const known = new WeakMap<
  Building,
  { readonly stations: readonly MetroStation[]; readonly facts: BuildingFacts }
>();

export function carriesRent({ floors }: Offer): boolean {
  return floors.some(({ priced }) => priced > 0);
}

/** 元/㎡/月 of a space: the mean of its rents by area, unknown ones taken as wide as they are. */
export function rentSpan(rent: number, pricedArea: number, area: number, unpriced: Span): Span {
  if (area <= 0) return unpriced;
  const share = Math.max(0, 1 - pricedArea / area);
  const base = rent / area;
  if (share === 0) return { low: base, high: base };
  return { low: base + share * unpriced.low, high: base + share * unpriced.high };
}

export interface SpaceFacts {
  readonly of: BuildingFacts;
  readonly space: FoundSpace;
  /** ㎡ on the basis that is asked for. */
  readonly area: Span;
  readonly usable: Span;
  /** 元/㎡/月 of gross area, without the fee. */
  readonly rent: Span;
  /** 元/㎡/月 that the budget has to pay; rent and fee where no budget is asked. */
  readonly cost: Span;
  /** First day on which all of it can be had; null: not known of some part. */
  readonly availableFrom: IsoDate | null;
  /** It cannot be had before this day; null: not known. */
  readonly notBefore: IsoDate | null;
}

function sum(a: Span, b: Span): Span {
  return { low: a.low + b.low, high: a.high + b.high };
}

/** What a budget has to pay: rent, or rent and fee; where nobody said which, anything from one to the other. */
export function costSpan(rent: Span, fee: Span, budget: Budget | null): Span {
  if (budget?.includesFee === false) return rent;
  const both = sum(rent, fee);
  return budget !== null && budget.includesFee === null ? { low: rent.low, high: both.high } : both;
}

/** 元/㎡/月 that a budget allows for so many gross ㎡; null where that needs an area and there is none. */
export function budgetPerSqm(
  { amount, unit }: Budget,
  area: number | null,
  dayCount: DayCount,
): number | null {
  switch (unit) {
    case 'perSqmDay':
      return amount * daysIn(dayCount);
    case 'perSqmMonth':
      return amount;
    default: {
      const monthly = unit === 'perMonth' ? amount : amount / 12;
      return area === null || area <= 0 ? null : monthly / area;
    }
  }
}

function dates({ units }: FoundSpace, { building, finishedBy }: BuildingFacts) {
  let notBefore = finishedBy;
  let isKnown = units.length > 0 && (building.status === 'delivered' || finishedBy !== null);
  for (const { availableFrom } of units) {
    if (availableFrom === null) isKnown = false;
    else if (notBefore === null || availableFrom > notBefore) notBefore = availableFrom;
  }
  return { notBefore, availableFrom: isKnown ? notBefore : null };
}

/** @param unpriced what units without a rent may cost, see {@link BuildingFacts.statedRent} */
export function spaceFacts(
  of: BuildingFacts,
  space: FoundSpace,
  { basis, budget }: Pick<Requirement, 'basis' | 'budget'>,
  unpriced: Span,
): SpaceFacts {
  const area = space.area ?? 0;
  const gross = space.area === null ? anything : { low: area, high: area };
  const usable =
    space.area === null ? anything : { low: area * of.efficiency.low, high: area * of.efficiency.high };
  const rent = rentSpan(space.rent, space.pricedArea, area, unpriced);
  return {
    of,
    space,
    area: basis === 'usable' ? usable : gross,
    usable,
    rent,
    cost: costSpan(rent, of.fee, budget),
    ...dates(space, of),
  };
}
