import type { RecordAnswer } from '#contract/records.ts';
import { fieldName, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import type { Task } from './building-desk.tsx';
import css from './desk.module.css';
import { useWords } from './use-words.ts';

const columns = ['status', 'owner', 'dueOn', 'rentBefore', 'rentAfter'] as const;
const figures: readonly string[] = ['rentBefore', 'rentAfter'];

/** Renewal plans of one building, the latest begun first; a row opens its form. */
export function PlanList({
  plans,
  given,
  onTask,
}: {
  readonly plans: readonly RecordAnswer<'renewalPlan'>[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly onTask: (task: Task) => void;
}) {
  const words = useWords();
  const { editing, records } = words;
  const kind = records.kind.renewalPlan;
  const begun = (plan: RecordAnswer<'renewalPlan'>) => plan.record.startOn ?? '9999';
  const latest = plans.toSorted((a, b) => (begun(a) < begun(b) ? 1 : -1));
  return (
    <div className={css['scroll']}>
      <div className={css['listActions']}>
        <Button size="small" onPress={() => onTask({ kind: 'new', entity: 'renewalPlan', given })}>
          {editing.add(kind)}
        </Button>
      </div>
      {latest.length === 0 ? (
        <p className={css['none']}>{editing.list.empty(kind)}</p>
      ) : (
        <div className={css['tableBox']}>
          <table className={css['table']}>
            <thead>
              <tr>
                <th scope="col">{fieldName(words, 'renewalPlan', 'title')}</th>
                {columns.map((field) => (
                  <th key={field} scope="col" className={classNames(figures.includes(field) && css['right'])}>
                    {fieldName(words, 'renewalPlan', field)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {latest.map((answer) => (
                <tr key={answer.key}>
                  <th scope="row">
                    <button
                      type="button"
                      className={css['open']}
                      aria-label={editing.editOne(kind, answer.record.title)}
                      onClick={() => onTask({ kind: 'edit', answer: answer as RecordAnswer })}
                    >
                      {answer.record.title}
                    </button>
                  </th>
                  {columns.map((field) => (
                    <td
                      key={field}
                      className={classNames(
                        figures.includes(field) && css['right'],
                        answer.record[field] === null && css['none'],
                      )}
                    >
                      {valueText(words, 'renewalPlan', field, answer.record[field])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
