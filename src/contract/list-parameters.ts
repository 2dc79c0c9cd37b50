/** Parameters of lists, logs and files as OpenAPI has them; those of the query grammar are in `search-parameters.ts`. */
import { entities } from '#domain/records/entity.ts';
import { origins } from '#domain/records/origin.ts';
import { locales } from '#domain/words/words.ts';
import { accountEventKinds } from './accounts.ts';
import type { ParameterObject } from './parameter.ts';
import { wantedPathPattern } from './wanted-path.ts';

/** Language of an export, beside the grammar. */
export const langParameter: ParameterObject = {
  name: 'lang',
  in: 'query',
  description: '表头与说明的语言 — language of headings and notes',
  schema: { type: 'string', enum: locales, default: 'zh' },
};

/** How a log is paged: from the latest backwards. */
export const pageParameters: readonly ParameterObject[] = [
  {
    name: 'before',
    in: 'query',
    description: '上一页给出的 next — what the page before gave as next',
    schema: { type: 'string', pattern: '^\\d{1,15}\\.\\d{1,9}$' },
  },
  {
    name: 'limit',
    in: 'query',
    description: '最多几条 — at most so many entries',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
];

/** The audit log: paged, and narrowed to a kind, a way of writing or a person. */
export const auditParameters: readonly ParameterObject[] = [
  ...pageParameters,
  {
    name: 'entity',
    in: 'query',
    description: '只看一类记录 — records of one kind only',
    schema: { type: 'string', enum: entities },
  },
  {
    name: 'origin',
    in: 'query',
    description: '只看一种来历 — one way of writing only',
    schema: { type: 'string', enum: origins },
  },
  {
    name: 'by',
    in: 'query',
    description: '只看一人所改，姓名须完全一致 — by one person only, by the exact name',
    schema: { type: 'string', maxLength: 200 },
  },
];

/** What happened to accounts: paged, and narrowed to an account, a kind or some days. */
export const accountEventParameters: readonly ParameterObject[] = [
  {
    name: 'before',
    in: 'query',
    description: '上一页给出的 next — what the page before gave as next',
    schema: { type: 'string', pattern: '^\\d{1,15}\\.[0-9a-f]{24}$' },
  },
  {
    name: 'limit',
    in: 'query',
    description: '最多几条 — at most so many entries',
    schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
  },
  {
    name: 'account',
    in: 'query',
    description: '只看一个账号所做或所受 — what one account did, or what was done to it',
    schema: { type: 'string', pattern: '^[0-9a-f]{24}$' },
  },
  {
    name: 'kind',
    in: 'query',
    description: '只看一类 — of one kind only',
    schema: { type: 'string', enum: accountEventKinds },
  },
  {
    name: 'from',
    in: 'query',
    description: '自此日起（本地日期） — from this day on, as days are counted in the district',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'to',
    in: 'query',
    description: '至此日止 — to this day inclusive',
    schema: { type: 'string', format: 'date' },
  },
];

/** A few words, and how many answers. */
export const textParameters: readonly ParameterObject[] = [
  { name: 'q', in: 'query', description: '文字 — text', schema: { type: 'string', maxLength: 100 } },
  {
    name: 'limit',
    in: 'query',
    description: '最多几条 — at most so many',
    schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
  },
];

/** A span of months, both ends in it. */
export const monthsParameters: readonly ParameterObject[] = [
  {
    name: 'from',
    in: 'query',
    description: '首月；不写则共 36 个月 — first month; 36 months when left out',
    schema: { type: 'string', pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` },
    example: '2025-01',
  },
  {
    name: 'to',
    in: 'query',
    description:
      '末月；不写则为截至月；至多 240 个月 — last month; that of the data when left out; at most 240 months',
    schema: { type: 'string', pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` },
    example: '2026-10',
  },
];

/** Where whoever signs in wanted to go. */
export const wantedPathParameters: readonly ParameterObject[] = [
  {
    name: 'to',
    in: 'query',
    description:
      '登录后前往的本站页面；其他一律视为未写 — page of this site to go to afterwards; anything else counts as nothing',
    schema: { type: 'string', pattern: wantedPathPattern, maxLength: 100 },
    example: 'data',
  },
];

/** The name that an uploaded file had where it comes from. */
export const fileParameters: readonly ParameterObject[] = [
  {
    name: 'name',
    in: 'query',
    description: '文件名，含扩展名 — name of the file with its extension',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
];
