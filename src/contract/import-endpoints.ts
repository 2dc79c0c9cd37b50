/** Import: a draft takes files, is checked, committed whole, and can be undone. */

import { type Endpoint, endpoint, plainEndpoint } from './endpoint.ts';
import { xlsxType } from './endpoints.ts';
import { eventStreamType } from './events.ts';
import {
  importListSchema,
  importRowsSchema,
  importSchema,
  importStartSchema,
  partPatchSchema,
  undoSchema,
} from './imports.ts';

const json = 'application/json';
const id = { zh: '导入编号', en: 'Id of the import' };

const common = {
  ...plainEndpoint,
  method: 'POST',
  params: { id },
  response: { type: json, schema: importSchema },
  roles: ['staff', 'manager', 'admin'],
  statuses: [400, 401, 403, 404, 409],
} as const;

export const listImports = /* @__PURE__ */ endpoint({
  ...common,
  id: 'listImports',
  method: 'GET',
  path: '/api/v1/imports',
  params: {},
  response: { type: json, schema: importListSchema },
  statuses: [401, 403],
  summary: { zh: '导入记录', en: 'Imports, latest first' },
});

export const startImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'startImport',
  path: '/api/v1/imports',
  params: {},
  body: importStartSchema,
  success: 201,
  statuses: [400, 401, 403, 413, 415, 503, 507],
  summary: { zh: '新建导入', en: 'Begin an import' },
});

export const getImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getImport',
  method: 'GET',
  path: '/api/v1/imports/{id}',
  statuses: [401, 403, 404],
  summary: { zh: '一次导入', en: 'One import' },
});

export const uploadImportFile = /* @__PURE__ */ endpoint({
  ...common,
  id: 'uploadImportFile',
  path: '/api/v1/imports/{id}/files',
  query: 'file',
  bodyType: 'application/octet-stream',
  success: 201,
  statuses: [400, 401, 403, 404, 409, 413, 507],
  summary: { zh: '上传一个文件', en: 'Add a file' },
  description: {
    zh: '请求体即文件字节：XLSX、CSV（UTF-8、UTF-16、GB18030）、GeoJSON；读不了的文件也列出，并说明原因。',
    en: 'The body is the file: XLSX, CSV (UTF-8, UTF-16, GB 18030) or GeoJSON; a file that cannot be read is listed with the reason.',
  },
});

export const removeImportFile = /* @__PURE__ */ endpoint({
  ...common,
  id: 'removeImportFile',
  method: 'DELETE',
  path: '/api/v1/imports/{id}/files/{fileId}',
  params: { id, fileId: { zh: '文件编号', en: 'Id of the file' } },
  summary: { zh: '移除一个文件', en: 'Take a file out' },
});

export const patchImportPart = /* @__PURE__ */ endpoint({
  ...common,
  id: 'patchImportPart',
  method: 'PATCH',
  path: '/api/v1/imports/{id}/parts/{partId}',
  params: { id, partId: { zh: '工作表编号', en: 'Id of the sheet' } },
  body: partPatchSchema,
  statuses: [400, 401, 403, 404, 409, 413, 415],
  summary: {
    zh: '标题行、列映射、更正与选项',
    en: 'Heading rows, columns, corrections and options of a sheet',
  },
  description: {
    zh: '正在进行的试运行随即停止：它核对的已不是现在的内容。',
    en: 'Stops a dry run that is under way: what it looks at is no longer what stands there.',
  },
});

export const getImportRows = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getImportRows',
  method: 'GET',
  path: '/api/v1/imports/{id}/parts/{partId}/rows',
  params: { id, partId: { zh: '工作表编号', en: 'Id of the sheet' } },
  response: { type: json, schema: importRowsSchema },
  statuses: [401, 403, 404, 409],
  summary: { zh: '工作表的前几行', en: 'The first rows of a sheet' },
});

export const checkImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'checkImport',
  path: '/api/v1/imports/{id}/check',
  success: 202,
  summary: { zh: '试运行：不写入', en: 'Dry run: nothing is written' },
});

export const commitImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'commitImport',
  path: '/api/v1/imports/{id}/commit',
  success: 202,
  summary: { zh: '提交：全部写入或全不写入', en: 'Write all of it or nothing' },
});

export const cancelImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'cancelImport',
  path: '/api/v1/imports/{id}/cancel',
  summary: { zh: '停止正在进行的一步', en: 'Stop the step that is under way' },
});

export const undoImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'undoImport',
  path: '/api/v1/imports/{id}/undo',
  body: undoSchema,
  success: 202,
  statuses: [400, 401, 403, 404, 409, 413, 415],
  summary: { zh: '撤销整次导入', en: 'Take a whole import back' },
});

export const discardImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'discardImport',
  method: 'DELETE',
  path: '/api/v1/imports/{id}',
  success: 204,
  response: { type: json, schema: null },
  summary: { zh: '放弃草稿', en: 'Throw a draft away' },
});

export const followImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'followImport',
  method: 'GET',
  path: '/api/v1/imports/{id}/events',
  response: { type: eventStreamType, schema: null },
  statuses: [401, 403, 404],
  summary: { zh: '进度', en: 'Progress' },
});

export const reportImport = /* @__PURE__ */ endpoint({
  ...common,
  id: 'reportImport',
  method: 'GET',
  path: '/api/v1/imports/{id}/parts/{partId}/report.xlsx',
  params: { id, partId: { zh: '工作表编号', en: 'Id of the sheet' } },
  query: 'lang',
  response: { type: xlsxType, schema: null },
  summary: {
    zh: '试运行报告：错误标在单元格上',
    en: 'Report of the dry run: what is wrong is marked at its cell',
  },
});

export const getTemplate = /* @__PURE__ */ endpoint({
  ...common,
  id: 'getTemplate',
  method: 'GET',
  path: '/api/v1/templates/{entity}',
  params: { entity: { zh: '记录种类', en: 'Kind of record' } },
  query: 'lang',
  response: { type: xlsxType, schema: null },
  statuses: [400, 401, 403, 404],
  summary: { zh: '导入模板', en: 'Template for an import' },
});

export const importEndpoints: readonly Endpoint[] = [
  listImports,
  startImport,
  getImport,
  discardImport,
  uploadImportFile,
  removeImportFile,
  patchImportPart,
  getImportRows,
  checkImport,
  commitImport,
  cancelImport,
  undoImport,
  followImport,
  reportImport,
  getTemplate,
];
