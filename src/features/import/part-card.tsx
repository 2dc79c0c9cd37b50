/** One sheet: whether it takes part, what its columns fill, and what the dry run says of it. */
import { useQuery } from '@tanstack/react-query';
import { useClient } from '#client/context.tsx';
import { importCalls } from '#client/imports.ts';
import { meQuery } from '#client/query.ts';
import type { Import, ImportPart, PartPatch } from '#contract/imports.ts';
import { targetLabel } from '#domain/intake/targets/label.ts';
import { type ImportEntity, importEntities } from '#domain/intake/targets/target.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';
import { hiddenRecordFields } from '#domain/visibility.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { SelectField } from '#ui/select-field.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { ColumnTable } from './column-table.tsx';
import css from './import.module.css';
import { type MappingEdit, type PartMapping, withConstant } from './mapping-edits.ts';
import { ProblemList } from './problem-list.tsx';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

export interface PartProps {
  readonly state: Import;
  readonly part: ImportPart;
  readonly doer: ImportDoer;
  readonly status: StatusQueue;
}

export function PartCard({ state, part, doer, status }: PartProps) {
  const { api } = useClient();
  const { words, intake } = useImportWords();
  const file = state.files.find(({ id }) => id === part.fileId);
  const patch = (body: PartPatch) => void doer.run(() => importCalls.patch(api, state.id, part.id, body));
  const edit = (change: MappingEdit) =>
    void doer.run((latest) => {
      const now = latest?.parts.find(({ id }) => id === part.id)?.mapping ?? part.mapping;
      if (!now) throw new Error('no kind of record fits this sheet: it has no columns to change');
      return importCalls.patch(api, state.id, part.id, { mapping: change(now) });
    });
  const me = useQuery(meQuery(api)).data;
  const kinds = importEntities
    .filter((entity) => me === undefined || hiddenRecordFields(me.role, entity) !== null)
    .map((entity) => ({ value: entity, text: intake.entity[entity] }));
  return (
    <article className={css['part']} aria-label={`${file?.name ?? ''} ${part.sheet}`}>
      <header className={css['partHead']}>
        <h3>
          {file?.name} · {part.sheet}
        </h3>
        <span className={css['note']}>
          {words.rows(part.rowCount)}
          {part.isRemembered ? ` · ${words.remembered}` : ''}
        </span>
      </header>
      <div className={css['actions']}>
        <Checkbox isSelected={part.include} onChange={(include) => patch({ include })}>
          {words.include}
        </Checkbox>
        <SelectField<ImportEntity | ''>
          isLabelHidden
          label={words.kind}
          value={part.mapping?.entity ?? ''}
          options={part.mapping ? kinds : [{ value: '', text: words.noKind }, ...kinds]}
          onChange={(entity) => entity && patch({ entity })}
        />
      </div>
      {part.include && part.mapping && (
        <>
          <Lacking mapping={part.mapping} lacking={part.lacking} onEdit={edit} />
          <ColumnTable fileName={file?.name ?? ''} part={part} mapping={part.mapping} onEdit={edit} />
          <Options part={part} onPatch={patch} />
          {part.result && <Counts result={part.result} />}
          <ProblemList state={state} part={part} doer={doer} status={status} />
        </>
      )}
    </article>
  );
}

/** What no column fills may be the same for all rows: the month of the file, its building. */
function Lacking({
  mapping,
  lacking,
  onEdit,
}: {
  readonly mapping: PartMapping;
  readonly lacking: readonly string[];
  readonly onEdit: (change: MappingEdit) => void;
}) {
  const { words, locale } = useImportWords();
  const ids = [...new Set([...lacking, ...mapping.constants.map(({ target }) => target)])];
  if (ids.length === 0) return null;
  const labelOf = (id: string) => {
    const target = targetOf(mapping.entity, id);
    return target ? targetLabel(target, locale) : id;
  };
  return (
    <div className={css['actions']}>
      {lacking.length > 0 && (
        <p className={css['wrong']}>
          {words.lacking(lacking.map(labelOf).join(locale === 'zh' ? '、' : ', '))}
        </p>
      )}
      {ids.map((id) => (
        <label key={id} className={css['constant']}>
          <span>
            {words.constant}: {labelOf(id)}
          </span>
          <input
            className={css['input']}
            defaultValue={mapping.constants.find(({ target }) => target === id)?.text ?? ''}
            onBlur={(event) => {
              const text = event.currentTarget.value;
              const known = mapping.constants.find(({ target }) => target === id)?.text ?? '';
              if (text !== known) onEdit((now) => withConstant(now, id, text));
            }}
          />
        </label>
      ))}
    </div>
  );
}

function Options({
  part,
  onPatch,
}: {
  readonly part: ImportPart;
  readonly onPatch: (body: PartPatch) => void;
}) {
  const { words } = useImportWords();
  return (
    <div className={css['actions']}>
      <Checkbox isSelected={part.emptyClears} onChange={(emptyClears) => onPatch({ emptyClears })}>
        {words.emptyClears}
      </Checkbox>
      <Checkbox isSelected={part.skipWrong} onChange={(skipWrong) => onPatch({ skipWrong })}>
        {words.skipWrong}
      </Checkbox>
      {part.mapping?.entity === 'building' && (
        <Checkbox
          isSelected={part.isDatumConfirmed}
          onChange={(isDatumConfirmed) => onPatch({ isDatumConfirmed })}
        >
          {words.datumConfirmed}
        </Checkbox>
      )}
    </div>
  );
}

function Counts({ result }: { readonly result: NonNullable<ImportPart['result']> }) {
  const { words, locale } = useImportWords();
  const kinds = ['new', 'changed', 'unchanged', 'wrong', 'skipped'] as const;
  return (
    <dl className={css['counts']}>
      {kinds.map((kind) => (
        <div key={kind}>
          <dt>{words.counts[kind]}</dt>
          <dd className={kind === 'wrong' && result.counts.wrong > 0 ? css['wrong'] : undefined}>
            {result.counts[kind].toLocaleString(locale)}
          </dd>
        </div>
      ))}
    </dl>
  );
}
