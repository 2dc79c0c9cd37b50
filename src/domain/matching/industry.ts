/** Industries of enterprises and the industries that buildings want: two lists, and how they meet. */
import type { TargetIndustry } from '../model/building.ts';

/** Sections of GB/T 4754-2017. */
export const industrySections = [...'ABCDEFGHIJKLMNOPQRST'] as const;

/** What a section is called among {@link TargetIndustry}. A section without an entry is named by none of them. */
const wantedAs: Readonly<Record<string, readonly TargetIndustry[]>> = {
  F: ['trade', 'retail', 'luxury', 'designerBrands', 'crossBorderRetail'],
  H: ['catering'],
  I: ['technology'],
  J: ['finance'],
  L: ['professionalServices', 'headquarters'],
  M: ['technology', 'professionalServices'],
  P: ['education'],
  Q: ['health'],
  R: ['culture'],
};

/** The industries of the model that an enterprise counts as. @param industry one of the model, or a section */
export function wantedIndustries(industry: string): readonly string[] {
  return industry.length === 1 ? (wantedAs[industry] ?? []) : [industry];
}
