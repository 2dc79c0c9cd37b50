/** What the page is asked, in step with its address: at once on the screen, in the address when a gesture is over. */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type CockpitAddress, formatCockpitAddress, parseCockpitAddress } from '#domain/cockpit/address.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import type { QueryProblem } from '#domain/query/problem.ts';

/** `push`: a step that the reader may want to take back. `later`: one of many of a gesture. */
export type ChangeHow = 'push' | 'replace' | 'later';

export type ChangeAddress = (change: Partial<CockpitAddress>, how?: ChangeHow) => void;

export interface AddressState {
  readonly address: CockpitAddress;
  /** The same with the filter as it is settled: what is asked for while another one is still being drawn. */
  readonly asked: CockpitAddress;
  readonly problems: readonly QueryProblem[];
  readonly change: ChangeAddress;
}

/** How long a gesture must rest until it is written, ms. */
const restMs = 250;

interface Draft {
  /** The address that it was begun on: another one ends it. */
  readonly over: string;
  readonly part: Partial<CockpitAddress>;
}

export function useCockpitAddress(
  searchText: string,
  vocabulary: Vocabulary,
  navigate: (text: string, how: 'push' | 'replace') => void,
): AddressState {
  const settled = useMemo(() => parseCockpitAddress(searchText, vocabulary), [searchText, vocabulary]);
  const [draft, setDraft] = useState<Draft | null>(null);
  const part = draft?.over === searchText ? draft.part : null;
  const address = useMemo(() => ({ ...settled.address, ...part }), [settled, part]);
  const asked = useMemo(
    () => ({ ...address, query: settled.address.query }),
    [address, settled.address.query],
  );
  const latest = useRef({ address, searchText, navigate });
  useLayoutEffect(() => {
    latest.current = { address, searchText, navigate };
  });
  useEffect(() => {
    if (part === null) return;
    const timer = setTimeout(() => {
      latest.current.navigate(formatCockpitAddress(latest.current.address), 'replace');
    }, restMs);
    return () => clearTimeout(timer);
  }, [part]);
  const change = useCallback<ChangeAddress>((next, how = 'push') => {
    const now = latest.current;
    const changed = { ...now.address, ...next };
    if (how === 'later') {
      latest.current = { ...now, address: changed };
      setDraft((before) => {
        const own = before?.over === now.searchText ? before.part : {};
        return { over: now.searchText, part: { ...own, ...next } };
      });
    } else {
      now.navigate(formatCockpitAddress(changed), how);
    }
  }, []);
  return { address, asked, problems: settled.problems, change };
}
