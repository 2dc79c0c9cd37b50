/** What the workbook of a comparison says beside figures. */
import type { Difference, Inapplicable, Rule } from '#domain/compare/cell.ts';
import type { DropReason } from '#domain/compare/ids.ts';
import type { CompareGroup, RowId } from '#domain/compare/rows.ts';
import type { Locale } from '#domain/words/words.ts';
import type { Headings } from './headings.ts';

/** Rows that lists of buildings have no column for. */
export type OwnRowId = Exclude<RowId, keyof Headings>;

const zh = {
  sheet: '比选',
  group: '分组',
  row: '项目',
  unit: '单位',
  difference: '差异',
  rule: '评优',
  id: '编号',
  groups: {
    unit: '单元',
    space: '面积与空间',
    technical: '建筑与设备',
    commercial: '商务条件',
    access: '位置与交通',
    policy: '等级、准入与保护',
    file: '档案',
  } satisfies Record<CompareGroup, string>,
  cost: '入驻成本',
  rows: {
    unitStorey: '所在楼层',
    unitStatus: '单元状态',
    unitArea: '单元面积',
    minDivisibleArea: '最小可分割面积',
    floors: '层数',
    floorToFloorHeight: '层高',
    circleId: '商圈',
    subdistrictId: '街道',
  } satisfies Record<OwnRowId, string>,
  rules: {
    higher: '高者优',
    lower: '低者优',
    earlier: '早者优',
    yes: '有者优',
    none: '',
  } satisfies Record<Rule, string>,
  differences: {
    same: '相同',
    different: '不同',
    undecided: '部分未提供',
    unknown: '均未提供',
  } satisfies Record<Difference, string>,
  inapplicable: {
    wholeBuilding: '整栋，不适用',
    notDelivered: '未交付，无此项',
    saleOnly: '仅售，无租金',
    notHeritage: '非风貌建筑，不适用',
  } satisfies Record<Inapplicable, string>,
  storeys: (above: string | null, below: string | null) =>
    [above && `地上 ${above} 层`, below && `地下 ${below} 层`].filter(Boolean).join('，'),
  claimed: (grade: string, basis: string) => `${grade}（${basis}）`,
  anybody: '不限',
  unitOf: (building: string, unit: string) => `${building} ${unit}`,
  notes: {
    title: '比选',
    bestTitle: '★',
    best: '标 ★ 者在已知的各项中确定不逊于其余；未提供、约数不评优，也不算差；全部相同则不标。成本随条件变动，不标。',
    dropped: '未列入',
    reasons: {
      notAnId: '不是楼宇或单元的编号',
      repeated: '重复',
      tooMany: '超过 6 项，只取前 6 项',
      gone: '不存在，或您不能查看',
    } satisfies Record<DropReason | 'gone', string>,
    one: (text: string, why: string) => `“${text}”：${why}`,
  },
};

export type CompareWords = typeof zh;

const en: CompareWords = {
  sheet: 'Comparison',
  group: 'Group',
  row: 'Name',
  unit: 'Unit',
  difference: 'Difference',
  rule: 'Better',
  id: 'Id',
  groups: {
    unit: 'Unit',
    space: 'Areas and space',
    technical: 'Structure and equipment',
    commercial: 'Commercial terms',
    access: 'Location and access',
    policy: 'Grade, admission, protection',
    file: 'File',
  },
  cost: 'Cost of occupancy',
  rows: {
    unitStorey: 'Floor',
    unitStatus: 'Status of the unit',
    unitArea: 'Area of the unit',
    minDivisibleArea: 'Smallest part',
    floors: 'Storeys',
    floorToFloorHeight: 'Floor-to-floor height',
    circleId: 'Business circle',
    subdistrictId: 'Subdistrict',
  },
  rules: { higher: 'higher', lower: 'lower', earlier: 'earlier', yes: 'having it', none: '' },
  differences: {
    same: 'same',
    different: 'different',
    undecided: 'some not provided',
    unknown: 'none provided',
  },
  inapplicable: {
    wholeBuilding: 'whole building, does not apply',
    notDelivered: 'not delivered yet, so none',
    saleOnly: 'for sale only, no rent',
    notHeritage: 'no historic house, does not apply',
  },
  storeys: (above, below) =>
    [above && `${above} above ground`, below && `${below} below`].filter(Boolean).join(', '),
  claimed: (grade, basis) => `${grade} (${basis})`,
  anybody: 'any',
  unitOf: (building, unit) => `${building} ${unit}`,
  notes: {
    title: 'Comparison',
    bestTitle: '★',
    best: '★ is surely no worse than every other that is known; what is not known or estimated is neither best nor worst; none where all are alike. Costs change with the assumptions and have no mark.',
    dropped: 'Left out',
    reasons: {
      notAnId: 'no id of a building or unit',
      repeated: 'repeated',
      tooMany: 'more than 6; the first 6 are taken',
      gone: 'does not exist, or you may not see it',
    },
    one: (text, why) => `“${text}”: ${why}`,
  },
};

export const compareWords: Readonly<Record<Locale, CompareWords>> = { zh, en };
