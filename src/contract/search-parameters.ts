/** The query grammar as OpenAPI parameters: ranges, lists and examples come from the grammar itself. */

import { parameters } from '#domain/query/codec.ts';
import {
  isRangeField,
  isSetField,
  rangeSpecs,
  setSpecs,
  sortFields,
  unknownableFields,
} from '#domain/query/fields.ts';
import { limits } from '#domain/query/query.ts';
import { entities } from '#domain/records/entity.ts';
import { origins } from '#domain/records/origin.ts';
import { wordsEn } from '#domain/words/en.ts';
import { locales } from '#domain/words/words.ts';
import { wordsZh } from '#domain/words/zh.ts';
import { accountEventKinds } from './accounts.ts';

export interface ParameterObject {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly style?: 'form';
  readonly explode?: false;
  readonly schema: object;
  readonly example?: string | number | readonly string[];
}

const rangePattern = String.raw`^([\d.]+%?)?\.\.([\d.]+%?)?$`;
const coordinates = 'WGS-84';

function bilingual(zh: string, en: string): string {
  return `${zh} — ${en}`;
}

function rangeParameter(name: keyof typeof rangeSpecs): Omit<ParameterObject, 'name' | 'in'> {
  const { unit, min, max } = rangeSpecs[name];
  const percent = unit === 'ratio';
  const unitZh = percent ? '0–1，可写 40%' : wordsZh.unit[unit];
  const unitEn = percent ? 'share 0–1, or 40%' : wordsEn.unit[unit];
  return {
    description: `${bilingual(
      `${wordsZh.clause[name]}（${unitZh}）`,
      `${wordsEn.clause[name]}${unitEn === '' ? '' : ` (${unitEn})`}`,
    )}. lo..hi | lo.. | ..hi, ${min}–${max}`,
    schema: { type: 'string', pattern: rangePattern },
    example: rangeExamples[name],
  };
}

const rangeExamples: Readonly<Record<keyof typeof rangeSpecs, string>> = {
  available: '1500..2500',
  contiguous: '1500..',
  plate: '2000..2500',
  vacancy: '..0.4',
  rent: '80..140',
  height: '4..',
  clear: '2.8..',
  efficiency: '0.7..',
  gfa: '50000..',
  year: '2010..2026',
  taxPerSqm: '1000..',
  completeness: '0.6..',
};

function listParameter(
  description: string,
  values: readonly string[] | null,
  example: readonly string[] | null,
): Omit<ParameterObject, 'name' | 'in'> {
  const items = values === null ? { type: 'string' } : { type: 'string', enum: values };
  const parameter = { description, style: 'form', explode: false, schema: { type: 'array', items } } as const;
  return example === null ? parameter : { ...parameter, example };
}

const setExamples = {
  type: ['office'],
  grade: ['premium', 'A'],
  circle: null,
  subdistrict: null,
  tenure: ['lease', 'both'],
  status: ['delivered'],
  industry: ['finance'],
  green: ['greenStar2'],
} as const;

const plain: Readonly<Record<string, Omit<ParameterObject, 'name' | 'in'>>> = {
  q: {
    description: bilingual(
      '名称、地址、拼音或首字母，多词须全部命中',
      'words in name, address, pinyin or initials; all must occur',
    ),
    schema: { type: 'string', maxLength: limits.text },
    example: '五号院',
  },
  unknown: listParameter(
    bilingual('这些字段未提供者也算通过', 'fields whose unknown values pass'),
    unknownableFields,
    ['vacancy', 'rent'],
  ),
  columnFree: {
    description: bilingual('仅已知无柱', 'only where known to be column-free'),
    schema: { type: 'string', enum: ['1'] },
  },
  metro: {
    description: bilingual('距地铁站直线不超过（米）', 'straight line to a metro station, at most (m)'),
    schema: { type: 'integer', minimum: 1, maximum: 100_000 },
    example: 500,
  },
  by: {
    description: bilingual('此月底前可入驻', 'some space is available by the end of this month'),
    schema: { type: 'string', pattern: String.raw`^\d{4}-\d{2}$` },
    example: '2027-03',
  },
  bbox: {
    description: bilingual(`矩形 west,south,east,north（${coordinates}）`, `rectangle (${coordinates})`),
    schema: { type: 'string' },
    example: '117.18,39.10,117.22,39.13',
  },
  within: {
    description: bilingual(
      `多边形 lon,lat;lon,lat;…（3–${limits.corners} 点，${coordinates}）`,
      `polygon of 3–${limits.corners} corners`,
    ),
    schema: { type: 'string' },
    example: '117.18,39.1;117.22,39.1;117.2,39.13',
  },
  near: {
    description: bilingual('圆形 lon,lat,半径米数', 'circle: lon,lat,radius in metres'),
    schema: { type: 'string' },
    example: '117.2,39.12,800',
  },
  sort: {
    description: bilingual(
      '排序字段，前加 - 为从高到低；未知总在最后',
      'field to sort by, with - from high to low; unknown always last',
    ),
    schema: {
      type: 'string',
      enum: sortFields.flatMap((field) => [field, `-${field}`]),
      default: '-available',
    },
    example: '-vacancy',
  },
  page: {
    description: bilingual('页码，从 1 起', 'page, from 1'),
    schema: { type: 'integer', minimum: 1, maximum: limits.page, default: 1 },
  },
  limit: {
    description: bilingual('每页条数', 'buildings on a page'),
    schema: { type: 'integer', minimum: 1, maximum: limits.limit, default: limits.defaultLimit },
  },
};

/** What the page keeps in its URL beside the question; the API takes it and leaves it alone. */
const viewNotes: Readonly<Record<string, string>> = {
  at: bilingual('页面地图位置 lat,lon,zoom；接口忽略', 'place of the map in the page; ignored here'),
  sel: bilingual('页面所选楼宇；接口忽略', 'building chosen in the page; ignored here'),
  cols: bilingual('页面表格列；接口忽略', 'table columns of the page; ignored here'),
  pick: bilingual(
    '页面待比选的楼宇与单元；接口忽略',
    'what is put aside in the page to be compared; ignored here',
  ),
};

function describeParameter(name: string): Omit<ParameterObject, 'name' | 'in'> {
  if (isRangeField(name)) return rangeParameter(name);
  if (isSetField(name)) {
    const values = setSpecs[name];
    const [zh, en] = values === null ? ['（本区编号）', ' (ids of the district)'] : ['', ''];
    const heading = bilingual(wordsZh.clause[name] + zh, wordsEn.clause[name] + en);
    return listParameter(heading, values, setExamples[name]);
  }
  const known = plain[name];
  if (known) return known;
  const note = viewNotes[name];
  if (note === undefined) throw new Error(`invalid parameter: ${name} is not described`);
  return { description: note, schema: { type: 'string' } };
}

/** Every parameter of the grammar, in the grammar's order. */
export function searchParameters(): readonly ParameterObject[] {
  return parameters.map((name) => ({ name, in: 'query', ...describeParameter(name) }));
}

/** Language of an export, beside the grammar. */
export const langParameter: ParameterObject = {
  name: 'lang',
  in: 'query',
  description: bilingual('表头与说明的语言', 'language of headings and notes'),
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

/** The name that an uploaded file had where it comes from. */
export const fileParameters: readonly ParameterObject[] = [
  {
    name: 'name',
    in: 'query',
    description: '文件名，含扩展名 — name of the file with its extension',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
];
