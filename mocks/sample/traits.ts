/**
 * What is true of a made-up building before its file leaves anything out. One hidden number, `quality`, moves
 * age, height, rent, vacancy, efficiency and tax together, as a good address does in life.
 */
import type { Grade } from '#domain/model/building.ts';
import type { Card, Plan } from './plan.ts';
import { streams } from './plan.ts';
import { clamp, Random, roundTo } from './random.ts';

export interface Traits {
  /** About normal, mean 0. */
  readonly quality: number;
  /** Number of the month of completion; null while not delivered. */
  readonly completed: number | null;
  readonly storeys: number;
  readonly basements: number;
  /** Typical floor, ㎡. */
  readonly plate: number;
  /** Gross ㎡ of each storey, from the street up. */
  readonly storeyAreas: readonly number[];
  /** Rentable ÷ gross. */
  readonly rentableShare: number;
  readonly floorToFloor: { readonly min: number; readonly max: number };
  readonly clearHeight: number;
  readonly efficiency: number;
  readonly grade: Grade;
  /** 元/㎡/月. */
  readonly rent: number;
  readonly vacancy: number;
  /** 元/㎡·year over let area, before each firm's own luck. */
  readonly tax: number;
  /** Into how many units the building is usually divided. */
  readonly usualUnits: number;
}

/** By how much an address raises quality, rent (元/㎡/月) and vacancy. */
const circleEffects: Readonly<Record<string, readonly [quality: number, rent: number, vacancy: number]>> = {
  xiaobailou: [0.45, 6, -0.02],
  haihe: [0.45, 8, 0.03],
  nanjinglu: [0.3, 4, -0.02],
  jiefangbei: [0.1, 0, 0.01],
  binjiangdao: [0, 5, 0.01],
  wudadao: [0, 2, -0.02],
  nanshi: [-0.5, -7, 0.06],
};

export function traitsOf(plan: Plan, card: Card, circleId: string): Traits {
  // A podium shares the stream of its tower, and with it quality and age.
  const shared = new Random(plan.seed, card.towerIndex ?? card.index, streams.traits);
  const [circleQuality, circleRent, circleVacancy] = circleEffects[circleId] ?? [0, 0, 0];
  const quality = clamp(circleQuality + 0.9 * shared.normal(), -2.6, 2.9);
  const ageNoise = shared.normal();
  const isFresh = shared.chance(0.07);
  const month = shared.integer(1, 12);
  const random = new Random(plan.seed, card.index, streams.traits, 1);
  const completed =
    card.status === 'delivered'
      ? completion(plan, card, isFresh ? 16 : 5 * quality + 4 * ageNoise, month)
      : null;
  const body = bodyOf(plan, card, quality, random);
  const isNew = completed !== null && plan.lastMonth - completed < 24;
  const vacancy = 0.27 - 0.06 * quality + circleVacancy + 0.105 * random.normal() + (isNew ? 0.2 : 0);
  return {
    quality,
    completed,
    ...body,
    grade: gradeOf(quality + 0.25 * random.normal()),
    rent: rentOf(card, quality, random) + circleRent,
    vacancy: clamp(vacancy, 0.025, 0.58),
    tax: 1_250 * Math.exp(0.5 * quality) * taxOfType[card.carrierType],
  };
}

const taxOfType = { office: 1, retailPodium: 0.75, heritageHouse: 0.8 } as const;

/** @param youth years younger than what is usual */
function completion(plan: Plan, card: Card, youth: number, month: number): number {
  if (card.carrierType === 'heritageHouse') {
    return Math.round(clamp(1922 + 1.2 * youth, 1905, 1940)) * 12 + month - 1;
  }
  return clamp(Math.round(2008 + youth) * 12 + month - 1, 1990 * 12, plan.lastMonth - 3);
}

function gradeOf(quality: number): Grade {
  if (quality > 1.55) return 'premium';
  if (quality > 0.35) return 'A';
  return quality > -0.75 ? 'B' : 'C';
}

function rentOf(card: Card, quality: number, random: Random): number {
  const noise = random.normal();
  switch (card.carrierType) {
    case 'office':
      return 88 + 12 * quality + 4 * noise;
    case 'retailPodium':
      return 104 + 10 * quality + 6 * noise;
    case 'heritageHouse':
      return 95 + 8 * quality + 8 * noise;
  }
}

