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
import { wordsEn } from '#domain/words/en.ts';
import { wordsZh } from '#domain/words/zh.ts';
import type { ParameterObject } from './parameter.ts';

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
