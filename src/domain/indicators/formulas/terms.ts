/** Indicators of lease terms: what each building adds. */
import { type Share, type ShareOf, unknownShare } from './inputs.ts';

function ofLetArea(numerator: number, denominator: number, known: number, letArea: number): Share | null {
  if (!(letArea > 0)) return null;
  return known > 0 ? { numerator, denominator, known, weight: letArea } : unknownShare(letArea);
}

/**
 * 6 净有效租金: Σ rent due over the terms ÷ Σ (area × months), 元/㎡/月; see `rentOfTerm` for one lease.
 *
 * - coverage: by area, units whose lease has a known rent, step and rent-free period ÷ all let
 */
export const netEffectiveRent: ShareOf = (building) =>
  ofLetArea(building.termRent, building.termMonths, building.effectiveArea, building.letArea);

/**
 * 7 加权平均剩余租期: Σ (area × remaining years) ÷ Σ area, years.
 *
 * - coverage: by area, units under a running lease ÷ all let
 */
export const waltByArea: ShareOf = (building) =>
  ofLetArea(building.leasedYears, building.leased, building.leased, building.letArea);

/** The same, weighted by the contract rent a month; leases without a known one are out and lower the coverage. */
export const waltByRent: ShareOf = (building) =>
  ofLetArea(building.rentYears, building.rent, building.priced, building.letArea);

/**
 * 8 12个月内到期率: area of leases ending within twelve months ÷ area under running leases, 0–1.
 *
 * - coverage: by area, units under a running lease ÷ all let
 * - edges: the same day a year later is within
 */
export const expiring12mRate: ShareOf = (building) =>
  ofLetArea(building.ending, building.leased, building.leased, building.letArea);
