/** What a stacking plan says of units, floors and classes. */
import { remembered } from '#domain/remembered.ts';
import { type ClassMeaning, type Colouring, planStatusOf, rentOf } from '#domain/stacking/colouring.ts';
import { leaseOf, type PlanLease, type PlanUnit } from '#domain/stacking/storey.ts';
import { type BoxWords, shortFirm } from './box-text.ts';
import type { Cell, LaidFloor, LaidGap } from './layout.ts';
import type { StackingLanguage } from './use-words.ts';

export interface FactLine {
  readonly term: string;
  readonly value: string;
}

export function statusWord(unit: PlanUnit, { stacking, records }: StackingLanguage): string {
  const status = planStatusOf(unit);
  return status === 'marketed' ? stacking.marketed : records.unitStatus[status];
}

/** Basements as lifts name them: B1, B2 … */
function floorNumber(floor: number): string {
  return floor < 0 ? `B${-floor}` : String(floor);
}

export function gapWords({ from, to }: Pick<LaidGap, 'from' | 'to'>, { stacking }: StackingLanguage): string {
  const [near, far] = from < 0 ? [to, from] : [from, to];
  return stacking.gap(near === far ? floorNumber(near) : stacking.span(floorNumber(near), floorNumber(far)));
}

/** The accessible name of a floor. */
export function floorName(
  { storey, isOverfull }: LaidFloor,
  { figures, stacking }: StackingLanguage,
): string {
  const units = figures.number(storey.units.length, 0);
  const name = stacking.floorLabel(storey.label, figures.withUnit('sqm', storey.area), units);
  return isOverfull ? `${name} · ${stacking.overfull}` : name;
}

/** The accessible name of a piece of a floor. */
export function cellName({ unit, kind, area }: Cell, language: StackingLanguage): string {
  if (unit) return unitNames(language)(unit);
  const { figures, stacking } = language;
  const what = kind === 'rest' ? stacking.rest : stacking.blank;
  return `${what}${comma(language)}${figures.withUnit('sqm', area)}`;
}

/** Made once for a unit: neither zoom nor colour changes what it is called. */
const unitNames = remembered((language: StackingLanguage) =>
  remembered((unit: PlanUnit) => unitName(unit, language)),
);

function unitName(unit: PlanUnit, language: StackingLanguage): string {
  const { figures, records, stacking } = language;
  const rent = rentOf(unit);
  const lease = leaseOf(unit);
  const parts = [
    unit.label,
    figures.withUnit('sqm', unit.area),
    statusWord(unit, language),
    lease?.enterprise ?? null,
    lease ? `${records.fields.lease.end} ${figures.date(lease.end)}` : null,
    rent && `${stacking.basis[rent.basis]} ${figures.withUnit('yuanPerSqmMonth', rent.value)}`,
  ];
  return parts.filter((part) => part !== null).join(comma(language));
}

function comma({ locale }: StackingLanguage): string {
  return locale === 'zh' ? '，' : ', ';
}

/** What is written in a unit's box. */
export function boxWords(unit: PlanUnit, language: StackingLanguage): BoxWords {
  return wordsForBoxes(language)(unit);
}

const wordsForBoxes = remembered((language: StackingLanguage) =>
  remembered((unit: PlanUnit) => makeBoxWords(unit, language)),
);

function makeBoxWords(unit: PlanUnit, language: StackingLanguage): BoxWords {
  const tenant = leaseOf(unit)?.enterprise ?? null;
  return {
    label: unit.label,
    area: `${language.figures.number(unit.area, 0)} ㎡`,
    note: tenant === null ? statusWord(unit, language) : shortFirm(tenant),
  };
}

/** All that is known of a unit, and what is not. */
export function unitFacts(unit: PlanUnit, language: StackingLanguage): readonly FactLine[] {
  const { figures, records } = language;
  const { fields } = records;
  const date = (value: string | null) => (value === null ? figures.words.unknown : figures.date(value));
  const lease = leaseOf(unit);
  const isOffered = unit.status === 'vacant' || (unit.status === 'leased' && unit.marketed);
  const offer: readonly FactLine[] = [
    { term: fields.unit.askingRent, value: figures.withUnit('yuanPerSqmMonth', unit.askingRent) },
    { term: fields.unit.availableFrom, value: date(unit.availableFrom) },
    ...(unit.minDivisibleArea === null
      ? []
      : [{ term: fields.unit.minDivisibleArea, value: figures.withUnit('sqm', unit.minDivisibleArea) }]),
  ];
  return [
    { term: fields.unit.area, value: figures.withUnit('sqm', unit.area) },
    { term: fields.unit.status, value: statusWord(unit, language) },
    ...(isOffered ? offer : []),
    ...(lease ? leaseFacts(lease, language) : []),
  ];
}

function leaseFacts(lease: PlanLease, { figures, records }: StackingLanguage): readonly FactLine[] {
  const { fields } = records;
  const { unknown } = figures.words;
  return [
    { term: fields.lease.enterpriseId, value: lease.enterprise ?? unknown },
    { term: fields.enterprise.industry, value: sectorWord(lease.industry, records.sectors, unknown) },
    { term: fields.lease.end, value: figures.date(lease.end) },
    { term: fields.lease.contractRent, value: figures.withUnit('yuanPerSqmMonth', lease.contractRent) },
  ];
}

function sectorWord(
  section: string | null,
  sectors: Readonly<Record<string, string>>,
  unknown: string,
): string {
  return section === null ? unknown : (sectors[section] ?? section);
}

/** A class as the legend names it. */
export function classWord(
  meaning: ClassMeaning,
  colouring: Colouring,
  { figures, stacking, records }: StackingLanguage,
): string {
  switch (meaning.by) {
    case 'status':
      return meaning.status === 'marketed' ? stacking.marketed : records.unitStatus[meaning.status];
    case 'year':
      return meaning.orLater ? stacking.later(String(meaning.year)) : stacking.year(String(meaning.year));
    case 'industry':
      return sectorWord(meaning.section, records.sectors, meaning.section);
    case 'rent':
      return `${figures.number(meaning.lo, 0)}–${figures.number(meaning.hi, 0)}`;
    case 'other':
      return stacking.other;
    case 'none':
      return colouring === 'rent' ? stacking.noRent : stacking.noLease;
    case 'unknown':
      return figures.words.unknown;
  }
}
