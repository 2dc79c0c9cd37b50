/** What the units of a stacking plan are coloured by, and which class each of them is in. */
import type { IsoDate, SquareMetres } from '../measure.ts';
import type { UnitStatus } from '../model/unit.ts';
import { rentSteps } from './rent-steps.ts';
import { leaseOf, type PlanStorey, type PlanUnit, sumOfAreas } from './storey.ts';

export const colourings = ['status', 'expiry', 'industry', 'rent'] as const;
export type Colouring = (typeof colourings)[number];

/** A unit that is let but on offer again is told apart: it is both. */
export const planStatuses = [
  'vacant',
  'marketed',
  'reserved',
  'leased',
  'ownerOccupied',
  'notForLease',
] as const;
export type PlanStatus = (typeof planStatuses)[number];

export const rampSteps = [1, 2, 3, 4, 5, 6] as const;
type Step = (typeof rampSteps)[number];

/** How a class is painted: by status, a step of a ramp from pale to dark, or one of six categories. */
export type Tone = PlanStatus | `ramp${Step}` | `kind${Step}` | 'other' | 'none' | 'unknown';

export type ClassMeaning =
  | { readonly by: 'status'; readonly status: PlanStatus }
  | { readonly by: 'year'; readonly year: number; readonly orLater: boolean }
  | { readonly by: 'industry'; readonly section: string }
  /** 元/㎡/月, `hi` not included. */
  | { readonly by: 'rent'; readonly lo: number; readonly hi: number }
  /** Industries beyond the six with the most area. */
  | { readonly by: 'other' }
  /** The question does not arise: no lease, or not on offer. */
  | { readonly by: 'none' }
  /** It does arise, and the answer is not on file. */
  | { readonly by: 'unknown' };

export interface UnitClass {
  readonly meaning: ClassMeaning;
  readonly tone: Tone;
  readonly area: SquareMetres;
  readonly units: number;
}

export interface Coloured {
  /** In the order of the legend; none is empty. */
  readonly classes: readonly UnitClass[];
  readonly toneOf: (unit: PlanUnit) => Tone;
}

const mostYears = rampSteps.length;
const mostIndustries = rampSteps.length;

/** What these units can be coloured by. What a role may not see is not among it. */
export function offeredColourings(storeys: readonly PlanStorey[]): readonly Colouring[] {
  const units = storeys.flatMap((storey) => storey.units);
  const seesLeases = units.some(({ lease }) => lease !== undefined);
  const hasRent = units.some((unit) => rentOf(unit) !== null);
  return colourings.filter((colouring) => {
    if (colouring === 'rent') return hasRent;
    return colouring === 'status' || seesLeases;
  });
}

export function planStatusOf(unit: { readonly status: UnitStatus; readonly marketed: boolean }): PlanStatus {
  return unit.status === 'leased' && unit.marketed ? 'marketed' : unit.status;
}

export interface UnitRent {
  /** 元/㎡/月. */
  readonly value: number;
  readonly basis: 'contract' | 'asking';
}

/** What is paid for a unit, else what is asked for it; null when neither is known or nothing is asked. */
export function rentOf(unit: PlanUnit): UnitRent | null {
  const contract = leaseOf(unit)?.contractRent ?? null;
  if (contract !== null) return { value: contract, basis: 'contract' };
  return unit.askingRent === null ? null : { value: unit.askingRent, basis: 'asking' };
}

/** @param asOf the day that the file is true of */
export function coloured(storeys: readonly PlanStorey[], colouring: Colouring, asOf: IsoDate): Coloured {
  const units = storeys.flatMap((storey) => storey.units);
  const scheme = schemeOf(units, colouring, asOf);
  const keys = new Map(units.map((unit) => [unit.id, scheme.keyOf(unit)]));
  const byKey = Map.groupBy(units, (unit) => keys.get(unit.id) ?? 'unknown');
  const last: readonly Entry[] = [
    ['none', { by: 'none' }, 'none'],
    ['unknown', { by: 'unknown' }, 'unknown'],
  ];
  const entries = [...scheme.entries, ...last];
  const tones = new Map(entries.map(([key, , tone]) => [key, tone]));
  return {
    classes: entries.flatMap(([key, meaning, tone]) => {
      const own = byKey.get(key);
      if (!own) return [];
      return [{ meaning, tone, area: sumOfAreas(own.map(({ area }) => area)), units: own.length }];
    }),
    toneOf: (unit) => tones.get(keys.get(unit.id) ?? 'unknown') ?? 'unknown',
  };
}

