/** The file of a made-up building: its traits, rounded and worded as files are, with some fields left out. */
import { type Bound, monthFromNumber, type Quantity } from '#domain/measure.ts';
import type { Building, GreenCertificate, ProtectionClass, Tenure } from '#domain/model/building.ts';
import { developerName, type Name } from './names.ts';
import type { Card, Plan } from './plan.ts';
import { streams } from './plan.ts';
import type { Plot } from './plots.ts';
import { clamp, Random, roundTo } from './random.ts';
import type { Traits } from './traits.ts';
import { admissionRules, hvacs, industriesWanted, powers, remarkPool } from './wording.ts';

/** How often a field is not on file. */
const missing = {
  nameEn: 0.12,
  address: 0.03,
  completedOn: 0.08,
  grade: 0.09,
  developer: 0.22,
  gfa: 0.03,
  rentableArea: 0.1,
  floorPlate: 0.07,
  floors: 0.05,
  floorToFloorHeight: 0.12,
  clearHeight: 0.25,
  efficiency: 0.16,
  columnFree: 0.2,
  divisible: 0.15,
  greenCertificate: 0.18,
  tenure: 0.06,
  targetIndustries: 0.14,
  protectionClass: 0.08,
  lifts: 0.1,
  parking: 0.13,
  managementFee: 0.12,
  hvac: 0.2,
  power: 0.25,
  steward: 0.15,
} as const;

/** Draws what is left out and how figures are stated, always in the same order. */
class Clerk {
  readonly random: Random;

  constructor(random: Random) {
    this.random = random;
  }

  file<T>(field: keyof typeof missing, value: T): T | null {
    return this.random.chance(missing[field]) ? null : value;
  }

  /** Mostly exact; now and then "超…" (rounded down) or "约…" (rounded). */
  state(value: number, roundedBy: number): Quantity {
    const bound: Bound = this.random.weighted([
      ['exact', 90],
      ['atLeast', 4],
      ['about', 6],
    ]);
    if (bound === 'exact') return { value, bound };
    const steps = bound === 'atLeast' ? Math.floor(value / roundedBy) : Math.round(value / roundedBy);
    return steps > 0 ? { value: roundTo(steps * roundedBy, 0.005), bound } : { value, bound: 'exact' };
  }
}

/** Everything but the space on offer. `rentable` is Σ units in ㎡. */
export function buildingOf(
  plan: Plan,
  card: Card,
  plot: Plot,
  traits: Traits,
  name: Name,
  rentable: number,
): Building {
  const clerk = new Clerk(new Random(plan.seed, card.index, streams.record));
  const grade = gradeOf(card, traits, clerk);
  const isOpen = card.status === 'planned';
  return {
    id: card.id,
    nameZh: name.zh,
    nameEn: clerk.file('nameEn', name.en),
    aliases: [],
    address: clerk.file('address', plot.address),
    position: card.isLost
      ? null
      : { lon: plot.lon, lat: plot.lat, precisionM: clerk.random.pick([10, 20, 50]) },
    carrierType: card.carrierType,
    status: card.status,
    completedOn: clerk.file(
      'completedOn',
      traits.completed === null ? null : monthFromNumber(traits.completed),
    ),
    ...grade,
    developer: clerk.file('developer', developerName(clerk.random)),
    ...areasOf(card, traits, rentable, clerk),
    floors: clerk.file('floors', { above: traits.storeys, below: traits.basements }) ?? {
      above: null,
      below: null,
    },
    floorToFloorHeight: clerk.file('floorToFloorHeight', traits.floorToFloor),
    clearHeight: isOpen ? null : clerk.file('clearHeight', clerk.state(traits.clearHeight, 0.1)),
    efficiency: clerk.file('efficiency', clerk.state(traits.efficiency, 0.05)),
    columnFree: clerk.file('columnFree', clerk.random.chance(columnFreeShare(card, traits))),
    divisible: clerk.file('divisible', clerk.random.chance(0.82)),
    greenCertificate: clerk.file('greenCertificate', greenOf(card, traits, clerk.random)),
    tenure: clerk.file('tenure', tenureOf(card, clerk.random)),
    targetIndustries: clerk.file('targetIndustries', industriesWanted(card.carrierType, clerk.random)),
    admissionRule: admissionOf(card, clerk.random),
    protectionClass:
      card.carrierType === 'heritageHouse' ? clerk.file('protectionClass', protectionOf(clerk.random)) : null,
    ...equipmentOf(card, traits, clerk),
    remarks: clerk.random.chance(0.3) ? [clerk.random.pick(remarkPool[card.carrierType])] : [],
    steward: clerk.file('steward', {
      name: `示例管家 ${String((card.index % 24) + 1).padStart(2, '0')}`,
      phone: null,
    }),
    circleId: plot.circleId,
    subdistrictId: card.isLost ? null : plot.subdistrictId,
    synthetic: true,
  };
}

