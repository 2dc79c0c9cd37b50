/** A form's life: typing, checking, saving, and what came of it. Nothing typed is ever dropped by it. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Api } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { type Annotations, createRecord, patchRecord, refreshAfterWrite } from '#client/records.ts';
import type { FieldError } from '#contract/problem.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { Attempts } from './attempt.ts';
import { type Choice, type Conflict, changedByOther, conflictsOf, rebased } from './conflict.ts';
import type { Draft } from './draft.ts';
import { type Changes, changesIn, creationIn, type FormValues, typed } from './form-values.ts';
import { type Hindrance, isUnheard, type Outcome, outcomeOf } from './outcome.ts';
import { readSource, type SourceDraft, sourceFrom } from './source-draft.ts';

type RecordLike = Readonly<Record<string, unknown>>;

/** What stands between the form and its being saved. */
export type Obstacle =
  | { readonly kind: 'hindered'; readonly why: Hindrance }
  | {
      readonly kind: 'conflict';
      readonly current: { readonly tag: string; readonly record: RecordLike };
      readonly conflicts: readonly Conflict[];
    }
  /** The other person changed other fields: what is theirs is taken over, and said. */
  | { readonly kind: 'takenOver'; readonly fields: readonly string[] };

export interface FormSubject<E extends Entity = Entity> {
  readonly entity: E;
  /** null: it is new. */
  readonly key: string | null;
  readonly start: FormValues;
  readonly fields: readonly string[];
}

export interface FormState {
  readonly values: FormValues;
  readonly source: SourceDraft;
  /** Fields that were left: what is wrong with them is shown. */
  readonly left: ReadonlySet<string>;
  /** As the server has it, until the field is typed into again. */
  readonly refused: Readonly<Record<string, FieldError>>;
  readonly obstacle: Obstacle | null;
  readonly isSaving: boolean;
}

export interface FormOptions {
  /** Hears what is about to be sent; what it returns takes that back when it was refused. */
  readonly onSend?: ((set: RecordLike) => () => void) | undefined;
  /** What was typed before, on the record as it was then. */
  readonly resumed?: FormValues | null | undefined;
}

const fresh = (start: FormValues): FormState => ({
  values: start,
  source: sourceFrom(null),
  left: new Set(),
  refused: {},
  obstacle: null,
  isSaving: false,
});

export function useRecordForm<E extends Entity>(
  subject: FormSubject<E>,
  onSaved: (answer: RecordAnswer, changed: number) => void,
  { onSend = () => () => undefined, resumed }: FormOptions = {},
) {
  const { entity, key, start, fields } = subject;
  const { api } = useClient();
  const queries = useQueryClient();
  const [attempts] = useState(() => new Attempts());
  const [state, setState] = useState(() => fresh(resumed ?? start));
  const update = (change: Partial<FormState>) => setState((before) => ({ ...before, ...change }));
  const changes = key === null ? creationIn(entity, state.values, fields) : changesIn(entity, state.values);
  const isDirty = Object.keys(state.values.drafts).length > 0;
  const [seen, setSeen] = useState((resumed ?? start).tag);
  // Somebody else wrote, and nothing is typed here: the form simply shows what is there now.
  if (seen !== start.tag) {
    setSeen(start.tag);
    if (!isDirty && !state.isSaving) setState({ ...fresh(start), source: state.source });
  }
  const save = async (confirm: Annotations['confirm'] = []): Promise<'stuck' | 'sent'> => {
    const source = readSource(state.source);
    if (Object.keys(changes.troubles).length > 0 || source === 'incomplete') {
      update({ left: new Set(fields), source: { ...state.source, isChecked: true } });
      return 'stuck';
    }
    update({ isSaving: true, obstacle: null });
    const sent = state.values;
    const said = { ...(source && { source }), ...(confirm.length > 0 && { confirm }) };
    const takeBack = onSend(changes.set);
    const outcome = await attempt(api, attempts, subject, { changes, tag: sent.tag, said });
    setState((now) => after(now, sent, changes, outcome));
    if (outcome.kind !== 'saved') takeBack();
    if (outcome.kind === 'saved') onSaved(outcome.answer, Object.keys(changes.set).length);
    if (outcome.kind !== 'wrongFields') void refreshAfterWrite(queries);
    return outcome.kind === 'wrongFields' ? 'stuck' : 'sent';
  };
  return {
    state,
    changes,
    isDirty,
    save,
    type: (field: string, part: Draft) =>
      setState((now) => {
        const { [field]: _settled, ...refused } = now.refused;
        return { ...now, values: typed(entity, now.values, field, part), refused };
      }),
    leave: (field: string) => setState((now) => ({ ...now, left: new Set([...now.left, field]) })),
    setSource: (source: SourceDraft) => update({ source }),
    merge: (choices: Readonly<Record<string, Choice>>) =>
      setState((now) =>
        now.obstacle?.kind === 'conflict'
          ? { ...now, values: rebased(now.values, now.obstacle.current, choices), obstacle: null }
          : now,
      ),
  };
}

export type RecordFormHandle = ReturnType<typeof useRecordForm>;

async function attempt<E extends Entity>(
  api: Api,
  attempts: Attempts,
  { entity, key }: FormSubject<E>,
  {
    changes,
    tag,
    said,
  }: { readonly changes: Changes; readonly tag: string | null; readonly said: Annotations },
): Promise<Outcome> {
  const request = JSON.stringify([entity, key, tag, changes.set, said]);
  const idempotencyKey = attempts.keyFor(request);
  let outcome: Outcome;
  try {
    const answer =
      key === null || tag === null
        ? await createRecord(api, entity, { record: changes.set, ...said }, { idempotencyKey })
        : await patchRecord(api, { entity, key, tag }, { set: changes.set, ...said }, { idempotencyKey });
    outcome = { kind: 'saved', answer };
  } catch (error) {
    outcome = outcomeOf(error);
  }
  if (!isUnheard(outcome)) attempts.answered();
  return outcome;
}

/** What was typed while the answer was on its way stays. */
function after(now: FormState, sent: FormValues, { set }: Changes, outcome: Outcome): FormState {
  const rest = { ...now, isSaving: false };
  switch (outcome.kind) {
    case 'saved': {
      const { record, tag } = outcome.answer;
      const drafts = Object.entries(now.values.drafts).filter(
        ([field, draft]) => draft !== sent.drafts[field],
      );
      return {
        ...fresh({ record: { ...record }, tag, drafts: Object.fromEntries(drafts) }),
        source: now.source,
      };
    }
    case 'wrongFields':
      return { ...rest, refused: Object.fromEntries(outcome.fields.map((wrong) => [wrong.field, wrong])) };
    case 'changedMeanwhile': {
      const { current } = outcome;
      const conflicts = conflictsOf(sent.record, set, current.record);
      if (conflicts.length > 0) return { ...rest, obstacle: { kind: 'conflict', current, conflicts } };
      const fields = changedByOther(sent.record, current.record);
      return { ...rest, values: rebased(now.values, current, {}), obstacle: { kind: 'takenOver', fields } };
    }
    case 'hindered':
      return { ...rest, obstacle: { kind: 'hindered', why: outcome.why } };
  }
}
