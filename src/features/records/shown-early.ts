/** A new value on the page while it is on its way, and what becomes of it when it was refused. */
import { isSameValue } from './draft.ts';

type RecordLike = Readonly<Record<string, unknown>>;

/** The file with those new values that it shows. */
export function shownEarly<T extends object>(file: T, set: RecordLike): T {
  return { ...file, ...Object.fromEntries(Object.entries(set).filter(([field]) => field in file)) };
}

/**
 * The file as it is now without what was shown too early: only fields that still hold what was set go back. What
 * else has come meanwhile, from others or from other fields, stays.
 */
export function takenBack<T extends object>(now: T, before: T, set: RecordLike): T {
  const [current, former] = [now as RecordLike, before as RecordLike];
  const back = Object.entries(set).filter(
    ([field, value]) => field in former && isSameValue(current[field], value),
  );
  return { ...now, ...Object.fromEntries(back.map(([field]) => [field, former[field]])) };
}
