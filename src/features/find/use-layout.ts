import { useSyncExternalStore } from 'react';

export type Layout = 'wide' | 'medium' | 'narrow';

const wide = '(min-width: 1200px)';
const medium = '(min-width: 768px)';

function subscribe(changed: () => void): () => void {
  const lists = [wide, medium].map((query) => window.matchMedia(query));
  for (const list of lists) list.addEventListener('change', changed);
  return () => {
    for (const list of lists) list.removeEventListener('change', changed);
  };
}

function present(): Layout {
  if (window.matchMedia(wide).matches) return 'wide';
  return window.matchMedia(medium).matches ? 'medium' : 'narrow';
}

/** Rail, map and answers side by side; the rail as a drawer; the map with a sheet. */
export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, present);
}
