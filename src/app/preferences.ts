/** What this browser remembers of its user: language, theme, the role tried on. Nothing that a link should carry. */
import { useCallback, useState, useSyncExternalStore } from 'react';

function readPreference<T extends string>(key: string, allowed: readonly T[], fallback: T): T {
  try {
    const stored = localStorage.getItem(`loulan.${key}`);
    return allowed.find((value) => value === stored) ?? fallback;
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
    return fallback;
  }
}

export function usePreference<T extends string>(
  key: string,
  allowed: readonly T[],
  fallback: T,
): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => readPreference(key, allowed, fallback));
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        localStorage.setItem(`loulan.${key}`, next);
      } catch {
        // As above.
      }
    },
    [key],
  );
  return [value, change];
}

export const themeChoices = ['auto', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

const darkQuery = '(prefers-color-scheme: dark)';

function subscribeToSystem(changed: () => void): () => void {
  const list = window.matchMedia(darkQuery);
  list.addEventListener('change', changed);
  return () => list.removeEventListener('change', changed);
}

/** The theme that is shown: the one chosen, or the system's. */
export function useShownTheme(choice: ThemeChoice): 'light' | 'dark' {
  const isDark = useSyncExternalStore(subscribeToSystem, () => window.matchMedia(darkQuery).matches);
  if (choice !== 'auto') return choice;
  return isDark ? 'dark' : 'light';
}
