import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { RecordAnswer } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import type { Datum } from '#domain/records/rules.ts';
import { fieldName } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { FieldRow } from './field-row.tsx';
import { type BuildingGroup, groupsOf } from './form-fields.ts';
import { type FormValues, shownDraft, specOf } from './form-values.ts';
import { Obstacles } from './obstacles.tsx';
import { reasonText } from './reason-text.ts';
import css from './record-form.module.css';
import { SourceLine } from './source-line.tsx';
import { type FormSubject, type RecordFormHandle, useRecordForm } from './use-record-form.ts';
import { useWords } from './use-words.ts';

export interface RecordFormProps {
  readonly subject: FormSubject;
  readonly onSaved: (answer: RecordAnswer, changed: number) => void;
  /** Whether leaving now would lose something. */
  readonly onDirty: (isDirty: boolean) => void;
  /** Beside the button that saves: such as the one that deletes. */
  readonly aside?: ReactNode;
  /** It stands among other things, not in a sheet of its own. */
  readonly isInline?: boolean;
  /** What was typed before into this form, on the record as it was then. */
  readonly resumed?: FormValues | null;
  /** Hears what is typed and not saved; null: nothing is. */
  readonly onDrafts?: (values: FormValues | null) => void;
  /** Hears what is about to be sent; what it returns takes that back when it was refused. */
  readonly onSend?: (set: Readonly<Record<string, unknown>>) => () => void;
}

/** The form of one record of any kind, made from the table of fields. */
export function RecordForm(props: RecordFormProps) {
  const { subject, onSaved, onDirty, aside, isInline = false, onSend, onDrafts } = props;
  const { entity, key, fields } = subject;
  const form = useRecordForm(subject, onSaved, { onSend, resumed: props.resumed });
  const ref = useRef<HTMLFormElement>(null);
  const { isDirty } = form;
  useEffect(() => onDirty(isDirty), [isDirty, onDirty]);
  useEffect(() => () => onDirty(false), [onDirty]);
  const { values } = form.state;
  useEffect(() => onDrafts?.(isDirty ? values : null), [onDrafts, isDirty, values]);
  useUnloadGuard(isDirty);
  const submit = async () => {
    if ((await form.save()) === 'stuck') focusFirstWrong(ref);
  };
  return (
    <form
      ref={ref}
      className={classNames(css['form'], isInline && css['inline'])}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className={css['scroll']}>
        <Obstacles entity={entity} form={form} onRetry={() => void submit()} />
        <StrayProblems subject={subject} form={form} />
        {(isInline ? [[null, fields] as const] : groupsOf(entity, fields)).map(([group, own]) => (
          <Group key={group ?? ''} name={group}>
            {own.map((field) => (
              <Row key={field} subject={subject} field={field} form={form} />
            ))}
          </Group>
        ))}
        {entity === 'building' && <SourceLine draft={form.state.source} onChange={form.setSource} />}
      </div>
      <Footer form={form} isNew={key === null} aside={aside} isInline={isInline} />
    </form>
  );
}

function Group({ name, children }: { readonly name: BuildingGroup | null; readonly children: ReactNode }) {
  const { editing } = useWords();
  return (
    <fieldset>
      {name !== null && <legend className={css['legend']}>{editing.groups[name]}</legend>}
      {children}
    </fieldset>
  );
}

function Row({
  subject: { entity },
  field,
  form,
}: Pick<RecordFormProps, 'subject'> & { readonly field: string; readonly form: RecordFormHandle }) {
  const { state, changes } = form;
  const where = specOf(entity, field);
  const refused = state.refused[field];
  const isAsked = refused?.reason === 'otherDatum';
  const own = state.left.has(field) ? changes.troubles[field] : undefined;
  return (
    <>
      <FieldRow
        entity={entity}
        where={where}
        draft={shownDraft(entity, state.values, field)}
        isChanged={field in state.values.drafts}
        wrong={own ?? refused ?? null}
        onType={(part) => form.type(field, part)}
        onLeave={() => form.leave(field)}
      />
      {isAsked && <DatumQuestion datum={refused.allowed as Datum} form={form} />}
    </>
  );
}

/** The point fits under another datum: was it meant so? */
function DatumQuestion({ datum, form }: { readonly datum: Datum; readonly form: RecordFormHandle }) {
  const { editing } = useWords();
  const { question, names, convert, keep } = editing.datum;
  const draft = form.state.values.drafts['position'];
  const onConvert = async () => {
    const { toWgs84 } = await import('#views/to-wgs84.ts');
    const [lon, lat] = toWgs84(Number(draft?.['lon']), Number(draft?.['lat']), datum);
    form.type('position', { lon: String(lon), lat: String(lat) });
  };
  return (
    <div className={css['obstacle']} role="alert">
      <p>{question(names[datum])}</p>
      <div className={css['obstacleActions']}>
        <Button size="small" onPress={() => void onConvert()}>
          {convert}
        </Button>
        <Button size="small" onPress={() => void form.save(['otherDatum'])}>
          {keep}
        </Button>
      </div>
    </div>
  );
}

/** What the server says of fields that this form does not show. */
function StrayProblems({
  subject: { entity, fields },
  form,
}: Pick<RecordFormProps, 'subject'> & { readonly form: RecordFormHandle }) {
  const words = useWords();
  const stray = Object.values(form.state.refused).filter(({ field }) => !fields.includes(field));
  if (stray.length === 0) return null;
  return (
    <div className={css['obstacle']} role="alert">
      {stray.map((wrong) => (
        <p key={wrong.field}>
          {isField(entity, wrong.field)
            ? `${fieldName(words, entity, wrong.field)}：${reasonText(words, specOf(entity, wrong.field), wrong)}`
            : wrong.detail}
        </p>
      ))}
    </div>
  );
}

function isField(entity: Entity, field: string): boolean {
  return fieldsOf(entity).some(([name]) => name === field);
}

function Footer({
  form,
  isNew,
  aside,
  isInline,
}: {
  readonly form: RecordFormHandle;
  readonly isNew: boolean;
  readonly aside: ReactNode;
  readonly isInline: boolean;
}) {
  const { editing, figures } = useWords();
  const { state, changes, isDirty } = form;
  const wrong = Object.keys(changes.troubles).filter((field) => state.left.has(field)).length;
  const pending = Object.keys(state.values.drafts).length;
  const text =
    wrong > 0
      ? editing.wrong(figures.number(wrong))
      : isDirty
        ? editing.changes(figures.number(pending))
        : null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps the focus where it is
    <footer
      className={css['footer']}
      // A field that is left says what is wrong with it, and what stands below moves: away from under the pointer.
      onMouseDown={(event) => isInline && event.preventDefault()}
    >
      {aside}
      <span className={css['footerState']}>{text ?? (isNew ? '' : editing.nothingChanged)}</span>
      <Button
        variant="primary"
        type="submit"
        isIdle={state.isSaving || state.obstacle?.kind === 'conflict' || (!isDirty && !isNew)}
      >
        {state.isSaving ? editing.saving : isNew ? editing.create : editing.save}
      </Button>
    </footer>
  );
}

/** The browser asks before it leaves a page with unsaved text. */
function useUnloadGuard(isDirty: boolean): void {
  useEffect(() => {
    if (!isDirty) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', stay);
    return () => window.removeEventListener('beforeunload', stay);
  }, [isDirty]);
}

function focusFirstWrong(form: RefObject<HTMLFormElement | null>): void {
  // After the refusals are drawn.
  requestAnimationFrame(() =>
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [role="alert"] button')?.focus(),
  );
}
