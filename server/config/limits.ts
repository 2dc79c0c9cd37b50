/** What the server takes on at most, and how long it waits. Every one of them is a setting. */

import {
  kibibytes,
  type LimitSetting,
  limitSetting,
  type ReadWhole,
  seconds,
  valuesOf,
  whyNotAtMost,
} from './limit-setting.ts';

export interface Limits {
  /** Open at once, event streams included; more are closed as they come. */
  readonly connections: number;
  /** Event streams open at once. */
  readonly streams: number;
  /** Event streams of one account or, of strangers, one address that no proxy stands for. */
  readonly streamsPerParty: number;
  /** How often an event stream says that it is alive. */
  readonly heartbeatMs: number;
  /** Requests under way on one connection; who sends more at once is cut off. */
  readonly requestsAtOnce: number;
  /** Requests that one connection may carry in its life. */
  readonly requestsPerConnection: number;
  readonly headerBytes: number;
  readonly bodyBytes: number;
  /** Of one file of an import. */
  readonly uploadBytes: number;
  /** From the first byte of a request to the last of its headers. */
  readonly headersMs: number;
  /** From the first byte of a request to the last of its body. */
  readonly requestMs: number;
  /** Without a byte in either direction while a request is under way. */
  readonly idleMs: number;
  /** Between two requests on a connection. */
  readonly keepAliveMs: number;
  /** Between a signal to stop and the last new request: `/readyz` says 503, everything is answered. */
  readonly drainMs: number;
  /** How long a stopping server waits for answers that are under way. */
  readonly graceMs: number;
  /** How long `/readyz` waits for the data. */
  readonly readyMs: number;
}

export const limitSettings: Readonly<Record<keyof Limits, LimitSetting>> = {
  connections: limitSetting('LOULAN_MAX_CONNECTIONS', 4_000, [10, 100_000]),
  streams: limitSetting('LOULAN_MAX_STREAMS', 2_000, [1, 100_000]),
  streamsPerParty: limitSetting('LOULAN_MAX_STREAMS_PER_PARTY', 200, [1, 100_000]),
  heartbeatMs: limitSetting('LOULAN_STREAM_HEARTBEAT_S', 25, [5, 25], seconds),
  requestsAtOnce: limitSetting('LOULAN_MAX_REQUESTS_AT_ONCE', 8, [1, 1_000]),
  requestsPerConnection: limitSetting('LOULAN_MAX_REQUESTS_PER_CONNECTION', 10_000, [1, 10_000_000]),
  headerBytes: limitSetting('LOULAN_MAX_HEADER_KIB', 64, [8, 1_024], kibibytes),
  bodyBytes: limitSetting('LOULAN_MAX_BODY_KIB', 1_024, [16, 1_048_576], kibibytes),
  uploadBytes: limitSetting('LOULAN_MAX_UPLOAD_KIB', 65_536, [64, 1_048_576], kibibytes),
  headersMs: limitSetting('LOULAN_HEADERS_TIMEOUT_S', 10, [1, 3_600], seconds),
  requestMs: limitSetting('LOULAN_REQUEST_TIMEOUT_S', 60, [1, 3_600], seconds),
  idleMs: limitSetting('LOULAN_IDLE_TIMEOUT_S', 120, [30, 86_400], seconds),
  keepAliveMs: limitSetting('LOULAN_KEEP_ALIVE_S', 65, [1, 3_600], seconds),
  drainMs: limitSetting('LOULAN_STOP_DRAIN_S', 0, [0, 300], seconds),
  graceMs: limitSetting('LOULAN_STOP_GRACE_S', 9, [1, 300], seconds),
  readyMs: limitSetting('LOULAN_READY_TIMEOUT_S', 2, [1, 60], seconds),
};

/** All limits, each from its setting. */
export function limitsFrom(readWhole: ReadWhole): Limits {
  return valuesOf(limitSettings, readWhole);
}

export const defaultLimits: Limits = limitsFrom((_, fallback) => fallback);

/** What is wrong with limits that are right one by one; null when nothing is. */
export function whyNotTogether(limits: Limits): string | null {
  return whyNotAtMost(limitSettings, limits, 'headersMs', 'requestMs');
}
