/** What a card reads of a building file: a part of what the API answers for one building. */
import type { IsoDate, IsoMonth, Quantity } from '#domain/measure.ts';
import type { Confidence, GreenCertificate } from '#domain/model/building.ts';

export interface CardFact {
  /** The field of the building that the source speaks of. */
  readonly field: string;
  readonly source: string;
  readonly asOf: IsoDate;
  readonly confidence: Confidence;
  readonly note: string | null;
}

export type DerivedField =
  | 'availableArea'
  | 'maxContiguousArea'
  | 'vacancyRate'
  | 'occupancyRate'
  | 'availabilityRate'
  | 'askingRent'
  | 'metroDistanceM'
  | 'taxPerSqm';

export type FormulaName =
  | 'available'
  | 'contiguous'
  | 'vacancy'
  | 'occupancy'
  | 'availability'
  | 'rent'
  | 'metro'
  | 'taxPerSqm';

export type InputName =
  | 'vacantArea'
  | 'occupiedArea'
  | 'rentableArea'
  | 'availableArea'
  | 'base'
  | 'rentedArea'
  | 'units'
  | 'station'
  | 'precision'
  | 'annualTax'
  | 'taxThrough';

export interface DerivedFigure {
  readonly formula: FormulaName;
  readonly inputs: { readonly [name in InputName]?: number | string | null | undefined };
  /** Share of the area whose inputs are known; null where the formula has no such share. */
  readonly coverage: number | null;
}

export interface BuildingDetail {
  readonly address: string | null;
  readonly completedOn: IsoDate | IsoMonth | null;
  readonly greenCertificate: GreenCertificate | null;
  readonly floors: { readonly above: number | null; readonly below: number | null };
  readonly floorList: readonly { readonly units: readonly unknown[] }[];
  readonly availableArea: Quantity | null;
  readonly availabilityRate: number | null;
  readonly completeness: number;
  readonly asOf: IsoDate;
  readonly facts: readonly CardFact[];
  readonly derived: { readonly [field in DerivedField]?: DerivedFigure | undefined };
}
