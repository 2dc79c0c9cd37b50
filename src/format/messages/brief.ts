/** Texts of the monthly brief around its sentences; loaded with it. */
import type { Locale } from '#domain/words/words.ts';

const zh = {
  open: '月报',
  title: (district: string) => `${district}楼宇招商月报`,
  toCockpit: '返回驾驶舱',
  previous: '上一月',
  next: '下一月',
  print: '打印',
  asOf: (date: string) => `数据截至 ${date}`,
  buildings: (matched: string, of: string) => `${matched} / ${of} 栋楼宇`,
  sample: '示例数据：楼宇、企业与数字均为虚构。',
  table: '主要指标',
  indicator: '指标',
  yearBefore: '上年同月',
  notPublished: '不公布',
  notes: '数字来源',
  note: (number: string) => `注 ${number}`,
  mark: (number: string) => `[${number}]`,
  toNote: (number: string) => `查看注 ${number}`,
  explain: (name: string) => `${name}：查看口径与逐楼构成`,
  sources: (names: string) => `来源：${names}`,
  circles: '商圈空置率',
  circlesNote: '各商圈空置面积之和 ÷ 可租面积之和，本月与上月之差；不足 0.1 个百分点为持平。',
  watch: '空置预警',
  watchNote: (line: string) =>
    `月末空置率高于 ${line} 的楼宇，恰等于者不列入；空置率未提供的不能判断，另计。名单按空置率由高到低。`,
  target: (name: string) => `目标：${name}`,
  targetNote: (month: string) => `实际为${month}的数字。`,
  trend: (from: string, to: string, points: string) => `推算：${from}至${to} ${points} 个月的最小二乘直线。`,
  targetSource: (text: string) => `来源：${text}。`,
  rules: '文字由指标按规则生成：变化不足 0.1 个百分点或 0.1% 为持平；覆盖指输入已知的部分；未提供不等于零。',
  loading: '正在生成月报',
  failedTitle: '读不到月报的数字',
  failedAdvice: '服务器没有回答。稍后再试；地址中的月份与筛选不会丢失。',
  retry: '重试',
  emptyTitle: '没有楼宇符合筛选',
  emptyAdvice: '在驾驶舱中放宽筛选，再打开月报。',
};

export type BriefMessages = typeof zh;

const en: BriefMessages = {
  open: 'Monthly brief',
  title: (district) => `${district}: monthly leasing brief`,
  toCockpit: 'Back to the cockpit',
  previous: 'Previous month',
  next: 'Next month',
  print: 'Print',
  asOf: (date) => `Data as of ${date}`,
  buildings: (matched, of) => `${matched} of ${of} buildings`,
  sample: 'Sample data: buildings, firms and figures are made up.',
  table: 'Key indicators',
  indicator: 'Indicator',
  yearBefore: 'Year before',
  notPublished: 'not published',
  notes: 'Where the numbers come from',
  note: (number) => `Note ${number}`,
  mark: (number) => `[${number}]`,
  toNote: (number) => `See note ${number}`,
  explain: (name) => `${name}: how it is computed, building by building`,
  sources: (names) => `sources: ${names}`,
  circles: 'Vacancy of circles',
  circlesNote:
    'Σ vacant ÷ Σ rentable area of each circle, this month less the month before; below 0.1 pp it is unchanged.',
  watch: 'Vacancy watch-list',
  watchNote: (line) =>
    `Buildings above ${line} vacancy at the end of the month, strictly; those of unknown vacancy are counted apart. The emptiest first.`,
  target: (name) => `Target: ${name}`,
  targetNote: (month) => `Actual as of ${month}.`,
  trend: (from, to, points) =>
    `Trend: straight line by least squares through ${points} months, ${from} to ${to}.`,
  targetSource: (text) => `Source: ${text}.`,
  rules:
    'The text is made from the figures by rules: below 0.1 pp or 0.1% a change is none; coverage is the share of known inputs; not provided is not zero.',
  loading: 'Composing the brief',
  failedTitle: 'The figures of the brief cannot be read',
  failedAdvice: 'The server does not answer. Try again later; month and filter stay in the address.',
  retry: 'Try again',
  emptyTitle: 'No building passes the filter',
  emptyAdvice: 'Relax the filter in the cockpit, then open the brief again.',
};

export const briefMessages: Readonly<Record<Locale, BriefMessages>> = { zh, en };
