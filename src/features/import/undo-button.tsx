/** Taking a whole import back: asked for first, and what stands against it said. */
import { useState } from 'react';
import type { ImportSummary } from '#contract/imports.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import css from './import.module.css';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly summary: Pick<ImportSummary, 'source' | 'written' | 'failure'>;
  readonly isBusy: boolean;
  readonly size?: 'small' | 'normal';
  readonly onUndo: (keepLater: boolean) => void;
}

export function UndoButton({ summary, isBusy, size = 'normal', onUndo }: Props) {
  const { words, figures } = useImportWords();
  const [isAsking, setAsking] = useState(false);
  const { source, written, failure } = summary;
  const label = size === 'small' ? `${words.undo}: ${source}` : undefined;
  return (
    <div className={css['actions']}>
      <Button size={size} {...(label && { label })} isDisabled={isBusy} onPress={() => setAsking(true)}>
        {size === 'small' ? words.undoShort : words.undo}
      </Button>
      {failure?.reason === 'changedSince' && (
        <Button size={size} isDisabled={isBusy} onPress={() => onUndo(true)}>
          {words.undoKeeping}
        </Button>
      )}
      <Sheet
        isOpen={isAsking}
        onOpenChange={setAsking}
        title={words.undoSure(source)}
        closeLabel={words.keep}
        footer={
          <>
            <Button onPress={() => setAsking(false)}>{words.keep}</Button>
            <Button
              variant="primary"
              isDisabled={isBusy}
              onPress={() => {
                setAsking(false);
                onUndo(false);
              }}
            >
              {words.undo}
            </Button>
          </>
        }
      >
        <p>{words.undoCount(figures.number(written ?? 0))}</p>
      </Sheet>
    </div>
  );
}

/** Why the last step was not carried out. */
export function Failure({ failure }: Pick<ImportSummary, 'failure'>) {
  const { words } = useImportWords();
  if (!failure) return null;
  const { reason, detail } = failure;
  const known: Readonly<Record<string, string>> = words.failure;
  return (
    <p className={css['wrong']} role="alert">
      {known[reason] ?? words.refused}
      {detail === '' ? '' : ` (${detail})`}
    </p>
  );
}
