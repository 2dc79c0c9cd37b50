import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importQuery } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { useImportWords } from './use-import-words.ts';

/** Given the import as the calls before it left it, or undefined when it is not known. */
type Call = (latest: Import | undefined) => Promise<Import>;

/** Calls wait for those before them: each then builds on what they changed. Both say why when it is refused. */
export interface ImportDoer {
  /** An edit; buttons stay as they are, since one may be half pressed when a field that is left is sent. */
  readonly run: (call: Call) => Promise<boolean>;
  /** A step of the import; busy until it is answered. */
  readonly step: (call: Call) => Promise<boolean>;
  readonly isBusy: boolean;
}

export function useImportDoer(id: string, status: StatusQueue): ImportDoer {
  const { api } = useClient();
  const { words } = useImportWords();
  const client = useQueryClient();
  const [steps, setSteps] = useState(0);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const { queryKey } = importQuery(api, id);
  const attempt = async (call: Call) => {
    try {
      client.setQueryData(queryKey, await call(client.getQueryData(queryKey)));
      return true;
    } catch (error) {
      const detail = error instanceof ApiError ? error.problem?.detail : null;
      status.add(detail ? `${words.refused} (${detail})` : words.refused);
      return false;
    }
  };
  const run = (call: Call) => {
    last.current = last.current.then(() => attempt(call));
    return last.current;
  };
  const step = async (call: Call) => {
    setSteps((count) => count + 1);
    const isDone = await run(call);
    setSteps((count) => count - 1);
    return isDone;
  };
  return { run, step, isBusy: steps > 0 };
}
