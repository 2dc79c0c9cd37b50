import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordAnswer } from '#contract/records.ts';
import { blankRecord } from '#domain/records/blank.ts';
import type { Entity } from '#domain/records/entity.ts';
import { recordName } from '#domain/records/name.ts';
import { Button } from '#ui/button.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import css from './desk.module.css';
import { formFields } from './form-fields.ts';
import { useGuard } from './guard.tsx';
import { RecordHistory } from './history-list.tsx';
import { useSurroundings } from './record-context.tsx';
import { RecordForm } from './record-form.tsx';
import { type Alongside, RemoveButton } from './remove-button.tsx';
import { useWords } from './use-words.ts';

const noneAlongside: Alongside = {};

/** The form of a record that there is, with the button that deletes it. */
export function EditForm({
  answer,
  alongside = noneAlongside,
  onSaved,
  onRemoved,
}: {
  readonly answer: RecordAnswer;
  readonly alongside?: Alongside;
  readonly onSaved?: () => void;
  readonly onRemoved: () => void;
}) {
  const { me, status } = useSurroundings();
  const { editing, figures } = useWords();
  const { onDirty } = useGuard();
  const { entity, key, tag, record } = answer;
  const fields = useMemo(
    () => formFields(entity, { role: me.role, isNew: false, hasAccount: me.account !== null }),
    [entity, me],
  );
  const start = useMemo(() => ({ record: { ...record }, tag, drafts: {} }), [record, tag]);
  return (
    <RecordForm
      key={key}
      subject={{ entity, key, start, fields }}
      onDirty={onDirty}
      onSaved={(_, changed) => {
        status.add(editing.saved(figures.number(changed)));
        onDirty(false);
        onSaved?.();
      }}
      aside={<RemoveButton answer={answer} alongside={alongside} onRemoved={onRemoved} />}
    />
  );
}

/** The form of a record that is to be. @param given where it hangs, and what it begins with */
export function NewForm({
  entity,
  given,
  onMade,
}: {
  readonly entity: Entity;
  readonly given: Readonly<Record<string, unknown>>;
  readonly onMade: (answer: RecordAnswer) => void;
}) {
  const { me, status } = useSurroundings();
  const { editing, records } = useWords();
  const { onDirty } = useGuard();
  const [start] = useState(() => ({ record: { ...blankRecord(entity), ...given }, tag: null, drafts: {} }));
  const fields = useMemo(
    () =>
      formFields(entity, { role: me.role, isNew: true, hasAccount: me.account !== null }).filter(
        (field) => field !== 'synthetic' && !(entity === 'monthCorrection' && field === 'month'),
      ),
    [entity, me],
  );
  return (
    <RecordForm
      subject={{ entity, key: null, start, fields }}
      onDirty={onDirty}
      onSaved={(answer) => {
        const name = recordName(answer.entity, answer.record as never);
        status.add(editing.created(records.kind[entity], name));
        onDirty(false);
        onMade(answer);
      }}
    />
  );
}

/** One record beside others: the way back, its form, its history. */
export function RecordPane({
  answer,
  alongside,
  onBack,
  children,
}: {
  readonly answer: RecordAnswer;
  readonly alongside: Alongside;
  readonly onBack: () => void;
  /** What is said above the form. */
  readonly children?: ReactNode;
}) {
  const { editing, records } = useWords();
  const { leave } = useGuard();
  const [tab, setTab] = useState<'record' | 'history'>('record');
  const kind = records.kind[answer.entity];
  const name = recordName(answer.entity, answer.record as never);
  return (
    <>
      <div className={css['bar']}>
        <BackButton onBack={() => leave(onBack)} />
        <h3 className={css['barTitle']}>
          {kind} {name}
        </h3>
        <ToggleGroup
          label={editing.editOne(kind, name)}
          value={tab}
          options={[
            { value: 'record', text: editing.edit },
            { value: 'history', text: editing.tabs.history },
          ]}
          onChange={(next) => leave(() => setTab(next))}
        />
      </div>
      {tab === 'record' ? (
        <>
          {children}
          <EditForm answer={answer} alongside={alongside} onSaved={onBack} onRemoved={onBack} />
        </>
      ) : (
        <RecordHistory entity={answer.entity} recordKey={answer.key} />
      )}
    </>
  );
}

/** A new record beside others. */
export function NewPane({
  entity,
  given,
  onBack,
}: {
  readonly entity: Entity;
  readonly given: Readonly<Record<string, unknown>>;
  readonly onBack: () => void;
}) {
  const { editing, records } = useWords();
  const { leave } = useGuard();
  return (
    <>
      <div className={css['bar']}>
        <BackButton onBack={() => leave(onBack)} />
        <h3 className={css['barTitle']}>{editing.add(records.kind[entity])}</h3>
      </div>
      <NewForm entity={entity} given={given} onMade={onBack} />
    </>
  );
}

/** Takes the focus when what it leads back from has opened. */
function BackButton({ onBack }: { readonly onBack: () => void }) {
  const { editing } = useWords();
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => ref.current?.focus(), []);
  return (
    <Button ref={ref} variant="plain" size="small" onPress={onBack}>
      <span aria-hidden="true">‹</span> {editing.back}
    </Button>
  );
}
