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

/** Names the record of a change among records of all kinds. */
export function changeKey({ entity, key }: Pick<Change, 'entity' | 'key'>): string {
  return `${entity}:${key}`;
}

/** Each record once: what it was before the first change of it, what it is after the last. */
export function netChanges(changes: Iterable<Change>): Change[] {
  const net = new Map<string, Change>();
  for (const change of changes) {
    const name = changeKey(change);
    const first = net.get(name);
    net.set(name, first ? ({ ...change, before: first.before } as Change) : change);
  }
  return [...net.values()];
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

type Keyed = readonly [key: string, record: AnyRecord];

function replaced<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  changes: readonly Change[],
): readonly AnyRecord[] {
  const next = new Map<string, AnyRecord | null>();
  for (const change of changes) next.set(change.key, change.after);
  const kept: Keyed[] = [];
  for (const record of recordsIn(portfolio, entity)) {
    const key = keyOf(entity, record);
    const after = next.get(key);
    if (after === undefined) kept.push([key, record]);
    else if (after !== null) kept.push([key, after]);
    next.delete(key);
  }
  const added: Keyed[] = [];
  for (const [key, record] of next) if (record !== null) added.push([key, record]);
  return merged(kept, added.sort(byKey));
}

/** Two lists in the order of their keys as one; what is in no order stays in the order that it has. */
function merged(kept: readonly Keyed[], added: readonly Keyed[]): AnyRecord[] {
  const result: AnyRecord[] = [];
  let place = 0;
  for (const [key, record] of kept) {
    for (let next = added[place]; next !== undefined && next[0] < key; next = added[++place]) {
      result.push(next[1]);
    }
    result.push(record);
  }
  for (; place < added.length; place++) {
    const next = added[place];
    if (next) result.push(next[1]);
  }
  return result;
}

function byKey([a]: Keyed, [b]: Keyed): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The portfolio with every collection in the order of its keys: how a store gives it back. */
export function inKeyOrder(portfolio: Portfolio): Portfolio {
  const sorted: Partial<Record<keyof Portfolio, readonly AnyRecord[]>> = {};
  for (const entity of entities) {
    const keyed = recordsIn(portfolio, entity).map((record): Keyed => [keyOf(entity, record), record]);
    sorted[entityShapes[entity].collection] = keyed.sort(byKey).map(([, record]) => record);
  }
  return { ...portfolio, ...sorted } as Portfolio;
}
