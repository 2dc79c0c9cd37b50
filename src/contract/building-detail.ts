/** One building file: the building with its sources, storeys, units, blocks and how its figures came about. */
import * as z from 'zod/mini';
import { leaseTypes, unitStatuses } from '#domain/model/unit.ts';
import { buildingSchema } from './building.ts';

const text = z.nullable(z.string());
const number = z.nullable(z.number());

export const factSchema = z.object({
  /** The field of the building that the source speaks of. */
  field: z.string(),
  source: z.string(),
  asOf: z.string(),
  confidence: z.enum(['A', 'B', 'C', 'D']),
  note: text,
});

export const leaseSchema = z.object({
  enterprise: text,
  industry: text,
  start: z.string(),
  end: z.string(),
  contractRent: number,
  rentFreeMonths: number,
  escalation: number,
  leaseType: z.enum(leaseTypes),
});

export const unitSchema = z.object({
  id: z.string(),
  label: z.string(),
  position: z.number(),
  area: z.number(),
  status: z.enum(unitStatuses),
  marketed: z.boolean(),
  askingRent: number,
  availableFrom: text,
  minDivisibleArea: number,
  lease: z.optional(z.nullable(leaseSchema)),
});

export const storeySchema = z.object({
  floor: z.number(),
  label: z.string(),
  area: number,
  units: z.array(unitSchema),
});

export const blockSchema = z.object({
  floors: z.array(z.number()),
  unitIds: z.array(z.string()),
  area: z.number(),
});

/** Formulas that a figure of one building may come from; the page has the words for each. */
export const formulas = [
  'available',
  'contiguous',
  'vacancy',
  'occupancy',
  'availability',
  'rent',
  'metro',
  'taxPerSqm',
] as const;

/** What a formula is fed with: ㎡, 元, metres or counts, by name. */
export const formulaInputs = [
  'vacantArea',
  'occupiedArea',
  'rentableArea',
  'availableArea',
  'base',
  'rentedArea',
  'units',
  'station',
  'precision',
  'annualTax',
  'taxThrough',
] as const;

/** A figure that opens: its value, the formula and what went into it. */
export const derivedFigureSchema = z.object({
  value: number,
  formula: z.enum(formulas),
  inputs: z.partialRecord(z.enum(formulaInputs), z.nullable(z.union([z.number(), z.string()]))),
  /** Share of the area whose inputs are known; null where the formula has no such share. */
  coverage: number,
});

/** Figures that a building file can open, named as the building's fields are. */
export const derivedFields = [
  'availableArea',
  'maxContiguousArea',
  'vacancyRate',
  'occupancyRate',
  'availabilityRate',
  'askingRent',
  'metroDistanceM',
  'taxPerSqm',
] as const;

export const buildingDetailSchema = z.extend(buildingSchema, {
  revision: z.string(),
  asOf: z.string(),
  facts: z.array(factSchema),
  storeys: z.array(storeySchema),
  blocks: z.array(blockSchema),
  derived: z.partialRecord(z.enum(derivedFields), derivedFigureSchema),
});

export type BuildingDetail = z.infer<typeof buildingDetailSchema>;
export type StoreyItem = z.infer<typeof storeySchema>;
export type UnitItem = z.infer<typeof unitSchema>;
export type LeaseItem = z.infer<typeof leaseSchema>;
export type DerivedFigure = z.infer<typeof derivedFigureSchema>;
export type DerivedField = (typeof derivedFields)[number];
