import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importQuery } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { useImportWords } from './use-import-words.ts';

export interface ImportDoer {
  /** Does something to the import and shows it as it then is; says why when it is refused. */
  readonly run: (call: () => Promise<Import>) => Promise<boolean>;
  readonly isBusy: boolean;
}

export function useImportDoer(id: string, status: StatusQueue): ImportDoer {
  const { api } = useClient();
  const { words } = useImportWords();
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  return {
    isBusy: running > 0,
    run: async (call) => {
      setRunning((count) => count + 1);
      try {
        client.setQueryData(importQuery(api, id).queryKey, await call());
        return true;
      } catch (error) {
        const detail = error instanceof ApiError ? error.problem?.detail : null;
        status.add(detail ? `${words.refused} (${detail})` : words.refused);
        return false;
      } finally {
        setRunning((count) => count - 1);
      }
    },
  };
}
