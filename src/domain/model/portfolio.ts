import type { Bbox, LonLat, Ring } from '../geo.ts';
import type { CircleId, IsoDate, Metres, StationId, SubdistrictId } from '../measure.ts';
import type { Building, Fact } from './building.ts';
import type { MonthCorrection } from './month-correction.ts';
import type { RenewalPlan } from './renewal-plan.ts';
import type { Target } from './target.ts';
import type { BuildingMonth, Enterprise, Floor, Lease, TaxRecord, Unit } from './unit.ts';

/** 商圈, a submarket: a centre with a radius, as the district names it; no surveyed outline exists. */
export interface Circle {
  readonly id: CircleId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly centre: LonLat;
  readonly radiusM: Metres;
  readonly precisionM: Metres | null;
}

/** 街道. `outline` is schematic to `precisionM`. */
export interface Subdistrict {
  readonly id: SubdistrictId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly outline: Ring;
  readonly precisionM: Metres | null;
}

export interface MetroStation {
  readonly id: StationId;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly lines: readonly string[];
  readonly lon: number;
  readonly lat: number;
  readonly precisionM: Metres | null;
}

export interface District {
  readonly adcode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bounds: Bbox;
  readonly circles: readonly Circle[];
  readonly subdistricts: readonly Subdistrict[];
  readonly stations: readonly MetroStation[];
}

/** Everything that is known about a district on one day. */
export interface Portfolio {
  readonly district: District;
  readonly asOf: IsoDate;
  readonly buildings: readonly Building[];
  readonly facts: readonly Fact[];
  readonly floors: readonly Floor[];
  readonly units: readonly Unit[];
  readonly leases: readonly Lease[];
  readonly enterprises: readonly Enterprise[];
  readonly taxRecords: readonly TaxRecord[];
  /** As they were reported; {@link monthCorrections} stand beside them. */
  readonly months: readonly BuildingMonth[];
  readonly monthCorrections: readonly MonthCorrection[];
  readonly renewalPlans: readonly RenewalPlan[];
  readonly targets: readonly Target[];
}

/** The records of a portfolio without any. */
export const noRecords = {
  buildings: [],
  facts: [],
  floors: [],
  units: [],
  leases: [],
  enterprises: [],
  taxRecords: [],
  months: [],
  monthCorrections: [],
  renewalPlans: [],
  targets: [],
} as const satisfies Omit<Portfolio, 'district' | 'asOf'>;
