/** The buildings that all charts show as selected: at once while a rectangle is drawn, in the address when it is done. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { mostSelected } from '#domain/cockpit/address.ts';
import type { SelectPhase } from '#views/cockpit/brush-drag.ts';
import type { ChangeAddress } from './use-cockpit-address.ts';

/** What charts of single buildings share. */
export interface Linked {
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], phase: SelectPhase) => void;
  /** The building that is pointed at. */
  readonly lit: string | null;
  readonly onLit: (id: string | null) => void;
}

export function useSelection(settled: readonly string[], change: ChangeAddress): Linked {
  const [drawn, setDrawn] = useState<readonly string[] | null>(null);
  const [lit, setLit] = useState<string | null>(null);
  const ids = drawn ?? settled;
  const selected = useMemo(() => new Set(ids), [ids]);
  const onSelect = useCallback(
    (next: readonly string[], phase: SelectPhase) => {
      setDrawn(phase === 'drag' ? next : null);
      if (phase === 'commit') change({ selected: next.slice(0, mostSelected) });
    },
    [change],
  );
  useEscape(settled.length > 0, () => onSelect([], 'commit'));
  return useMemo(() => ({ selected, onSelect, lit, onLit: setLit }), [selected, onSelect, lit]);
}

/** Escape clears what is selected, unless something that lies above takes it. */
function useEscape(isOn: boolean, clear: () => void): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('[role="dialog"]'))
        return;
      clear();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
