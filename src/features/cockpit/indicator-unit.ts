import { specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId, IndicatorUnit } from '#domain/indicators/spec.ts';

/** What an indicator is written in. */
export function unitOf(id: AnyIndicatorId): IndicatorUnit {
  return specOf(id).unit;
}
