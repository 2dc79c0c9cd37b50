/** Indicators of space: what is occupied, vacant, on offer, and what is asked for it. */
import type { ExtensionId, IndicatorId, IndicatorSpec, RelatedId } from '../spec.ts';

const byFloorArea = {
  zh: '按建筑面积：输入已知的楼宇 ÷ 全部已交付楼宇',
  en: 'by floor area: delivered buildings with known inputs ÷ all delivered buildings',
};
const everywhere = ['building', 'circle', 'district'] as const;

export const spaceSpecs: readonly IndicatorSpec<IndicatorId>[] = [
  {
    id: 'occupancyRate',
    number: 1,
    zh: '入驻率',
    en: 'Occupancy rate',
    formula: {
      zh: '（已租面积 + 自用面积）÷ 可租面积',
      en: '(leased + owner-occupied area) ÷ rentable area',
    },
    numerator: { zh: '入驻面积', en: 'occupied area', unit: '㎡' },
    denominator: { zh: '可租面积', en: 'rentable area', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: byFloorArea,
    edges: {
      zh: '仅已交付楼宇；可租面积须为确数或约数；预留与不出租的单元不算入驻也不算空置。',
      en: 'Delivered buildings only; the rentable area must be exact or about so; reserved units and those not for lease are neither occupied nor vacant.',
    },
  },
  {
    id: 'vacancyRate',
    number: 2,
    zh: '空置率',
    en: 'Vacancy rate',
    formula: {
      zh: '已交付、未出租的实际空置面积 ÷ 可租面积',
      en: 'physically vacant, unleased, delivered area ÷ rentable area',
    },
    numerator: { zh: '空置面积', en: 'vacant area', unit: '㎡' },
    denominator: { zh: '可租面积', en: 'rentable area', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: byFloorArea,
    edges: {
      zh: '未交付楼宇没有空置率，也不进入合计。',
      en: 'An undelivered building has no vacancy rate and is in no total.',
    },
  },
  {
    id: 'availableArea',
    number: 3,
    zh: '可招商面积',
    en: 'Available area',
    formula: {
      zh: 'Σ 可招商面积（空置 + 已在招商的在租 + 交付前），重叠只计一次',
      en: 'Σ area on offer (vacant + let but marketed again + before delivery), overlap counted once',
    },
    numerator: { zh: '可招商面积', en: 'available area', unit: '㎡' },
    denominator: null,
    unit: 'sqm',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: ['availabilityRate'],
    coverage: {
      zh: '按建筑面积：可招商面积已知的楼宇 ÷ 全部楼宇',
      en: 'by floor area: buildings whose available area is known ÷ all buildings',
    },
    edges: {
      zh: '未交付楼宇只有当前数；小于空置面积的上报不采用。',
      en: 'Of undelivered buildings only the present is on record; a report below the vacant area is not used.',
    },
  },
  {
    id: 'netAbsorption',
    number: 4,
    zh: '净去化面积',
    en: 'Net absorption',
    formula: {
      zh: '期末入驻面积 − 上期末入驻面积',
      en: 'occupied area at the end of the period − at the end of the one before',
    },
    numerator: { zh: '入驻面积变化', en: 'change of occupied area', unit: '㎡' },
    denominator: null,
    unit: 'sqm',
    grains: everywhere,
    kind: 'flow',
    visibility: 'public',
    related: [],
    coverage: {
      zh: '按建筑面积：两个期末都已知的楼宇 ÷ 全部已交付楼宇',
      en: 'by floor area: buildings known at both ends ÷ all delivered buildings',
    },
    edges: {
      zh: '只比较两个期末都已知的楼宇；缺报不当作零，也不插值。',
      en: 'Only buildings known at both ends are compared; a missing report is neither zero nor interpolated.',
    },
  },
  {
    id: 'askingRent',
    number: 5,
    zh: '平均报价租金',
    en: 'Average asking rent',
    formula: {
      zh: 'Σ（报价 × 可招商面积）÷ Σ 有报价的可招商面积',
      en: 'Σ (asking rent × available area) ÷ Σ available area with a rent',
    },
    numerator: { zh: '报价 × 面积', en: 'asking rent × area', unit: '元/月' },
    denominator: { zh: '有报价的可招商面积', en: 'available area with a rent', unit: '㎡' },
    unit: 'yuanPerSqmMonth',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: {
      zh: '按面积：有报价的可招商面积 ÷ 可招商面积',
      en: 'by area: available area with a rent ÷ available area',
    },
    edges: {
      zh: '过去的报价不在档：只有数据当月有值，其余为未提供。',
      en: 'Asking rents of the past are not on record: only the month of the data has a value.',
    },
  },
];

export const spaceRelated: readonly IndicatorSpec<RelatedId>[] = [
  {
    id: 'availabilityRate',
    number: null,
    zh: '可供率',
    en: 'Availability rate',
    formula: {
      zh: '可招商面积 ÷ 可租面积（未提供时用建筑面积）',
      en: 'available area ÷ rentable area (gross floor area where that is not stated)',
    },
    numerator: { zh: '可招商面积', en: 'available area', unit: '㎡' },
    denominator: { zh: '可租面积或建筑面积', en: 'rentable or gross floor area', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: {
      zh: '按建筑面积：可招商面积已知的楼宇 ÷ 全部楼宇',
      en: 'by floor area: buildings whose available area is known ÷ all buildings',
    },
    edges: {
      zh: '包含未交付楼宇，分母随之包含其面积。',
      en: 'Undelivered buildings are in, with their area in the denominator.',
    },
  },
];

export const spaceExtensions: readonly IndicatorSpec<ExtensionId>[] = [
  {
    id: 'heritageActivationRate',
    number: null,
    zh: '小洋楼盘活率',
    en: 'Activation of historic houses',
    formula: {
      zh: '小洋楼入驻面积 ÷ 小洋楼可租面积',
      en: 'occupied area of historic houses ÷ their rentable area',
    },
    numerator: { zh: '小洋楼入驻面积', en: 'occupied area of historic houses', unit: '㎡' },
    denominator: { zh: '小洋楼可租面积', en: 'rentable area of historic houses', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: {
      zh: '按建筑面积：输入已知的小洋楼 ÷ 全部已交付小洋楼',
      en: 'by floor area: historic houses with known inputs ÷ all delivered historic houses',
    },
    edges: {
      zh: '仅载体类型为小洋楼者；没有小洋楼时为未提供。',
      en: 'Only carriers of that type; without any there is no rate.',
    },
  },
  {
    id: 'monthsOfSupply',
    number: null,
    zh: '去化周期',
    en: 'Months of supply',
    formula: {
      zh: '可招商面积 ÷（近十二个月净去化面积 ÷ 12）',
      en: 'available area ÷ (net absorption of the last twelve months ÷ 12)',
    },
    numerator: { zh: '可招商面积', en: 'available area', unit: '㎡' },
    denominator: { zh: '月均净去化面积', en: 'net absorption a month', unit: '㎡/月' },
    unit: 'months',
    grains: everywhere,
    kind: 'stock',
    visibility: 'public',
    related: [],
    coverage: {
      zh: '按建筑面积：三项输入都已知的楼宇 ÷ 全部已交付楼宇',
      en: 'by floor area: buildings with all three inputs ÷ all delivered buildings',
    },
    edges: {
      zh: '仅已交付楼宇；净去化不为正时没有周期。',
      en: 'Delivered buildings only; null when absorption is not positive.',
    },
  },
  {
    id: 'longVacancyShare',
    number: null,
    zh: '长期空置占比',
    en: 'Share of long vacancy',
    formula: {
      zh: '空置满十二个月的面积 ÷ 空置起始已知的空置面积',
      en: 'area vacant for twelve months or more ÷ vacant area whose beginning is known',
    },
    numerator: { zh: '空置满十二个月的面积', en: 'area vacant for twelve months', unit: '㎡' },
    denominator: { zh: '起始已知的空置面积', en: 'vacant area with a known beginning', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'staff',
    related: [],
    coverage: {
      zh: '按面积：起始已知的空置面积 ÷ 空置面积',
      en: 'by area: vacant area with a known beginning ÷ vacant area',
    },
    edges: {
      zh: '空置从最后一份租约结束之日起；从未出租者自竣工起；只有数据当月有值。',
      en: 'Vacant since the last lease ended, or since completion where none is on file; only the month of the data has a value.',
    },
  },
];
