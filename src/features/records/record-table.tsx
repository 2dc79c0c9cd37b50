import { useMemo, useState } from 'react';
import type { RecordAnswer } from '#contract/records.ts';
import { fieldsOf } from '#domain/records/fields.ts';
import { unitOf } from '#domain/records/units.ts';
import { hiddenRecordFields } from '#domain/visibility.ts';
import { fieldName, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import type { Task } from './building-desk.tsx';
import css from './desk.module.css';
import { useSurroundings } from './record-context.tsx';
import { useWords } from './use-words.ts';

type Monthly = RecordAnswer<'month'> | RecordAnswer<'taxRecord'>;

const pageSize = 24;

/** Records by month, the latest first; a row opens its form. */
export function RecordTable({
  entity,
  answers,
  given,
  onTask,
}: {
  readonly entity: 'month' | 'taxRecord';
  readonly answers: readonly Monthly[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly onTask: (task: Task) => void;
}) {
  const words = useWords();
  const { editing, records, figures } = words;
  const { me, nameOf } = useSurroundings();
  const [shown, setShown] = useState(pageSize);
  const latest = useMemo(
    () => answers.toSorted((a, b) => (a.record.month < b.record.month ? 1 : -1)),
    [answers],
  );
  const hidden = hiddenRecordFields(me.role, entity) ?? [];
  const columns = fieldsOf(entity)
    .map(([field]) => field)
    .filter((field) => !['buildingId', 'month', ...hidden].includes(field));
  const kind = records.kind[entity];
  return (
    <div className={css['scroll']}>
      <div className={css['listActions']}>
        <Button size="small" onPress={() => onTask({ kind: 'new', entity, given })}>
          {editing.add(kind)}
        </Button>
      </div>
      {answers.length === 0 ? (
        <p className={css['none']}>{editing.list.empty(kind)}</p>
      ) : (
        <div className={css['tableBox']}>
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col">{fieldName(words, entity, 'month')}</th>
                {columns.map((field) => (
                  <th key={field} scope="col" className={classNames(isFigure(entity, field) && css['right'])}>
                    {fieldName(words, entity, field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {latest.slice(0, shown).map((answer) => (
                <tr key={answer.key}>
                  <th scope="row">
                    <button
                      type="button"
                      className={css['open']}
                      aria-label={editing.editOne(kind, figures.month(answer.record.month))}
                      onClick={() => onTask({ kind: 'edit', answer: answer as RecordAnswer })}
                    >
                      {figures.month(answer.record.month)}
                    </button>
                  </th>
                  {columns.map((field) => (
                    <Cell key={field} entity={entity} field={field} record={answer.record} nameOf={nameOf} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More shown={shown} of={latest.length} onMore={() => setShown(shown + pageSize)} />
    </div>
  );
}

function More({
  shown,
  of,
  onMore,
}: {
  readonly shown: number;
  readonly of: number;
  readonly onMore: () => void;
}) {
  const { editing, figures } = useWords();
  if (of <= shown) return null;
  return (
    <div className={css['listActions']}>
      <Button size="small" onPress={onMore}>
        {editing.list.more}
      </Button>
      <span className={css['none']}>{editing.list.shown(figures.number(shown), figures.number(of))}</span>
    </div>
  );
}

function isFigure(entity: 'month' | 'taxRecord', field: string): boolean {
  return unitOf(entity, field) !== null || field === 'tenantCount';
}

function Cell({
  entity,
  field,
  record,
  nameOf,
}: {
  readonly entity: 'month' | 'taxRecord';
  readonly field: string;
  readonly record: object;
  readonly nameOf: (field: string, id: string) => string | null;
}) {
  const words = useWords();
  const value: unknown = (record as Readonly<Record<string, unknown>>)[field] ?? null;
  return (
    <td className={classNames(isFigure(entity, field) && css['right'], value === null && css['none'])}>
      {valueText(words, entity, field, value, nameOf)}
    </td>
  );
}
