/** Terms and expiries in words; apart from their drawing so that the words can be tested. */
import type { Quarter } from '#domain/calendar.ts';
import type { ExpiryBucket, ExpiryProfile } from '#domain/indicators/expiry-profile.ts';
import type { WeightedLeaseTerm } from '#domain/indicators/weighted-lease-term.ts';
import type { Language } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { coverageAside, coverageLine, type KeyFigure } from './key-figures.tsx';

/** Terms by area and by rent, and what ends within a year. */
export function expiryFigures(
  { byArea, byRent, leasedArea }: WeightedLeaseTerm,
  { within12Months }: Pick<ExpiryProfile, 'within12Months'>,
  language: Language,
): readonly KeyFigure[] {
  const { figures, locale } = language;
  const words = tenancyMessages[locale].expiry;
  const years = (value: number | null) => (value === null ? null : words.years(figures.number(value, 1)));
  const sqm = (value: number) => figures.withUnit('sqm', value);
  const leased = { label: words.leased, value: sqm(leasedArea) };
  const { value: within, coverage } = within12Months;
  return [
    {
      name: words.waltArea,
      value: years(byArea.value),
      aside: coverageAside(byArea.coverage, language),
      formula: `${words.waltFormula}${separator(locale)}${words.areaWeight}`,
      lines: [
        { label: words.areaYears, value: words.sqmYears(figures.number(byArea.numerator, 0)) },
        { label: words.weightedArea, value: sqm(byArea.denominator) },
        leased,
        coverageLine(byArea.coverage, words.coverageOf, language),
      ],
    },
    {
      name: words.waltRent,
      value: years(byRent.value),
      aside: coverageAside(byRent.coverage, language),
      formula: `${words.waltFormula}${separator(locale)}${words.rentWeight}`,
      lines: [
        { label: words.rentYears, value: words.yuanYears(figures.number(byRent.numerator, 0)) },
        {
          label: words.monthlyRent,
          value: `${figures.number(byRent.denominator, 0)} ${figures.words.unit.yuan}`,
        },
        leased,
        coverageLine(byRent.coverage, words.rentCoverageOf, language),
      ],
    },
    {
      name: words.within,
      value: within === null ? null : figures.percent(within),
      aside: coverageAside(coverage, language),
      formula: words.withinFormula,
      lines: [
        { label: words.withinArea, value: sqm(within12Months.numerator) },
        { label: words.weightedArea, value: sqm(within12Months.denominator) },
        leased,
        coverageLine(coverage, words.coverageOf, language),
      ],
    },
  ];
}

const separator = (locale: Language['locale']) => (locale === 'zh' ? '；' : '; ');

export interface ExpiryBar {
  readonly key: string;
  readonly kind: 'overdue' | 'quarter' | 'later' | 'unknown';
  /** "2027 Q1", or what the group is called. */
  readonly name: string;
  readonly area: number;
  readonly units: number;
  readonly share: number | null;
}

/** From what has ended to what is not known; groups that are empty are left out, quarters are not. */
export function expiryBars(
  profile: ExpiryProfile,
  { locale }: Pick<Language, 'locale'>,
): readonly ExpiryBar[] {
  const words = tenancyMessages[locale].expiry;
  const group = (kind: 'overdue' | 'later' | 'unknown', bucket: ExpiryBucket): readonly ExpiryBar[] =>
    bucket.units === 0 ? [] : [{ ...bucket, key: kind, kind, name: words[kind] }];
  return [
    ...group('overdue', profile.overdue),
    ...profile.quarters.map(
      (bucket): ExpiryBar => ({
        ...bucket,
        key: bucket.quarter,
        kind: 'quarter',
        name: quarterName(bucket.quarter),
      }),
    ),
    ...group('later', profile.later),
    ...group('unknown', profile.unknown),
  ];
}

function quarterName(quarter: Quarter | string): string {
  return quarter.replace('-', ' ');
}
