/** What a write does, record by record: enough to carry it out, to tell it and to take it back. */
import type { Portfolio } from '../model/portfolio.ts';
import { atOnce, eachStepwise, type Stepwise } from '../stepwise.ts';
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
  return atOnce(nettingChanges(changes));
}

export function* nettingChanges(changes: Iterable<Change>): Stepwise<Change[]> {
  const net = new Map<string, Change>();
  yield* eachStepwise(changes, (change) => {
    const name = changeKey(change);
    const first = net.get(name);
    net.set(name, first ? ({ ...change, before: first.before } as Change) : change);
  });
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
  return atOnce(applyingChanges(portfolio, changes));
}

export function* applyingChanges(portfolio: Portfolio, changes: Iterable<Change>): Stepwise<Portfolio> {
  const next = new Map<Entity, Map<string, AnyRecord | null>>();
  yield* eachStepwise(changes, ({ entity, key, after }) => {
    const own = next.get(entity) ?? new Map<string, AnyRecord | null>();
    next.set(entity, own.set(key, after));
  });
  const changed: Partial<Record<keyof Portfolio, readonly AnyRecord[]>> = {};
  for (const [entity, own] of next) {
    changed[entityShapes[entity].collection] = yield* replacing(portfolio, entity, own);
  }
  return { ...portfolio, ...changed } as Portfolio;
}

type Keyed = readonly [key: string, record: AnyRecord];

/** @param next what is to be in the place of each record, null where nothing; used up */
function* replacing<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  next: Map<string, AnyRecord | null>,
): Stepwise<readonly AnyRecord[]> {
  const kept: Keyed[] = [];
  yield* eachStepwise(recordsIn(portfolio, entity), (record) => {
    const key = keyOf(entity, record);
    const after = next.get(key);
    if (after === undefined) kept.push([key, record]);
    else if (after !== null) kept.push([key, after]);
    next.delete(key);
  });
  const added: Keyed[] = [];
  yield* eachStepwise(next, ([key, record]) => {
    if (record !== null) added.push([key, record]);
  });
  yield;
  added.sort(byKey);
  yield;
  return yield* merging(kept, added);
}

/** Two lists in the order of their keys as one; what is in no order stays in the order that it has. */
function* merging(kept: readonly Keyed[], added: readonly Keyed[]): Stepwise<AnyRecord[]> {
  const result: AnyRecord[] = [];
  let place = 0;
  yield* eachStepwise(kept, ([key, record]) => {
    for (let next = added[place]; next !== undefined && next[0] < key; next = added[++place]) {
      result.push(next[1]);
    }
    result.push(record);
  });
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
    const records = recordsIn(portfolio, entity);
    if (isInOrder(entity, records)) continue;
    const keyed = records.map((record): Keyed => [keyOf(entity, record), record]);
    sorted[entityShapes[entity].collection] = keyed.sort(byKey).map(([, record]) => record);
  }
  return { ...portfolio, ...sorted } as Portfolio;
}

/** Most are: to find out takes no memory. */
function isInOrder<E extends Entity>(entity: E, records: readonly RecordTypes[E][]): boolean {
  let last = '';
  return records.every((record) => {
    const before = last;
    last = keyOf(entity, record);
    return before <= last;
  });
}
