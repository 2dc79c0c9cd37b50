import { describe, expect, test } from 'vitest';
import type { Locale } from '../words/words.ts';
import { type BriefFigure, type BriefInput, composeBrief } from './brief.ts';
import { plainText } from './parts.ts';
import type { BriefTarget } from './target-sentences.ts';
import type { WatchedBuilding } from './watch-sentences.ts';
import { briefWords } from './words.ts';

const nothing: BriefInput = { figures: [], circles: [], watch: null, targets: null };

function figure(given: Partial<BriefFigure>): BriefFigure {
  const { id = 'vacancyRate', name = '空置率', unit = 'ratio' } = given;
  const known = { value: 0.228, before: 0.233, yearBefore: 0.269, coverage: 1, isWithheld: false };
  return { ...known, ...given, id, name, unit };
}

function said(input: Partial<BriefInput>, locale: Locale = 'zh'): string {
  const { paragraphs } = composeBrief({ ...nothing, ...input }, locale);
  return paragraphs.map(({ parts }) => plainText(parts)).join('\n');
}

const building = (name: string): WatchedBuilding => ({ buildingId: name, name });
const watch = { threshold: 0.15, unknown: 0, of: 200, vacantArea: 3_400, items: [], before: [] };
const target: BriefTarget = {
  id: 't1',
  name: '目标一',
  unit: 'ratio',
  targetValue: 0.9,
  actual: 0.738,
  gap: 0.162,
  coverage: 0.86,
  forecast: { value: 0.849, reaches: false },
};

describe('a figure', () => {
  test('is told with its coverage and what it was a month and a year before', () => {
    const figures = [figure({ coverage: 0.86 })];
    expect(said({ figures })).toBe(
      '空置率 22.8%（覆盖 86%），较上月下降 0.5 个百分点，同比下降 4.1 个百分点。',
    );
    expect(said({ figures: [figure({ name: 'Vacancy rate', coverage: 0.86 })] }, 'en')).toBe(
      'Vacancy rate 22.8% (86% covered), down 0.5 pp on the month before, down 4.1 pp on the year before.',
    );
  });

  test('that has not changed, or has nothing to compare, says so', () => {
    expect(said({ figures: [figure({ before: 0.2281, yearBefore: null })] })).toBe(
      '空置率 22.8%，与上月持平，上年同月无可比数据。',
    );
  });

  test('that is not known is said not to be known, and never zero', () => {
    const asking = figure({ id: 'askingRent', name: '平均报价租金', unit: 'yuanPerSqmMonth', value: null });
    expect(said({ figures: [asking] })).toBe('平均报价租金未提供。');
    expect(said({ figures: [{ ...asking, isWithheld: true }] })).toBe('平均报价租金不公布。');
    const zero = figure({
      id: 'netAbsorption',
      name: '净去化面积',
      unit: 'sqm',
      value: 0,
      before: 0,
      yearBefore: 0,
    });
    expect(said({ figures: [zero] })).toBe('净去化面积 0 ㎡，与上月持平，同比持平。');
  });

  test('that may lie below zero is compared in its own unit', () => {
    const net = figure({
      id: 'netAbsorption',
      name: '净去化面积',
      unit: 'sqm',
      value: -1_200,
      before: 300,
      yearBefore: -2_000,
    });
    expect(said({ figures: [net] })).toBe('净去化面积 -1,200 ㎡，较上月下降 1,500 ㎡，同比上升 800 ㎡。');
  });

  test('that is covered almost whole is not said to be covered whole', () => {
    expect(said({ figures: [figure({ coverage: 0.9999 })] })).toContain('（覆盖 99%）');
  });
});

describe('the circles', () => {
  const circles = [
    { name: '南京路', now: 0.24, before: 0.228 },
    { name: '小白楼', now: 0.184, before: 0.2 },
    { name: '五大道', now: 0.256, before: 0.2555 },
    { name: '滨江道', now: null, before: 0.15 },
  ];

  test('that rose and fell most are named; those that cannot be compared are counted', () => {
    expect(said({ circles })).toBe(
      '空置率升幅最大的是南京路，上升 1.2 个百分点，至 24%。降幅最大的是小白楼，下降 1.6 个百分点，至 18.4%。1 个商圈无可比数据。',
    );
  });

  test('that all stay where they were are told as that, and none at all not', () => {
    const still = { name: '南京路', now: 0.2, before: 0.2 };
    const unknown = { name: '小白楼', now: null, before: null };
    expect(said({ circles: [still, still] })).toBe('各商圈空置率均与上月持平。');
    expect(said({ circles: [unknown, unknown] })).toBe('2 个商圈无可比数据。');
    expect(said({ circles: [] })).toBe('');
    expect(said({ circles: [unknown] })).toBe('');
  });
});

