import { useId, useState } from 'react';
import type { Entity } from '#domain/records/entity.ts';
import { fieldName, valueText } from '#format/record-text.ts';
import { Button } from '#ui/button.tsx';
import type { Choice, Conflict } from './conflict.ts';
import { useSurroundings } from './record-context.tsx';
import css from './record-form.module.css';
import type { RecordFormHandle } from './use-record-form.ts';
import { useWords } from './use-words.ts';

const repeatable = ['offline', 'busy', 'diskFull', 'server', 'signIn'];

/** What stands between the form and its being saved, with the way on. */
export function Obstacles({
  entity,
  form,
  onRetry,
}: {
  readonly entity: Entity;
  readonly form: RecordFormHandle;
  readonly onRetry: () => void;
}) {
  const words = useWords();
  const { editing, figures } = words;
  const { obstacle, isSaving } = form.state;
  if (!obstacle) return null;
  if (obstacle.kind === 'conflict') {
    return <Conflicts entity={entity} conflicts={obstacle.conflicts} onMerge={form.merge} />;
  }
  if (obstacle.kind === 'takenOver') {
    const names = obstacle.fields.map((field) => fieldName(words, entity, field));
    return (
      <div className={css['obstacle']} role="alert">
        <p className={css['obstacleTitle']}>{editing.conflict.title}</p>
        <p>{editing.conflict.noOverlap(names.join(figures.words.listSeparator))}</p>
      </div>
    );
  }
  return (
    <div className={css['obstacle']} role="alert">
      <p>{editing.hindered[obstacle.why]}</p>
      {repeatable.includes(obstacle.why) && (
        <div className={css['obstacleActions']}>
          <Button size="small" isDisabled={isSaving} onPress={onRetry}>
            {editing.retry}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Field by field, whose value shall stand. */
function Conflicts({
  entity,
  conflicts,
  onMerge,
}: {
  readonly entity: Entity;
  readonly conflicts: readonly Conflict[];
  readonly onMerge: (choices: Readonly<Record<string, Choice>>) => void;
}) {
  const { editing, figures } = useWords();
  const { conflict } = editing;
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const undecided = conflicts.filter(({ field }) => !choices[field]).length;
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries(conflicts.map(({ field }) => [field, choice])));
  return (
    <section className={css['obstacle']} role="alert">
      <p className={css['obstacleTitle']}>{conflict.title}</p>
      <p>{conflict.advice}</p>
      {conflicts.map((one) => (
        <Sides
          key={one.field}
          entity={entity}
          conflict={one}
          choice={choices[one.field] ?? null}
          onChoose={(choice) => setChoices({ ...choices, [one.field]: choice })}
        />
      ))}
      <div className={css['obstacleActions']}>
        <Button variant="primary" isDisabled={undecided > 0} onPress={() => onMerge(choices)}>
          {undecided > 0 ? conflict.undecided(figures.number(undecided)) : conflict.apply}
        </Button>
        {conflicts.length > 1 && (
          <>
            <Button onPress={() => all('mine')}>{conflict.allMine}</Button>
            <Button onPress={() => all('theirs')}>{conflict.allTheirs}</Button>
          </>
        )}
      </div>
    </section>
  );
}

function Sides({
  entity,
  conflict: { field, before, mine, theirs },
  choice,
  onChoose,
}: {
  readonly entity: Entity;
  readonly conflict: Conflict;
  readonly choice: Choice | null;
  readonly onChoose: (choice: Choice) => void;
}) {
  const words = useWords();
  const { nameOf } = useSurroundings();
  const group = useId();
  const { conflict } = words.editing;
  const name = fieldName(words, entity, field);
  const text = (value: unknown) => valueText(words, entity, field, value, nameOf);
  const side = (which: Choice, value: unknown) => (
    <label className={css['side']}>
      <input
        type="radio"
        name={group}
        checked={choice === which}
        onChange={() => onChoose(which)}
        aria-label={`${conflict[which]} ${text(value)}`}
      />
      <span className={css['sideName']}>{conflict[which]}</span>
      <span>{text(value)}</span>
    </label>
  );
  return (
    <div className={css['conflict']} role="radiogroup" aria-label={conflict.choose(name)}>
      <p className={css['conflictName']}>
        {name} · {conflict.before} {text(before)}
      </p>
      <div className={css['sides']}>
        {side('mine', mine)}
        {side('theirs', theirs)}
      </div>
    </div>
  );
}
