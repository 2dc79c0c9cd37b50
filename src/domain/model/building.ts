import type {
  BuildingId,
  CircleId,
  IsoDate,
  IsoMonth,
  Metres,
  Quantity,
  Ratio,
  SquareMetres,
  SubdistrictId,
  YuanPerSqmMonth,
} from '../measure.ts';

export const carrierTypes = ['office', 'retailPodium', 'heritageHouse'] as const;
export type CarrierType = (typeof carrierTypes)[number];

export const buildingStatuses = ['planned', 'underConstruction', 'toppedOut', 'delivered'] as const;
export type BuildingStatus = (typeof buildingStatuses)[number];

export const grades = ['premium', 'A', 'B', 'C'] as const;
export type Grade = (typeof grades)[number];

/** Who says so: the promoter, or a certificate that can be shown. */
export const gradeBases = ['claim', 'certificate'] as const;
export type GradeBasis = (typeof gradeBases)[number];

export const tenures = ['lease', 'sale', 'both'] as const;
export type Tenure = (typeof tenures)[number];

/** `none` is known to have no certificate; null is not known. */
export const greenCertificates = ['none', 'greenStar1', 'greenStar2', 'greenStar3', 'leed'] as const;
export type GreenCertificate = (typeof greenCertificates)[number];

/** Trades and industries that a landlord or the district wants in a building. */
export const targetIndustries = [
  'finance',
  'headquarters',
  'technology',
  'professionalServices',
  'trade',
  'retail',
  'luxury',
  'designerBrands',
  'crossBorderRetail',
  'catering',
  'culture',
  'health',
  'education',
] as const;
export type TargetIndustry = (typeof targetIndustries)[number];

/** 天津市历史风貌建筑保护条例: 特殊保护, 重点保护, 一般保护. */
export const protectionClasses = ['special', 'key', 'general'] as const;
export type ProtectionClass = (typeof protectionClasses)[number];

/** WGS-84. `precisionM` is how far off the point may be; null when nobody knows. */
export interface Position {
  readonly lon: number;
  readonly lat: number;
  readonly precisionM: Metres | null;
}

/** 楼宇. Every `null` means "not known"; it is never 0, false or "". */
export interface Building {
  readonly id: BuildingId;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly aliases: readonly string[];
  readonly address: string | null;
  readonly position: Position | null;
  readonly carrierType: CarrierType;
  readonly status: BuildingStatus;
  readonly completedOn: IsoDate | IsoMonth | null;
  readonly grade: Grade | null;
  readonly gradeBasis: GradeBasis | null;
  readonly developer: string | null;
  readonly gfa: Quantity<SquareMetres> | null;
  readonly rentableArea: Quantity<SquareMetres> | null;
  /** As stated by the landlord; used only while no units are on file. */
  readonly statedAvailableArea: Quantity<SquareMetres> | null;
  /** As stated; used only while no unit carries a rent. */
  readonly statedAskingRent: Quantity<YuanPerSqmMonth> | null;
  readonly floorPlate: Quantity<SquareMetres> | null;
  readonly floors: { readonly above: number | null; readonly below: number | null };
  /** 层高: storeys differ, so a span; min = max where all are alike. */
  readonly floorToFloorHeight: { readonly min: Metres; readonly max: Metres } | null;
  /** 净高. */
  readonly clearHeight: Quantity<Metres> | null;
  /** 得房率: usable ÷ gross. */
  readonly efficiency: Quantity<Ratio> | null;
  readonly columnFree: boolean | null;
  readonly divisible: boolean | null;
  readonly greenCertificate: GreenCertificate | null;
  readonly tenure: Tenure | null;
  /** null: not stated; []: stated that anybody is welcome. */
  readonly targetIndustries: readonly TargetIndustry[] | null;
  readonly admissionRule: string | null;
  readonly protectionClass: ProtectionClass | null;
  readonly lifts: number | null;
  readonly parking: number | null;
  readonly managementFee: Quantity<YuanPerSqmMonth> | null;
  readonly hvac: string | null;
  readonly power: string | null;
  /** What else the sources say, one sentence each. */
  readonly remarks: readonly string[];
  /** 楼长 / 楼宇管家. Staff only. */
  readonly steward: { readonly name: string; readonly phone: string | null } | null;
  readonly circleId: CircleId | null;
  readonly subdistrictId: SubdistrictId | null;
  /** Made up for the sample district. */
  readonly synthetic: boolean;
}

/** Confidence A (document seen) to D (hearsay). */
export type Confidence = 'A' | 'B' | 'C' | 'D';

/** Where one field of one building comes from. */
export interface Fact {
  readonly buildingId: BuildingId;
  readonly field: keyof Building;
  readonly source: string;
  readonly asOf: IsoDate;
  readonly confidence: Confidence;
  readonly note: string | null;
}
