/** Files on their way to an import, one after the other; a lost connection makes them wait, not fail. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls, importQuery } from '#client/imports.ts';
import type { Import } from '#contract/imports.ts';
import type { ImportDoer } from './use-import.ts';

export interface Uploads {
  /** The file that is sent at the moment, and how many of how many it is; null when none is. */
  readonly now: { readonly name: string; readonly done: number; readonly total: number } | null;
  readonly isWaiting: boolean;
  /** Files that the server would not take. */
  readonly failed: readonly File[];
  readonly add: (files: readonly File[]) => void;
  readonly stop: () => void;
  readonly again: () => void;
}

/** In ms, after which a file whose connection broke is sent again. */
const pause = 2_000;

export function useUploads(id: string, doer: ImportDoer): Uploads {
  const { api } = useClient();
  const client = useQueryClient();
  const [now, setNow] = useState<Uploads['now']>(null);
  const [isWaiting, setWaiting] = useState(false);
  const [failed, setFailed] = useState<readonly File[]>([]);
  const queue = useRef<File[]>([]);
  const isRunning = useRef(false);
  const taken = useRef(0);
  const stop = useCallback(() => {
    queue.current = [];
  }, []);
  useEffect(() => stop, [stop]);

  /** Sends until it has arrived; one that arrived although the answer was lost is not sent again. */
  const send = async (file: File): Promise<Import> => {
    const before = countOf(client.getQueryData(importQuery(api, id).queryKey), file);
    for (;;) {
      try {
        return await importCalls.upload(api, id, file);
      } catch (error) {
        if (!(error instanceof ApiError) || error.failure !== 'network' || queue.current.length === 0)
          throw error;
        setWaiting(true);
        await new Promise((resolve) => setTimeout(resolve, pause));
        const latest = await client
          .fetchQuery({ ...importQuery(api, id), retry: false, staleTime: 0 })
          .catch(() => null);
        if (latest && countOf(latest, file) > before) return latest;
      }
    }
  };

  const work = async () => {
    if (isRunning.current) return;
    isRunning.current = true;
    for (let file = queue.current[0]; file; file = queue.current[0]) {
      const next = file;
      const left = queue.current.length;
      setNow({ name: next.name, done: taken.current - left + 1, total: taken.current });
      const isIn = await doer.run(() => send(next));
      setWaiting(false);
      if (!isIn && queue.current.length > 0) setFailed((before) => [...before, next]);
      queue.current = queue.current.slice(1);
    }
    isRunning.current = false;
    taken.current = 0;
    setNow(null);
  };
  const add = (files: readonly File[]) => {
    queue.current = [...queue.current, ...files];
    taken.current += files.length;
    void work();
  };
  const again = () => {
    setFailed([]);
    add(failed);
  };
  return { now, isWaiting, failed, add, stop, again };
}

function countOf(state: Import | undefined, { name, size }: File): number {
  return state?.files.filter((known) => known.name === name && known.bytes === size).length ?? 0;
}
