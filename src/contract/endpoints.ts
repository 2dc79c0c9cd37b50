/** Every endpoint there is. One export each, so that a page bundles only those that it calls. */
import { roles } from '#domain/visibility.ts';
import { buildingDetailSchema } from './building-detail.ts';
import { buildingListSchema } from './building-list.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import { eventStreamType, lastEventIdHeader } from './events.ts';
import { healthSchema, meSchema, settingsSchema } from './session.ts';

/** The columns of the search engine with their header; see `src/domain/engine/snapshot.ts`. */
export const catalogueType = 'application/vnd.loulan.catalogue';
export const geoJsonType = 'application/geo+json';
export const csvType = 'text/csv';
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const arrowType = 'application/vnd.apache.arrow.file';

const common = { ...plainEndpoint, method: 'GET', roles, statuses: [] } as const;

export const getCatalogue = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getCatalogue',
  path: '/api/v1/catalogue',
  response: { type: catalogueType, schema: null },
  statuses: [304],
  summary: { zh: '检索列存快照', en: 'Columns for searching in the page' },
  description: {
    zh: '页面检索引擎所用的列式快照，按角色裁剪；带弱 ETag，可用 If-None-Match 复验。',
    en: 'Binary snapshot of the read model as the role may see it; weak ETag, revalidate with If-None-Match.',
  },
});

export const listBuildings = /* @__PURE__ */ endpoint({
  ...common,
  id: 'listBuildings',
  path: '/api/v1/buildings',
  query: 'search',
  response: { type: 'application/json', schema: buildingListSchema },
  statuses: [400],
  summary: { zh: '查找楼宇', en: 'Find buildings' },
  description: {
    zh: '返回总数、合计、各字段分布与一页楼宇。未知值为 null；无权查看的字段不出现。',
    en: 'Total, totals, counts per field and one page of buildings. Unknown is null; a hidden field is absent.',
  },
});

export const getBuilding = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getBuilding',
  path: '/api/v1/buildings/{id}',
  params: { id: { zh: '楼宇编号', en: 'Id of the building' } },
  response: { type: 'application/json', schema: buildingDetailSchema },
  statuses: [404],
  summary: { zh: '一楼一档', en: 'One building file' },
  description: {
    zh: '楼宇各项、来源、楼层与单元、可连片空间，以及每个计算值的公式与输入。',
    en: 'The building with sources, storeys and units, contiguous blocks, and each figure with formula and inputs.',
  },
});

export const exportCsv = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportCsv',
  path: '/api/v1/buildings.csv',
  query: 'export',
  response: { type: csvType, schema: null },
  statuses: [400],
  summary: { zh: '导出 CSV', en: 'Export as CSV' },
  description: {
    zh: '恰为筛选所得全部楼宇，按所选顺序；UTF-8 带 BOM；前几行写明筛选、截至日期与来源。',
    en: 'Exactly the filtered set, sorted, all pages; UTF-8 with BOM; filter, date and source in the first lines.',
  },
});

export const exportXlsx = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportXlsx',
  path: '/api/v1/buildings.xlsx',
  query: 'export',
  response: { type: xlsxType, schema: null },
  statuses: [400],
  summary: { zh: '导出 Excel 工作簿', en: 'Export as an Excel workbook' },
  description: {
    zh: '恰为筛选所得全部楼宇，按所选顺序；数字、百分数与日期各有其类型；第二张表写明筛选、截至日期、来源与“未提供”的含义。',
    en: 'Exactly the filtered set, sorted, all pages; typed cells; the second sheet holds filter, date, source and what unknown means.',
  },
});

export const exportGeoJson = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportGeoJson',
  path: '/api/v1/buildings.geojson',
  query: 'export',
  response: { type: geoJsonType, schema: null },
  statuses: [400],
  summary: { zh: '导出 GeoJSON', en: 'Export as GeoJSON' },
  description: {
    zh: '恰为筛选所得全部楼宇（WGS-84）；位置未知者 geometry 为 null。',
    en: 'Exactly the filtered set in WGS-84; geometry is null where the position is not known.',
  },
});

export const exportArrow = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportArrow',
  path: '/api/v1/buildings.arrow',
  query: 'export',
  response: { type: arrowType, schema: null },
  statuses: [400],
  summary: { zh: '导出 Apache Arrow', en: 'Export as Apache Arrow' },
  description: {
    zh: '恰为筛选所得全部楼宇，按所选顺序；Arrow IPC 文件格式；列名与代码同本接口，null 为未提供；单位与筛选在元数据中。',
    en: 'Exactly the filtered set, sorted, all pages; Arrow IPC file; names and codes of this API, null is unknown; units and filter in the metadata.',
  },
});

export const getEvents = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getEvents',
  path: '/api/v1/events',
  headers: [lastEventIdHeader],
  response: { type: eventStreamType, schema: null },
  statuses: [429, 503],
  summary: { zh: '实时更新（SSE）', en: 'Live updates (server-sent events)' },
  description: {
    zh: '不会结束的事件流：先 hello（当前版本），数据变动时 changed（id 为版本；楼宇编号，至多 500 个，否则 all），身份变化时 bye 并结束。重连时带 Last-Event-ID，错过的变动合并为一条。只含编号与版本，且只提及该身份可见的变动。',
    en: 'A stream without an end: hello with the present revision, then changed (its id is the revision) with ids of buildings, at most 500, else all; bye ends it when the reader is somebody else. Reconnect with Last-Event-ID: what was missed comes as one event. Ids and revisions only, and only of changes that the role can see.',
  },
});

export const getMe = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getMe',
  path: '/api/v1/me',
  response: { type: 'application/json', schema: meSchema },
  summary: { zh: '当前身份', en: 'Who is asking' },
});

export const getSettings = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getSettings',
  path: '/api/v1/settings',
  response: { type: 'application/json', schema: settingsSchema },
  summary: { zh: '运行设置', en: 'Settings of this installation' },
});

export const getHealth = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getHealth',
  path: '/api/v1/health',
  response: { type: 'application/json', schema: healthSchema },
  summary: { zh: '健康检查', en: 'Whether the data can be read' },
});

export const getOpenApi = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getOpenApi',
  path: '/api/v1/openapi.json',
  response: { type: 'application/json', schema: null },
  summary: { zh: '接口说明（OpenAPI 3.1）', en: 'This description (OpenAPI 3.1)' },
});

export const getDocs = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getDocs',
  path: '/api/docs',
  response: { type: 'text/html', schema: null },
  summary: { zh: '接口说明（网页）', en: 'This description as a page' },
});

export const getDocsStyle = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getDocsStyle',
  path: '/api/docs.css',
  response: { type: 'text/css', schema: null },
  summary: { zh: '接口说明的样式', en: 'Style of that page' },
});

/** Every endpoint that this file names. The others are in files of their own, see `all-endpoints.ts`. */
export const readingEndpoints: readonly Endpoint[] = [
  listBuildings,
  getBuilding,
  exportCsv,
  exportXlsx,
  exportGeoJson,
  exportArrow,
  getCatalogue,
  getEvents,
  getMe,
  getSettings,
  getHealth,
  getOpenApi,
  getDocs,
  getDocsStyle,
];
