/** Cuts a made-up building into floors and units, and decides which of them stand empty. */
import type { Floor, UnitStatus } from '#domain/model/unit.ts';
import type { Card } from './plan.ts';
import { type Random, roundTo } from './random.ts';
import type { Traits } from './traits.ts';

/** A unit on the drawing board. Areas in 1/100 ㎡, so that sums are exact. */
export interface Draft {
  readonly id: string;
  readonly floor: number;
  readonly position: number;
  readonly isWholeFloor: boolean;
  readonly cents: number;
  status: UnitStatus;
}

export interface Stack {
  readonly floors: readonly Floor[];
  /** From the street up, along each floor. */
  readonly drafts: readonly Draft[];
}

/** Units smaller than this, in 1/100 ㎡, are not cut. */
const smallest = 1_800;

/** @param unitCount how many units to cut; at least one a floor */
export function stackOf(card: Card, traits: Traits, unitCount: number, random: Random): Stack {
  const counts = unitsPerFloor(traits.storeyAreas.length, unitCount, random);
  const drafts: Draft[] = [];
  const floors = traits.storeyAreas.map((area, level): Floor => {
    const floor = level + 1;
    const rentable = Math.round(area * traits.rentableShare * 100);
    const wanted = counts[level] ?? 1;
    const cut = Math.max(1, Math.min(wanted, Math.floor(rentable / smallest)));
    for (const [index, cents] of shares(rentable, cut, random).entries()) {
      const number = `${floor}${String(index + 1).padStart(2, '0')}`;
      drafts.push({
        id: `${card.id}-${number}`,
        floor,
        position: index + 1,
        isWholeFloor: cut === 1,
        cents,
        status: 'leased',
      });
    }
    return { buildingId: card.id, floor, label: `${floor}F`, area };
  });
  return { floors, drafts };
}

/** Some floors stay whole; the others share the rest of the units. */
function unitsPerFloor(floors: number, units: number, random: Random): readonly number[] {
  const counts = Array.from({ length: floors }, () => 1);
  const divided = counts.flatMap((_, level) => (random.chance(0.7) ? [level] : []));
  const cuttable = divided.length > 0 ? divided : [0];
  for (let extra = units - floors; extra > 0; extra--) {
    const level = random.pick(cuttable);
    counts[level] = (counts[level] ?? 1) + 1;
  }
  return counts;
}

/** Parts of uneven size that add up to the whole. */
function shares(whole: number, parts: number, random: Random): readonly number[] {
  if (parts === 1) return [whole];
  const weights = Array.from({ length: parts }, () => random.between(0.6, 1.6));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let rest = whole;
  return weights.map((weight, index) => {
    const part = index === parts - 1 ? rest : Math.floor((whole * weight) / sum);
    rest -= part;
    return part;
  });
}

/** Bounds of a delivered building's vacancy rate. */
const leastVacancy = 0.02;
const mostVacancy = 0.6;

/** Sets the status of every unit so that the vacancy comes near to the wished rate. */
export function settle(drafts: readonly Draft[], traits: Traits, isOwned: boolean, random: Random): void {
  const total = drafts.reduce((sum, draft) => sum + draft.cents, 0);
  const vacancy = new Vacancy(drafts, total * traits.vacancy, total * mostVacancy);
  vacancy.emptyStack(random);
  vacancy.emptyRuns(random);
  vacancy.emptyAtLeast(total * leastVacancy);
  const taken = drafts.filter((draft) => draft.status === 'leased');
  const small = taken.find((draft) => draft.floor <= 2 && draft.cents < total * 0.03);
  if (small && random.chance(0.4)) small.status = 'notForLease';
  for (const draft of taken) {
    if (draft.status !== 'leased') continue;
    if (random.chance(0.02)) draft.status = 'reserved';
    else if (isOwned && random.chance(0.3)) draft.status = 'ownerOccupied';
  }
}

/** Nothing is let before delivery; some of it is spoken for. */
export function settleUnfinished(drafts: readonly Draft[], random: Random): void {
  for (const draft of drafts) draft.status = random.chance(0.12) ? 'reserved' : 'vacant';
}

class Vacancy {
  private readonly byFloor: readonly (readonly Draft[])[];
  private empty = 0;
  private readonly drafts: readonly Draft[];
  private readonly wished: number;
  private readonly most: number;

  constructor(drafts: readonly Draft[], wished: number, most: number) {
    this.drafts = drafts;
    this.byFloor = [...Map.groupBy(drafts, (draft) => draft.floor).values()];
    this.wished = wished;
    this.most = most;
  }

  /** Half of the taller buildings with room for it have two to five wholly empty floors on end. */
  emptyStack(random: Random): void {
    const perFloor = this.drafts.reduce((sum, draft) => sum + draft.cents, 0) / this.byFloor.length;
    const longest = Math.min(5, Math.floor(this.wished / perFloor));
    if (this.byFloor.length < 5 || longest < 2 || !random.chance(0.55)) return;
    const length = random.integer(2, longest);
    const from = random.integer(1, this.byFloor.length - length);
    for (const floor of this.byFloor.slice(from, from + length)) {
      for (const draft of floor) this.tryEmpty(draft, this.wished * 1.05);
    }
  }

  /** Runs of neighbours here and there until the wish is met. */
  emptyRuns(random: Random): void {
    for (let tries = this.drafts.length * 2; tries > 0 && this.empty < this.wished * 0.97; tries--) {
      const floor = random.pick(this.byFloor);
      const from = random.integer(0, floor.length - 1);
      const length = random.integer(1, 4);
      for (const draft of floor.slice(from, from + length)) this.tryEmpty(draft, this.wished * 1.03);
    }
  }

  /** Where units are too large for the wish, the smallest one stands empty all the same. */
  emptyAtLeast(least: number): void {
    if (this.empty >= least) return;
    for (const draft of [...this.drafts].sort((a, b) => a.cents - b.cents)) {
      if (this.empty < least) this.tryEmpty(draft, this.most);
    }
  }

  private tryEmpty(draft: Draft, limit: number): void {
    if (draft.status !== 'leased' || this.empty + draft.cents > limit) return;
    draft.status = 'vacant';
    this.empty += draft.cents;
  }
}

export function areaOf(draft: Draft): number {
  return roundTo(draft.cents / 100, 0.01);
}
