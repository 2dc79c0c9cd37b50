/** The three figures above the list, in words; apart from their drawing so that the words can be tested. */

import type { Answer } from '#domain/engine/answer.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { Messages } from '#format/messages.ts';

export interface CounterFigure {
  readonly id: 'matching' | 'available' | 'vacancy';
  readonly name: string;
  /** "31.8", the large part; null when not known. */
  readonly value: string | null;
  /** "万㎡", the small part. */
  readonly unit: string;
  /** Before `second` where there is room. */
  readonly qualifier: string;
  readonly second: string;
  readonly formula: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
}

/** "31.8万" → ["31.8", "万"], so that the figure can be large and its unit small. */
export function splitFigure(text: string): readonly [figure: string, rest: string] {
  const figure = /^[^\d]*[\d.,]+/.exec(text)?.[0] ?? text;
  return [figure, text.slice(figure.length).trim()];
}

function matchingFigure({ total, of, totals }: Answer, figures: Figures, messages: Messages): CounterFigure {
  const { counters } = messages;
  const count = (buildings: number) => `${figures.number(buildings, 0)} ${figures.words.unit.count}`;
  return {
    id: 'matching',
    name: counters.matching,
    value: figures.number(total, 0),
    unit: '',
    qualifier: '',
    second: counters.ofAll(figures.number(of, 0)),
    formula: counters.counted.formula,
    lines: [
      { label: counters.counted.matching, value: count(total) },
      { label: counters.counted.all, value: count(of) },
      { label: counters.counted.gfa, value: figures.withUnit('sqm', Math.round(totals.gfa)) },
    ],
  };
}

function coverageLine(coverage: number | null, meaning: string, figures: Figures, { counters }: Messages) {
  const value =
    coverage === null ? counters.nothingCovered : `${coverageInWords(coverage, figures)} · ${meaning}`;
  return { label: counters.coverage, value };
}

function availableFigure({ totals, total }: Answer, figures: Figures, messages: Messages): CounterFigure {
  const { counters } = messages;
  const { availableArea, maxContiguousArea: largest, availabilityRate: rate } = totals;
  const block = total === 0 ? 0 : largest;
  const [value, rest] = splitFigure(figures.short(availableArea.value ?? 0));
  const area = (sqm: number | null) => figures.withUnit('sqm', sqm === null ? null : Math.round(sqm));
  return {
    id: 'available',
    name: counters.available,
    value: availableArea.value === null ? null : value,
    // 139 万㎡, but 1.39 M ㎡: Latin letters side by side would read as another unit.
    unit: [rest, figures.words.unit.sqm].join(/^[A-Z]/.test(rest) ? ' ' : ''),
    qualifier: '',
    second: counters.largestBlock(area(block)),
    formula: counters.availability.formula,
    lines: [
      { label: counters.availability.sum, value: area(availableArea.value) },
      { label: counters.availability.largest, value: area(block) },
      {
        label: counters.availability.rate,
        value: rate.value === null ? figures.words.unknown : figures.percent(rate.value),
      },
      { label: counters.formula, value: counters.availability.rateFormula },
      coverageLine(availableArea.coverage, counters.availability.coverageOf, figures, messages),
    ],
  };
}

function vacancyFigure({ totals }: Answer, figures: Figures, messages: Messages): CounterFigure {
  const { counters } = messages;
  const { value, numerator, denominator, coverage } = totals.vacancyRate;
  const covered =
    coverage === null ? counters.nothingCovered : counters.covered(coverageInWords(coverage, figures));
  const area = (sqm: number) => figures.withUnit('sqm', value === null ? null : Math.round(sqm));
  return {
    id: 'vacancy',
    name: counters.vacancy,
    value: value === null ? null : figures.percent(value),
    unit: '',
    qualifier: coverage === null ? '' : `${counters.weighted} · `,
    second: covered,
    formula: counters.vacant.formula,
    lines: [
      { label: counters.vacant.numerator, value: area(numerator) },
      { label: counters.vacant.denominator, value: area(denominator) },
      coverageLine(coverage, counters.vacant.coverageOf, figures, messages),
    ],
  };
}

export function countersOf(answer: Answer, figures: Figures, messages: Messages): readonly CounterFigure[] {
  return [
    matchingFigure(answer, figures, messages),
    availableFigure(answer, figures, messages),
    vacancyFigure(answer, figures, messages),
  ];
}
