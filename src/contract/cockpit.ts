/** What 驾驶舱 shows beside the table of indicators: watch-list, tax ladder, movements, expiries, industries, targets. */
import * as z from 'zod/mini';
import { movementKinds } from '#domain/movements/movements.ts';
import { ratioSchema } from './building-list.ts';
import { findingSchema } from './indicators.ts';
import { expiryProfileSchema, industryMixSchema } from './tenancy.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const common = { revision: z.string(), asOf: z.string() };
const named = { buildingId: z.string(), nameZh: z.string(), nameEn: text };

/** What the watch-list says of an upgrade plan. */
export const planSummarySchema = z.object({
  id: z.string(),
  title: z.string(),
  owner: z.string(),
  status: z.string(),
  dueOn: text,
  /** Measures done, and all. */
  done: z.number(),
  measures: z.number(),
});

export const watchlistItemSchema = z.object({
  ...named,
  circleId: text,
  vacancyRate: z.number(),
  /** ㎡ */
  vacantArea: number,
  /** First of the months above the line that run up to `at`. */
  since: z.string(),
  /** How many of them are known; a month without a report neither counts nor ends the run. */
  monthsAbove: z.number(),
  /** The latest plan that is not dropped; absent for a role that may not see plans. */
  plan: z.optional(z.nullable(planSummarySchema)),
});

export const watchlistSchema = z.object({
  ...common,
  at: z.string(),
  threshold: z.number(),
  /** Above the line, of unknown vacancy, and all that pass the filter. */
  caught: z.number(),
  unknown: z.number(),
  of: z.number(),
  /** Σ of those caught, ㎡. */
  vacantArea: z.number(),
  /** Of all that pass the filter. */
  districtVacancy: ratioSchema,
  items: z.array(watchlistItemSchema),
});

export const taxStepSchema = z.object({
  tier: z.number(),
  /** 元 in twelve months; null below the first step. */
  threshold: number,
  buildings: z.number(),
  tax: z.number(),
});

export const taxLadderItemSchema = z.object({
  ...named,
  /** 元 */
  tax: z.number(),
  tier: z.number(),
  nextThreshold: number,
  /** 元 to the next step; null on the highest. */
  gap: number,
  /** 元/㎡ of rentable area, over the same twelve months. */
  taxPerSqm: number,
  occupancyRate: number,
  /** Of the twelve, on record. */
  months: z.number(),
});

export const taxLadderSchema = z.object({
  ...common,
  /** Last of the twelve months. */
  through: z.string(),
  months: z.number(),
  /** The highest first. */
  steps: z.array(taxStepSchema),
  items: z.array(taxLadderItemSchema),
  /** Buildings without any tax on record in these months. */
  unknown: z.number(),
  /** Σ tax of buildings from 1亿 on ÷ Σ tax of all that pass, of the twelve months. */
  keyBuildingTaxShare: ratioSchema,
});

export const movementSchema = z.object({
  /**
   * `in`, `out`: to and from the buildings that pass. `within`: from one of them to another. `expanded`,
   * `reduced`: one building more, one less, of a firm that stays.
   */
  kind: z.enum(movementKinds),
  month: z.string(),
  enterpriseId: z.string(),
  enterprise: text,
  industry: text,
  ...named,
  /** Of `within`: the building that was left; else null. */
  fromBuildingId: text,
  /** ㎡ taken there, or given up. */
  area: number,
});

export const movementsSchema = z.object({
  ...common,
  from: z.string(),
  to: z.string(),
  /** How many of each kind; `in` − `out` is the change of distinct firms. */
  counts: z.record(z.enum(movementKinds), z.number()),
  /** The latest first. */
  items: z.array(movementSchema),
});

export const endingLeaseSchema = z.object({
  ...named,
  leaseId: z.string(),
  unitLabel: z.string(),
  enterpriseId: z.string(),
  enterprise: text,
  area: z.number(),
  end: z.string(),
});

export const expiriesSchema = z.object({
  ...common,
  profile: expiryProfileSchema,
  /** Leases that end within twelve months, the next first. */
  next: z.array(endingLeaseSchema),
});

export const industriesSchema = z.object({ ...common, mix: industryMixSchema });

export const targetForecastSchema = z.object({
  /** At the due month, in the unit of the indicator. */
  value: z.number(),
  /** Whether it would reach the aim. */
  reaches: z.nullable(z.boolean()),
  /** A straight line through the last known months by least squares. */
  basis: z.object({ from: z.string(), to: z.string(), points: z.number(), slopePerMonth: z.number() }),
});

export const targetStandingSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: text,
  indicator: z.string(),
  /** Of the circle; null: the district. */
  scope: text,
  targetValue: z.number(),
  baseValue: number,
  baseMonth: text,
  dueMonth: z.string(),
  source: text,
  synthetic: z.boolean(),
  /** Whether the figures are those of a month, or sums of the twelve months that end with it. */
  span: z.enum(['month', 'year']),
  /** What is to be reached: the target, or for so many more the base and the target; null while the base is not known. */
  aim: number,
  actual: number,
  actualMonth: text,
  coverage: number,
  /** What is missing, in the unit of the indicator: positive where the target is not reached. */
  gap: number,
  /** null with fewer than three known months. */
  forecast: z.nullable(targetForecastSchema),
});

export const targetStandingsSchema = z.object({ ...common, items: z.array(targetStandingSchema) });

export const findingsSchema = z.object({
  ...common,
  total: z.number(),
  /** The first thousand. */
  items: z.array(findingSchema),
});

export type PlanSummary = z.infer<typeof planSummarySchema>;
export type WatchlistItem = z.infer<typeof watchlistItemSchema>;
export type Movement = z.infer<typeof movementSchema>;
export type TargetStanding = z.infer<typeof targetStandingSchema>;

/** By the names that the description of the API gives them. */
export const cockpitSchemas: Readonly<Record<string, z.ZodMiniType>> = {
  Watchlist: watchlistSchema,
  WatchlistItem: watchlistItemSchema,
  PlanSummary: planSummarySchema,
  TaxLadder: taxLadderSchema,
  TaxStep: taxStepSchema,
  TaxLadderItem: taxLadderItemSchema,
  Movements: movementsSchema,
  Movement: movementSchema,
  Expiries: expiriesSchema,
  EndingLease: endingLeaseSchema,
  Industries: industriesSchema,
  TargetStandings: targetStandingsSchema,
  TargetStanding: targetStandingSchema,
  TargetForecast: targetForecastSchema,
  Findings: findingsSchema,
};

export type Watchlist = z.infer<typeof watchlistSchema>;
export type TaxLadder = z.infer<typeof taxLadderSchema>;
export type TargetStandings = z.infer<typeof targetStandingsSchema>;
export type Findings = z.infer<typeof findingsSchema>;
export type Movements = z.infer<typeof movementsSchema>;
export type Expiries = z.infer<typeof expiriesSchema>;
export type Industries = z.infer<typeof industriesSchema>;
