/** Where records are worked on, above all pages: what is typed there outlives a step back in the history. */
import { useQuery } from '@tanstack/react-query';
import { createContext, lazy, type ReactNode, Suspense, useContext, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import { meQuery } from '#client/query.ts';
import type { DeskTarget } from '#features/records/desk.tsx';
import { KeptDrafts } from '#features/records/kept-drafts.ts';
import { useShell } from './shell.tsx';

const Desk = lazy(() => import('#features/records/desk.tsx').then((module) => ({ default: module.Desk })));

interface DeskHandle {
  readonly open: (target: DeskTarget) => void;
  /** Whether the role may change records at all. */
  readonly mayEdit: boolean;
  /** What is typed into pages and not saved: it outlives them. */
  readonly kept: KeptDrafts;
}

const DeskContext = createContext<DeskHandle | null>(null);

export function useDesk(): DeskHandle {
  const handle = useContext(DeskContext);
  if (!handle) throw new Error('useDesk is used outside of DeskHost');
  return handle;
}

export function DeskHost({ children }: { readonly children: ReactNode }) {
  const { api } = useClient();
  const { status } = useShell();
  const me = useQuery(meQuery(api)).data;
  const [target, setTarget] = useState<DeskTarget | null>(null);
  const [kept] = useState(() => new KeptDrafts());
  const mayEdit = me !== undefined && me.role !== 'public';
  const handle = useMemo(() => ({ open: setTarget, mayEdit, kept }), [mayEdit, kept]);
  return (
    <DeskContext value={handle}>
      {children}
      {target && (
        <Suspense fallback={null}>
          <Desk target={target} status={status} onTarget={setTarget} onClose={() => setTarget(null)} />
        </Suspense>
      )}
    </DeskContext>
  );
}
