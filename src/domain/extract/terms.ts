/** What an extraction can be asked and can answer, as far as others need to know without its rules. */

export const extractKinds = ['building', 'requirement'] as const;
export type ExtractKind = (typeof extractKinds)[number];

/** Texts may be so long, in UTF-16 units. */
export const mostExtractText = 20_000;

/** Units of the values that are handed out; lengths are in m, areas in ㎡, shares 0–1. */
export const extractUnits = [
  'sqm',
  'm',
  'yuanPerSqmDay',
  'yuanPerSqmMonth',
  'yuanPerSqmYear',
  'yuanPerDay',
  'yuanPerMonth',
  'yuanPerYear',
  'yuan',
  'year',
] as const;
export type ExtractUnit = (typeof extractUnits)[number];

/**
 * `noBuilding`, `noRequirement`: nothing usable. `conflict`: the text gives the field twice. `planned`: a plan, not
 * what is there. `range`: the lower end was taken. `assumedUnit`: only the size of the figure tells its unit.
 * `yearOnly`: no month. `contradiction`: least above most, or an amount of 0. `past`: a start that is over.
 * `loadFactor`, `vacantArea`, `noDistance`: said, but no field holds it.
 */
export const noteCodes = [
  'noBuilding',
  'noRequirement',
  'conflict',
  'planned',
  'range',
  'assumedUnit',
  'yearOnly',
  'contradiction',
  'past',
  'loadFactor',
  'vacantArea',
  'noDistance',
] as const;
export type NoteCode = (typeof noteCodes)[number];