type Entry = readonly [key: string, meaning: ClassMeaning, tone: Tone];

interface Scheme {
  readonly entries: readonly Entry[];
  readonly keyOf: (unit: PlanUnit) => string;
}

function schemeOf(units: readonly PlanUnit[], colouring: Colouring, asOf: IsoDate): Scheme {
  switch (colouring) {
    case 'status':
      return {
        entries: planStatuses.map((status): Entry => [status, { by: 'status', status }, status]),
        keyOf: planStatusOf,
      };
    case 'expiry':
      return expiryScheme(units, asOf);
    case 'industry':
      return industryScheme(units);
    case 'rent':
      return rentScheme(units);
  }
}

/** A leased unit has a lease even if none is on file; another has none. */
function withoutLease(unit: PlanUnit): 'unknown' | 'none' {
  return unit.status === 'leased' ? 'unknown' : 'none';
}

/** The nearer, the darker. A lease that has run out counts with this year's: it must be seen to now. */
function expiryScheme(units: readonly PlanUnit[], asOf: IsoDate): Scheme {
  const thisYear = Number(asOf.slice(0, 4));
  const yearOf = (unit: PlanUnit) => {
    const lease = leaseOf(unit);
    return lease ? Math.max(thisYear, Number(lease.end.slice(0, 4))) : null;
  };
  const years = [...new Set(units.flatMap((unit) => yearOf(unit) ?? []))].sort((a, b) => a - b);
  const shown = years.slice(0, mostYears);
  const last = shown.at(-1) ?? thisYear;
  const hasLater = years.length > mostYears;
  return {
    entries: shown.map((year, index): Entry => {
      const meaning = { by: 'year', year, orLater: hasLater && year === last } as const;
      return [String(year), meaning, rampTone(shown.length - 1 - index, shown.length)];
    }),
    keyOf: (unit) => {
      const year = yearOf(unit);
      return year === null ? withoutLease(unit) : String(Math.min(year, last));
    },
  };
}

/** The industries with the most area first; ties by letter. */
function industryScheme(units: readonly PlanUnit[]): Scheme {
  const known = units.filter((unit) => leaseOf(unit)?.industry);
  const areas = [...Map.groupBy(known, (unit) => leaseOf(unit)?.industry ?? '')]
    .map(([section, own]) => ({ section, area: sumOfAreas(own.map(({ area }) => area)) }))
    .sort((a, b) => b.area - a.area || (a.section < b.section ? -1 : 1));
  const shown = areas.slice(0, mostIndustries).map(({ section }) => section);
  return {
    entries: [
      ...shown.map((section, index): Entry => {
        return [`industry ${section}`, { by: 'industry', section }, `kind${rampSteps[index] ?? 6}`];
      }),
      ['other', { by: 'other' }, 'other'],
    ],
    keyOf: (unit) => {
      const section = leaseOf(unit)?.industry;
      if (section) return shown.includes(section) ? `industry ${section}` : 'other';
      return withoutLease(unit);
    },
  };
}

function rentScheme(units: readonly PlanUnit[]): Scheme {
  const rents = units.flatMap((unit) => rentOf(unit)?.value ?? []);
  const steps = rentSteps(rents, rampSteps.length);
  return {
    entries: steps.map(({ lo, hi }, index): Entry => {
      return [String(lo), { by: 'rent', lo, hi }, rampTone(index, steps.length)];
    }),
    keyOf: (unit) => {
      const rent = rentOf(unit);
      if (rent) return String(steps.findLast(({ lo }) => lo <= rent.value)?.lo ?? 'unknown');
      return isRentExpected(unit) ? 'unknown' : 'none';
    },
  };
}

/** Somebody asks or pays a rent that the reader may see. */
function isRentExpected(unit: PlanUnit): boolean {
  if (unit.status === 'vacant') return true;
  return unit.status === 'leased' && (unit.marketed || unit.lease !== undefined);
}

/** Few steps use the whole ramp, so that they stay far apart. */
function rampTone(index: number, count: number): Tone {
  const at = count <= 1 ? 3 : Math.round((index * (rampSteps.length - 1)) / (count - 1));
  return `ramp${rampSteps[at] ?? 6}`;
}
