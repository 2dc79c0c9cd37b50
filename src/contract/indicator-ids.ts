/** Names of indicators, levels and periods on the wire. */
export const indicatorIds = [
  'occupancyRate',
  'vacancyRate',
  'availableArea',
  'netAbsorption',
  'askingRent',
  'netEffectiveRent',
  'waltByArea',
  'expiring12mRate',
  'tenantCount',
  'localRegistrationRate',
  'localTaxpayerRate',
  'totalTax',
  'taxPerSqm',
  'taxPerEmployee',
  'taxTier',
  'keyBuildingTaxShare',
  'leadingIndustryShare',
  'netTenantInflow',
  'availabilityRate',
  'waltByRent',
  'districtTax',
  'taxPerOccupiedSqm',
  'hundredMillionBuildings',
  'industryHhi',
] as const;

export const indicatorLevels = ['building', 'circle', 'subdistrict', 'type', 'grade', 'district'] as const;
export const indicatorPeriods = ['month', 'quarter', 'year'] as const;

export type IndicatorIdOnWire = (typeof indicatorIds)[number];
export type LevelOnWire = (typeof indicatorLevels)[number];
export type PeriodOnWire = (typeof indicatorPeriods)[number];