type Body = Pick<
  Traits,
  | 'storeys'
  | 'basements'
  | 'plate'
  | 'storeyAreas'
  | 'rentableShare'
  | 'floorToFloor'
  | 'clearHeight'
  | 'efficiency'
  | 'usualUnits'
>;

function bodyOf(plan: Plan, card: Card, quality: number, random: Random): Body {
  const shape = shapes[card.carrierType](quality, random);
  const storeys = Math.max(2, Math.round(shape.storeys * plan.storeyScale));
  const storeyAreas = Array.from({ length: storeys }, (_, level) => {
    // Crowns of towers step back; podiums and houses differ a little from floor to floor.
    const isCrown = card.carrierType === 'office' && storeys > 12 && level >= storeys - 3;
    return roundTo(shape.plate * (isCrown ? 0.86 : 1) * random.between(0.985, 1), 0.1);
  });
  const min = roundTo(shape.height, 0.05);
  const max = random.chance(0.25)
    ? roundTo(Math.min(shape.tallest, min + random.between(0.3, 1)), 0.05)
    : min;
  return {
    storeys,
    basements: shape.basements,
    plate: shape.plate,
    storeyAreas,
    rentableShare: shape.rentableShare,
    floorToFloor: { min, max },
    clearHeight: roundTo(min - random.between(shape.slab[0], shape.slab[1]), 0.05),
    efficiency: roundTo(
      clamp(shape.efficiency + 0.018 * quality + 0.025 * random.normal(), 0.62, 0.82),
      0.005,
    ),
    usualUnits: Math.round(storeys * shape.unitsPerStorey),
  };
}

interface Shape {
  readonly storeys: number;
  readonly basements: number;
  readonly plate: number;
  readonly rentableShare: number;
  readonly height: number;
  readonly tallest: number;
  /** What slab, beams and ducts take from the storey height, m. */
  readonly slab: readonly [number, number];
  readonly efficiency: number;
  readonly unitsPerStorey: number;
}

type DrawShape = (quality: number, random: Random) => Shape;

const office: DrawShape = (quality, random) => ({
  storeys: clamp(22 + 6 * quality + 5 * random.normal(), 6, 58),
  basements: random.integer(1, quality > 0.5 ? 4 : 2),
  plate: officePlate(quality, random),
  rentableShare: random.between(0.9, 0.965),
  height: clamp(3.62 + 0.2 * quality + 0.16 * random.normal(), 3, 4.5),
  tallest: 4.5,
  slab: [0.65, 1.1],
  efficiency: 0.72,
  unitsPerStorey: random.between(1.3, 2.9),
});

/** A fifth of the towers have the large plates, 2,000–2,500 ㎡, that headquarters ask for. */
function officePlate(quality: number, random: Random): number {
  const usual = clamp(1_480 + 220 * quality + 300 * random.normal(), 900, 2_600);
  return Math.round(random.chance(0.2) ? random.between(2_000, 2_500) : usual);
}

const retailPodium: DrawShape = (quality, random) => ({
  storeys: random.integer(3, 6),
  basements: random.integer(1, 2),
  plate: Math.round(clamp(2_100 + 350 * quality + 650 * random.normal(), 1_000, 4_000)),
  rentableShare: random.between(0.8, 0.92),
  height: clamp(5.2 + 0.2 * quality + 0.3 * random.normal(), 4.5, 6.2),
  tallest: 6.5,
  slab: [0.9, 1.5],
  efficiency: 0.69,
  unitsPerStorey: random.between(4, 8),
});

const heritageHouse: DrawShape = (quality, random) => ({
  storeys: random.integer(2, 4),
  basements: random.chance(0.3) ? 1 : 0,
  plate: Math.round(clamp(300 + 60 * quality + 110 * random.normal(), 120, 600)),
  rentableShare: random.between(0.88, 0.97),
  height: clamp(3.65 + 0.08 * quality + 0.2 * random.normal(), 3.2, 4.2),
  tallest: 4.2,
  slab: [0.25, 0.5],
  efficiency: 0.76,
  unitsPerStorey: random.between(2, 3.2),
});

const shapes = { office, retailPodium, heritageHouse } as const;
