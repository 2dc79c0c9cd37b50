/** One sheet: a line that says how it stands, and under it all that can be decided about it. */
import { useQuery } from '@tanstack/react-query';
import { memo, useId } from 'react';
import { useClient } from '#client/context.tsx';
import { importCalls } from '#client/imports.ts';
import { meQuery } from '#client/query.ts';
import type { ImportPart, PartPatch } from '#contract/imports.ts';
import { type ImportEntity, importEntities } from '#domain/intake/targets/target.ts';
import { hiddenRecordFields } from '#domain/visibility.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { classNames } from '#ui/class-names.ts';
import { SelectField } from '#ui/select-field.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { ColumnTable } from './column-table.tsx';
import { ConstantFields } from './constant-fields.tsx';
import { HeadingRows } from './heading-rows.tsx';
import css from './import.module.css';
import type { MappingEdit } from './mapping-edits.ts';
import { needsAttention, standingOf } from './part-standing.ts';
import { ProblemList } from './problem-list.tsx';
import { QuestionList } from './question-list.tsx';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

export interface PartProps {
  readonly importId: string;
  readonly fileName: string;
  readonly part: ImportPart;
  readonly doer: ImportDoer;
  readonly status: StatusQueue;
}

interface CardProps extends PartProps {
  readonly isOpen: boolean;
  readonly onTurn: (partId: string) => void;
  readonly onNext: () => void;
}

/** Rendered anew when its sheet changes, not when one of forty others does. */
export const PartCard = memo(PartCardAsIs);

function PartCardAsIs(props: CardProps) {
  const { fileName, part, isOpen, onTurn, onNext } = props;
  const { words } = useImportWords();
  const id = useId();
  return (
    <article className={css['part']} aria-label={`${fileName} ${part.sheet}`} data-part={part.id}>
      <header className={css['partHead']}>
        <h3>
          <button
            type="button"
            className={css['turn']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => onTurn(part.id)}
          >
            <span aria-hidden="true" className={classNames(css['mark'], isOpen && css['markOpen'])} />
            <span className={css['name']}>{titleOf(fileName, part.sheet)}</span>
          </button>
        </h3>
        <PartLine part={part} />
      </header>
      {isOpen && (
        <div id={id} className={css['partBody']}>
          <PartBody {...props} />
          {needsAttention(part) && (
            <p>
              <Button size="small" onPress={onNext}>
                {words.nextSheet}
              </Button>
            </p>
          )}
        </div>
      )}
    </article>
  );
}

/** The one sheet of a CSV file is called as the file is. */
function titleOf(fileName: string, sheet: string): string {
  return fileName.replace(/\.[^.]+$/, '') === sheet ? fileName : `${fileName} · ${sheet}`;
}

/** Kind, rows, what the dry run found, and how the sheet stands. */
function PartLine({ part }: { readonly part: ImportPart }) {
  const { words, intake, figures } = useImportWords();
  const standing = standingOf(part);
  const counts = part.result?.counts;
  const kinds = (['new', 'changed', 'unchanged', 'wrong', 'skipped'] as const).filter(
    (kind) => counts && counts[kind] > 0,
  );
  return (
    <p className={css['partLine']}>
      <span>
        {part.mapping ? `${intake.entity[part.mapping.entity]} · ` : ''}
        {words.rows(figures.number(part.rowCount))}
        {part.isRemembered ? ` · ${words.remembered}` : ''}
        {counts && part.include
          ? ` · ${kinds.map((kind) => `${words.counts[kind]} ${figures.number(counts[kind])}`).join(' ')}`
          : ''}
      </span>
      <span className={classNames(css['standing'], css[standing])}>{words.standing[standing]}</span>
    </p>
  );
}

function PartBody({ importId, fileName, part, doer, status }: PartProps) {
  const { api } = useClient();
  const { words, intake } = useImportWords();
  const patch = (body: PartPatch) =>
    part.result
      ? void doer.decide(part.id, () => body)
      : void doer.run(() => importCalls.patch(api, importId, part.id, body));
  const edit = (change: MappingEdit) =>
    void doer.run((latest) => {
      const now = latest?.parts.find(({ id }) => id === part.id)?.mapping ?? part.mapping;
      if (!now) throw new Error('no kind of record fits this sheet: it has no columns to change');
      return importCalls.patch(api, importId, part.id, { mapping: change(now) });
    });
  const role = useQuery(meQuery(api)).data?.role ?? 'public';
  const kinds = importEntities
    .filter((entity) => entity === part.mapping?.entity || hiddenRecordFields(role, entity) !== null)
    .map((entity) => ({ value: entity, text: intake.entity[entity] }));
  const { mapping } = part;
  return (
    <>
      <div className={css['actions']}>
        <Checkbox isSelected={part.include} onChange={(include) => patch({ include })}>
          {words.include}
        </Checkbox>
        <SelectField<ImportEntity | ''>
          isLabelHidden
          label={words.kind}
          value={mapping?.entity ?? ''}
          options={mapping ? kinds : [{ value: '', text: words.noKind }, ...kinds]}
          onChange={(entity) => entity && patch({ entity })}
        />
      </div>
      <HeadingRows key={part.fingerprint} importId={importId} part={part} doer={doer} />
      {part.include && mapping && (
        <>
          <ConstantFields mapping={mapping} lacking={part.lacking} onEdit={edit} />
          <QuestionList part={part} mapping={mapping} doer={doer} />
          <ProblemList importId={importId} fileName={fileName} part={part} doer={doer} status={status} />
          <ColumnTable fileName={fileName} part={part} mapping={mapping} role={role} onEdit={edit} />
          <Options part={part} onPatch={patch} />
        </>
      )}
    </>
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
    </div>
  );
}
