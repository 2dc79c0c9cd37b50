/** From the drawing board to the file: units with rents, dates and what the landlord says of them. */
import type { IsoDate } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import type { Unit } from '#domain/model/unit.ts';
import { dayOf } from './calendar.ts';
import type { Card, Plan } from './plan.ts';
import { clamp, type Random, roundTo } from './random.ts';
import { areaOf, type Draft } from './stacking.ts';
import { type Group, isMarketed } from './tenancies.ts';
import type { Traits } from './traits.ts';

/** How one landlord quotes. */
export interface Quoting {
  readonly isQuoted: boolean;
  /** In 元/㎡/天, by steps of five 分. */
  readonly byDay: boolean;
}

export function quotingOf(building: Building, random: Random): Quoting {
  const isQuoted = building.tenure !== 'sale' && random.chance(0.94);
  return { isQuoted, byDay: random.chance(0.5) };
}

const dayRentStep = 0.05;
const daysPerMonth = 365 / 12;

/** What a unit asks, 元/㎡/月, 60–140: higher up dearer in a tower, cheaper in a podium. */
export function askingRent(card: Card, traits: Traits, floor: number, byDay: boolean, random: Random) {
  const height = floor / traits.storeys - 0.5;
  const slope = card.carrierType === 'office' ? 0.1 : card.carrierType === 'retailPodium' ? -0.2 : 0;
  const wished = clamp(traits.rent * (1 + slope * height) * random.between(0.985, 1.015), 60.9, 139.9);
  return byDay
    ? roundTo(Math.round(wished / daysPerMonth / dayRentStep) * dayRentStep * daysPerMonth, 0.01)
    : roundTo(wished, 0.5);
}

/** The units of a group. */
export function unitsOf(
  plan: Plan,
  card: Card,
  traits: Traits,
  quoting: Quoting,
  group: Group,
  random: Random,
): readonly Unit[] {
  const present = group.tenancies.find((tenancy) => tenancy.last > plan.lastMonth);
  const marketed = present !== undefined && isMarketed(group, present, plan.lastMonth);
  const isVacant = group.units[0]?.status === 'vacant';
  const isOffered = isVacant || marketed;
  const emptySince = group.tenancies[0]?.last ?? plan.lastMonth - random.integer(1, 30);
  const until = present ? nextDay(present.last, present.firstDay) : null;
  const from = isVacant ? freeFrom(plan, card, emptySince, random) : marketed ? until : null;
  return group.units.map((draft) => ({
    id: draft.id,
    buildingId: card.id,
    floor: draft.floor,
    label: draft.isWholeFloor ? `${draft.floor}F 整层` : draft.id.slice(card.id.length + 1),
    position: draft.position,
    area: areaOf(draft),
    status: draft.status,
    marketed,
    askingRent:
      isOffered && quoting.isQuoted && !random.chance(0.06)
        ? askingRent(card, traits, draft.floor, quoting.byDay, random)
        : null,
    availableFrom: from,
    minDivisibleArea: isOffered ? leastPart(draft, random) : null,
  }));
}

/** The day after a lease that covers the month-ends up to `last`. */
function nextDay(last: number, firstDay: 1 | 16): IsoDate {
  return dayOf(last + 1, firstDay);
}

function freeFrom(plan: Plan, card: Card, emptySince: number, random: Random): IsoDate | null {
  if (random.chance(0.15)) return null;
  const isUnfinished = card.status !== 'delivered';
  if (isUnfinished) return dayOf(plan.lastMonth + 1 + random.integer(4, 20), 1);
  if (random.chance(0.15)) return dayOf(plan.lastMonth + 1 + random.integer(1, 5), 1);
  return dayOf(emptySince + 1, 16);
}

function leastPart(draft: Draft, random: Random): number | null {
  if (draft.cents < 30_000 || random.chance(0.6)) return null;
  return random.pick([100, 150, 200, 300].filter((sqm) => sqm * 150 <= draft.cents));
}
