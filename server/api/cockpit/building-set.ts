/** Which buildings a question of 驾驶舱 is about: those that pass its filter now. */
import type { BuildingId } from '#domain/measure.ts';
import type { Query } from '#domain/query/query.ts';
import type { ReadModel } from '../read-model.ts';

export interface BuildingSet {
  /** null: all, without a filter. */
  readonly ids: ReadonlySet<BuildingId> | null;
  readonly matched: number;
  readonly of: number;
}

const mostKept = 16;
const kept = new WeakMap<ReadModel, Map<string, BuildingSet>>();

/**
 * The set by the engine, judged as of now. The last few of a read model are kept, so that the questions of one
 * page share one object, and what is derived from it.
 * @param filter the filter of `query` in its shortest form, '' for none
 */
export function buildingSet(model: ReadModel, query: Query, filter: string): BuildingSet {
  if (filter === '') return allBuildings(model);
  const sets = kept.get(model) ?? new Map<string, BuildingSet>();
  kept.set(model, sets);
  const set = sets.get(filter) ?? setOf(model, query);
  sets.delete(filter);
  sets.set(filter, set);
  for (const oldest of sets.keys()) {
    if (sets.size <= mostKept) break;
    sets.delete(oldest);
  }
  return set;
}

function setOf({ engine, portfolio }: ReadModel, query: Query): BuildingSet {
  const ids = new Set(Array.from(engine.allRows(query), (row) => engine.columns.ids[row] ?? ''));
  return { ids, matched: ids.size, of: portfolio.buildings.length };
}

export function allBuildings({ portfolio }: ReadModel): BuildingSet {
  const of = portfolio.buildings.length;
  return { ids: null, matched: of, of };
}

/** Records of the buildings of a set. */
export function ofSet<T extends { readonly buildingId: BuildingId }>(
  { ids }: BuildingSet,
  records: readonly T[],
): readonly T[] {
  return ids ? records.filter(({ buildingId }) => ids.has(buildingId)) : records;
}
