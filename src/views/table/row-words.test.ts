import { describe, expect, it } from 'vitest';
import type { BuildingRow } from '#domain/engine/row.ts';
import { createFigures } from '#domain/words/figures.ts';
import { cellInWords, nameOfRow, secondLine, valueInWords, valueWithUnit } from './row-words.ts';
import { isSameRow } from './same-row.ts';

const zh = createFigures('zh');
const en = createFigures('en');
const exact = (value: number) => ({ value, upper: null, bound: 'exact' as const });

function aRow(given: Partial<BuildingRow> = {}): BuildingRow {
  return {
    row: 0,
    id: 'b1',
    nameZh: '云衡中心',
    nameEn: null,
    carrierType: 'office',
    status: 'delivered',
    grade: 'A',
    gradeClaimed: true,
    tenure: 'lease',
    circleId: 'c1',
    subdistrictId: null,
    columnFree: null,
    metroM: null,
    position: null,
    synthetic: true,
    values: { gfa: exact(85_000), vacancy: null },
    ...given,
  };
}

const names = () => '小白楼';
const claimed = (grade: string) => `${grade}（宣称）`;

describe('valueInWords', () => {
  it('is exact, keeps a bound and writes a span', () => {
    expect(valueInWords('available', exact(18_420), zh)).toBe('18,420');
    expect(valueInWords('gfa', { value: 85_000, upper: null, bound: 'atLeast' }, zh)).toBe('≥ 85,000');
    expect(valueInWords('height', { value: 4.7, upper: 6.7, bound: 'exact' }, zh)).toBe('4.7–6.7');
    expect(valueInWords('vacancy', exact(0.306), zh)).toBe('30.6%');
  });

  it('keeps unknown apart from zero', () => {
    expect(valueInWords('available', null, zh)).toBeNull();
    expect(valueInWords('available', exact(0), zh)).toBe('0');
  });

  it('adds a unit where the figure does not carry it', () => {
    expect(valueWithUnit('plate', exact(2200), zh)).toBe('2,200 ㎡');
    expect(valueWithUnit('efficiency', exact(0.75), zh)).toBe('75%');
    expect(valueWithUnit('year', exact(2009), en)).toBe('2009');
  });
});

describe('cellInWords', () => {
  it('gives every figure of a column the same decimals', () => {
    expect(cellInWords('available', exact(22_481.1), zh)).toBe('22,481');
    expect(cellInWords('vacancy', exact(0.24), zh)).toBe('24.0%');
    expect(cellInWords('rent', exact(98), en)).toBe('98.0');
    expect(cellInWords('height', { value: 4.7, upper: 6.7, bound: 'exact' }, zh)).toBe('4.70–6.70');
    expect(cellInWords('year', exact(2009), zh)).toBe('2009');
  });

  it('keeps bounds and what is unknown', () => {
    expect(cellInWords('gfa', { value: 85_000, upper: null, bound: 'atLeast' }, zh)).toBe('≥ 85,000');
    expect(cellInWords('gfa', null, zh)).toBeNull();
  });
});

describe('secondLine', () => {
  it('gives the grade of an office and who claims it', () => {
    expect(secondLine(aRow(), zh, names, claimed)).toBe('小白楼 · 甲级（宣称）');
  });

  it('gives the type of what is no office or has no grade', () => {
    expect(secondLine(aRow({ carrierType: 'retailPodium' }), zh, names, claimed)).toBe('小白楼 · 底商');
    expect(secondLine(aRow({ grade: null, circleId: null }), zh, names, claimed)).toBe('写字楼');
  });
});

describe('nameOfRow', () => {
  it('falls back on the Chinese name', () => {
    expect(nameOfRow(aRow(), en)).toBe('云衡中心');
    expect(nameOfRow(aRow({ nameEn: 'Yunheng Centre' }), en)).toBe('Yunheng Centre');
  });
});

describe('isSameRow', () => {
  it('compares what is shown, not which object it is', () => {
    expect(isSameRow(aRow(), aRow())).toBe(true);
    expect(isSameRow(aRow(), null)).toBe(false);
  });

  it('sees a changed figure, a changed bound and a figure that became unknown', () => {
    expect(isSameRow(aRow(), aRow({ values: { gfa: exact(85_001), vacancy: null } }))).toBe(false);
    expect(
      isSameRow(aRow(), aRow({ values: { gfa: { ...exact(85_000), bound: 'atLeast' }, vacancy: null } })),
    ).toBe(false);
    expect(isSameRow(aRow(), aRow({ values: { gfa: null, vacancy: null } }))).toBe(false);
    expect(isSameRow(aRow(), aRow({ grade: null }))).toBe(false);
  });
});
