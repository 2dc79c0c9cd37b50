import { useSyncExternalStore } from 'react';

const narrow = '(max-width: 767px)';

function subscribe(changed: () => void): () => void {
  const list = window.matchMedia(narrow);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

/** Whether there is room for two columns only: one stays, the others are swiped past it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => window.matchMedia(narrow).matches);
}
