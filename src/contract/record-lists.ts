/** What people look through to find the record that they want to change. */
import * as z from 'zod/mini';
import { roles } from '#domain/visibility.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import { historyEntrySchema, recordAnswerSchemas } from './records.ts';

const json = 'application/json';

/** All records of one building, by kind; `taxRecord` is absent for whoever may not see tax. */
export const buildingRecordsSchema = z.object({
  revision: z.string(),
  /** The day of the data: months before its own are over. */
  asOf: z.string(),
  building: recordAnswerSchemas.building,
  fact: z.array(recordAnswerSchemas.fact),
  floor: z.array(recordAnswerSchemas.floor),
  unit: z.array(recordAnswerSchemas.unit),
  lease: z.array(recordAnswerSchemas.lease),
  taxRecord: z.optional(z.array(recordAnswerSchemas.taxRecord)),
  month: z.array(recordAnswerSchemas.month),
  monthCorrection: z.array(recordAnswerSchemas.monthCorrection),
  renewalPlan: z.array(recordAnswerSchemas.renewalPlan),
  /** Those that lease or pay tax there. */
  enterprise: z.array(recordAnswerSchemas.enterprise),
});

/** `total` counts all that match, `items` holds the first of them. */
export const enterpriseListSchema = z.object({
  total: z.number(),
  items: z.array(recordAnswerSchemas.enterprise),
});

/** All of them, those that are due first before the others. */
export const targetListSchema = z.object({ items: z.array(recordAnswerSchemas.target) });

/** One record that was taken away and can be brought back. */
export const removalSchema = z.object({
  at: z.string(),
  by: historyEntrySchema.shape.by,
  entity: historyEntrySchema.shape.entity,
  key: z.string(),
  /** What people call it: a name, a label, or what is left of it. */
  name: z.string(),
  /** Of the building that it belonged to, as it is called now; null where there is none any more. */
  buildingName: z.nullable(z.string()),
  /** Records that went along. */
  alongside: z.number(),
});

/** Latest first. `next`: what to give as `before`; null at the end. */
export const removalListSchema = z.object({
  entries: z.array(removalSchema),
  next: z.nullable(z.string()),
});
export type Removal = z.infer<typeof removalSchema>;

const placeSchema = z.object({ id: z.string(), nameZh: z.string(), nameEn: z.string() });

const stationSchema = z.extend(placeSchema, {
  lines: z.array(z.string()),
  lon: z.number(),
  lat: z.number(),
  precisionM: z.nullable(z.number()),
});

/** The district's own places, from which a building names its own, and the metro stations in and around it. */
export const districtSchema = z.object({
  nameZh: z.string(),
  nameEn: z.string(),
  bounds: z.object({ west: z.number(), south: z.number(), east: z.number(), north: z.number() }),
  circles: z.array(placeSchema),
  subdistricts: z.array(placeSchema),
  stations: z.array(stationSchema),
});
export type DistrictAnswer = z.infer<typeof districtSchema>;

const common = {
  ...plainEndpoint,
  method: 'GET',
  roles: ['staff', 'manager', 'admin'],
  statuses: [400, 401, 403],
} as const;

export const listBuildingRecords = /* @__PURE__ */ endpoint({
  ...common,
  id: 'listBuildingRecords',
  path: '/api/v1/buildings/{id}/records',
  params: { id: { zh: '楼宇编号', en: 'Id of the building' } },
  response: { type: json, schema: buildingRecordsSchema },
  statuses: [401, 403, 404],
  summary: { zh: '一栋楼的全部记录', en: 'All records of one building' },
  description: {
    zh: '各类记录及其键与 tag，供逐条修改；无权查看者不出现。',
    en: 'Records of each kind with key and tag, to be changed one by one; what the role may not see is absent.',
  },
});

export const findEnterprises = /* @__PURE__ */ endpoint({
  ...common,
  id: 'findEnterprises',
  path: '/api/v1/enterprises',
  query: 'text',
  response: { type: json, schema: enterpriseListSchema },
  summary: { zh: '查找企业', en: 'Find enterprises' },
  description: {
    zh: '按名称、统一社会信用代码或编号的一部分。',
    en: 'By a part of the name, the unified social credit code or the id.',
  },
});

export const listTargetRecords = /* @__PURE__ */ endpoint({
  ...common,
  id: 'listTargetRecords',
  path: '/api/v1/records/targets',
  response: { type: json, schema: targetListSchema },
  statuses: [401, 403],
  summary: { zh: '全部目标', en: 'All targets' },
});

export const listRemovals = /* @__PURE__ */ endpoint({
  ...common,
  id: 'listRemovals',
  path: '/api/v1/removals',
  query: 'page',
  response: { type: json, schema: removalListSchema },
  summary: { zh: '已删除、可恢复的记录', en: 'Records that were taken away and can be brought back' },
});

export const getDistrict = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getDistrict',
  path: '/api/v1/district',
  response: { type: json, schema: districtSchema },
  roles,
  statuses: [],
  summary: {
    zh: '本区商圈、街道与地铁站',
    en: 'Business circles, subdistricts and metro stations of the district',
  },
});

export const allRecordLists: readonly Endpoint[] = [
  listBuildingRecords,
  findEnterprises,
  listTargetRecords,
  listRemovals,
  getDistrict,
];