type Areas = Pick<
  Building,
  'gfa' | 'rentableArea' | 'floorPlate' | 'statedAvailableArea' | 'statedAskingRent'
>;

function areasOf(card: Card, traits: Traits, rentable: number, clerk: Clerk): Areas {
  const gross = roundTo(
    traits.storeyAreas.reduce((sum, area) => sum + area, 0),
    0.1,
  );
  const isSmall = card.carrierType === 'heritageHouse';
  const gfa = clerk.file('gfa', clerk.state(gross, isSmall ? 50 : 500));
  const rentableArea = clerk.file('rentableArea', { value: rentable, bound: 'exact' } as const);
  const floorPlate = clerk.file('floorPlate', clerk.state(traits.plate, isSmall ? 10 : 50));
  const states = !card.hasUnits && clerk.random.chance(0.5);
  const offered = roundTo(gross * clamp(traits.vacancy, 0.05, 0.5), 10);
  const rent = roundTo(clamp(traits.rent, 60, 140), 1);
  return {
    gfa,
    rentableArea: card.status === 'planned' ? null : rentableArea,
    floorPlate,
    statedAvailableArea: states ? clerk.state(offered, 50) : null,
    statedAskingRent: states && clerk.random.chance(0.6) ? { value: rent, bound: 'about' } : null,
  };
}

/** Houses are rarely graded, podiums sometimes. */
function gradeOf(card: Card, traits: Traits, clerk: Clerk): Pick<Building, 'grade' | 'gradeBasis'> {
  const share = { office: 1, retailPodium: 0.45, heritageHouse: 0.12 }[card.carrierType];
  const isGraded = clerk.random.chance(share);
  const grade = clerk.file('grade', traits.grade);
  const isCertified = clerk.random.chance(0.4);
  if (!isGraded || grade === null) return { grade: null, gradeBasis: null };
  return { grade, gradeBasis: isCertified ? 'certificate' : 'claim' };
}

function columnFreeShare(card: Card, traits: Traits): number {
  if (card.carrierType !== 'office') return 0.1;
  return clamp(0.32 + 0.18 * traits.quality, 0.05, 0.85);
}

function greenOf(card: Card, traits: Traits, random: Random): GreenCertificate {
  const isGreen = card.carrierType !== 'heritageHouse' && random.chance(0.42 + 0.2 * traits.quality);
  if (!isGreen) return 'none';
  return random.weighted<GreenCertificate>([
    ['greenStar1', 26],
    ['greenStar2', 42],
    ['greenStar3', 14],
    ['leed', 18],
  ]);
}

function tenureOf(card: Card, random: Random): Tenure {
  if (card.carrierType === 'heritageHouse') return random.chance(0.92) ? 'lease' : 'both';
  return random.weighted<Tenure>([
    ['lease', 74],
    ['both', 20],
    ['sale', 6],
  ]);
}

function protectionOf(random: Random): ProtectionClass {
  return random.weighted<ProtectionClass>([
    ['special', 6],
    ['key', 34],
    ['general', 60],
  ]);
}

function admissionOf(card: Card, random: Random): string | null {
  const rules = admissionRules[card.carrierType];
  return random.chance(rules.share) ? random.pick(rules.texts) : null;
}

type Equipment = Pick<Building, 'lifts' | 'parking' | 'managementFee' | 'hvac' | 'power'>;

function equipmentOf(card: Card, traits: Traits, clerk: Clerk): Equipment {
  const gross = traits.plate * traits.storeys;
  const isHouse = card.carrierType === 'heritageHouse';
  const fee = { office: 17, retailPodium: 24, heritageHouse: 9 }[card.carrierType] + 4 * traits.quality;
  return {
    lifts: clerk.file('lifts', isHouse ? Number(gross > 1_200) : Math.max(2, Math.round(gross / 4_800))),
    parking: clerk.file('parking', isHouse ? clerk.random.integer(0, 8) : Math.round(gross / 190)),
    managementFee: clerk.file('managementFee', clerk.state(roundTo(clamp(fee, 4, 38), 0.5), 1)),
    hvac: clerk.file('hvac', clerk.random.pick(hvacs[card.carrierType])),
    power: clerk.file('power', clerk.random.pick(powers[card.carrierType])),
  };
}
