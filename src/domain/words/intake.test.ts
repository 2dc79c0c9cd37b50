import { expect, test } from 'vitest';
import { aBuilding, aPortfolio } from '../../../tests/builders.ts';
import { run } from '../../../tests/dry-runs.ts';
import { fileReasons } from '../intake/file-reason.ts';
import { intakeFixes, intakeReasons } from '../intake/reason.ts';
import { fileProblemInWords, intakeWords, placeInWords, problemInWords } from './intake.ts';
import { locales } from './words.ts';

test.each(locales)('in %s every reason and fix has words of its own', (locale) => {
  const { reason, fix, file } = intakeWords[locale];
  for (const [table, codes] of [
    [reason, intakeReasons],
    [fix, intakeFixes],
  ] as const) {
    expect(Object.keys(table).sort()).toEqual([...codes].sort());
    expect(new Set(Object.values(table)).size).toBe(codes.length);
  }
  expect(Object.keys(file).sort()).toEqual([...fileReasons].sort());
  for (const [what, mend] of Object.values(file)) expect([what, mend]).not.toContain('');
});

test('a problem is told with its value, what could stand there, and what mends it', () => {
  const portfolio = aPortfolio({ buildings: [aBuilding({ nameZh: '五号院写字楼' })] });
  const { problems } = run(
    'building',
    [
      ['楼宇名称', '等级'],
      ['五号院', '甲甲级'],
    ],
    portfolio,
  );
  expect(
    problems.map((problem) => [placeInWords(problem, 'zh'), problemInWords('building', problem, 'zh')]),
  ).toEqual([
    ['B2', '不认识这个词：甲甲级（超甲级、甲级、乙级、丙级）。改为允许的词'],
    ['A2', '与在册名称相近，不能确定是否同一个：五号院（五号院写字楼 b1）。请选择：是其中一条，还是新的'],
  ]);
  const [first] = problems;
  expect(first && problemInWords('building', first, 'en')).toBe(
    'Unknown word: 甲甲级 (Premium, Grade A, Grade B, Grade C). Use one of the allowed words',
  );
});

test('a file is refused with what, where and how to mend it', () => {
  const problem = {
    reason: 'tooManyRows',
    part: '表1',
    row: 200_001,
    found: 200_001,
    most: 200_000,
  } as const;
  expect(fileProblemInWords(problem, 'zh')).toEqual({
    what: '行数过多',
    where: '表1 · 第 200001 行 · 现为 200,001，至多 200,000',
    fix: '拆成几个文件',
  });
});
