/** All that the indicators are counted from, by building and month. Worked out once for a portfolio. */

import { effectiveMonths } from '../../history/effective-months.ts';
import type { BuildingId } from '../../measure.ts';
import type { Building } from '../../model/building.ts';
import type { Portfolio } from '../../model/portfolio.ts';
import type { BuildingMonth } from '../../model/unit.ts';
import { rememberedSteps } from '../../remembered.ts';
import type { Stepwise } from '../../stepwise.ts';
import { type Axis, axisOf, placeOf as monthPlace } from './axis.ts';
import { type Firms, readFirms, type SortedStays } from './firms.ts';
import { type Lettings, readLettings } from './leases.ts';
import { type Frame, frameOf, readSpace, type SpaceMonths } from './space.ts';
import { readTaxes, type Taxes } from './taxes.ts';
import { readUnits, type Units } from './units.ts';

export interface Past {
  readonly portfolio: Portfolio;
  readonly axis: Axis;
  readonly buildings: readonly Building[];
  readonly placeOf: ReadonlyMap<BuildingId, number>;
  /** As reported, with the corrections laid over them. */
  readonly months: readonly BuildingMonth[];
  readonly frame: Frame;
  readonly units: Units;
  readonly space: SpaceMonths;
  readonly firms: Firms;
  readonly lettings: Lettings;
  readonly taxes: Taxes;
  /** Where each firm has been, and where it paid tax. */
  readonly stays: SortedStays;
  readonly payers: SortedStays;
}

/** Can be put down and taken up again, see `stepwise.ts`; whoever asks for figures first has it done. */
export const pastOf = rememberedSteps(function* (portfolio: Portfolio): Stepwise<Past> {
  const { buildings } = portfolio;
  const { corrected, months } = effectiveMonths(portfolio.months, portfolio.monthCorrections);
  const axis = axisOf(portfolio.asOf, months);
  const placeOf = new Map(buildings.map(({ id }, place) => [id, place]));
  const units = yield* readUnits(portfolio.units, portfolio.floors, placeOf);
  const frame = yield* frameOf(buildings, units);
  const space = yield* readSpace(axis, buildings, placeOf, months, frame, units);
  const correctedTax = new Set<number>();
  for (const { figures, reported } of corrected.values()) {
    const [place, month] = [placeOf.get(reported.buildingId), monthPlace(axis, reported.month)];
    if (place === undefined || month < 0 || month >= axis.length) continue;
    space.source[place * axis.length + month] = 2;
    if (figures.has('totalTax')) correctedTax.add(place * axis.length + month);
  }
  const firms = yield* readFirms(portfolio.enterprises, portfolio.district);
  const lettings = yield* readLettings({
    axis,
    buildings,
    placeOf,
    leases: portfolio.leases,
    units,
    firms,
  });
  const taxes = yield* readTaxes({
    axis,
    placeOf,
    records: portfolio.taxRecords,
    firms,
    lettings,
    units,
    space,
    corrected: correctedTax,
  });
  const stays = lettings.stays.sorted(firms.placeOf.size);
  yield;
  const payers = taxes.payers.sorted(firms.placeOf.size);
  return {
    ...{ portfolio, axis, buildings, placeOf, months, frame, units, space },
    ...{ firms, lettings, taxes, stays, payers },
  };
});
