import { useEffect, useRef, useState } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import type { SnapshotTrouble } from '#domain/engine/snapshot.ts';
import type { BuildingId } from '#domain/measure.ts';
import { useClient } from './context.tsx';
import type { EngineReplies, Loaded } from './engine-protocol.ts';

export type EngineState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly loaded: Loaded }
  | { readonly status: 'failed'; readonly reason: SnapshotTrouble };

const loading: EngineState = { status: 'loading' };

/**
 * Gives the worker its catalogue. A newer one takes the place of the last when it is there, and one that broke
 * on its way never does.
 * @param bytes undefined while there is none, as after a change of role
 */
export function useEngineLoaded(bytes: ArrayBuffer | undefined): EngineState {
  const { engine } = useClient();
  const [state, setState] = useState<EngineState>(loading);
  const isOfAnother = useRef(false);
  useEffect(() => {
    if (!bytes) {
      isOfAnother.current = true;
      return;
    }
    let isLatest = true;
    const take = (reply: EngineReplies['load']) => {
      if (!isLatest) return;
      const mayKeep = !isOfAnother.current && !reply.ok && reply.reason !== 'otherVersion';
      isOfAnother.current = false;
      setState((last) => {
        const isKept = last.status === 'ready' && mayKeep;
        if (reply.ok) return { status: 'ready', loaded: reply.loaded };
        return isKept ? last : { status: 'failed', reason: reply.reason };
      });
    };
    engine
      .request({ kind: 'load', bytes })
      .then(take)
      .catch(() => take({ ok: false, reason: 'notASnapshot' }));
    return () => {
      isLatest = false;
    };
  }, [engine, bytes]);
  return state;
}

interface Lookup {
  readonly loaded: Loaded;
  readonly id: string;
  readonly row: BuildingRow | null;
}

/** One building whether or not the filter shows it; undefined while it is looked up, null when there is none. */
export function useBuildingRow(loaded: Loaded | null, id: BuildingId | null): BuildingRow | null | undefined {
  const { engine } = useClient();
  const [found, setFound] = useState<Lookup | null>(null);
  useEffect(() => {
    if (id === null || !loaded) return;
    let isLatest = true;
    engine
      .request({ kind: 'building', id })
      .then((row) => isLatest && setFound({ loaded, id, row }))
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [engine, loaded, id]);
  if (id === null) return null;
  return found?.id === id && found.loaded === loaded ? found.row : undefined;
}
