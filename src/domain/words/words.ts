import type { Bound } from '../measure.ts';
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
import type { Clause, SortField } from '../query/fields.ts';
import type { Role } from '../visibility.ts';

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];

/** The field's standard terms in one language: one word per idea, for page, exports and API alike. */
export interface Words {
  readonly locale: Locale;
  readonly unknown: string;
  readonly carrierType: Readonly<Record<CarrierType, string>>;
  readonly status: Readonly<Record<BuildingStatus, string>>;
  readonly grade: Readonly<Record<Grade, string>>;
  readonly gradeBasis: Readonly<Record<GradeBasis, string>>;
  readonly tenure: Readonly<Record<Tenure, string>>;
  readonly green: Readonly<Record<GreenCertificate, string>>;
  readonly industry: Readonly<Record<TargetIndustry, string>>;
  readonly protectionClass: Readonly<Record<ProtectionClass, string>>;
  readonly role: Readonly<Record<Role, string>>;
  /** Clauses of the query, named as headings and chips name them. */
  readonly clause: Readonly<Record<Clause, string>>;
  readonly sort: Readonly<Record<Extract<SortField, 'name' | 'metro'>, string>>;
  readonly unit: Readonly<
    Record<'sqm' | 'ratio' | 'yuanPerSqmMonth' | 'yuanPerSqmYear' | 'm' | 'year' | 'yuan' | 'count', string>
  >;
  /** Signs before a figure that is a bound. */
  readonly bound: Readonly<Record<Bound, string>>;
  readonly listSeparator: string;
  readonly clauseSeparator: string;
  readonly filterAll: string;
  readonly includeUnknown: string;
  readonly sortedBy: (field: string, descending: boolean) => string;
  readonly sortedByName: (descending: boolean) => string;
  readonly withinMetro: (distance: string) => string;
  readonly availableBy: (month: string) => string;
  readonly nearPoint: (distance: string) => string;
}
