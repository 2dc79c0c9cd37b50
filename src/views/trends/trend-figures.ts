/** What the trends come to, in words; apart from their drawing so that the words can be tested. */
import { lastReported, yearOverYear, yearSum } from '#domain/indicators/year-over-year.ts';
import { type IsoMonth, monthFromNumber, monthNumber } from '#domain/measure.ts';
import type { Language } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { splitFigure } from '#views/counters/figures-of.ts';
import type { KeyFigure } from '#views/tenancy/key-figures.tsx';
import { occupiedShare, pointsOf, type TrendMonths } from './month-rows.ts';

function signed(value: number, write: (value: number) => string): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${write(Math.abs(value))}`;
}

/** Occupied area and share of the last month on file, and what they were a year before. */
export function occupancyFigures(months: TrendMonths, language: Language): readonly KeyFigure[] {
  const { figures, locale } = language;
  const words = tenancyMessages[locale].trend;
  const points = pointsOf(months, ({ occupiedArea }) => occupiedArea);
  const month = lastReported(points);
  if (month === null) return [];
  const area = yearOverYear(points, month);
  const share = yearOverYear(pointsOf(months, occupiedShare), month);
  const report = months.find((one) => one.month === month);
  const sqm = (value: number | null) => figures.withUnit('sqm', value);
  const percent = (value: number | null) => (value === null ? figures.words.unknown : figures.percent(value));
  const name = figures.month(month);
  const before = figures.month(area.monthBefore);
  return [
    {
      name: words.latest(name),
      value: area.value === null ? null : sqm(Math.round(area.value)),
      aside: null,
      formula: words.latestFormula,
      lines: [{ label: words.coverage, value: words.coverageOf(...counted(months, figures.number)) }],
    },
    {
      name: words.latestRate(name),
      value: share.value === null ? null : figures.percent(share.value),
      aside:
        share.change === null ? null : words.points(signed(share.change * 100, (v) => figures.number(v, 1))),
      formula: words.rateFormula,
      lines: [
        { label: words.occupied, value: sqm(report?.occupiedArea ?? null) },
        { label: words.vacant, value: sqm(report?.vacantArea ?? null) },
        { label: before, value: percent(share.before) },
      ],
    },
    {
      name: words.absorption,
      value: area.change === null ? null : signed(Math.round(area.change), sqm),
      aside: area.rate === null ? null : signed(area.rate, (rate) => figures.percent(rate)),
      formula: words.absorptionFormula,
      lines: [
        { label: name, value: sqm(area.value) },
        { label: before, value: sqm(area.before) },
      ],
    },
  ];
}

/** "33", "36": how many of the months say something of occupancy. */
function counted(months: TrendMonths, write: (count: number, digits?: number) => string): [string, string] {
  const known = months.filter(({ occupiedArea }) => occupiedArea !== null).length;
  return [write(known, 0), write(months.length, 0)];
}

/** Tax of the twelve months that end with the last on file, and against the twelve before. */
export function taxFigures(months: TrendMonths, language: Language): readonly KeyFigure[] {
  const { figures, locale } = language;
  const words = tenancyMessages[locale].tax;
  const points = pointsOf(months, ({ totalTax }) => totalTax);
  const through = lastReported(points);
  if (through === null) return [];
  const year = yearSum(points, through);
  const before = yearSum(points, monthsBefore(through, 12));
  const isWhole = year.months === 12 && before.months === 12;
  const rate =
    isWhole && year.sum !== null && before.sum !== null && before.sum > 0 ? year.sum / before.sum - 1 : null;
  const whyNoRate = isWhole ? words.noBase : words.incomplete;
  const yuan = (value: number | null) =>
    value === null ? figures.words.unknown : `${figures.number(value, 0)} ${figures.words.unit.yuan}`;
  const monthsOf = (count: number) => words.monthsOf(figures.number(count, 0));
  const beforeLine = {
    label: words.yearBefore(figures.month(before.from), figures.month(before.through)),
    value: before.sum === null ? figures.words.unknown : `${yuan(before.sum)} · ${monthsOf(before.months)}`,
  };
  return [
    {
      name: words.year(figures.month(through)),
      value: year.sum === null ? null : yuanInShort(year.sum, language),
      aside: year.months < 12 ? monthsOf(year.months) : null,
      formula: words.yearFormula,
      lines: [
        { label: words.total, value: yuan(year.sum) },
        { label: words.months, value: monthsOf(year.months) },
        beforeLine,
      ],
    },
    {
      name: words.change,
      value: rate === null ? null : signed(rate, (value) => figures.percent(value)),
      aside: rate === null ? whyNoRate : null,
      formula: words.changeFormula,
      lines: [{ label: words.year(figures.month(through)), value: yuan(year.sum) }, beforeLine],
    },
  ];
}

/** 1.47 亿元, but 147 M CNY: Latin letters side by side would read as another unit. */
function yuanInShort(value: number, { figures, locale }: Language): string {
  const [figure, scale] = splitFigure(figures.short(value));
  return `${figure} ${[scale, figures.words.unit.yuan].join(locale === 'en' && scale !== '' ? ' ' : '')}`;
}

function monthsBefore(month: IsoMonth, months: number): IsoMonth {
  const number = monthNumber(month);
  if (number === null) throw new Error(`invalid month: ${month}`);
  return monthFromNumber(number - months);
}
