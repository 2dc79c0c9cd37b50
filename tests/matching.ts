/** A district of one space, and a requirement that it meets. */
import { openRequirement, type Requirement } from '#domain/matching/requirement.ts';
import { exactly } from '#domain/measure.ts';
import type { Building } from '#domain/model/building.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import type { Unit } from '#domain/model/unit.ts';
import { aBuilding, aPortfolio, aUnit } from './builders.ts';

/** One building with one unit of 1,600 ㎡ at 100 元/㎡/月 and a fee of 28. */
export function oneSpace(building: Partial<Building> = {}, unit: Partial<Unit> = {}): Portfolio {
  return aPortfolio({
    buildings: [aBuilding({ managementFee: exactly(28), ...building })],
    units: [aUnit({ area: 1600, askingRent: 100, availableFrom: '2026-01-01', ...unit })],
  });
}

export const askedSpace: Requirement = {
  ...openRequirement,
  areaMin: 1500,
  areaMax: 2000,
  budget: { amount: 4.5, unit: 'perSqmDay', includesFee: true },
};
