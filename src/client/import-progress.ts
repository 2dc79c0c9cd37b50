/** How far a step of an import is, as the server tells it; after a lost connection it is listened to again. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { urlOf } from '#contract/endpoint.ts';
import { followImport } from '#contract/import-endpoints.ts';
import { type Import, type ImportProgress, importProgressSchema } from '#contract/imports.ts';
import { personaHeader } from '#contract/session.ts';
import type { Api } from './api.ts';
import { EventParser } from './event-parser.ts';
import { importQuery, isUnderWay } from './imports.ts';

export interface ProgressHandlers {
  readonly onProgress: (progress: ImportProgress) => void;
  /** The stream broke off, or could not be had; it is asked for again. */
  readonly onLost: () => void;
}

export interface ProgressLine {
  /** Opens the stream. @throws when there is no answer */
  readonly open: (signal: AbortSignal) => Promise<Response>;
  readonly pause: (ms: number) => Promise<void>;
}

/** In ms. The server is heard every 25 seconds. */
const times = { again: 1_500, silence: 60_000 };

/** Listens until the signal is aborted. */
export async function followProgress(
  { open, pause }: ProgressLine,
  { onProgress, onLost }: ProgressHandlers,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    await listen(open, onProgress, signal).catch(() => undefined);
    if (signal.aborted) return;
    onLost();
    await pause(times.again);
  }
}

/** One stream to its end. */
async function listen(
  open: ProgressLine['open'],
  onProgress: ProgressHandlers['onProgress'],
  signal: AbortSignal,
): Promise<void> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), times.silence);
  try {
    const response = await open(AbortSignal.any([signal, silence.signal]));
    if (!response.ok || !response.body) throw new Error(`no stream of progress: ${response.status}`);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    const parser = new EventParser();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), times.silence);
      for (const { data } of parser.push(value)) {
        const progress = importProgressSchema.safeParse(JSON.parse(data));
        if (progress.success) onProgress(progress.data);
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

function openProgress(api: Api, id: string, signal: AbortSignal): Promise<Response> {
  const headers = api.persona ? { [personaHeader]: api.persona } : {};
  return fetch(urlOf(api.base, followImport, { id }), { headers, signal, cache: 'no-store' });
}

export interface Following {
  /** null before anything was heard. */
  readonly progress: ImportProgress | null;
  readonly isLost: boolean;
}

const nothing: Following = { progress: null, isLost: false };

/** Follows the step that is under way; when it is over the import is asked for. */
export function useImportProgress(api: Api, state: Import): Following {
  const client = useQueryClient();
  const [following, setFollowing] = useState(nothing);
  const isFollowed = isUnderWay(state);
  const { id } = state;
  useEffect(() => {
    if (!isFollowed) return;
    const stop = new AbortController();
    const onProgress = (progress: ImportProgress) => {
      setFollowing({ progress, isLost: false });
      if (!isUnderWay(progress)) void client.invalidateQueries({ queryKey: importQuery(api, id).queryKey });
    };
    const onLost = () => setFollowing((now) => ({ ...now, isLost: true }));
    const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    const line = { open: (signal: AbortSignal) => openProgress(api, id, signal), pause };
    void followProgress(line, { onProgress, onLost }, stop.signal);
    return () => {
      stop.abort();
      setFollowing(nothing);
    };
  }, [api, id, isFollowed, client]);
  return following;
}
