/** Why a row or a cell cannot be taken as it is, and what mends it: codes, worded in `words/intake`. */
import { type FieldReason, fieldReasons, ruleReasons } from '../records/reasons.ts';

/** Of a cell by itself. */
export const cellReasons = [
  'notANumber',
  'wrongUnit',
  'unitUnknown',
  'ambiguousRatio',
  'noSpanHere',
  'noBoundHere',
  'notWhole',
  'ambiguousDate',
  'dayMissing',
  'monthMissing',
  'notAFloor',
  'notAPoint',
  'notYesOrNo',
  'digitsLost',
  'dateForText',
  'formulaWithoutValue',
] as const;

/** Of a row among the others and beside what is on file. */
export const rowReasons = [
  'otherDatum',
  'outsideDistrict',
  'halfAPoint',
  'duplicateKey',
  'nearName',
  'sameNameOtherAddress',
  'sameNameOtherUscc',
  'severalMatch',
  'unknownBuilding',
  'unknownUnit',
  'unknownEnterprise',
  'usccOfAnother',
  'noSuchAnswer',
] as const;

/** Of records together: see `records/rules.ts`. */
const otherRules = ruleReasons.filter((reason) => reason !== 'otherDatum');

export const intakeReasons = [...fieldReasons, ...cellReasons, ...rowReasons, ...otherRules] as const;
export type CellReason = FieldReason | (typeof cellReasons)[number];
export type IntakeReason = (typeof intakeReasons)[number];

export const intakeFixes = [
  'fillIn',
  'typeNumber',
  'withinRange',
  'nameUnit',
  'oneFigure',
  'exactFigure',
  'typeDate',
  'typeDay',
  'typeFloor',
  'typePoint',
  'typeYesOrNo',
  'chooseWord',
  'formatAsText',
  'recalculate',
  'cleanText',
  'shorten',
  'checkCode',
  'chooseDatum',
  'checkPoint',
  'keepOne',
  'answer',
  'addDistinction',
  'importFirst',
  'checkMapping',
  'fileCorrection',
] as const;
export type IntakeFix = (typeof intakeFixes)[number];

const fixes: Readonly<Record<IntakeReason, IntakeFix>> = {
  missing: 'fillIn',
  unknownField: 'checkMapping',
  wrongType: 'checkMapping',
  outOfRange: 'withinRange',
  tooLong: 'shorten',
  unknownValue: 'chooseWord',
  notADate: 'typeDate',
  badCharacters: 'cleanText',
  badCheckCharacter: 'checkCode',
  lowAboveHigh: 'withinRange',
  keyCannotChange: 'checkMapping',
  notANumber: 'typeNumber',
  wrongUnit: 'nameUnit',
  unitUnknown: 'nameUnit',
  ambiguousRatio: 'nameUnit',
  noSpanHere: 'oneFigure',
  noBoundHere: 'exactFigure',
  notWhole: 'typeNumber',
  ambiguousDate: 'typeDate',
  dayMissing: 'typeDay',
  monthMissing: 'typeDay',
  notAFloor: 'typeFloor',
  notAPoint: 'typePoint',
  notYesOrNo: 'typeYesOrNo',
  digitsLost: 'formatAsText',
  dateForText: 'formatAsText',
  formulaWithoutValue: 'recalculate',
  otherDatum: 'chooseDatum',
  outsideDistrict: 'checkPoint',
  halfAPoint: 'typePoint',
  duplicateKey: 'keepOne',
  nearName: 'answer',
  sameNameOtherAddress: 'answer',
  sameNameOtherUscc: 'answer',
  severalMatch: 'addDistinction',
  unknownBuilding: 'importFirst',
  unknownUnit: 'importFirst',
  unknownEnterprise: 'importFirst',
  usccOfAnother: 'checkCode',
  noSuchAnswer: 'answer',
  exists: 'keepOne',
  noSuchRecord: 'importFirst',
  noFloorZero: 'typeFloor',
  floorOverfull: 'withinRange',
  endBeforeStart: 'typeDay',
  leasesOverlap: 'typeDay',
  codeTaken: 'checkCode',
  partAboveWhole: 'withinRange',
  implausiblePlace: 'checkPoint',
  stillReferredTo: 'keepOne',
  reportedStays: 'fileCorrection',
  correctionStays: 'fileCorrection',
  monthStillOpen: 'typeDay',
  correctsNothing: 'withinRange',
  reasonNeeded: 'fillIn',
};

export function fixOf(reason: IntakeReason): IntakeFix {
  return fixes[reason];
}
