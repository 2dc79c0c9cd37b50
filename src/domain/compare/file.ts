/** What a comparison reads of a building file: a part of what the API answers for one building. */
import type { IsoDate, IsoMonth, Quantity } from '../measure.ts';
import type {
  BuildingStatus,
  CarrierType,
  Grade,
  GradeBasis,
  GreenCertificate,
  ProtectionClass,
  TargetIndustry,
  Tenure,
} from '../model/building.ts';
import type { UnitStatus } from '../model/unit.ts';
import type { Subject } from './ids.ts';

export interface ComparedUnit {
  readonly id: string;
  readonly label: string;
  readonly area: number;
  readonly status: UnitStatus;
  readonly askingRent: number | null;
  readonly availableFrom: IsoDate | null;
  readonly minDivisibleArea: number | null;
}

export interface ComparedStorey {
  readonly floor: number;
  readonly label: string;
  readonly units: readonly ComparedUnit[];
}

/** Unknown is null; what the asking role may not see has no key. */
export interface ComparedFile {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly address: string | null;
  readonly carrierType: CarrierType;
  readonly status: BuildingStatus;
  readonly position: { readonly precisionM: number | null } | null;
  readonly completedOn: IsoDate | IsoMonth | null;
  readonly grade: Grade | null;
  readonly gradeBasis: GradeBasis | null;
  readonly developer: string | null;
  readonly gfa: Quantity | null;
  readonly rentableArea: Quantity | null;
  readonly floorPlate: Quantity | null;
  readonly floors: { readonly above: number | null; readonly below: number | null };
  readonly floorToFloorHeight: { readonly min: number; readonly max: number } | null;
  readonly clearHeight: Quantity | null;
  readonly efficiency: Quantity | null;
  readonly columnFree: boolean | null;
  readonly divisible: boolean | null;
  readonly greenCertificate: GreenCertificate | null;
  readonly tenure: Tenure | null;
  readonly targetIndustries: readonly TargetIndustry[] | null;
  readonly admissionRule: string | null;
  readonly protectionClass: ProtectionClass | null;
  readonly lifts: number | null;
  readonly parking: number | null;
  readonly managementFee: Quantity | null;
  readonly hvac: string | null;
  readonly power: string | null;
  readonly circleId: string | null;
  readonly subdistrictId: string | null;
  readonly availableArea: Quantity | null;
  readonly maxContiguousArea: number | null;
  readonly vacancyRate: number | null;
  readonly occupancyRate: number | null;
  readonly availabilityRate: number | null;
  readonly askingRent: number | null;
  readonly availableFrom: IsoDate | IsoMonth | null;
  readonly metroDistanceM: number | null;
  readonly completeness: number;
  readonly taxPerSqm?: number | null | undefined;
  readonly synthetic: boolean;
  readonly asOf: IsoDate;
  readonly storeys: readonly ComparedStorey[];
}

/** A column whose file is here. */
export interface ComparedColumn {
  readonly file: ComparedFile;
  /** null: the building as a whole. */
  readonly unit: ComparedUnit | null;
  readonly storey: ComparedStorey | null;
}

/** null when the file has no such unit. */
export function columnOf(file: ComparedFile, { unitId }: Subject): ComparedColumn | null {
  if (unitId === null) return { file, unit: null, storey: null };
  for (const storey of file.storeys) {
    const unit = storey.units.find(({ id }) => id === unitId);
    if (unit) return { file, unit, storey };
  }
  return null;
}
