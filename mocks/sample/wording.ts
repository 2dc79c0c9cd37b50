/** Phrases of made-up files. */
import type { CarrierType, TargetIndustry } from '#domain/model/building.ts';
import type { Random } from './random.ts';

type ByType<T> = Readonly<Record<CarrierType, T>>;

const wanted: ByType<readonly (readonly [TargetIndustry, number])[]> = {
  office: [
    ['finance', 30],
    ['headquarters', 20],
    ['professionalServices', 28],
    ['technology', 26],
    ['trade', 14],
    ['culture', 5],
    ['health', 4],
    ['education', 3],
  ],
  retailPodium: [
    ['retail', 34],
    ['catering', 30],
    ['culture', 14],
    ['designerBrands', 10],
    ['luxury', 8],
    ['crossBorderRetail', 7],
    ['education', 6],
    ['health', 5],
  ],
  heritageHouse: [
    ['culture', 32],
    ['catering', 18],
    ['professionalServices', 18],
    ['finance', 12],
    ['headquarters', 10],
    ['designerBrands', 8],
    ['health', 4],
  ],
};

/** One to four industries; now and then the landlord says that anybody is welcome. */
export function industriesWanted(carrierType: CarrierType, random: Random): readonly TargetIndustry[] {
  const count = random.chance(0.05) ? 0 : random.integer(1, 4);
  const drawn = Array.from({ length: count }, () => random.weighted(wanted[carrierType]));
  return [...new Set(drawn)];
}

export const admissionRules: ByType<{ readonly share: number; readonly texts: readonly string[] }> = {
  office: { share: 0.04, texts: ['金融类机构须提供备案材料'] },
  retailPodium: { share: 0.15, texts: ['区域首店或新业态优先', '餐饮业态须具备独立排烟条件'] },
  heritageHouse: {
    share: 0.45,
    texts: ['不引入重餐饮、KTV 等业态', '装修方案须先报保护主管部门审核', '优先文化展示、设计与专业服务'],
  },
};

export const hvacs: ByType<readonly string[]> = {
  office: ['中央空调（VAV 变风量）', '风机盘管＋新风', '多联机（VRV）', '中央空调，可加时'],
  retailPodium: ['中央空调', '全空气系统', '租户自设多联机'],
  heritageHouse: ['分体空调', '多联机（VRV）', '集中供暖＋分体空调'],
};

export const powers: ByType<readonly string[]> = {
  office: ['双路供电', '双路供电＋柴油发电机', '单路供电＋应急电源', '双路供电，机房可增容'],
  retailPodium: ['双路供电', '单路供电，餐饮可增容'],
  heritageHouse: ['单路供电', '单路供电，已完成线路改造'],
};

export const remarkPool: ByType<readonly string[]> = {
  office: [
    '大堂挑高 9 米，近年翻新。',
    '低区与高区电梯分区停靠。',
    '地下一层与相邻地块连通。',
    '部分楼层带装修及家具交付。',
    '设共享会议中心与职工食堂。',
  ],
  retailPodium: ['首层可设外摆区。', '三层及以上具备餐饮条件。', '沿街展示面较长。', '夜间可独立开放。'],
  heritageHouse: ['带独立院落。', '木质楼梯及壁炉保存完好。', '已完成结构加固。', '院内可临时停车。'],
};
