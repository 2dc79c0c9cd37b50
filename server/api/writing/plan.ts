/** From what is asked to what would change: worked out against one snapshot, carried out elsewhere. */
import type { Confirmation, Source } from '#contract/records.ts';
import type { IsoDate } from '#domain/measure.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { blankRecord } from '#domain/records/blank.ts';
import { type Change, changeOf } from '#domain/records/change.ts';
import { checkPatch, checkRecord, type FieldProblem } from '#domain/records/check.ts';
import { type Entity, entityShapes, keyOf, type RecordTypes, recordsIn } from '#domain/records/entity.ts';
import { factChanges } from '#domain/records/fact-changes.ts';
import { fieldTables, stampedFields } from '#domain/records/fields.ts';
import { removalOf } from '#domain/records/removal.ts';
import { type RuleProblem, ruleProblems, type ToWgs84 } from '#domain/records/rules.ts';
import { isSameValue } from '#domain/records/same-value.ts';
import { nextCorrectionNumber } from '#domain/records/staying.ts';
import { hiddenRecordFields, type Role, visibleRecord } from '#domain/visibility.ts';
import { matchesStrongly, recordTag } from '../etag.ts';

export type WrongField = Omit<FieldProblem, 'reason'> & {
  readonly reason: FieldProblem['reason'] | RuleProblem['reason'] | 'notForRole' | 'setByServer';
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
  /** As the source of what is written. */
  readonly by: string;
  /** The name of whoever writes. */
  readonly author: string;
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

/** A record that somebody wants to change, and what they believe it to be. */
export interface Target {
  readonly key: string;
  readonly ifMatch: string;
}

function findTarget<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  { key, ifMatch }: Target,
  role: Role,
): { readonly ok: true; readonly record: RecordTypes[E] } | (Planned & { readonly ok: false }) {
  const record = findRecord(portfolio, entity, key);
  const current = record && tagged(role, entity, record);
  if (record === null || current === null) return { ok: false, reason: 'noSuchRecord' };
  return matchesStrongly(ifMatch, current.tag)
    ? { ok: true, record }
    : { ok: false, reason: 'changedMeanwhile', current };
}

/** New values for some fields of one record, if it still is what the caller believes. */
export function planPatch<E extends Entity>(
  portfolio: Portfolio,
  entity: E,
  target: Target,
  body: Annotations & { readonly set: Readonly<Record<string, unknown>> },
  circumstances: Circumstances,
): Planned {
  const found = findTarget(portfolio, entity, target, circumstances.role);
  if (!found.ok) return found;
  const before = found.record;
  const fields = [
    ...notForRole(circumstances.role, entity, body.set),
    ...setByServer(entity, body.set),
    ...checkPatch(entity, before, body.set),
  ];
  if (fields.length > 0) return { ok: false, reason: 'wrongFields', fields };
  const after = { ...before, ...body.set } as RecordTypes[E];
  if (isSameValue(before, after)) return { ok: true, changes: [], key: target.key };
  const changes = withFacts(portfolio, changeOf(entity, before, after), body, circumstances);
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
  const isMarked = Object.hasOwn(fieldTables[entity], 'synthetic');
  const given = {
    ...blankRecord(entity),
    ...(hasOwnId && { id: circumstances.newId() }),
    ...body.record,
    ...(isMarked && !circumstances.hasAccount && { synthetic: true }),
    ...stampOf(portfolio, entity, body.record, circumstances),
  };
  const hidden = [
    ...notForRole(circumstances.role, entity, body.record),
    ...setByServer(entity, body.record),
  ];
  const result = checkRecord(entity, given);
  if (!result.ok || hidden.length > 0) {
    return { ok: false, reason: 'wrongFields', fields: [...hidden, ...(result.ok ? [] : result.problems)] };
  }
  const key = keyOf(entity, result.record);
  if (findRecord(portfolio, entity, key) !== null) return { ok: false, reason: 'exists', key };
  const changes = withFacts(portfolio, changeOf(entity, null, result.record), body, circumstances);
  return checked(portfolio, changes, key, body, circumstances);
}

/** A record and all that belongs to it. */
export function planRemoval(
  portfolio: Portfolio,
  entity: Entity,
  target: Target,
  circumstances: Circumstances,
): Planned {
  const found = findTarget(portfolio, entity, target, circumstances.role);
  if (!found.ok) return found;
  const changes = removalOf(portfolio, entity, target.key);
  return checked(portfolio, changes, null, {}, circumstances);
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

/** A new value brings its source along. */
function withFacts(
  portfolio: Portfolio,
  change: Change,
  { source }: Annotations,
  { by, today }: Circumstances,
): readonly Change[] {
  const provenance =
    source === undefined ? ({ source: by, asOf: today, confidence: 'C', note: null } as const) : source;
  return [change, ...factChanges(portfolio, [change], provenance)];
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

/** What the server says of a new record: the client neither knows nor decides it. */
function stampOf(
  portfolio: Portfolio,
  entity: Entity,
  { buildingId, month }: Readonly<Record<string, unknown>>,
  { author, today }: Circumstances,
): Readonly<Record<string, unknown>> {
  if (entity !== 'monthCorrection') return {};
  const number = nextCorrectionNumber(portfolio, { buildingId, month });
  return { number, correctedOn: today, correctedBy: author };
}

function setByServer(entity: Entity, given: Readonly<Record<string, unknown>>): WrongField[] {
  return stampedFields(entity)
    .filter((field) => Object.hasOwn(given, field))
    .map((field) => ({ field, value: '', reason: 'setByServer' as const, allowed: '' }));
}

function notForRole(role: Role, entity: Entity, given: Readonly<Record<string, unknown>>): WrongField[] {
  const hidden = hiddenRecordFields(role, entity) ?? Object.keys(given);
  return hidden
    .filter((field) => Object.hasOwn(given, field) && given[field] !== null)
    .map((field) => ({ field, value: '', reason: 'notForRole' as const, allowed: '' }));
}
