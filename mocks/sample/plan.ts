/** What is asked of the generator, and the hand of cards that it deals: type, state and partner of each building. */
import { type IsoDate, monthNumber } from '#domain/measure.ts';
import type { BuildingStatus, CarrierType } from '#domain/model/building.ts';
import { clamp, Random } from './random.ts';

export interface PortfolioOptions {
  /** Any whole number; the same seed gives the same portfolio. Default 20,261,031. */
  readonly seed?: number;
  /** Default 210. Above 1,000 the buildings no longer stand within the district but in a wide box. */
  readonly buildings?: number;
  /** The day the portfolio is true of. Default 2026-10-31. */
  readonly asOf?: IsoDate;
  /** Σ units; without it each building is divided as its kind usually is. */
  readonly units?: number;
  /** Months of history, the last being the month before that of `asOf`. Default 36; 0 leaves out all tax. */
  readonly historyMonths?: number;
}

export interface Plan {
  readonly seed: number;
  readonly asOf: IsoDate;
  /** Number of the last month of history: the month before that of `asOf`. */
  readonly lastMonth: number;
  readonly firstMonth: number;
  readonly historyMonths: number;
  /** ≤ 1; below it buildings get fewer storeys, so that a given number of units can fill them. */
  readonly storeyScale: number;
  readonly units: number | null;
  readonly cards: readonly Card[];
}

export interface Card {
  readonly index: number;
  readonly id: string;
  readonly carrierType: CarrierType;
  readonly status: BuildingStatus;
  /** Card of the tower at whose foot this podium stands. */
  readonly towerIndex: number | null;
  readonly hasUnits: boolean;
  /** Its position is on no file. */
  readonly isLost: boolean;
}

/** Purposes of the random streams of one building. */
export const streams = {
  deck: 0,
  traits: 1,
  record: 2,
  plot: 3,
  space: 4,
  tenants: 5,
  tax: 6,
  name: 7,
} as const;

const usualStoreysOfOffice = 24;

/** @throws when a number is not whole, is negative, or `asOf` is no date */
export function planOf(options: PortfolioOptions): Plan {
  const { seed = 20_261_031, buildings = 210, asOf = '2026-10-31', units, historyMonths = 36 } = options;
  for (const [name, value] of Object.entries({ buildings, historyMonths, units: units ?? 0 })) {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`invalid ${name}: ${value}`);
  }
  const month = asOf.length === 10 ? monthNumber(asOf) : null;
  if (month === null) throw new Error(`invalid asOf: ${asOf}`);
  const storeys = units === undefined || buildings === 0 ? usualStoreysOfOffice : units / buildings;
  return {
    seed,
    asOf,
    lastMonth: month - 1,
    firstMonth: month - historyMonths,
    historyMonths,
    storeyScale: clamp(storeys / usualStoreysOfOffice, 0.1, 1),
    units: units ?? null,
    cards: deal(seed, buildings),
  };
}

/** 20 % podiums, 20 % houses, the rest offices, in shuffled order. */
function deal(seed: number, count: number): readonly Card[] {
  const random = new Random(seed, streams.deck);
  const fifth = Math.round(count / 5);
  const types = Array.from({ length: count }, (_, index): CarrierType => {
    if (index < fifth) return 'retailPodium';
    return index < fifth * 2 ? 'heritageHouse' : 'office';
  });
  shuffle(types, random);
  const digits = Math.max(4, String(count).length);
  const seen = { office: 0, retailPodium: 0, heritageHouse: 0 };
  const cards = types.map((carrierType, index) => {
    const id = `s${String(index + 1).padStart(digits, '0')}`;
    return cardOf(id, index, carrierType, seen[carrierType]++);
  });
  return withTowers(cards);
}

/** `nth` of its type: rates are dealt out evenly instead of by luck, so that small districts have them too. */
function cardOf(id: string, index: number, carrierType: CarrierType, nth: number): Card {
  const isModern = carrierType !== 'heritageHouse';
  const unfinished = isModern && nth % 27 === 13 ? Math.floor(nth / 27) : -1;
  const states = carrierType === 'office' ? officeStates : podiumStates;
  const status = unfinished < 0 ? 'delivered' : (states[unfinished % states.length] ?? 'toppedOut');
  return {
    index,
    id,
    carrierType,
    status,
    towerIndex: null,
    hasUnits: nth % 12 !== 7 && status !== 'planned',
    isLost: index % 80 === 37,
  };
}

const officeStates = ['toppedOut', 'underConstruction', 'planned', 'toppedOut'] as const;
const podiumStates = ['underConstruction', 'toppedOut'] as const;

/** Every third delivered podium stands at the foot of a delivered tower of its own. */
function withTowers(cards: readonly Card[]): readonly Card[] {
  const towers = cards.filter(
    (card) => card.carrierType === 'office' && card.status === 'delivered' && !card.isLost,
  );
  let podiums = 0;
  let used = 0;
  return cards.map((card) => {
    if (card.carrierType !== 'retailPodium' || card.status !== 'delivered' || card.isLost) return card;
    if (podiums++ % 3 !== 0) return card;
    const tower = towers[used++];
    return tower ? { ...card, towerIndex: tower.index } : card;
  });
}

function shuffle<T>(list: T[], random: Random): void {
  for (let last = list.length - 1; last > 0; last--) {
    const other = random.integer(0, last);
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) {
      list[last] = b;
      list[other] = a;
    }
  }
}
