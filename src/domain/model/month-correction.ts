import type { BuildingId, Fen, IsoDate, IsoMonth, SquareMetres } from '../measure.ts';

/** Figures of a reported month that can be put right. */
export const correctedFigures = [
  'occupiedArea',
  'vacantArea',
  'availableArea',
  'tenantCount',
  'totalTax',
] as const;
export type CorrectedFigure = (typeof correctedFigures)[number];

/**
 * 更正: what a reported month should have said. It stands beside the report, which stays as it was. A figure that is
 * null is not corrected by it. Later numbers of a month count before earlier ones, figure by figure.
 */
export interface MonthCorrection {
  readonly buildingId: BuildingId;
  readonly month: IsoMonth;
  /** 1 for the first correction of the month, counted by the server. */
  readonly number: number;
  readonly occupiedArea: SquareMetres | null;
  readonly vacantArea: SquareMetres | null;
  readonly availableArea: SquareMetres | null;
  readonly tenantCount: number | null;
  /** Manager only. */
  readonly totalTax: Fen | null;
  /** Always given; null where the role may not read it. */
  readonly reason: string | null;
  readonly correctedOn: IsoDate;
  /** Who filed it; null where the role may not know. */
  readonly correctedBy: string | null;
}
