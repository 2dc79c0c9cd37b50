/** The indicators of 驾驶舱: tables over months, and what one figure is made of. */
import * as z from 'zod/mini';
import { findingRules } from '#domain/indicators/finding-words.ts';
import { exclusions, inputSources, levels, periodKinds } from '#domain/indicators/spec.ts';
import { entities } from '#domain/records/entity.ts';
import { roles } from '#domain/visibility.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import { indicatorIds } from './indicator-ids.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const bilingualSchema = z.object({ zh: z.string(), en: z.string() });
const indicatorSchema = z.enum(indicatorIds);

/** One indicator of one group, one place a period. */
export const indicatorSeriesSchema = z.object({
  /** null: not known, or withheld. */
  values: z.array(number),
  numerators: z.array(number),
  denominators: z.array(number),
  /** 0–1; null where there is nothing to cover. */
  coverages: z.array(number),
  /** The letter of the leading industry; only where the indicator has one. */
  details: z.optional(z.array(text)),
});

export const indicatorGroupSchema = z.object({
  /** Of the building, circle or subdistrict, the code of the type or grade, or the district's adcode. */
  id: z.string(),
  /** Buildings of the group that pass the filter. */
  buildings: z.number(),
  /** What the role may not see is absent. */
  series: z.partialRecord(indicatorSchema, indicatorSeriesSchema),
});

/**
 * Why the public does not get a figure about firms: the question has a filter, names groups or asks below circles
 * (`filtered`, `chosen`, `level`); the group is small in some published month, or would be what the others leave of
 * the district (`tooFew`); a share is told of the month of the data alone (`past`).
 */
export const withheldReasons = ['filtered', 'chosen', 'level', 'tooFew', 'past'] as const;

export const withheldSchema = z.object({
  indicator: indicatorSchema,
  reason: z.enum(withheldReasons),
  /** Groups and periods concerned; null: all. */
  group: text,
  periods: z.nullable(z.array(z.string())),
});

export const indicatorsSchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  level: z.enum(levels),
  period: z.enum(periodKinds),
  /** First and last month. */
  from: z.string(),
  to: z.string(),
  /** `2026-10`, `2026-Q4` or `2026`, oldest first. */
  periods: z.array(z.string()),
  /** Buildings that pass the filter, and all. */
  matched: z.number(),
  of: z.number(),
  /** Indicators that are rounded to 0.05 for this role. */
  rounded: z.array(indicatorSchema),
  withheld: z.array(withheldSchema),
  groups: z.array(indicatorGroupSchema),
});

/** A mistake in the data, or a gap, that keeps something out of a figure. */
export const findingSchema = z.object({
  rule: z.enum(findingRules),
  /** Kind and key of the record. */
  entity: z.enum(entities),
  key: z.string(),
  buildingId: z.string(),
  /** The month that it concerns; null: all that are told from the record. */
  month: text,
  /** The figures or fields that are wrong or missing. */
  detail: z.string(),
  says: bilingualSchema,
  fix: bilingualSchema,
});

export const indicatorPartSchema = z.object({
  buildingId: z.string(),
  nameZh: z.string(),
  nameEn: text,
  numerator: number,
  denominator: number,
  value: number,
  /** Of its area, its firms or what else the coverage is a share of, 0–1. */
  coverage: number,
  /** Share of this building in the group's denominator, or in its sum, 0–1. */
  weight: number,
  /** Why it is not in the figure; null where it is. */
  excludedBecause: z.nullable(z.enum(exclusions)),
});

const comparedSchema = z.nullable(
  z.object({
    period: z.string(),
    value: number,
    /** In the unit of the indicator, this period − that one; of rates in points of 0–1. */
    change: number,
  }),
);

const operandSchema = z.object({ zh: z.string(), en: z.string(), unit: z.string() });

export const indicatorExplanationSchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  id: indicatorSchema,
  nameZh: z.string(),
  nameEn: z.string(),
  formula: bilingualSchema,
  /** Unit of the value. */
  unit: z.string(),
  /** What is above and below the line; the latter null where nothing is divided. */
  above: operandSchema,
  below: z.nullable(operandSchema),
  /** What counts at the edges, and of what the coverage is a share. */
  edges: bilingualSchema,
  coverageWords: bilingualSchema,
  level: z.enum(levels),
  group: z.string(),
  period: z.string(),
  /** The last day that the figure speaks of. */
  until: z.string(),
  value: number,
  numerator: number,
  denominator: number,
  coverage: number,
  detail: z.optional(text),
  /** The period before, and the same a year before. */
  before: comparedSchema,
  yearBefore: comparedSchema,
  sources: z.array(z.enum(inputSources)),
  /** Why there is no figure, or no parts, for this role; null where nothing is withheld. */
  withheld: z.nullable(z.enum([...withheldReasons, 'parts'])),
  isRounded: z.boolean(),
  parts: z.array(indicatorPartSchema),
  findings: z.array(findingSchema),
});

export type Finding = z.infer<typeof findingSchema>;

const common = { ...plainEndpoint, method: 'GET', roles } as const;

export const getIndicators = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getIndicators',
  path: '/api/v1/indicators',
  query: 'indicators',
  response: { type: 'application/json', schema: indicatorsSchema },
  statuses: [304, 400],
  summary: { zh: '指标表', en: 'Table of indicators' },
  description: {
    zh: '筛选（同“查找楼宇”，按截至日判断）所得楼宇的指标，按层级分组、按期排列；汇总为总和之比，附分子、分母与覆盖率。流量按期求和，不作年化；存量取期末月。无权查看者不出现；公众的企业类指标只有全区与商圈、不带筛选时才有，不足 3 户或 2 栋的商圈隐去，占比类只给截至月并取整到 0.05，withheld 说明原因。',
    en: 'Indicators of the buildings that pass a filter (that of "find buildings", judged as of now), by group and period; ratios of sums with numerator, denominator and coverage. Flows are summed over the period, never annualised; stocks are those of its last month. Hidden indicators are absent; the public gets those about firms for district and circles only, without a filter, not of fewer than 3 firms or 2 buildings, and shares of the month of the data alone, rounded to 0.05: withheld says why.',
  },
});

export const explainIndicator = /* @__PURE__ */ endpoint({
  ...common,
  id: 'explainIndicator',
  path: '/api/v1/indicators/{id}/explain',
  params: { id: { zh: '指标编号', en: 'Id of the indicator' } },
  query: 'explanation',
  response: { type: 'application/json', schema: indicatorExplanationSchema },
  statuses: [304, 400, 401, 403, 404],
  summary: { zh: '一个指标值的由来', en: 'What one figure is made of' },
  description: {
    zh: '公式、分子、分母、覆盖率、截至日、来源与逐楼构成，含未计入的楼宇及原因，以及与上期、上年同期之差。',
    en: 'Formula, numerator, denominator, coverage, date, sources and the buildings behind it, those left out with the reason, and the change to the period and to the year before.',
  },
});

/** By the names that the description of the API gives them. */
export const indicatorSchemas: Readonly<Record<string, z.ZodMiniType>> = {
  Indicators: indicatorsSchema,
  IndicatorGroup: indicatorGroupSchema,
  IndicatorSeries: indicatorSeriesSchema,
  WithheldIndicator: withheldSchema,
  IndicatorExplanation: indicatorExplanationSchema,
  IndicatorPart: indicatorPartSchema,
  Finding: findingSchema,
};

export type Indicators = z.infer<typeof indicatorsSchema>;
export type IndicatorExplanation = z.infer<typeof indicatorExplanationSchema>;

export const indicatorEndpoints: readonly Endpoint[] = [getIndicators, explainIndicator];