describe('the watch-list', () => {
  test('tells who came and who went', () => {
    const items = ['甲', '乙', '丙', '丁'].map(building);
    expect(said({ watch: { ...watch, unknown: 36, items, before: [building('戊')] } })).toBe(
      '空置率高于 15% 的楼宇 4 栋（共 200 栋），空置面积 3,400 ㎡，另有 36 栋空置率未提供。' +
        '新列入 4 栋：甲、乙、丙等。不再列入 1 栋：戊。',
    );
  });

  test('that is the same, empty, or unknown a month before says so', () => {
    const items = [building('甲')];
    expect(said({ watch: { ...watch, items, before: items } })).toContain('名单与上月相同。');
    expect(said({ watch })).toBe('没有楼宇的空置率高于 15%（共 200 栋）。名单与上月相同。');
    expect(said({ watch: { ...watch, items, before: null } })).toContain('上月名单未提供。');
  });
});

describe('a target', () => {
  test('is told with what is missing and where the trend leads', () => {
    expect(said({ targets: [target] })).toBe(
      '目标一：实际 73.8%（覆盖 86%），目标 90%，差 16.2 个百分点，按趋势到期为 84.9%，达不到。',
    );
  });

  test('that is reached, passed or unknown says so', () => {
    const own = { ...target, coverage: 1, forecast: null };
    expect(said({ targets: [{ ...own, gap: 0 }] })).toContain('已达到，已知月份不足，不作推算。');
    expect(said({ targets: [{ ...own, gap: -0.02 }] })).toContain('已超出 2 个百分点');
    expect(said({ targets: [{ ...own, actual: null, gap: null }] })).toBe('目标一：实际未提供，目标 90%。');
  });

  test('beyond those that fit is said to be elsewhere', () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ ...target, id: `t${at}` }));
    expect(said({ targets: many })).toContain('其余目标见驾驶舱。');
    expect(said({ targets: many.slice(0, 4) })).not.toContain('其余目标');
  });
});

describe('English', () => {
  test.each([
    [1, '1 building of 200 is above 15% vacancy', '1 building is new: A.'],
    [2, '2 buildings of 200 are above 15% vacancy', '2 buildings are new: A, B.'],
  ])('counts %d as it is spoken', (count, head, entered) => {
    const items = ['A', 'B'].slice(0, count).map(building);
    const text = said({ watch: { ...watch, items } }, 'en');
    expect(text).toContain(head);
    expect(text).toContain(entered);
  });

  test('counts circles and buildings that left as they are spoken', () => {
    const unknown = { name: 'Nanjing Road', now: null, before: null };
    const still = { name: 'Xiaobailou', now: 0.2, before: 0.2 };
    expect(said({ circles: [still, unknown] }, 'en')).toContain('1 circle has nothing to compare.');
    expect(said({ circles: [unknown, unknown] }, 'en')).toBe('2 circles have nothing to compare.');
    const before = ['A', 'B'].map(building);
    expect(said({ watch: { ...watch, before } }, 'en')).toContain('2 buildings are no longer on it: A, B.');
    expect(said({ watch: { ...watch, before: before.slice(1) } }, 'en')).toContain(
      '1 building is no longer on it: B.',
    );
  });
});

test('notes are numbered by the first number that rests on them', () => {
  const { notes } = composeBrief(
    {
      ...nothing,
      figures: [figure({})],
      watch,
      targets: [target],
      circles: ['x', 'y'].map((name) => ({ name, now: 0.3, before: 0.2 })),
    },
    'zh',
  );
  expect(notes).toEqual(['indicator:vacancyRate', 'circles', 'watch', 'target:t1']);
});

test('patterns of both languages fill in the same', () => {
  const holes = (value: unknown): unknown =>
    typeof value === 'string'
      ? [...new Set(value.match(/\{\w+\}/g) ?? [])].toSorted()
      : Object.fromEntries(Object.entries(value as object).map(([key, own]) => [key, holes(own)]));
  expect(holes(briefWords.en)).toEqual(holes(briefWords.zh));
});
