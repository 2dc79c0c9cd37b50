/** The colours of a plan with all that its legend says. */
import { type Coloured, type Colouring, coloured } from '#domain/stacking/colouring.ts';
import type { PlanRow } from '#domain/stacking/plan-rows.ts';
import { type PlanStorey, sumOfAreas } from '#domain/stacking/storey.ts';

export interface PlanColours extends Coloured {
  readonly colouring: Colouring;
  /** ㎡ that no unit accounts for, where the floor's area is stated. */
  readonly restArea: number;
  /** Floors on file of which neither the area nor any unit is known. */
  readonly floorsWithoutArea: number;
}

export function planColours(
  storeys: readonly PlanStorey[],
  rows: readonly PlanRow[],
  colouring: Colouring,
  asOf: string,
): PlanColours {
  const floors = rows.filter((row) => row.kind === 'floor');
  return {
    ...coloured(storeys, colouring, asOf),
    colouring,
    restArea: sumOfAreas(floors.map(({ unaccounted }) => unaccounted ?? 0)),
    floorsWithoutArea: floors.filter(({ extent }) => extent === null).length,
  };
}
