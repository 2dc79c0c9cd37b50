/** From what is asked to what would change: worked out against one snapshot, carried out elsewhere. */
import type { Confirmation, Source } from '#contract/records.ts';
import type { IsoDate } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { blankRecord } from '#domain/records/blank.ts';
import { type Change, changeOf } from '#domain/records/change.ts';
import { checkPatch, checkRecord, type FieldProblem } from '#domain/records/check.ts';
import { type Entity, entityShapes, keyOf, type RecordTypes, recordsIn } from '#domain/records/entity.ts';
import { removalOf } from '#domain/records/removal.ts';
import { type RuleProblem, ruleProblems, type ToWgs84 } from '#domain/records/rules.ts';
import { hiddenRecordFields, type Role, visibleRecord } from '#domain/visibility.ts';
import { matchesStrongly, recordTag } from '../etag.ts';

export type WrongField = Omit<FieldProblem, 'reason'> & {
  readonly reason: FieldProblem['reason'] | RuleProblem['reason'] | 'notForRole';
};

/** `key`: of the record that the answer shows; null when it shows none. */
export type Planned =
  | { readonly ok: true; readonly changes: readonly Change[]; readonly key: string | null }
  | { readonly ok: false; readonly reason: 'noSuchRecord' }
  | { readonly ok: false; readonly reason: 'exists'; readonly key: string }
  | { readonly ok: false; readonly reason: 'changedMeanwhile'; readonly current: Tagged }
  | { readonly ok: false; readonly reason: 'wrongFields'; readonly fields: readonly WrongField[] };

export interface Tagged {
  readonly tag: string;
  readonly record: object;
}

/** Who asks, and what the planning needs of the world. */
export interface Circumstances {
  readonly role: Role;
  /** Whether an account stands behind the write; without one everything new is made up. */
  readonly hasAccount: boolean;
  readonly by: string;
  readonly today: IsoDate;
  readonly newId: () => string;
  readonly toWgs84: ToWgs84;
}

export interface Annotations {
  readonly source?: Source | null | undefined;
  readonly confirm?: readonly Confirmation[] | undefined;
}

export function findRecord<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  key: string,
): RecordTypes[E] | null {
  return recordsIn(portfolio, entity).find((record) => keyOf(entity, record) === key) ?? null;
}

/** A record with its tag, as the role may see it; null when it may not. */
export function tagged<E extends Entity>(role: Role, entity: E, record: RecordTypes[E]): Tagged | null {
  const visible = visibleRecord(role, entity, record);
  return visible && { tag: recordTag(visible), record: visible };
}

/** New values for some fields of one record, if it still is what the caller believes. */
export function planPatch<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  target: { readonly key: string; readonly ifMatch: string },
  body: Annotations & { readonly set: Readonly<Record<string, unknown>> },
  circumstances: Circumstances,
): Planned {
  const before = findRecord(portfolio, entity, target.key);
  const current = before && tagged(circumstances.role, entity, before);
  if (before === null || current === null) return { ok: false, reason: 'noSuchRecord' };
  if (!matchesStrongly(target.ifMatch, current.tag)) {
    return { ok: false, reason: 'changedMeanwhile', current };
  }
  const fields = [
    ...notForRole(circumstances.role, entity, body.set),
    ...checkPatch(entity, before, body.set),
  ];
  if (fields.length > 0) return { ok: false, reason: 'wrongFields', fields };
  const after = { ...before, ...body.set } as RecordTypes[E];
  if (JSON.stringify(after) === JSON.stringify(before)) return { ok: true, changes: [], key: target.key };
  const changed = Object.keys(body.set).filter((field) => !isSame(before, after, field));
  const changes = [
    changeOf(entity, before, after),
    ...factChanges(portfolio, entity, after, changed, body, circumstances),
  ];
  return checked(portfolio, changes, target.key, body, circumstances);
}

