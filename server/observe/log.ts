/** The log: one JSON object a line, for programs to read. */
import { loggedError, redacted } from './redact.ts';

export const logLevels = ['off', 'errors', 'requests'] as const;
/** `errors`: warnings too. `requests`: everything. */
export type LogLevel = (typeof logLevels)[number];

export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/**
 * An event is a fixed name such as `request` or `stop.cut`. Texts among the facts are stripped of what may be
 * private (`redacted`); do not rely on it: give numbers, ids of operations and names of routes.
 */
export interface Log {
  /** Went as it should. */
  readonly info: (event: string, facts?: Facts) => void;
  /** Somebody should look at it some day. */
  readonly warn: (event: string, facts?: Facts) => void;
  /** Somebody should look at it now. */
  readonly error: (event: string, thrown: unknown, facts?: Facts) => void;
}

export interface LogOptions {
  readonly level: LogLevel;
  readonly writeLine: (line: string) => void;
  /** Of the request that is being answered; null outside of one. */
  readonly requestId: () => string | null;
  readonly now: () => Date;
}

export function createLog({ level, writeLine, requestId, now }: LogOptions): Log {
  const write = (name: string, event: string, facts: Facts, error?: unknown) => {
    const id = requestId();
    const line = {
      time: now().toISOString(),
      level: name,
      event,
      ...(id !== null && { requestId: id }),
      ...Object.fromEntries(Object.entries(facts).map(([key, value]) => [key, clean(value)])),
      ...(error !== undefined && { error: loggedError(error) }),
    };
    writeLine(JSON.stringify(line));
  };
  return {
    info: (event, facts = {}) => level === 'requests' && write('info', event, facts),
    warn: (event, facts = {}) => level !== 'off' && write('warning', event, facts),
    error: (event, thrown, facts = {}) => level !== 'off' && write('error', event, facts, thrown ?? null),
  };
}

function clean(value: Facts[string]): Facts[string] {
  return typeof value === 'string' ? redacted(value) : value;
}

/** The same, but at most once in a while: for troubles that last. @param clock milliseconds that never go back */
export function seldom<Values extends readonly unknown[]>(
  everyMs: number,
  clock: () => number,
  tell: (...values: Values) => void,
): (...values: Values) => void {
  let last: number | null = null;
  return (...values) => {
    const now = clock();
    if (last !== null && now - last < everyMs) return;
    last = now;
    tell(...values);
  };
}
