/** Tenants and industries in words; apart from their drawing so that the words can be tested. */
import type { IndustryMix } from '#domain/indicators/industry-mix.ts';
import type { TenantMix } from '#domain/indicators/tenant-mix.ts';
import type { Language } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { optionWord } from '#format/record-text.ts';
import { coverageAside, coverageLine, type KeyFigure } from './key-figures.tsx';

/** The section in words; the letter where it has none. */
export function industryName(industry: string, language: Language): string {
  return optionWord(language, 'enterprise', 'industry', industry);
}

/** How many tenants, what most of them do, and how much of one kind they are. */
export function mixFigures(
  { tenants, occupiedArea, coverage }: TenantMix,
  { leadingIndustry, leadingShare, hhi }: IndustryMix,
  language: Language,
): readonly KeyFigure[] {
  const { figures, locale } = language;
  const words = tenancyMessages[locale].mix;
  const sqm = (value: number) => figures.withUnit('sqm', value);
  const occupied = { label: words.occupied, value: sqm(occupiedArea) };
  const known = { label: words.known, value: sqm(leadingShare.denominator) };
  const share = leadingShare.value;
  const covered = coverageLine(leadingShare.coverage, words.coverageOf, language);
  return [
    {
      name: words.tenants,
      value: occupiedArea > 0 ? figures.number(tenants.length, 0) : null,
      aside: coverageAside(coverage, language),
      formula: words.tenantsFormula,
      lines: [occupied, coverageLine(coverage, words.tenantCoverageOf, language)],
    },
    {
      name: words.leading,
      value: share === null ? null : figures.percent(share),
      aside: leadingIndustry === null ? null : industryName(leadingIndustry, language),
      formula: words.leadingFormula,
      lines: [{ label: words.leadingArea, value: sqm(leadingShare.numerator) }, known, occupied, covered],
    },
    {
      name: words.hhi,
      value: hhi === null ? null : figures.number(hhi),
      aside: hhi === null ? null : words.equals(figures.number(1 / hhi, 1)),
      formula: words.hhiFormula,
      lines: [known, occupied, covered],
    },
  ];
}