/** A record that was not there. */
export function planCreation<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  body: Annotations & { readonly record: Readonly<Record<string, unknown>> },
  circumstances: Circumstances,
): Planned {
  const hasOwnId = entityShapes[entity].keyFields.some((field) => field === 'id');
  const isMarked = entity === 'building' || entity === 'enterprise';
  const given = {
    ...blankRecord(entity),
    ...(hasOwnId && { id: circumstances.newId() }),
    ...body.record,
    ...(isMarked && !circumstances.hasAccount && { synthetic: true }),
  };
  const hidden = notForRole(circumstances.role, entity, body.record);
  const result = checkRecord(entity, given);
  if (!result.ok || hidden.length > 0) {
    return { ok: false, reason: 'wrongFields', fields: [...hidden, ...(result.ok ? [] : result.problems)] };
  }
  const key = keyOf(entity, result.record);
  if (findRecord(portfolio, entity, key) !== null) return { ok: false, reason: 'exists', key };
  const known = Object.entries(result.record).filter(([, value]) => value !== null);
  const fields = known.map(([field]) => field);
  const changes = [
    changeOf(entity, null, result.record),
    ...factChanges(portfolio, entity, result.record, fields, body, circumstances),
  ];
  return checked(portfolio, changes, key, body, circumstances);
}

/** A record and all that belongs to it. */
export function planRemoval(
  portfolio: Portfolio,
  entity: Entity,
  target: { readonly key: string; readonly ifMatch: string },
  circumstances: Circumstances,
): Planned {
  const before = findRecord(portfolio, entity, target.key);
  const current = before && tagged(circumstances.role, entity, before);
  if (current === null) return { ok: false, reason: 'noSuchRecord' };
  if (!matchesStrongly(target.ifMatch, current.tag)) {
    return { ok: false, reason: 'changedMeanwhile', current };
  }
  const changes = removalOf(portfolio, entity, target.key);
  const planned = checked(portfolio, changes, null, {}, circumstances);
  return planned;
}

/** What a removal took away, brought back. @param removed changes of that removal, oldest first */
export function planRestoration(
  portfolio: Portfolio,
  entity: Entity,
  key: string,
  removed: readonly Change[],
  circumstances: Circumstances,
): Planned {
  if (findRecord(portfolio, entity, key) !== null) return { ok: false, reason: 'exists', key };
  const changes = removed.flatMap((change) => {
    if (change.before === null || change.after !== null) return [];
    const isBack = findRecord(portfolio, change.entity, change.key) !== null;
    return isBack ? [] : [{ ...change, before: null, after: change.before } as Change];
  });
  if (!changes.some((change) => change.entity === entity && change.key === key)) {
    return { ok: false, reason: 'noSuchRecord' };
  }
  return checked(portfolio, changes.reverse(), key, { confirm: ['otherDatum'] }, circumstances);
}

function checked(
  portfolio: Portfolio,
  changes: readonly Change[],
  key: string | null,
  { confirm = [] }: Annotations,
  { toWgs84 }: Circumstances,
): Planned {
  const isDatumConfirmed = confirm.includes('otherDatum');
  const fields = ruleProblems(portfolio, changes, { toWgs84, isDatumConfirmed });
  return fields.length > 0 ? { ok: false, reason: 'wrongFields', fields } : { ok: true, changes, key };
}

function notForRole(role: Role, entity: Entity, given: Readonly<Record<string, unknown>>): WrongField[] {
  const hidden = hiddenRecordFields(role, entity) ?? Object.keys(given);
  return hidden
    .filter((field) => Object.hasOwn(given, field) && given[field] !== null)
    .map((field) => ({ field, value: '', reason: 'notForRole' as const, allowed: '' }));
}

function isSame(before: object, after: object, field: string): boolean {
  const of = (record: object) => JSON.stringify((record as Readonly<Record<string, unknown>>)[field]);
  return of(before) === of(after);
}

const withoutFact = new Set(['id', 'synthetic']);

/** A building's field says where it comes from: with a new value comes a new source, with "unknown" none. */
function factChanges<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  after: RecordTypes[E],
  changed: readonly string[],
  { source }: Annotations,
  { by, today }: Circumstances,
): Change[] {
  if (entity !== 'building') return [];
  const building = after as RecordTypes['building'];
  const stated = source ?? { source: by, asOf: today, confidence: 'C' as const, note: null };
  return changed
    .filter((field) => !withoutFact.has(field))
    .flatMap((name) => {
      const field = name as keyof RecordTypes['building'];
      const before = findRecord(portfolio, 'fact', `${building.id}~${field}`);
      const isKnown = building[field] !== null;
      if (!isKnown && before === null) return [];
      const fact = isKnown ? { buildingId: building.id, field, ...stated } : null;
      return JSON.stringify(before) === JSON.stringify(fact) ? [] : [changeOf('fact', before, fact)];
    });
}
