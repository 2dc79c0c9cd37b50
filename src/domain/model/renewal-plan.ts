import type { BuildingId, IsoDate, SquareMetres, YuanPerSqmMonth } from '../measure.ts';

export const planStatuses = ['drafted', 'approved', 'underWay', 'done', 'dropped'] as const;
export type PlanStatus = (typeof planStatuses)[number];

/** One thing that a plan sets out to do. */
export interface PlanMeasure {
  readonly text: string;
  readonly due: IsoDate | null;
  /** null: not done yet. */
  readonly doneOn: IsoDate | null;
}

/** 提升方案（腾笼换鸟）: what is done about a building that does not fill. Staff only. */
export interface RenewalPlan {
  readonly id: string;
  readonly buildingId: BuildingId;
  readonly title: string;
  /** Who answers for it. */
  readonly owner: string;
  readonly status: PlanStatus;
  readonly measures: readonly PlanMeasure[];
  readonly startOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly doneOn: IsoDate | null;
  /** What it renews. */
  readonly areaSqm: SquareMetres | null;
  readonly rentBefore: YuanPerSqmMonth | null;
  readonly rentAfter: YuanPerSqmMonth | null;
  readonly note: string | null;
}
