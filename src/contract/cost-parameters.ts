/** The grammar of assumptions as OpenAPI parameters; see `src/domain/cost/assumptions-codec.ts`. */
import { mostSubjects } from '#domain/compare/ids.ts';
import { assumptionParameters } from '#domain/cost/assumptions-codec.ts';
import { type AssumptionField, assumptionSpecs } from '#domain/cost/range.ts';
import { langParameter } from './list-parameters.ts';
import type { ParameterObject } from './parameter.ts';

type Description = Omit<ParameterObject, 'name' | 'in'>;

function figure(field: AssumptionField, zh: string, en: string): Description {
  const { min, max, scale } = assumptionSpecs[field];
  const type = scale === 1 ? 'integer' : 'number';
  return { description: `${zh} — ${en}`, schema: { type, minimum: min, maximum: max } };
}

function choice(values: readonly string[], zh: string, en: string): Description {
  return { description: `${zh} — ${en}`, schema: { type: 'string', enum: values } };
}

function notation(pattern: string, example: string, zh: string, en: string): Description {
  return { description: `${zh} — ${en}`, schema: { type: 'string', pattern }, example };
}

const descriptions: Readonly<Record<string, Description>> = {
  area: figure('area', '面积（㎡），口径见 basis', 'area in ㎡, on the basis of `basis`'),
  basis: choice(['gfa', 'usable'], '面积口径', 'whether the area is gross or usable'),
  term: figure('termMonths', '租期（月）', 'term in months'),
  pay: notation(
    String.raw`^[\d.]+d?$`,
    '5.2d',
    '租金：120 为元/㎡/月，5.2d 为元/㎡/天',
    'rent: 120 CNY/㎡/month, 5.2d CNY/㎡/day',
  ),
  per: choice(['month', 'day'], '租金显示单位', 'unit in which rents are shown'),
  days: choice(['365', '30'], '一个月按 365/12 或 30 天', 'a month is 365/12 or 30 days'),
  gross: choice(['1'], '租金已含物业费', 'the rent includes the management fee'),
  esc: figure('escalation', '每年递增，0–1', 'escalation a year, as a share'),
  step: figure('firstStepMonths', '首次递增前的月数', 'months before the first step'),
  free: figure('rentFreeMonths', '免租期（月），不超过租期', 'rent-free months, within the term'),
  freeas: choice(['start', 'spread'], '起租时免或摊到每月', 'rent-free at the start or spread'),
  freefee: choice(['1'], '免租期也免物业费', 'rent-free months free the fee too'),
  fee: figure('managementFee', '物业费（元/㎡/月）', 'management fee, CNY/㎡/month'),
  park: notation(
    String.raw`^\d+x[\d.]+$`,
    '10x800',
    '车位数 x 元/个/月',
    'parking spaces x CNY a month each',
  ),
  fit: figure('fitOut', '装修（元/㎡）', 'fit-out, CNY/㎡'),
  life: figure('fitOutLifeMonths', '装修摊销月数', 'months over which the fit-out is written off'),
  move: figure('moving', '搬迁费（元）', 'moving, CNY'),
  dep: figure('depositMonths', '押金月数', 'deposit in months of rent'),
  depfee: choice(['1'], '押金含物业费', 'the deposit covers the fee'),
  capital: figure('costOfCapital', '押金资金成本（年）', 'yearly cost of the money in the deposit'),
  sub: figure('subsidyTotal', '一次性补贴（元）', 'one-off subsidy, CNY'),
  subm: notation(
    String.raw`^[\d.]+x\d+$`,
    '30x36',
    '租金补贴：元/㎡/月 x 月数',
    'rent subsidy: CNY/㎡/month x months',
  ),
  subcap: figure('subsidyAreaCap', '补贴面积上限（㎡）', 'area that is subsidised at most, ㎡'),
  rate: figure('discountRate', '折现率（年）', 'discount rate a year'),
  buy: notation(
    String.raw`^[\d.]+t?$`,
    '25000',
    '售价：元/㎡，或 t 结尾为总价',
    'price: CNY/㎡, or in all with t',
  ),
  down: figure('downPayment', '首付比例', 'down payment as a share'),
  loan: figure('loanRate', '贷款利率（年）', 'loan rate a year'),
  years: figure('loanYears', '贷款年限', 'years of the loan'),
  tax: figure('purchaseTaxes', '购置税费比例', 'taxes and fees of buying as a share'),
  upkeep: figure('runningCost', '持有费用（元/㎡/年）', 'running cost, CNY/㎡/year'),
  growth: figure('priceChange', '房价年变动', 'change of the price a year'),
  own: notation(
    '^[A-Za-z0-9]',
    'b-012,rent:5.2d,fee:28;b-013~u1,eff:0.72',
    '单个空间的取值：楼宇编号或 楼宇~单元,rent:,fee:,eff:,price:',
    'figures of single spaces: building or building~unit,rent:,fee:,eff:,price:',
  ),
};

/** What is compared. */
export const idsParameter: ParameterObject = {
  name: 'ids',
  in: 'query',
  required: true,
  description: `楼宇编号，或 楼宇~单元；至多 ${mostSubjects} 项，其余及不存在者不列入 — ids of buildings, or building~unit; at most ${mostSubjects}, others and unknown ones are left out`,
  style: 'form',
  explode: false,
  schema: { type: 'array', items: { type: 'string' }, minItems: 1 },
  example: ['wuhaoyuan', 'xiandaicheng'],
};

/** Every assumption, in the order of its grammar, and the language. */
export function costParameters(): readonly ParameterObject[] {
  const assumptions = assumptionParameters.map((name): ParameterObject => {
    const description = descriptions[name];
    if (!description) throw new Error(`invalid parameter: ${name} is not described`);
    return { name, in: 'query', ...description };
  });
  return [...assumptions, langParameter];
}
