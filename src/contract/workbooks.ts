/** Workbooks of one building and of several: files with live formulas. */
import { roles } from '#domain/visibility.ts';
import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import { xlsxType } from './endpoints.ts';

const common = {
  ...plainEndpoint,
  method: 'GET',
  roles,
  response: { type: xlsxType, schema: null },
} as const;

export const exportBuildingFile = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportBuildingFile',
  path: '/api/v1/buildings/{id}/file.xlsx',
  params: { id: { zh: '楼宇编号', en: 'Id of the building' } },
  query: 'costs',
  statuses: [400, 404],
  summary: { zh: '一楼一档的 Excel 工作簿', en: 'A building file as an Excel workbook' },
  description: {
    zh: '楼宇信息（含来源）、楼层与单元、入驻成本（条件可改，公式随之重算）与逐月现金流；末页说明口径。按身份裁剪。',
    en: 'Facts with sources, floors and units, costs as live formulas over inputs that may be changed, months; the last sheet explains. As the role may see it.',
  },
});

export const exportComparison = /* @__PURE__ */ endpoint({
  ...common,
  id: 'exportComparison',
  path: '/api/v1/compare.xlsx',
  query: 'comparison',
  statuses: [400],
  summary: { zh: '比选的 Excel 工作簿', en: 'A comparison as an Excel workbook' },
  description: {
    zh: '每栋楼或单元一列，各行同比选页；入驻成本为公式，条件可改；未列入者及原因在末页。按身份裁剪。',
    en: 'A column for each building or unit, rows as on the page of comparisons, costs as live formulas; the last sheet names what was left out and why. As the role may see it.',
  },
});

/** Every endpoint that this file names. */
export const workbookEndpoints: readonly Endpoint[] = [exportBuildingFile, exportComparison];
