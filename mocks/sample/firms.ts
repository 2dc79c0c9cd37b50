/** Made-up firms: who moves in, what they do, where they are registered and what they pay. */
import type { CarrierType } from '#domain/model/building.ts';
import type { Enterprise } from '#domain/model/unit.ts';
import { firmName } from './names.ts';
import { clamp, type Random } from './random.ts';
import { inventedUscc } from './uscc.ts';

export interface Firm {
  readonly enterprise: Enterprise;
  /** Its own luck: how its tax per ㎡ stands to the building's. */
  readonly luck: number;
}

/** Sections of GB/T 4754-2017 with their weights. */
const industries: Readonly<Record<CarrierType, readonly (readonly [string, number])[]>> = {
  office: [
    ['L', 21],
    ['J', 19],
    ['I', 17],
    ['M', 12],
    ['F', 11],
    ['K', 7],
    ['G', 5],
    ['R', 4],
    ['E', 4],
  ],
  retailPodium: [
    ['F', 46],
    ['H', 26],
    ['R', 11],
    ['O', 10],
    ['P', 7],
  ],
  heritageHouse: [
    ['R', 26],
    ['L', 22],
    ['H', 18],
    ['J', 14],
    ['M', 12],
    ['I', 8],
  ],
};

/** How an industry's tax per ㎡ stands to the average one. */
const yields: Readonly<Record<string, number>> = {
  E: 0.9,
  F: 1,
  G: 0.8,
  H: 0.4,
  I: 1.1,
  J: 2.1,
  K: 1.2,
  L: 0.8,
  M: 0.8,
  O: 0.35,
  P: 0.4,
  R: 0.5,
};

/** ㎡ a head. */
const elbowRoom: Readonly<Record<CarrierType, number>> = { office: 12, retailPodium: 26, heritageHouse: 22 };

/** 和平, 河西, 南开, 河东, 滨海新区, and 朝阳 in Beijing. */
const elsewhere = ['120103', '120104', '120102', '120116', '110105'] as const;

/** The firms of one portfolio, in order of appearance. */
export class Firms {
  readonly all: Enterprise[] = [];
  private readonly home: string;
  private readonly leavers = new Map<number, { firm: Firm; from: string }[]>();

  /** @param home adcode of the district */
  constructor(home: string) {
    this.home = home;
  }

  found(carrierType: CarrierType, sqm: number, random: Random): Firm {
    const serial = this.all.length;
    const industry = random.weighted(industries[carrierType]);
    const registeredIn = random.chance(0.05) ? null : this.seat(random, 0.74);
    const heads = Math.round((sqm / elbowRoom[carrierType]) * clamp(1 + 0.35 * random.normal(), 0.3, 2));
    const enterprise: Enterprise = {
      id: `e${String(serial + 1).padStart(5, '0')}`,
      uscc: random.chance(0.04) ? null : inventedUscc(serial),
      name: firmName(serial, industry, random),
      industry: random.chance(0.03) ? null : industry,
      registeredIn,
      taxIn: registeredIn === null || random.chance(0.08) ? this.seat(random, 0.6) : registeredIn,
      employees: random.chance(0.18) ? null : Math.max(1, heads),
      synthetic: true,
    };
    this.all.push(enterprise);
    return { enterprise, luck: (yields[industry] ?? 1) * Math.exp(0.85 * random.normal() - 0.3) };
  }

  paysHere(firm: Firm): boolean {
    return firm.enterprise.taxIn === this.home;
  }

  /** Remembers that a firm left a building at the end of a month. */
  leave(firm: Firm, buildingId: string, month: number): void {
    const list = this.leavers.get(month);
    if (list) list.push({ firm, from: buildingId });
    else this.leavers.set(month, [{ firm, from: buildingId }]);
  }

  /** A firm that left another building just before `month`, if there is one: a move inside the district. */
  takeLeaver(buildingId: string, month: number): Firm | null {
    const list = this.leavers.get(month - 1) ?? [];
    const place = list.findIndex((leaver) => leaver.from !== buildingId);
    return place < 0 ? null : (list.splice(place, 1)[0]?.firm ?? null);
  }

  private seat(random: Random, homeShare: number): string {
    return random.chance(homeShare) ? this.home : random.pick(elsewhere);
  }
}
