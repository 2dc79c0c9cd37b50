/** Indicators of lease terms. */
import type { ExtensionId, IndicatorId, IndicatorSpec, RelatedId } from '../spec.ts';

const byLetArea = {
  zh: '按面积：输入已知的在租面积 ÷ 全部在租面积',
  en: 'by area: let area with known inputs ÷ all let area',
};
const everywhere = ['building', 'circle', 'district'] as const;

export const termSpecs: readonly IndicatorSpec<IndicatorId>[] = [
  {
    id: 'netEffectiveRent',
    number: 6,
    zh: '净有效租金',
    en: 'Net effective rent',
    formula: {
      zh: '（Σ 租期内租金（含递增）− 免租期租金）÷（面积 × 月数）',
      en: '(Σ rent over the term incl. steps − rent-free months) ÷ (area × months)',
    },
    numerator: { zh: '租期内应付租金', en: 'rent due over the terms', unit: '元' },
    denominator: { zh: '面积 × 租期月数', en: 'area × months of the terms', unit: '㎡·月' },
    unit: 'yuanPerSqmMonth',
    grains: ['building', 'circle'],
    kind: 'stock',
    visibility: 'staff',
    related: [],
    coverage: byLetArea,
    edges: {
      zh: '期末在执行的租约；租金、免租期或递增任一未知的租约不计入；免租期从起租日算起；其他优惠不在档。',
      en: 'Leases that run on the last day; one whose rent, rent-free months or step is unknown is left out; rent-free months come first; other concessions are not on record.',
    },
  },
  {
    id: 'waltByArea',
    number: 7,
    zh: '加权平均剩余租期',
    en: 'Weighted average lease term',
    formula: { zh: 'Σ（面积 × 剩余年数）÷ Σ 面积', en: 'Σ (area × remaining years) ÷ Σ area' },
    numerator: { zh: '面积 × 剩余年数', en: 'area × remaining years', unit: '㎡·年' },
    denominator: { zh: '租约在执行的面积', en: 'area under running leases', unit: '㎡' },
    unit: 'years',
    grains: everywhere,
    kind: 'stock',
    visibility: 'staff',
    related: ['waltByRent'],
    coverage: byLetArea,
    edges: {
      zh: '空置除外；已签未起的续租不延长租期；一个单元只按业主租约计一次。',
      en: 'Vacant space is out; a renewal that has not begun lengthens no term; a unit counts once, by the landlord’s lease.',
    },
  },
  {
    id: 'expiring12mRate',
    number: 8,
    zh: '12个月内到期率',
    en: 'Expiring within 12 months',
    formula: {
      zh: '12个月内到期的租约面积 ÷ 在租面积',
      en: 'area of leases ending within 12 months ÷ leased area',
    },
    numerator: { zh: '12个月内到期面积', en: 'area ending within 12 months', unit: '㎡' },
    denominator: { zh: '租约在执行的面积', en: 'area under running leases', unit: '㎡' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'staff',
    related: [],
    coverage: byLetArea,
    edges: {
      zh: '次年同日到期的计入；到期日未知的在租面积不在分母中。',
      en: 'The same day a year later is in; let area whose end is not known is not in the denominator.',
    },
  },
];

export const termRelated: readonly IndicatorSpec<RelatedId>[] = [
  {
    id: 'waltByRent',
    number: null,
    zh: '加权平均剩余租期（按租金）',
    en: 'Weighted average lease term by rent',
    formula: { zh: 'Σ（月租金 × 剩余年数）÷ Σ 月租金', en: 'Σ (rent × remaining years) ÷ Σ rent' },
    numerator: { zh: '月租金 × 剩余年数', en: 'rent × remaining years', unit: '元/月·年' },
    denominator: { zh: '合同月租金', en: 'contract rent', unit: '元/月' },
    unit: 'years',
    grains: everywhere,
    kind: 'stock',
    visibility: 'staff',
    related: [],
    coverage: byLetArea,
    edges: {
      zh: '合同租金未知者不计入；递增与免租不计。',
      en: 'Leases without a known rent are out; steps and rent-free months are not considered.',
    },
  },
];

export const termExtensions: readonly IndicatorSpec<ExtensionId>[] = [
  {
    id: 'retrofitRentPremium',
    number: null,
    zh: '改造租金溢价',
    en: 'Rent premium of upgrades',
    formula: {
      zh: 'Σ（改造后租金 × 面积）÷ Σ（改造前租金 × 面积）− 1',
      en: 'Σ (rent after × area) ÷ Σ (rent before × area) − 1',
    },
    numerator: { zh: '改造后租金 × 面积', en: 'rent after × area', unit: '元/月' },
    denominator: { zh: '改造前租金 × 面积', en: 'rent before × area', unit: '元/月' },
    unit: 'ratio',
    grains: everywhere,
    kind: 'stock',
    visibility: 'staff',
    related: [],
    coverage: {
      zh: '按方案数：面积与前后租金都已知的 ÷ 全部已完成的提升方案',
      en: 'by number: plans with area and both rents ÷ all plans that are done',
    },
    edges: {
      zh: '期末前已完成的提升方案；完成日未知的不计。',
      en: 'Plans done by the end of the period; one without a day of completion is out.',
    },
  },
];
