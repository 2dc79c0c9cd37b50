/** The answer to one question: how many, their totals, counts per field, and one page of buildings. */
import * as z from 'zod/mini';
import { clauses, rangeFields, setFields } from '#domain/query/fields.ts';
import { buildingSchema } from './building.ts';

const number = z.nullable(z.number());

/** A ratio of sums; `coverage` is the share of the area whose inputs are known. */
export const ratioSchema = z.object({
  value: number,
  numerator: z.number(),
  denominator: z.number(),
  coverage: number,
});

export const totalsSchema = z.object({
  gfa: z.number(),
  availableArea: z.object({ value: number, coverage: number }),
  maxContiguousArea: number,
  vacancyRate: ratioSchema,
  occupancyRate: ratioSchema,
  availabilityRate: ratioSchema,
  askingRent: ratioSchema,
  taxPerSqm: z.optional(ratioSchema),
});

/** `counts[i]` buildings lie in `edges[i]`–`edges[i + 1]`; every clause but the field's own applies. */
export const histogramSchema = z.object({
  edges: z.array(z.number()),
  counts: z.array(z.number()),
  unknown: z.number(),
});

export const setCountsSchema = z.object({
  counts: z.record(z.string(), z.number()),
  unknown: z.number(),
});

export const facetsSchema = z.object({
  ranges: z.partialRecord(z.enum(rangeFields), histogramSchema),
  sets: z.record(z.enum(setFields), setCountsSchema),
});

export const buildingListSchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  /** The question as it was understood, in its shortest form. */
  query: z.string(),
  filterInWords: z.object({ zh: z.string(), en: z.string() }),
  /** Buildings that pass, on all pages. */
  total: z.number(),
  page: z.number(),
  limit: z.number(),
  totals: totalsSchema,
  facets: facetsSchema,
  /** Clauses that exclude buildings all by themselves, and how many. */
  relaxations: z.array(z.object({ clause: z.enum(clauses), gain: z.number() })),
  items: z.array(buildingSchema),
});

export type BuildingList = z.infer<typeof buildingListSchema>;
