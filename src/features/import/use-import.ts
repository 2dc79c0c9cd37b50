import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery } from '#client/imports.ts';
import type { Import, PartPatch } from '#contract/imports.ts';
import type { StatusQueue } from '#ui/status-queue.ts';
import { useImportWords } from './use-import-words.ts';

/** Given the import as the calls before it left it, or undefined when it is not known. */
type Call = (latest: Import | undefined) => Promise<Import>;

/** Calls wait for those before them: each then builds on what they changed. All say why when it is refused. */
export interface ImportDoer {
  /** An edit; buttons stay as they are, since one may be half pressed when a field that is left is sent. */
  readonly run: (call: Call) => Promise<boolean>;
  /** A step of the import; busy until it is answered. */
  readonly step: (call: Call) => Promise<boolean>;
  /** A decision about a sheet after which it is checked again, once no other decision follows. */
  readonly decide: (partId: string, patch: (latest: Import | undefined) => PartPatch) => Promise<boolean>;
  readonly isBusy: boolean;
}

/** In ms. Whoever answers ten questions in a row waits for one check. */
const quiet = 500;

export function useImportDoer(id: string, status: StatusQueue): ImportDoer {
  const { api } = useClient();
  const { words } = useImportWords();
  const client = useQueryClient();
  const [steps, setSteps] = useState(0);
  const last = useRef<Promise<boolean>>(Promise.resolve(true));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const attempt = useCallback(
    async (call: Call) => {
      const { queryKey } = importQuery(api, id);
      try {
        const next = await call(client.getQueryData(queryKey));
        // What was asked for before this is older.
        await client.cancelQueries({ queryKey });
        client.setQueryData(queryKey, next);
        return true;
      } catch (error) {
        const detail = error instanceof ApiError ? error.problem?.detail : null;
        status.add(detail ? `${words.refused} (${detail})` : words.refused);
        return false;
      }
    },
    [api, id, client, status, words],
  );
  const run = useCallback(
    (call: Call) => {
      last.current = last.current.then(() => attempt(call));
      return last.current;
    },
    [attempt],
  );
  const step = useCallback(
    async (call: Call) => {
      clearTimeout(timer.current);
      setSteps((count) => count + 1);
      const isDone = await run(call);
      setSteps((count) => count - 1);
      return isDone;
    },
    [run],
  );
  const decide = useCallback<ImportDoer['decide']>(
    async (partId, patch) => {
      clearTimeout(timer.current);
      const isKept = await run((latest) => importCalls.patch(api, id, partId, patch(latest)));
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void run(() => importCalls.check(api, id)), quiet);
      return isKept;
    },
    [api, id, run],
  );
  return useMemo(() => ({ run, step, decide, isBusy: steps > 0 }), [run, step, decide, steps]);
}
