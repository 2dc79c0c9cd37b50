import { specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import type { IndicatorUnit } from '#views/cockpit/indicator-text.ts';

/** What an indicator is written in. */
export function unitOf(id: AnyIndicatorId): IndicatorUnit {
  const { unit } = specOf(id);
  return unit === 'months' ? 'count' : unit;
}
