/** Matching: a requirement in, ranked spaces out, with what excludes the others. Nothing is stored. */
import * as z from 'zod/mini';
import { dayCounts } from '#domain/cost/assumptions.ts';
import { matchRules } from '#domain/matching/filters.ts';
import {
  budgetUnits,
  columnWishes,
  requirementBases,
  requirementRanges,
} from '#domain/matching/requirement.ts';
import { scoreParts } from '#domain/matching/score.ts';
import { spaceKinds } from '#domain/matching/spaces.ts';
import { carrierTypes, grades, tenures } from '#domain/model/building.ts';
import { roles } from '#domain/visibility.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';

const asked = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

function within({ min, max }: { readonly min: number; readonly max: number }) {
  return z.number().check(z.minimum(min), z.maximum(max));
}

function wholeWithin({ min, max }: { readonly min: number; readonly max: number }) {
  return z.int().check(z.minimum(min), z.maximum(max));
}

const requirementSchema = z.strictObject({
  areaMin: asked(within(requirementRanges.areaMin)),
  areaMax: asked(within(requirementRanges.areaMax)),
  basis: asked(z.enum(requirementBases)),
  contiguous: asked(z.boolean()),
  maxFloors: asked(wholeWithin(requirementRanges.maxFloors)),
  budget: asked(
    z.strictObject({
      amount: within(requirementRanges.amount),
      unit: z.enum(budgetUnits),
      includesFee: asked(z.boolean()),
    }),
  ),
  tenure: asked(z.enum(tenures)),
  carrierTypes: asked(z.array(z.enum(carrierTypes))),
  circles: asked(z.array(z.string())),
  subdistricts: asked(z.array(z.string())),
  grades: asked(z.array(z.enum(grades))),
  floorToFloorHeight: asked(within(requirementRanges.floorToFloorHeight)),
  clearHeight: asked(within(requirementRanges.clearHeight)),
  columnFree: asked(z.enum(columnWishes)),
  metroWithin: asked(within(requirementRanges.metroWithin)),
  startBy: asked(z.string().check(z.regex(/^\d{4}-\d{2}(-\d{2})?$/))),
  industry: asked(z.string()),
  heads: asked(wholeWithin(requirementRanges.heads)),
});

export const mostMatches = 100;
export const weightRange = { min: 0, max: 100 };

const weight = z.optional(within(weightRange));
const weightsSchema = z.strictObject({
  area: weight,
  cost: weight,
  industry: weight,
  policy: weight,
  place: weight,
});

export const matchRequestSchema = z.strictObject({
  requirement: requirementSchema,
  weights: z.optional(weightsSchema),
  dayCount: z.optional(z.enum(dayCounts)),
  limit: z.optional(wholeWithin({ min: 1, max: mostMatches })),
});

const spanSchema = z.object({ low: z.number(), high: z.nullable(z.number()) });
/** A figure, a span of which `high` null has no upper end, a word, or words; null is not known. */
const valueSchema = z.nullable(z.union([z.number(), z.string(), z.array(z.string()), spanSchema]));

const findingSchema = z.object({ rule: z.enum(matchRules), found: valueSchema, asked: valueSchema });

const bandSchema = z.object({ low: z.number(), high: z.number() });

const matchScoreSchema = z.object({
  low: z.number(),
  high: z.number(),
  parts: z.array(
    z.object({
      part: z.enum(scoreParts),
      score: z.nullable(bandSchema),
      why: z.nullable(z.enum(['notAsked', 'noRules'])),
      inputs: z.record(z.string(), valueSchema),
      weight: z.number(),
    }),
  ),
});

