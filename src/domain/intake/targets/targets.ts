/** Every kind of record with the columns that it can be made of. */
import { nameKey } from '../plain.ts';
import { buildingTargets } from './building.ts';
import { otherTargets } from './others.ts';
import { type ImportEntity, importEntities, type Target } from './target.ts';

export const targetsOf: Readonly<Record<ImportEntity, readonly Target[]>> = {
  building: buildingTargets,
  ...otherTargets,
};

/** The target of this id; null when the kind has none. */
export function targetOf(entity: ImportEntity, id: string): Target | null {
  return targetsOf[entity].find((target) => target.id === id) ?? null;
}

function indexed(targets: readonly Target[]): ReadonlyMap<string, Target> {
  const index = new Map<string, Target>();
  for (const target of targets) {
    for (const name of target.names) {
      const key = nameKey(name);
      if (!index.has(key)) index.set(key, target);
    }
  }
  return index;
}

/** Name keys of headings → target, for each kind. */
export const targetsByName: Readonly<Record<ImportEntity, ReadonlyMap<string, Target>>> = Object.fromEntries(
  importEntities.map((entity) => [entity, indexed(targetsOf[entity])]),
) as Record<ImportEntity, ReadonlyMap<string, Target>>;
