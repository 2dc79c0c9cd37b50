/**
 * Two real carriers of Heping, as two articles published on 2025-08-15 describe them. What the articles do not
 * say is null. Whatever is read into them beyond their words has confidence D and a note that says so.
 */
import { atLeast, exactly, type IsoDate } from '#domain/measure.ts';
import type { Building, Confidence, Fact } from '#domain/model/building.ts';

const published: IsoDate = '2025-08-15';
const article = '公开报道（2025-08-15）';
const publicMap = '公开地图资料';

/** Nothing known. */
const blank = {
  completedOn: null,
  rentableArea: null,
  statedAvailableArea: null,
  statedAskingRent: null,
  floors: { above: null, below: null },
  clearHeight: null,
  protectionClass: null,
  lifts: null,
  parking: null,
  managementFee: null,
  hvac: null,
  steward: null,
  synthetic: false,
} as const;

const wuhaoyuan: Building = {
  ...blank,
  id: 'wuhaoyuan',
  nameZh: '五号院写字楼',
  nameEn: "Tai'an Dao No. 5 Courtyard",
  aliases: ['五号院', '泰安道五号院'],
  address: '和平区曲阜道与浙江路交口',
  position: { lon: 117.2101, lat: 39.1154, precisionM: 200 },
  carrierType: 'office',
  // The article offers it for sale as an existing office with its equipment, and plans only the roof greening;
  // it gives no date of completion. Vacancy stays unknown either way.
  status: 'delivered',
  grade: 'A',
  gradeBasis: 'claim',
  developer: '天津市天泰置业发展有限公司',
  gfa: atLeast(85_000),
  floorPlate: exactly(2_200),
  floorToFloorHeight: { min: 4.2, max: 4.2 },
  efficiency: atLeast(0.75),
  columnFree: true,
  divisible: null,
  greenCertificate: 'greenStar2',
  tenure: 'sale',
  targetIndustries: ['finance', 'headquarters'],
  admissionRule: null,
  power: '双回路供电',
  remarks: [
    '配备智能楼宇管理系统（BMS）。',
    '设电动汽车充电设施。',
    '规划屋顶绿化。',
    '节能 30% 以上（报道说法）。',
    '周边金融机构超 200 家（报道说法）。',
  ],
  circleId: 'xiaobailou',
  subdistrictId: 'xiaobailou',
};

const xiandaicheng: Building = {
  ...blank,
  id: 'xiandaicheng',
  nameZh: '现代城写字楼底商',
  nameEn: 'Modern City Office Tower, Retail Podium',
  aliases: ['现代城底商'],
  address: '和平区滨江道与南京路交口',
  position: { lon: 117.19106, lat: 39.11807, precisionM: 50 },
  carrierType: 'retailPodium',
  status: 'toppedOut',
  grade: null,
  gradeBasis: null,
  developer: '天津现代城开发有限公司',
  gfa: exactly(8_147),
  statedAvailableArea: exactly(4_408),
  floorPlate: exactly(1_525),
  floorToFloorHeight: { min: 4.7, max: 6.7 },
  efficiency: null,
  columnFree: null,
  divisible: true,
  greenCertificate: null,
  tenure: null,
  targetIndustries: ['luxury', 'designerBrands', 'crossBorderRetail', 'catering', 'culture'],
  admissionRule: '区域首店或新业态',
  power: null,
  remarks: [
    '主体已封顶，装修施工中。',
    '意向业态：轻奢、设计师品牌、跨境零售、特色餐饮、文化体验。',
    '列入重点商业载体名录。',
  ],
  circleId: 'nanjinglu',
  subdistrictId: 'quanyechang',
};

export const realBuildings: readonly Building[] = [wuhaoyuan, xiandaicheng];

type Field = keyof Building;

function fact(
  buildingId: string,
  field: Field,
  source: string,
  confidence: Confidence,
  note: string | null,
): Fact {
  return { buildingId, field, source, asOf: published, confidence, note };
}

/** What an article states outright. */
function stated(buildingId: string, fields: readonly Field[]): readonly Fact[] {
  return fields.map((field) => fact(buildingId, field, article, 'C', null));
}

const byPosition = '按近似位置归入，边界为示意';

export const realFacts: readonly Fact[] = [
  ...stated('wuhaoyuan', ['nameZh', 'address', 'carrierType', 'developer', 'floorPlate', 'power']),
  ...stated('wuhaoyuan', ['floorToFloorHeight', 'columnFree', 'targetIndustries']),
  fact('wuhaoyuan', 'grade', article, 'C', '报道自称甲级，未见评级证书'),
  fact('wuhaoyuan', 'gfa', article, 'C', '原文“超 8.5 万㎡”，按下限记'),
  fact('wuhaoyuan', 'efficiency', article, 'C', '按下限记'),
  fact('wuhaoyuan', 'greenCertificate', article, 'C', '绿色建筑二星级'),
  fact('wuhaoyuan', 'tenure', article, 'C', '出售'),
  fact('wuhaoyuan', 'remarks', article, 'D', '节能比例与周边机构数为报道说法，未经核实'),
  fact('wuhaoyuan', 'status', article, 'D', '报道未写明交付状态；按作为现有写字楼整体出售推定，待核实'),
  fact('wuhaoyuan', 'nameEn', publicMap, 'C', null),
  fact('wuhaoyuan', 'position', publicMap, 'C', '两路交口的近似位置，误差约 200 米'),
  fact('wuhaoyuan', 'circleId', publicMap, 'D', byPosition),
  fact('wuhaoyuan', 'subdistrictId', publicMap, 'D', byPosition),
  ...stated('xiandaicheng', ['nameZh', 'address', 'carrierType', 'developer', 'gfa', 'floorPlate']),
  ...stated('xiandaicheng', ['statedAvailableArea', 'divisible', 'admissionRule', 'remarks']),
  fact('xiandaicheng', 'status', article, 'C', '已封顶，装修施工中'),
  fact('xiandaicheng', 'floorToFloorHeight', article, 'C', '各层不同，4.7–6.7 米'),
  fact('xiandaicheng', 'targetIndustries', article, 'C', '按意向业态归类'),
  fact('xiandaicheng', 'nameEn', article, 'D', '译名'),
  fact('xiandaicheng', 'position', publicMap, 'C', '两路交口的近似位置，误差约 50 米'),
  fact('xiandaicheng', 'circleId', publicMap, 'D', byPosition),
  fact('xiandaicheng', 'subdistrictId', publicMap, 'D', byPosition),
];
