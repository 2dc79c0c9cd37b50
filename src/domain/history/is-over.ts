import type { IsoDate } from '../measure.ts';
import type { BuildingMonth } from '../model/unit.ts';

/** Whether a month is over on a day: what was reported of it is not written over any more, but corrected. */
export function isOver(month: BuildingMonth['month'], asOf: IsoDate): boolean {
  return month < asOf.slice(0, 7);
}
