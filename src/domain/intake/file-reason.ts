/** Why a file cannot be read at all. */
export const fileReasons = [
  'emptyFile',
  'tooManyBytes',
  'oldFormat',
  'encrypted',
  'otherFormat',
  'macros',
  'corrupt',
  'unsafeName',
  'tooManyEntries',
  'inflatesTooMuch',
  'tooManySheets',
  'tooManyRows',
  'tooManyColumns',
  'cellTooLong',
  'notText',
  'encoding',
  'brokenQuote',
  'notGeoJson',
  'notAPoint',
  'otherCrs',
] as const;
export type FileReason = (typeof fileReasons)[number];
