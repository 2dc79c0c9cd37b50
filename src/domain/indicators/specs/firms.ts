/** Indicators of firms: how many, from where, of what industry, coming or going. */
import type { IndicatorId, IndicatorSpec, RelatedId } from '../spec.ts';

const everywhere = ['building', 'circle', 'district'] as const;

export const firmSpecs: readonly IndicatorSpec<IndicatorId>[] = [
  {
    id: 'tenantCount',
    number: 9,
    zh: '入驻企业数',
    en: 'Tenants',
    formula: { zh: '入驻企业去重计数', en: 'distinct enterprises occupying' },
    numerator: { zh: '入驻企业', en: 'occupying firms', unit: '家' },
    denominator: null,
    unit: 'count',
    grains: everywhere,
    kind: 'stock',
    visibility: 'published',
    related: [],
    coverage: {
      zh: '按建筑面积：企业数已知的楼宇 ÷ 全部已交付楼宇',
      en: 'by floor area: buildings whose tenants are known ÷ all delivered buildings',
    },
    edges: {
      zh: '单栋以上报数为准，未上报时按租约；多栋合计时，租约显示在组内多栋的企业只计一次。',
      en: 'Of one building as reported, else by its leases; of a group, a firm that its leases show in several of the buildings counts once.',
    },
  },
  {
    id: 'localRegistrationRate',
    number: 10,
    zh: '属地注册率',
    en: 'Registered in the district',
    formula: {
      zh: '注册地在本区的入驻企业 ÷ 入驻企业',
      en: 'occupying firms registered in the district ÷ occupying firms',
    },
    numerator: { zh: '本区注册的入驻企业', en: 'occupying firms registered here', unit: '家' },
    denominator: { zh: '注册地已知的入驻企业', en: 'occupying firms with a known seat', unit: '家' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'published',
    related: [],
    coverage: {
      zh: '按企业数：注册地已知的 ÷ 全部入驻企业',
      en: 'by number: firms with a known seat ÷ all occupying firms',
    },
    edges: {
      zh: '按租约去重；注册地为现在所知，历史迁移不在档。',
      en: 'Distinct firms by leases; the seat is the one known now, moves of the past are not on record.',
    },
  },
  {
    id: 'localTaxpayerRate',
    number: 11,
    zh: '属地纳税率',
    en: 'Paying tax in the district',
    formula: {
      zh: '在本区纳税的入驻企业 ÷ 入驻企业',
      en: 'occupying firms paying tax in the district ÷ occupying firms',
    },
    numerator: { zh: '本区纳税的入驻企业', en: 'occupying firms paying here', unit: '家' },
    denominator: { zh: '纳税地已知的入驻企业', en: 'occupying firms with a known place of tax', unit: '家' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'published',
    related: [],
    coverage: {
      zh: '按企业数：纳税地已知的 ÷ 全部入驻企业',
      en: 'by number: firms with a known place of tax ÷ all occupying firms',
    },
    edges: {
      zh: '按租约去重；纳税地为现在所知。',
      en: 'Distinct firms by leases; the place of tax is the one known now.',
    },
  },
];

export const industrySpecs: readonly IndicatorSpec<IndicatorId>[] = [
  {
    id: 'leadingIndustryShare',
    number: 17,
    zh: '产业集聚度',
    en: 'Share of the leading industry',
    formula: {
      zh: '主导产业入驻面积 ÷ 产业已知的入驻面积',
      en: 'occupied area of the leading industry ÷ occupied area of known industry',
    },
    numerator: { zh: '主导产业入驻面积', en: 'occupied area of the leading industry', unit: '㎡' },
    denominator: { zh: '产业已知的入驻面积', en: 'occupied area of known industry', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'published',
    related: ['industryHhi'],
    coverage: {
      zh: '按面积：产业已知的入驻面积 ÷ 入驻面积',
      en: 'by area: occupied with a known industry ÷ all occupied',
    },
    edges: {
      zh: '产业未知的面积不算一个产业；面积相同时取门类字母靠前者。',
      en: 'Area of unknown industry is no industry of its own; of equal areas the first letter leads.',
    },
  },
  {
    id: 'netTenantInflow',
    number: 18,
    zh: '企业净流入',
    en: 'Net inflow of tenants',
    formula: { zh: '迁入企业 − 迁出企业', en: 'firms moved in − firms moved out' },
    numerator: { zh: '净流入企业', en: 'net inflow of firms', unit: '家' },
    denominator: null,
    unit: 'count',
    grains: everywhere,
    kind: 'flow',
    visibility: 'published',
    related: [],
    coverage: {
      zh: '按建筑面积：有租约在档的楼宇 ÷ 全部已交付楼宇',
      en: 'by floor area: buildings with leases on file ÷ all delivered buildings',
    },
    edges: {
      zh: '按租约；组内搬迁在该组为零：同月离开一栋、进入另一栋的企业没有进出。',
      en: 'By leases; a move inside a group nets to zero there.',
    },
  },
];

export const firmRelated: readonly IndicatorSpec<RelatedId>[] = [
  {
    id: 'industryHhi',
    number: null,
    zh: '产业集中指数（HHI）',
    en: 'Industry concentration (HHI)',
    formula: { zh: 'Σ 产业面积占比²', en: 'Σ share of area²' },
    numerator: { zh: 'Σ 产业面积²', en: 'Σ area of an industry²', unit: '㎡²' },
    denominator: { zh: '产业已知入驻面积²', en: 'occupied area of known industry²', unit: '㎡²' },
    unit: 'index',
    grains: everywhere,
    kind: 'stock',
    visibility: 'published',
    related: [],
    coverage: {
      zh: '按面积：产业已知的入驻面积 ÷ 入驻面积',
      en: 'by area: occupied with a known industry ÷ all occupied',
    },
    edges: {
      zh: '0–1；1 为单一产业。',
      en: '0–1; 1 is one industry alone.',
    },
  },
];
