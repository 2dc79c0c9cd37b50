/** The registry: exactly 18 core indicators in their order, their companions, and the list of extensions. */
import {
  type AnyIndicatorId,
  type ExtensionId,
  grainOf,
  type IndicatorId,
  type IndicatorSpec,
  type Level,
  type RelatedId,
} from './spec.ts';
import { firmRelated, firmSpecs, industrySpecs } from './specs/firms.ts';
import { spaceExtensions, spaceRelated, spaceSpecs } from './specs/space.ts';
import { taxExtensions, taxRelated, taxSpecs } from './specs/tax.ts';
import { termExtensions, termRelated, termSpecs } from './specs/terms.ts';

export const indicators: readonly IndicatorSpec<IndicatorId>[] = [
  ...spaceSpecs,
  ...termSpecs,
  ...firmSpecs,
  ...taxSpecs,
  ...industrySpecs,
];

export const relatedIndicators: readonly IndicatorSpec<RelatedId>[] = [
  ...spaceRelated,
  ...termRelated,
  ...taxRelated,
  ...firmRelated,
];

/** Beyond the 18. The landing rates of projects are not among them: no projects are on record. */
export const extensions: readonly IndicatorSpec<ExtensionId>[] = [
  ...spaceExtensions,
  ...termExtensions,
  ...taxExtensions,
];

const byId: ReadonlyMap<AnyIndicatorId, IndicatorSpec> = new Map(
  [...indicators, ...relatedIndicators, ...extensions].map((spec) => [spec.id, spec]),
);

/** @throws for an id that is not registered */
export function specOf(id: AnyIndicatorId): IndicatorSpec {
  const spec = byId.get(id);
  if (!spec) throw new Error(`no such indicator: ${id}`);
  return spec;
}

/** What is defined at a level, in the order of the registry. */
export function idsAt(level: Level): readonly AnyIndicatorId[] {
  const grain = grainOf(level);
  return [...byId.values()].filter((spec) => spec.grains.includes(grain)).map(({ id }) => id);
}
