import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { refreshAfterWrite, restoreRecord } from '#client/records.ts';
import type { RecordAnswer } from '#contract/records.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { Attempts } from './attempt.ts';
import { isUnheard, outcomeOf } from './outcome.ts';
import { useWords } from './use-words.ts';

/** Brings a record back with all that went along, and says whether it worked. */
export function useRestore(
  status: StatusQueue,
): (which: Pick<RecordAnswer, 'entity' | 'key'>, name: string) => void {
  const { api } = useClient();
  const { editing, records } = useWords();
  const queries = useQueryClient();
  const [attempts] = useState(() => new Attempts());
  const run = async (which: Pick<RecordAnswer, 'entity' | 'key'>, name: string) => {
    try {
      const idempotencyKey = attempts.keyFor(`${which.entity} ${which.key}`);
      await restoreRecord(api, which, { idempotencyKey });
      attempts.answered();
      status.add(editing.restored(records.kind[which.entity], name));
    } catch (error) {
      if (!isUnheard(outcomeOf(error))) attempts.answered();
      status.add(editing.restoreFailed(name), {
        tone: 'error',
        action: { text: editing.retry, onPress: () => void run(which, name) },
      });
    }
    await refreshAfterWrite(queries);
  };
  return (which, name) => void run(which, name);
}
