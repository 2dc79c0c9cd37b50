/** One building's tenants with their terms, and its months: beside the building file, for whoever opens them. */
import * as z from 'zod/mini';
import { correctedFigures } from '#domain/model/month-correction.ts';
import { leaseTypes } from '#domain/model/unit.ts';
import { roles } from '#domain/visibility.ts';
import { ratioSchema } from './building-list.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());

/** One figure that was put right, with what was reported, who corrected it, when and why. */
export const monthFigureCorrectionSchema = z.object({
  figure: z.enum(correctedFigures),
  /** As it was reported, and stays on file; like the next in the unit of the month's own figure. */
  reported: number,
  corrected: z.number(),
  /** Which correction of the month it is, from 1. */
  number: z.number(),
  /** null: it concerns what the role may not see. */
  reason: text,
  correctedOn: z.string(),
  correctedBy: text,
});

/** One month as it was reported, with later corrections laid over it; all null where nothing was. */
export const buildingMonthSchema = z.object({
  month: z.string(),
  /** false: no report of this month is on file. */
  isReported: z.boolean(),
  occupiedArea: number,
  vacantArea: number,
  availableArea: number,
  /** Absent for a role that may not see it. */
  tenantCount: z.optional(number),
  /** 元, of all firms there; absent for a role that may not see it. */
  totalTax: z.optional(number),
  /** What of it was corrected; absent where nothing was, and for the public. */
  corrections: z.optional(z.array(monthFigureCorrectionSchema)),
});

export const buildingMonthsSchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  /** First and last of `months`, which has each month between them, oldest first. */
  from: z.string(),
  to: z.string(),
  months: z.array(buildingMonthSchema),
});

/** A lease on file: running, ended or signed. */
export const tenancyLeaseSchema = z.object({
  id: z.string(),
  unitId: z.string(),
  /** Of the unit; null, like the next two, where the unit is no longer on file. */
  unitLabel: text,
  floor: number,
  area: number,
  enterpriseId: z.string(),
  enterprise: text,
  industry: text,
  start: z.string(),
  end: z.string(),
  contractRent: number,
  rentFreeMonths: number,
  escalation: number,
  leaseType: z.enum(leaseTypes),
});

export const tenantSchema = z.object({
  enterpriseId: z.string(),
  name: text,
  industry: text,
  area: z.number(),
  units: z.number(),
  share: z.number(),
});

export const tenantMixSchema = z.object({
  tenants: z.array(tenantSchema),
  occupiedArea: z.number(),
  unknownArea: z.number(),
  coverage: number,
});

export const industryShareSchema = z.object({
  industry: z.string(),
  area: z.number(),
  tenants: z.number(),
  share: z.number(),
});

export const industryMixSchema = z.object({
  industries: z.array(industryShareSchema),
  leadingIndustry: text,
  leadingShare: ratioSchema,
  hhi: number,
  occupiedArea: z.number(),
  unknownArea: z.number(),
});

export const leaseTermSchema = z.object({
  byArea: ratioSchema,
  byRent: ratioSchema,
  leasedArea: z.number(),
  units: z.number(),
});

export const expiryBucketSchema = z.object({ area: z.number(), units: z.number(), share: number });
export const quarterSchema = z.extend(expiryBucketSchema, {
  quarter: z.templateLiteral([z.string(), z.enum(['-Q1', '-Q2', '-Q3', '-Q4'])]),
});

export const expiryProfileSchema = z.object({
  quarters: z.array(quarterSchema),
  later: expiryBucketSchema,
  overdue: expiryBucketSchema,
  unknown: expiryBucketSchema,
  leasedArea: z.number(),
  within12Months: ratioSchema,
});

export const tenancySchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  leases: z.array(tenancyLeaseSchema),
  leaseTerm: leaseTermSchema,
  expiry: expiryProfileSchema,
  tenantMix: tenantMixSchema,
  industryMix: industryMixSchema,
});

export type BuildingMonths = z.infer<typeof buildingMonthsSchema>;
export type BuildingMonthItem = z.infer<typeof buildingMonthSchema>;
export type MonthFigureCorrection = z.infer<typeof monthFigureCorrectionSchema>;
export type Tenancy = z.infer<typeof tenancySchema>;
export type TenancyLease = z.infer<typeof tenancyLeaseSchema>;

const common = {
  ...plainEndpoint,
  method: 'GET',
  params: { id: { zh: '楼宇编号', en: 'Id of the building' } },
} as const;

export const getBuildingMonths = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getBuildingMonths',
  path: '/api/v1/buildings/{id}/months',
  query: 'months',
  response: { type: 'application/json', schema: buildingMonthsSchema },
  roles,
  statuses: [304, 400, 404],
  summary: { zh: '一栋楼的月度记录', en: 'Months of one building' },
  description: {
    zh: '每月一条，按当时所报，其后登记的更正以更正值为准并附原值、更正人、日期与原因（公众不附）；未报之月各项为 null，不作插补。默认至截至月共 36 个月。税收单位为元；无权查看的字段不出现。',
    en: 'Each month as it was reported then, with corrections since laid over it: the original, who, when and why stand beside (not for the public). A month without a report has null throughout, and nothing is interpolated. By default the 36 months up to that of the data. Tax in CNY; a hidden field is absent.',
  },
});

export const getTenancy = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getTenancy',
  path: '/api/v1/buildings/{id}/tenancy',
  response: { type: 'application/json', schema: tenancySchema },
  roles: ['staff', 'manager', 'admin'],
  statuses: [304, 401, 403, 404],
  summary: { zh: '一栋楼的租约与租户', en: 'Leases and tenants of one building' },
  description: {
    zh: '全部在册租约，以及加权平均剩余租期、到期分布、租户与产业构成，各附分子、分母与覆盖率。',
    en: 'All leases on file, with the weighted lease term, the profile of expiries, tenants and industries, each with numerator, denominator and coverage.',
  },
});

/** By the names that the description of the API gives them. */
export const tenancySchemas: Readonly<Record<string, z.ZodMiniType>> = {
  BuildingMonth: buildingMonthSchema,
  BuildingMonths: buildingMonthsSchema,
  MonthFigureCorrection: monthFigureCorrectionSchema,
  Tenancy: tenancySchema,
  TenancyLease: tenancyLeaseSchema,
  Tenant: tenantSchema,
  TenantMix: tenantMixSchema,
  IndustryShare: industryShareSchema,
  IndustryMix: industryMixSchema,
  LeaseTerm: leaseTermSchema,
  ExpiryBucket: expiryBucketSchema,
  ExpiryQuarter: quarterSchema,
  ExpiryProfile: expiryProfileSchema,
};

export const tenancyEndpoints: readonly Endpoint[] = [getBuildingMonths, getTenancy];
