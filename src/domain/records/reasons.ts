/** Why a value or a write is refused; apart from the rules, so that their names do not bring them along. */
export const fieldReasons = [
  'missing',
  'unknownField',
  'wrongType',
  'outOfRange',
  'tooLong',
  'unknownValue',
  'notADate',
  'badCharacters',
  'badCheckCharacter',
  'lowAboveHigh',
  'keyCannotChange',
] as const;
export type FieldReason = (typeof fieldReasons)[number];

export const ruleReasons = [
  'exists',
  'noSuchRecord',
  'noFloorZero',
  'floorOverfull',
  'endBeforeStart',
  'leasesOverlap',
  'codeTaken',
  'partAboveWhole',
  'implausiblePlace',
  'otherDatum',
  'stillReferredTo',
  'reportedStays',
  'correctionStays',
  'monthStillOpen',
  'correctsNothing',
  'reasonNeeded',
] as const;
export type RuleReason = (typeof ruleReasons)[number];
