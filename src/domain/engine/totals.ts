import { ratioOfSums } from '../order.ts';
import type { Totals } from './answer.ts';
import { type SumField, sumFields } from './columns.ts';

const places = Object.fromEntries(sumFields.map((field, place) => [field, place])) as Record<
  SumField,
  number
>;

/**
 * Totals from the running sums (areas in 1/100 ㎡, see columns.ts).
 * @param total rows that pass: nothing adds up to zero, but the unknown does not
 * @param maxContiguousArea ㎡ or null
 * @param withTax whether the role may see tax
 */
export function totalsFrom(
  sums: Float64Array,
  total: number,
  maxContiguousArea: number | null,
  withTax: boolean,
): Totals {
  const sum = (field: SumField) => sums[places[field]] ?? 0;
  const area = (field: SumField) => sum(field) / 100;
  // An availability of zero is known where it has a weight or a base.
  const isAvailableKnown = sum('available') + sum('availableKnownWeight') + sum('offeredBase') > 0;
  const vacancyWeights = [area('vacancyKnownWeight'), area('vacancyWeight')] as const;
  return {
    gfa: area('gfa'),
    availableArea: {
      value: total > 0 && !isAvailableKnown ? null : area('available'),
      coverage: area('gfa') > 0 ? area('availableKnownWeight') / area('gfa') : null,
    },
    maxContiguousArea,
    vacancyRate: ratioOfSums(area('vacant'), area('vacancyRentable'), ...vacancyWeights),
    occupancyRate: ratioOfSums(area('occupied'), area('vacancyRentable'), ...vacancyWeights),
    availabilityRate: ratioOfSums(
      area('offered'),
      area('offeredBase'),
      area('availableKnownWeight'),
      area('gfa'),
    ),
    askingRent: ratioOfSums(sum('rentAmount'), area('rentArea'), area('rentArea'), area('available')),
    taxPerSqm: withTax
      ? ratioOfSums(
          sum('taxHigh') * 10_000 + sum('taxLow'),
          area('taxRentable'),
          area('taxKnownWeight'),
          area('gfa'),
        )
      : null,
  };
}