const matchedFields = {
  building: z.object({
    id: z.string(),
    nameZh: z.string(),
    nameEn: z.nullable(z.string()),
    carrierType: z.enum(carrierTypes),
    grade: z.nullable(z.enum(grades)),
    circleId: z.nullable(z.string()),
    position: z.nullable(z.object({ lon: z.number(), lat: z.number(), precisionM: z.nullable(z.number()) })),
  }),
  space: z.object({
    kind: z.enum(spaceKinds),
    floors: z.array(z.number()),
    units: z.array(z.object({ id: z.string(), label: z.string(), floor: z.number(), area: z.number() })),
    area: z.nullable(z.number()),
    wholeArea: z.nullable(z.number()),
  }),
  usableArea: valueSchema,
  rent: valueSchema,
  managementFee: valueSchema,
  /** Rent and fee of all of it, 元/月. */
  monthlyCost: valueSchema,
  availableFrom: z.nullable(z.string()),
  unverified: z.array(findingSchema),
  score: matchScoreSchema,
};

const matchSchema = z.object(matchedFields);

const nearMissSchema = z.object({
  ...matchedFields,
  failed: z.array(findingSchema),
  changes: z.array(
    z.object({
      rule: z.enum(matchRules),
      field: z.string(),
      from: valueSchema,
      to: valueSchema,
      size: z.number(),
    }),
  ),
});

const matchListSchema = z.object({
  asOf: z.string(),
  weights: z.object({
    area: z.number(),
    cost: z.number(),
    industry: z.number(),
    policy: z.number(),
    place: z.number(),
  }),
  formulas: z.record(z.string(), z.array(z.string())),
  considered: z.object({ buildings: z.int(), matched: z.int(), spaces: z.int() }),
  ranked: z.array(matchSchema),
  nearMisses: z.array(nearMissSchema),
  excluded: z.object({
    total: z.int(),
    byRule: z.record(z.string(), z.int()),
    list: z.array(z.object({ buildingId: z.string(), nameZh: z.string(), failed: z.array(findingSchema) })),
  }),
});

export type MatchList = z.infer<typeof matchListSchema>;

export const findMatches = /* @__PURE__ */ endpoint({
  ...plainEndpoint,
  id: 'findMatches',
  method: 'POST',
  path: '/api/v1/matches',
  body: matchRequestSchema,
  response: { type: 'application/json', schema: matchListSchema },
  roles,
  statuses: [400, 413, 415],
  summary: { zh: '按需求匹配空间', en: 'Rank spaces by a requirement' },
  description: {
    zh: '需求中未给出或为 null 的项不作要求；面积 ㎡（basis 为口径，默认建筑面积），预算按 unit，startBy 的月份至月末。返回按得分排序的空间（一个或多个单元、相邻楼层）、五项得分及其输入与权重、未能核实的条件、近似匹配与使其符合的最小改动，以及其余楼宇被排除的规则、实际值与要求值。未知值不排除，只放宽得分区间（low–high）；尚无政策规则数据，政策分为 null，权重分给其余各项。只用楼宇与单元数据，不用租户数据；不存储任何内容。',
    en: 'What is absent or null is not asked. Areas in ㎡ on basis (gross unless said), budget in its unit, a month of startBy to its end. Gives spaces (one or several units, adjacent floors) by score, five parts each with inputs and weight, conditions that cannot be verified, near misses with the smallest changes that admit them, and for all other buildings the rule that excludes them with what was found and asked. Unknown values exclude nothing: they widen the band (low–high). No policy rules are on file yet: that part is null and its weight goes to the others. Of buildings and units alone, never of tenants; nothing is stored.',
  },
});

/** By the names that the description of the API gives them. */
export const matchSchemas: Readonly<Record<string, z.ZodMiniType>> = {
  MatchRequest: matchRequestSchema,
  MatchRequirement: requirementSchema,
  MatchWeights: weightsSchema,
  MatchList: matchListSchema,
  Match: matchSchema,
  NearMiss: nearMissSchema,
  MatchScore: matchScoreSchema,
  MatchFinding: findingSchema,
};

export const matchEndpoints: readonly Endpoint[] = [findMatches];
