import type {
  BuildingId,
  EnterpriseId,
  Fen,
  IsoDate,
  IsoMonth,
  LeaseId,
  SquareMetres,
  UnitId,
  YuanPerSqmMonth,
} from '../measure.ts';

export const unitStatuses = ['vacant', 'leased', 'ownerOccupied', 'reserved', 'notForLease'] as const;
export type UnitStatus = (typeof unitStatuses)[number];

/** A storey of a building. `floor` counts from 1 at street level; basements are −1, −2 … There is no 0. */
export interface Floor {
  readonly buildingId: BuildingId;
  readonly floor: number;
  readonly label: string;
  readonly area: SquareMetres | null;
}

/** 单元. `position` is its place along the floor: units p and p + 1 of one floor share a wall. */
export interface Unit {
  readonly id: UnitId;
  readonly buildingId: BuildingId;
  readonly floor: number;
  readonly label: string;
  readonly position: number;
  readonly area: SquareMetres;
  readonly status: UnitStatus;
  /** A leased unit that is already marketed again; counted as available, not as vacant. */
  readonly marketed: boolean;
  readonly askingRent: YuanPerSqmMonth | null;
  readonly availableFrom: IsoDate | null;
  readonly minDivisibleArea: SquareMetres | null;
}

export const leaseTypes = ['direct', 'renewal', 'sublease'] as const;
export type LeaseType = (typeof leaseTypes)[number];

/** 租约. Staff only. `end` is the last day. */
export interface Lease {
  readonly id: LeaseId;
  readonly unitId: UnitId;
  readonly buildingId: BuildingId;
  readonly enterpriseId: EnterpriseId;
  readonly start: IsoDate;
  readonly end: IsoDate;
  readonly contractRent: YuanPerSqmMonth | null;
  readonly rentFreeMonths: number | null;
  /** Yearly step, 0.03 = 3 %. */
  readonly escalation: number | null;
  readonly leaseType: LeaseType;
}

/** 企业. Staff only. `industry` is the section letter of GB/T 4754-2017. */
export interface Enterprise {
  readonly id: EnterpriseId;
  readonly uscc: string | null;
  readonly name: string;
  readonly industry: string | null;
  readonly registeredIn: string | null;
  readonly taxIn: string | null;
  readonly employees: number | null;
  readonly synthetic: boolean;
}

/** One firm's tax in one building in one month, in 分. Manager only. */
export interface TaxRecord {
  readonly enterpriseId: EnterpriseId;
  readonly buildingId: BuildingId;
  readonly month: IsoMonth;
  readonly totalTax: Fen;
  readonly districtTax: Fen | null;
}

/** One building in one month, as it was reported then. `totalTax` is manager only. */
export interface BuildingMonth {
  readonly buildingId: BuildingId;
  readonly month: IsoMonth;
  readonly occupiedArea: SquareMetres | null;
  readonly vacantArea: SquareMetres | null;
  readonly availableArea: SquareMetres | null;
  readonly tenantCount: number | null;
  readonly totalTax: Fen | null;
}
