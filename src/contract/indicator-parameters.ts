/** What questions of 驾驶舱 may say, as OpenAPI parameters: which buildings, and parameters of their own. */

import { levels, periodKinds } from '#domain/indicators/spec.ts';
import { usualThreshold } from '#domain/watchlist/watchlist.ts';
import type { IndicatorQuery } from './endpoint.ts';
import { indicatorIds } from './indicator-ids.ts';
import { monthsParameters } from './list-parameters.ts';
import type { ParameterObject } from './parameter.ts';
import { searchParameters } from './search-parameters.ts';

/** Of the grammar of 找楼, what orders, pages or shows: taken and left alone, and so not described. */
const notFilter: readonly string[] = ['sort', 'page', 'limit', 'at', 'sel', 'cols', 'pick'];

const levelParameter: ParameterObject = {
  name: 'level',
  in: 'query',
  description: '分组层级 — what is grouped by',
  schema: { type: 'string', enum: levels, default: 'district' },
};

const periodParameter: ParameterObject = {
  name: 'period',
  in: 'query',
  description: '期 — length of a period',
  schema: { type: 'string', enum: periodKinds, default: 'month' },
};

const atParameter: ParameterObject = {
  name: 'at',
  in: 'query',
  description: '月份；不写则为截至月 — month; that of the data when left out',
  schema: { type: 'string', pattern: String.raw`^\d{4}-(0[1-9]|1[0-2])$` },
  example: '2026-09',
};

const tableParameters: readonly ParameterObject[] = [
  levelParameter,
  {
    name: 'ids',
    in: 'query',
    description: '只要这些组，编号属于所选层级 — these groups only, ids of the level',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string' }, maxItems: 500 },
  },
  {
    name: 'indicators',
    in: 'query',
    description: '只要这些指标；不写则为有权查看的全部 — these only; all that the role may see when left out',
    style: 'form',
    explode: false,
    schema: { type: 'array', items: { type: 'string', enum: indicatorIds } },
    example: ['occupancyRate', 'vacancyRate'],
  },
  ...monthsParameters,
  periodParameter,
];

const explanationParameters: readonly ParameterObject[] = [
  levelParameter,
  {
    name: 'group',
    in: 'query',
    description: '组的编号；全区可不写 — id of the group; may be left out for the district',
    schema: { type: 'string', maxLength: 100 },
  },
  atParameter,
  periodParameter,
];

const thresholdParameter: ParameterObject = {
  name: 'threshold',
  in: 'query',
  description:
    '阈值，0–1，可写 15%；恰等于阈值者不列入 — the line, 0–1 or 15%; exactly on it is not above it',
  schema: { type: 'number', minimum: 0, maximum: 1, default: usualThreshold },
  example: 0.15,
};

function filtered(own: readonly ParameterObject[]): () => readonly ParameterObject[] {
  return () => [...own, ...searchParameters().filter(({ name }) => !notFilter.includes(name))];
}

export const indicatorParameters: Readonly<Record<IndicatorQuery, () => readonly ParameterObject[]>> = {
  filter: filtered([]),
  indicators: filtered(tableParameters),
  explanation: filtered(explanationParameters),
  watchlist: filtered([thresholdParameter, atParameter]),
  atMonth: filtered([atParameter]),
  filteredMonths: filtered(monthsParameters),
};
