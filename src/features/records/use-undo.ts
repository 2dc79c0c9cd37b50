import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { patchRecord, refreshAfterWrite } from '#client/records.ts';
import type { RecordAnswer, Source } from '#contract/records.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { Attempts } from './attempt.ts';
import { isUnheard, outcomeOf } from './outcome.ts';
import { useWords } from './use-words.ts';

/** What fields said before, and where that came from. */
export interface Former {
  readonly set: Readonly<Record<string, unknown>>;
  readonly source: Source | null;
}

/** Puts fields back to what they were, with their source, unless somebody has written meanwhile; says which of the two. */
export function useUndo(status: StatusQueue): (saved: RecordAnswer, before: Former) => void {
  const { api } = useClient();
  const { editing } = useWords();
  const queries = useQueryClient();
  const [attempts] = useState(() => new Attempts());
  const run = async (saved: RecordAnswer, before: Former) => {
    const idempotencyKey = attempts.keyFor(JSON.stringify([saved.key, saved.tag, before]));
    try {
      await patchRecord(api, saved, before, { idempotencyKey });
      attempts.answered();
      status.add(editing.undone);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (!isUnheard(outcome)) attempts.answered();
      const isOvertaken = outcome.kind === 'changedMeanwhile';
      status.add(isOvertaken ? editing.undoOvertaken : editing.undoFailed, {
        tone: 'error',
        ...(!isOvertaken && { action: { text: editing.retry, onPress: () => void run(saved, before) } }),
      });
    }
    await refreshAfterWrite(queries);
  };
  return (saved, before) => void run(saved, before);
}
