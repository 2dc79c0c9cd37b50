/** Names of indicators on the wire. */
import { type AnyIndicatorId, coreIds, extensionIds, relatedIds } from '#domain/indicators/spec.ts';

/** All of the registry, the 18 first. */
export const indicatorIds = [
  ...coreIds,
  ...relatedIds,
  ...extensionIds,
] as const satisfies readonly AnyIndicatorId[];
