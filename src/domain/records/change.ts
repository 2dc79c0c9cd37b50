/** What a write does, record by record: enough to carry it out, to tell it and to take it back. */
import type { Portfolio } from '../model/portfolio.ts';
import {
  type AnyRecord,
  type Entity,
  entities,
  entityShapes,
  keyOf,
  type RecordTypes,
  recordsIn,
} from './entity.ts';

/** `before` null: it is made; `after` null: it is taken away. */
export interface ChangeOf<E extends Entity> {
  readonly entity: E;
  readonly key: string;
  readonly before: RecordTypes[E] | null;
  readonly after: RecordTypes[E] | null;
}

export type Change = { [E in Entity]: ChangeOf<E> }[Entity];

/** A change of one kind, as one of all kinds. */
export function changeOf<E extends Entity>(
  entity: E,
  before: RecordTypes[E] | null,
  after: RecordTypes[E] | null,
): Change {
  const either = after ?? before;
  if (either === null) throw new Error('invalid change: neither before nor after');
  return { entity, key: keyOf(entity, either), before, after } as unknown as Change;
}

/** Takes changes back: applied after them, in this order, nothing is left of them. */
export function inverted(changes: readonly Change[]): Change[] {
  return changes
    .map((change) => ({ ...change, before: change.after, after: change.before }) as Change)
    .reverse();
}

/**
 * The portfolio after some changes; collections that none of them touches stay the same objects, and so do
 * untouched records. Records keep to the order of their keys where the portfolio had it.
 */
export function applyChanges(portfolio: Portfolio, changes: Iterable<Change>): Portfolio {
  const byEntity = Map.groupBy(changes, (change) => change.entity);
  const changed: Partial<Record<keyof Portfolio, readonly AnyRecord[]>> = {};
  for (const [entity, own] of byEntity) {
    changed[entityShapes[entity].collection] = replaced(portfolio, entity, own);
  }
  return { ...portfolio, ...changed } as Portfolio;
}

function replaced<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  changes: readonly Change[],
): readonly AnyRecord[] {
  const next = new Map<string, AnyRecord | null>();
  for (const change of changes) next.set(change.key, change.after);
  const result: AnyRecord[] = [];
  for (const record of recordsIn(portfolio, entity)) {
    const key = keyOf(entity, record);
    const after = next.get(key);
    if (after === undefined) result.push(record);
    else if (after !== null) result.push(after);
    next.delete(key);
  }
  const added = [...next.values()].filter((record) => record !== null);
  return added.length === 0 ? result : [...result, ...added].sort(byKey(entity));
}

function byKey(entity: Entity): (a: AnyRecord, b: AnyRecord) => number {
  const keys = new Map<AnyRecord, string>();
  const known = (record: AnyRecord): string => {
    const key = keys.get(record) ?? keyOf(entity, record as never);
    keys.set(record, key);
    return key;
  };
  return (a, b) => (known(a) < known(b) ? -1 : known(a) > known(b) ? 1 : 0);
}

/** The portfolio with every collection in the order of its keys: how a store gives it back. */
export function inKeyOrder(portfolio: Portfolio): Portfolio {
  const sorted: Partial<Record<keyof Portfolio, readonly AnyRecord[]>> = {};
  for (const entity of entities) {
    sorted[entityShapes[entity].collection] = recordsIn(portfolio, entity).toSorted(byKey(entity));
  }
  return { ...portfolio, ...sorted } as Portfolio;
}
