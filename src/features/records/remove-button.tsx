import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { refreshAfterWrite, removeRecord } from '#client/records.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { Entity } from '#domain/records/entity.ts';
import { recordName } from '#domain/records/name.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { Attempts } from './attempt.ts';
import { outcomeOf } from './outcome.ts';
import { useSurroundings } from './record-context.tsx';
import css from './record-form.module.css';
import { useRestore } from './use-restore.ts';
import { type EditingLanguage, useWords } from './use-words.ts';

/** Records of other kinds that go with one, by kind. */
export type Alongside = Readonly<Partial<Record<Entity, number>>>;

/** Deletes a record once the person has seen what goes along; the message that follows can undo it. */
export function RemoveButton({
  answer,
  alongside,
  onRemoved,
}: {
  readonly answer: RecordAnswer;
  readonly alongside: Alongside;
  readonly onRemoved: () => void;
}) {
  const words = useWords();
  const { editing, records } = words;
  const [isAsking, setAsking] = useState(false);
  const kind = records.kind[answer.entity];
  const name = recordName(answer.entity, answer.record as never);
  const { remove, failure, isBusy } = useRemoval(answer, name, () => {
    setAsking(false);
    onRemoved();
  });
  return (
    <>
      <Button variant="plain" className={css['danger'] ?? ''} onPress={() => setAsking(true)}>
        {editing.remove}
      </Button>
      <Sheet
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={editing.removal.title(kind, name)}
        closeLabel={editing.cancel}
        footer={
          <>
            <Button onPress={() => setAsking(false)}>{editing.cancel}</Button>
            <Button variant="primary" isDisabled={isBusy} onPress={remove}>
              {editing.remove}
            </Button>
          </>
        }
      >
        <p>{alongText(words, alongside)}</p>
        {failure !== null && (
          <p role="alert" className={css['wrong']}>
            {failure}
          </p>
        )}
      </Sheet>
    </>
  );
}

function alongText({ editing, records, figures }: EditingLanguage, alongside: Alongside): string {
  const { removal } = editing;
  const parts = (Object.entries(alongside) as [Entity, number][])
    .filter(([, count]) => count > 0)
    .map(([entity, count]) => removal.count(figures.number(count), records.kind[entity]));
  return parts.length === 0 ? removal.alone : removal.along(parts.join(figures.words.listSeparator));
}

function useRemoval(answer: RecordAnswer, name: string, onRemoved: () => void) {
  const { api } = useClient();
  const { status } = useSurroundings();
  const words = useWords();
  const queries = useQueryClient();
  const restore = useRestore(status);
  const [attempts] = useState(() => new Attempts());
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { entity, key } = answer;
  const kind = words.records.kind[entity];
  const remove = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await removeRecord(api, answer, { idempotencyKey: attempts.keyFor(answer.tag) });
      attempts.answered();
      status.add(words.editing.removed(kind, name), {
        action: { text: words.editing.undo, onPress: () => restore({ entity, key }, name) },
      });
      onRemoved();
    } catch (error) {
      setFailure(failureText(words, error));
    }
    setBusy(false);
    await refreshAfterWrite(queries);
  };
  return { remove: () => void remove(), failure, isBusy };
}

function failureText({ editing }: EditingLanguage, error: unknown): string {
  const outcome = outcomeOf(error);
  if (outcome.kind === 'hindered') return editing.hindered[outcome.why];
  if (outcome.kind === 'changedMeanwhile') return editing.removal.changed;
  const reference = outcome.fields.find(({ reason }) => reason === 'stillReferredTo');
  if (reference) return editing.removal.stillReferredTo(reference.allowed);
  return `${editing.removal.failed}${error instanceof ApiError ? ` (${error.message})` : ''}`;
}
