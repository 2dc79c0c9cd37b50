import { describe, expect, it } from 'vitest';
import type { Answer, Totals } from '#domain/engine/answer.ts';
import { ratioOfSums } from '#domain/order.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { createFigures } from '#domain/words/figures.ts';
import { en, zh } from '#format/messages.ts';
import { countersOf, splitFigure } from './figures-of.ts';

const figures = createFigures('zh');
const nothing = ratioOfSums(0, 0, 0, 0);

function anAnswer(total: number, totals: Partial<Totals> = {}): Answer {
  return {
    total,
    of: 212,
    totals: {
      gfa: 0,
      availableArea: { value: 0, coverage: null },
      maxContiguousArea: null,
      vacancyRate: nothing,
      occupancyRate: nothing,
      availabilityRate: nothing,
      askingRent: nothing,
      taxPerSqm: null,
      ...totals,
    },
    facets: {
      ranges: {},
      sets: Object.fromEntries([]) as Answer['facets']['sets'],
    },
    relaxations: [],
    rows: new Uint32Array(),
    offset: 0,
    symbols: null,
    circleVacancy: null,
    scatter: null,
  };
}

describe('countersOf', () => {
  it('shows sums in short, rates with their coverage', () => {
    const answer = anAnswer(46, {
      availableArea: { value: 318_240, coverage: 0.97 },
      maxContiguousArea: 6600,
      vacancyRate: ratioOfSums(174, 1000, 92, 100),
    });
    const [matching, available, vacancy] = countersOf(answer, figures, zh);
    expect(matching).toMatchObject({ value: '46', second: '共 212 栋' });
    expect(available).toMatchObject({ value: '31.8', unit: '万㎡', second: '最大连续 6,600 ㎡' });
    expect(vacancy).toMatchObject({ value: '17.4%', qualifier: '面积加权 · ', second: '覆盖 92%' });
  });

  it('opens a rate to its numerator and denominator', () => {
    const answer = anAnswer(2, { vacancyRate: ratioOfSums(174, 1000, 92, 100) });
    const lines = countersOf(answer, figures, zh)[2]?.lines ?? [];
    expect(lines).toContainEqual({ label: '空置面积', value: '174 ㎡' });
    expect(lines).toContainEqual({ label: '可租面积', value: '1,000 ㎡' });
  });

  it('counts nothing known as unknown, not as zero', () => {
    const [matching, available, vacancy] = countersOf(
      anAnswer(1, { availableArea: { value: null, coverage: 0 } }),
      figures,
      zh,
    );
    expect(matching?.value).toBe('1');
    expect(available?.value).toBeNull();
    expect(available?.second).toBe('最大连续 未提供');
    expect(vacancy?.value).toBeNull();
  });

  it('adds nothing up to zero, while a rate of nothing stays unknown', () => {
    const [matching, available, vacancy] = countersOf(anAnswer(0), figures, zh);
    expect(matching?.value).toBe('0');
    expect(available).toMatchObject({ value: '0', second: '最大连续 0 ㎡' });
    expect(vacancy).toMatchObject({ value: null, second: '无可计算面积' });
  });

  it('shows a known zero as zero', () => {
    const answer = anAnswer(3, {
      availableArea: { value: 0, coverage: 1 },
      vacancyRate: ratioOfSums(0, 10, 1, 1),
    });
    const [, available, vacancy] = countersOf(answer, figures, zh);
    expect(available?.value).toBe('0');
    expect(vacancy?.value).toBe('0%');
  });

  it('speaks English with the same figures', () => {
    const answer = anAnswer(46, { availableArea: { value: 3_182_400, coverage: 0.97 } });
    expect(countersOf(answer, createFigures('en'), en)[1]).toMatchObject({ value: '3.18', unit: 'M ㎡' });
  });
});

describe('coverageInWords', () => {
  it('calls only full coverage 100 %', () => {
    expect(coverageInWords(0.9999, figures)).toBe('99%');
    expect(coverageInWords(1, figures)).toBe('100%');
    expect(coverageInWords(0.29, figures)).toBe('29%');
  });
});

describe('splitFigure', () => {
  it('parts the figure from its scale', () => {
    expect(splitFigure('31.8万')).toEqual(['31.8', '万']);
    expect(splitFigure('9,999')).toEqual(['9,999', '']);
  });
});
