/** A building on the wire. Unknown is null; what the asking role may not see has no key. */
import * as z from 'zod/mini';
import { bounds } from '#domain/measure.ts';
import {
  buildingStatuses,
  carrierTypes,
  gradeBases,
  grades,
  greenCertificates,
  protectionClasses,
  targetIndustries,
  tenures,
} from '#domain/model/building.ts';

export const quantitySchema = z.object({ value: z.number(), bound: z.enum(bounds) });

const text = z.nullable(z.string());
const number = z.nullable(z.number());
const flag = z.nullable(z.boolean());
const quantity = z.nullable(quantitySchema);

export const positionSchema = z.object({ lon: z.number(), lat: z.number(), precisionM: number });
export const stewardSchema = z.object({ name: z.string(), phone: text });

export const buildingSchema = z.object({
  id: z.string(),
  nameZh: z.string(),
  nameEn: text,
  aliases: z.array(z.string()),
  address: text,
  carrierType: z.enum(carrierTypes),
  status: z.enum(buildingStatuses),
  position: z.nullable(positionSchema),
  completedOn: text,
  grade: z.nullable(z.enum(grades)),
  gradeBasis: z.nullable(z.enum(gradeBases)),
  developer: text,
  gfa: quantity,
  rentableArea: quantity,
  floorPlate: quantity,
  floors: z.object({ above: number, below: number }),
  floorToFloorHeight: z.nullable(z.object({ min: z.number(), max: z.number() })),
  clearHeight: quantity,
  efficiency: quantity,
  columnFree: flag,
  divisible: flag,
  greenCertificate: z.nullable(z.enum(greenCertificates)),
  tenure: z.nullable(z.enum(tenures)),
  targetIndustries: z.nullable(z.array(z.enum(targetIndustries))),
  admissionRule: text,
  protectionClass: z.nullable(z.enum(protectionClasses)),
  lifts: number,
  parking: number,
  managementFee: quantity,
  hvac: text,
  power: text,
  remarks: z.array(z.string()),
  circleId: text,
  subdistrictId: text,
  availableArea: quantity,
  maxContiguousArea: number,
  vacancyRate: number,
  occupancyRate: number,
  availabilityRate: number,
  askingRent: number,
  availableFrom: text,
  metroDistanceM: number,
  completeness: z.number(),
  taxPerSqm: z.optional(number),
  steward: z.optional(z.nullable(stewardSchema)),
  synthetic: z.boolean(),
});

/** A building as lists, exports and its own page give it. */
export type BuildingItem = z.infer<typeof buildingSchema>;
export type BuildingField = keyof BuildingItem;
