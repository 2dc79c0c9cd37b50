/** long: one table of patterns in both languages. What the monthly brief says; `{x}` is filled in. */
import type { Locale } from '../words/words.ts';
import type { Direction } from './change.ts';

/** What is counted reads otherwise of one than of others. */
export interface Counted {
  readonly one: string;
  readonly other: string;
}

export interface BriefWords {
  readonly comma: string;
  readonly stop: string;
  readonly list: string;
  /** Of a paragraph, in the order in which they stand. */
  readonly themes: Readonly<Record<BriefTheme, string>>;
  readonly figure: string;
  readonly unknown: string;
  readonly withheld: string;
  readonly covered: string;
  readonly before: Readonly<Record<Direction, string>>;
  readonly yearBefore: Readonly<Record<Direction, string>>;
  readonly units: {
    readonly points: string;
    readonly years: string;
    readonly months: string;
    readonly yuan: string;
    readonly yuanPerHead: string;
  };
  readonly buildings: Counted;
  readonly circleRose: string;
  readonly circleFell: string;
  readonly circlesSteady: string;
  readonly circlesUnknown: Counted;
  readonly caught: Counted;
  readonly noneCaught: string;
  readonly watchUnknown: Counted;
  readonly entered: Counted;
  readonly left: Counted;
  readonly sameList: string;
  readonly noListBefore: string;
  readonly andOthers: string;
  readonly target: string;
  readonly targetUnknown: string;
  readonly gap: string;
  readonly reached: string;
  readonly exceeded: string;
  readonly forecast: {
    readonly reaches: string;
    readonly misses: string;
    readonly open: string;
    readonly none: string;
  };
  readonly moreTargets: string;
}

export const briefThemes = ['space', 'circles', 'watch', 'rent', 'firms', 'tax', 'targets'] as const;
export type BriefTheme = (typeof briefThemes)[number];

const zh: BriefWords = {
  comma: '，',
  stop: '。',
  list: '、',
  themes: {
    space: '空间',
    circles: '商圈',
    watch: '空置预警',
    rent: '租金与租期',
    firms: '企业',
    tax: '税收',
    targets: '目标',
  },
  figure: '{name} {value}{covered}',
  unknown: '{name}未提供',
  withheld: '{name}不公布',
  covered: '（覆盖 {share}）',
  before: {
    rose: '较上月上升 {by}',
    fell: '较上月下降 {by}',
    unchanged: '与上月持平',
    unknown: '上月无可比数据',
  },
  yearBefore: {
    rose: '同比上升 {by}',
    fell: '同比下降 {by}',
    unchanged: '同比持平',
    unknown: '上年同月无可比数据',
  },
  units: { points: '个百分点', years: '年', months: '个月', yuan: '元', yuanPerHead: '元/人' },
  buildings: { one: '{count} 栋', other: '{count} 栋' },
  circleRose: '空置率升幅最大的是{name}，上升 {by}，至 {rate}',
  circleFell: '降幅最大的是{name}，下降 {by}，至 {rate}',
  circlesSteady: '各商圈空置率均与上月持平',
  circlesUnknown: { one: '{count} 个商圈无可比数据', other: '{count} 个商圈无可比数据' },
  caught: {
    one: '空置率高于 {line} 的楼宇 {buildings}（共 {of} 栋），空置面积 {area}',
    other: '空置率高于 {line} 的楼宇 {buildings}（共 {of} 栋），空置面积 {area}',
  },
  noneCaught: '没有楼宇的空置率高于 {line}（共 {of} 栋）',
  watchUnknown: { one: '另有 {count} 栋空置率未提供', other: '另有 {count} 栋空置率未提供' },
  entered: { one: '新列入 {count} 栋：{names}', other: '新列入 {count} 栋：{names}' },
  left: { one: '不再列入 {count} 栋：{names}', other: '不再列入 {count} 栋：{names}' },
  sameList: '名单与上月相同',
  noListBefore: '上月名单未提供',
  andOthers: '{names}等',
  target: '{name}：实际 {actual}{covered}，目标 {target}',
  targetUnknown: '{name}：实际未提供，目标 {target}',
  gap: '差 {gap}',
  reached: '已达到',
  exceeded: '已超出 {gap}',
  forecast: {
    reaches: '按趋势到期为 {value}，可达到',
    misses: '按趋势到期为 {value}，达不到',
    open: '按趋势到期为 {value}',
    none: '已知月份不足，不作推算',
  },
  moreTargets: '其余目标见驾驶舱',
};

const en: BriefWords = {
  comma: ', ',
  stop: '. ',
  list: ', ',
  themes: {
    space: 'Space',
    circles: 'Circles',
    watch: 'Vacancy watch-list',
    rent: 'Rents and terms',
    firms: 'Firms',
    tax: 'Tax',
    targets: 'Targets',
  },
  figure: '{name} {value}{covered}',
  unknown: '{name} is not provided',
  withheld: '{name} is not published',
  covered: ' ({share} covered)',
  before: {
    rose: 'up {by} on the month before',
    fell: 'down {by} on the month before',
    unchanged: 'unchanged on the month before',
    unknown: 'nothing to compare in the month before',
  },
  yearBefore: {
    rose: 'up {by} on the year before',
    fell: 'down {by} on the year before',
    unchanged: 'unchanged on the year before',
    unknown: 'nothing to compare in the year before',
  },
  units: {
    points: 'pp',
    years: 'years',
    months: 'months',
    yuan: 'CNY',
    yuanPerHead: 'CNY/head',
  },
  buildings: { one: '{count} building', other: '{count} buildings' },
  circleRose: 'Vacancy rose most in {name}, by {by} to {rate}',
  circleFell: 'Vacancy fell most in {name}, by {by} to {rate}',
  circlesSteady: 'Vacancy is unchanged in every circle',
  circlesUnknown: {
    one: '{count} circle has nothing to compare',
    other: '{count} circles have nothing to compare',
  },
  caught: {
    one: '{buildings} of {of} is above {line} vacancy, with {area} vacant',
    other: '{buildings} of {of} are above {line} vacancy, with {area} vacant',
  },
  noneCaught: 'No building of {of} is above {line} vacancy',
  watchUnknown: {
    one: 'the vacancy of {count} more is not provided',
    other: 'the vacancy of {count} more is not provided',
  },
  entered: { one: '{count} building is new: {names}', other: '{count} buildings are new: {names}' },
  left: {
    one: '{count} building is no longer on it: {names}',
    other: '{count} buildings are no longer on it: {names}',
  },
  sameList: 'The list is that of the month before',
  noListBefore: 'The list of the month before is not provided',
  andOthers: '{names} and others',
  target: '{name}: {actual}{covered}, the target is {target}',
  targetUnknown: '{name}: not provided, the target is {target}',
  gap: '{gap} short',
  reached: 'reached',
  exceeded: '{gap} beyond it',
  forecast: {
    reaches: 'by the trend {value} when due, which reaches it',
    misses: 'by the trend {value} when due, which misses it',
    open: 'by the trend {value} when due',
    none: 'too few known months for a forecast',
  },
  moreTargets: 'Further targets are in the cockpit',
};

export const briefWords: Readonly<Record<Locale, BriefWords>> = { zh, en };
