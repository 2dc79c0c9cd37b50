/** What 驾驶舱 asks for beside the table of indicators. */
import { roles } from '#domain/visibility.ts';
import {
  expiriesSchema,
  findingsSchema,
  industriesSchema,
  movementsSchema,
  targetStandingsSchema,
  taxLadderSchema,
  watchlistSchema,
} from './cockpit.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';

const everybody = { ...plainEndpoint, method: 'GET', roles, statuses: [304, 400] } as const;
const staff = {
  ...plainEndpoint,
  method: 'GET',
  roles: ['staff', 'manager', 'admin'],
  statuses: [304, 400, 401, 403],
} as const;

export const getWatchlist = /* @__PURE__ */ endpoint({
  ...everybody,
  id: 'getWatchlist',
  path: '/api/v1/watchlist',
  query: 'watchlist',
  response: { type: 'application/json', schema: watchlistSchema },
  summary: { zh: '空置预警名单', en: 'Buildings above the vacancy line' },
  description: {
    zh: '空置率严格高于阈值的楼宇，按空置率再按连续月数排列；未知者不列入，另计其数。',
    en: 'Buildings whose vacancy is strictly above the line, by rate and then by months above it; the unknown are counted apart.',
  },
});

export const getTaxLadder = /* @__PURE__ */ endpoint({
  ...staff,
  roles: ['manager', 'admin'],
  id: 'getTaxLadder',
  path: '/api/v1/tax-ladder',
  query: 'atMonth',
  response: { type: 'application/json', schema: taxLadderSchema },
  summary: { zh: '税收阶梯', en: 'Ladder of tax tiers' },
  description: {
    zh: '各楼截至该月十二个月的全口径税收、等级与距下一级之差；不足十二个月者不作推算，写明月数。',
    en: 'Tax of each building over the twelve months that end with the month, its tier and the gap to the next; fewer months on record are told, never scaled.',
  },
});

export const getMovements = /* @__PURE__ */ endpoint({
  ...staff,
  id: 'getMovements',
  path: '/api/v1/movements',
  query: 'filteredMonths',
  response: { type: 'application/json', schema: movementsSchema },
  summary: { zh: '企业迁入迁出', en: 'Firms that moved in and out' },
  description: {
    zh: '按租约逐月判断；区内换楼另计。默认至截至月共 12 个月。',
    en: 'Month by month from leases; moves within the district apart. By default the 12 months up to that of the data.',
  },
});

export const getExpiries = /* @__PURE__ */ endpoint({
  ...staff,
  id: 'getExpiries',
  path: '/api/v1/expiries',
  query: 'filter',
  response: { type: 'application/json', schema: expiriesSchema },
  summary: { zh: '租约到期', en: 'Leases that end' },
  description: {
    zh: '按季度的到期面积，以及十二个月内到期的租约。',
    en: 'Area that ends by quarter, and the leases that end within twelve months.',
  },
});

export const getIndustries = /* @__PURE__ */ endpoint({
  ...staff,
  id: 'getIndustries',
  path: '/api/v1/industries',
  query: 'filter',
  response: { type: 'application/json', schema: industriesSchema },
  summary: { zh: '产业构成', en: 'Mix of industries' },
  description: {
    zh: '占用面积按产业门类的构成、主导产业与集聚指数（HHI），附覆盖率。',
    en: 'Occupied area by section of industry, the leading one and the index of concentration (HHI), with coverage.',
  },
});

export const getTargetStandings = /* @__PURE__ */ endpoint({
  ...staff,
  id: 'getTargetStandings',
  path: '/api/v1/targets',
  response: { type: 'application/json', schema: targetStandingsSchema },
  summary: { zh: '目标进度', en: 'How far the targets are' },
  description: {
    zh: '各目标的实际值、所属月、差距与线性推算（最近至多 12 个已知月份的最小二乘直线，少于 3 个月不推算）。',
    en: 'Of each target the actual value with its month, the gap and a linear forecast: least squares through at most the last 12 known months, none with fewer than 3.',
  },
});

export const listFindings = /* @__PURE__ */ endpoint({
  ...staff,
  id: 'listFindings',
  path: '/api/v1/findings',
  query: 'filter',
  response: { type: 'application/json', schema: findingsSchema },
  summary: { zh: '数据质量问题', en: 'Findings about the quality of the data' },
  description: {
    zh: '每项写明规则、记录、所在楼宇与如何改正；所涉数据不计入指标，覆盖率随之降低。',
    en: 'Each with rule, record, building and how to mend it; what it concerns is left out of the figures and lowers their coverage.',
  },
});

export const cockpitEndpoints: readonly Endpoint[] = [
  getWatchlist,
  getTaxLadder,
  getMovements,
  getExpiries,
  getIndustries,
  getTargetStandings,
  listFindings,
];
