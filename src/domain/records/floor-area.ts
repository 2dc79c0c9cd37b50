/** The units of a storey against the storey. */
import type { Floor, Unit } from '../model/unit.ts';
import type { Change } from './change.ts';
import type { RuleProblem } from './rules.ts';

interface FloorView {
  readonly floorOf: ReadonlyMap<string, Floor>;
  readonly unitsOn: () => ReadonlyMap<string, readonly Unit[]>;
}

export function floorKeyOf({
  buildingId,
  floor,
}: {
  readonly buildingId: string;
  readonly floor: number;
}): string {
  return `${buildingId}~${floor}`;
}

/** Areas are added in hundredths: 0.1 + 0.2 must not exceed 0.3. */
export function overfullFloors(changes: readonly Change[], view: FloorView): RuleProblem[] {
  const touched = new Map<string, Change>();
  for (const change of changes) {
    if ((change.entity === 'unit' || change.entity === 'floor') && change.after !== null) {
      touched.set(floorKeyOf(change.after), change);
    }
  }
  return [...touched].flatMap(([floorKey, { entity, key, after }]) => {
    const area = view.floorOf.get(floorKey)?.area ?? null;
    if (area === null || after === null) return [];
    const sum = (view.unitsOn().get(floorKey) ?? []).reduce(
      (total, unit) => total + Math.round(unit.area * 100),
      0,
    );
    if (sum <= Math.round(area * 100)) return [];
    const value = 'area' in after ? String(after.area) : '';
    const allowed = `Σ ${sum / 100} ≤ ${area}`;
    return [{ entity, key, field: 'area', value, reason: 'floorOverfull' as const, allowed }];
  });
}
