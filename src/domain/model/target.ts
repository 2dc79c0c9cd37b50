import { coreIds } from '../indicators/spec.ts';
import type { CircleId, IsoMonth } from '../measure.ts';

/** What a target may be set for: the core indicators by their ids, and two figures that are targets only. */
export const targetIndicators = [...coreIds, 'buildingsOverBillion', 'heritageActivationRate'] as const;
export type TargetIndicator = (typeof targetIndicators)[number];

/**
 * 目标: what the district, or one circle of it, means to reach. Never a result. Values are in the unit of the
 * indicator: rates 0–1, money in 元.
 */
export interface Target {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly indicator: TargetIndicator;
  /** The circle that it is set for; null: the whole district. */
  readonly scope: CircleId | null;
  readonly targetValue: number;
  /** Where it began; for a target of so many more, what the more is counted from. */
  readonly baseValue: number | null;
  readonly baseMonth: IsoMonth | null;
  readonly dueMonth: IsoMonth;
  /** Where it is written. */
  readonly source: string | null;
  readonly synthetic: boolean;
}
