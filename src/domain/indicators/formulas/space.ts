/** Indicators of space: what each building adds. Groups divide the sums, never average the rates. */
import { type Inputs, type Share, type ShareOf, shareOf, unknownShare } from './inputs.ts';

/**
 * 1 入驻率: occupied ÷ rentable, 0–1.
 *
 * - coverage: by floor area, delivered buildings with both areas ÷ all delivered
 * - edges: an undelivered building is out, as is one whose rentable area is a bound
 */
export const occupancyRate: ShareOf = (building) =>
  building.isDelivered ? shareOf(building.occupied, building.rentable, building.weight) : null;

/**
 * 2 空置率: vacant ÷ rentable, 0–1, delivered buildings only.
 *
 * - coverage and edges as of {@link occupancyRate}
 */
export const vacancyRate: ShareOf = (building) =>
  building.isDelivered ? shareOf(building.vacant, building.rentable, building.weight) : null;

/**
 * 3 可招商面积: Σ available, ㎡; delivered or not.
 *
 * - coverage: by floor area, of all buildings
 */
export const availableArea: ShareOf = (building) => shareOf(building.available, 0, building.weight);

/**
 * 可供率: available ÷ rentable (gross floor area where that is not stated), 0–1; undelivered buildings are in both.
 *
 * - coverage: by floor area, of all buildings
 */
export const availabilityRate: ShareOf = (building) =>
  shareOf(building.available, building.rentableOrGfa, building.weight);

/**
 * 4 净去化面积: occupied now − occupied at the end of the period before, ㎡.
 *
 * - coverage: by floor area, buildings known at both ends ÷ all delivered
 * - edges: before its delivery a building held nobody, so that what moves into a new one is absorbed
 */
export const netAbsorption: ShareOf = (building) =>
  building.isDelivered ? shareOf(building.occupied - building.occupiedBefore, 0, building.weight) : null;

/**
 * 5 平均报价租金: Σ (rent × available) ÷ Σ available with a rent, 元/㎡/月.
 *
 * - coverage: by area, available with a rent ÷ available
 * - edges: rents of the past are not on record: unknown, coverage 0
 */
export const askingRent: ShareOf = (building) => {
  const offered = building.available;
  if (Number.isNaN(offered) || offered <= 0) return null;
  const priced = building.isNow ? building.pricedNow : Number.NaN;
  if (!(priced > 0)) return unknownShare(offered);
  const weight = Math.max(offered, priced);
  return { numerator: building.askedNow, denominator: priced, known: priced, weight };
};

/** 小洋楼盘活率: {@link occupancyRate} of historic houses. */
export const heritageActivationRate: ShareOf = (building) =>
  building.isHeritage ? occupancyRate(building) : null;

const monthsPerYear = 12;

/**
 * 去化周期: available ÷ (absorption of twelve months ÷ 12), months; delivered buildings.
 *
 * - coverage: by floor area, buildings with all three inputs ÷ all delivered
 * - edges: null where nothing was absorbed on balance, see {@link ratioIfPositive}
 */
export const monthsOfSupply: ShareOf = (building) => {
  if (!building.isDelivered) return null;
  const absorbed = building.occupied - building.occupiedYearAgo;
  return shareOf(building.available, absorbed / monthsPerYear, building.weight);
};

/**
 * 长期空置占比: vacant for twelve months or more ÷ vacant with a known beginning, 0–1.
 *
 * - coverage: by area, vacant with a known beginning ÷ vacant
 * - edges: only of today; of the past no unit's status is on record
 */
export const longVacancyShare: ShareOf = (building: Inputs): Share | null => {
  const weight = building.isNow ? building.vacantUnits : building.vacant;
  if (!(weight > 0)) return null;
  if (!building.isNow) return unknownShare(weight);
  const known = building.vacantUnitsSince;
  if (known === 0) return unknownShare(weight);
  return { numerator: building.vacantUnitsLong, denominator: known, known, weight };
};
