/** What the server takes on at most, and how long it waits. Every one of them is a setting. */

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

interface LimitSetting {
  readonly name: string;
  /** In the unit of the setting, which its name tells: `_S`, `_KIB` or a number. */
  readonly fallback: number;
  readonly least: number;
  readonly most: number;
  /** From the unit of the setting to that of the limit. */
  readonly factor: number;
}

const seconds = 1_000;
const kibibytes = 1_024;

const setting = (
  name: string,
  fallback: number,
  [least, most]: [number, number],
  factor = 1,
): LimitSetting => ({
  name,
  fallback,
  least,
  most,
  factor,
});

export const limitSettings: Readonly<Record<keyof Limits, LimitSetting>> = {
  connections: setting('LOULAN_MAX_CONNECTIONS', 4_000, [10, 100_000]),
  streams: setting('LOULAN_MAX_STREAMS', 2_000, [1, 100_000]),
  streamsPerParty: setting('LOULAN_MAX_STREAMS_PER_PARTY', 200, [1, 100_000]),
  heartbeatMs: setting('LOULAN_STREAM_HEARTBEAT_S', 25, [5, 25], seconds),
  requestsAtOnce: setting('LOULAN_MAX_REQUESTS_AT_ONCE', 8, [1, 1_000]),
  requestsPerConnection: setting('LOULAN_MAX_REQUESTS_PER_CONNECTION', 10_000, [1, 10_000_000]),
  headerBytes: setting('LOULAN_MAX_HEADER_KIB', 64, [8, 1_024], kibibytes),
  bodyBytes: setting('LOULAN_MAX_BODY_KIB', 1_024, [16, 1_048_576], kibibytes),
  uploadBytes: setting('LOULAN_MAX_UPLOAD_KIB', 65_536, [64, 1_048_576], kibibytes),
  headersMs: setting('LOULAN_HEADERS_TIMEOUT_S', 10, [1, 3_600], seconds),
  requestMs: setting('LOULAN_REQUEST_TIMEOUT_S', 60, [1, 3_600], seconds),
  idleMs: setting('LOULAN_IDLE_TIMEOUT_S', 120, [30, 86_400], seconds),
  keepAliveMs: setting('LOULAN_KEEP_ALIVE_S', 65, [1, 3_600], seconds),
  drainMs: setting('LOULAN_STOP_DRAIN_S', 0, [0, 300], seconds),
  graceMs: setting('LOULAN_STOP_GRACE_S', 9, [1, 300], seconds),
  readyMs: setting('LOULAN_READY_TIMEOUT_S', 2, [1, 60], seconds),
};

/** One whole number of the environment, or its fallback. Says itself what is wrong. */
export type ReadWhole = (name: string, fallback: number, least: number, most: number) => number;

/** All limits, each from its setting. */
export function limitsFrom(readWhole: ReadWhole): Limits {
  const read = (key: keyof Limits) => {
    const { name, fallback, least, most, factor } = limitSettings[key];
    return readWhole(name, fallback, least, most) * factor;
  };
  return {
    connections: read('connections'),
    streams: read('streams'),
    streamsPerParty: read('streamsPerParty'),
    heartbeatMs: read('heartbeatMs'),
    requestsAtOnce: read('requestsAtOnce'),
    requestsPerConnection: read('requestsPerConnection'),
    headerBytes: read('headerBytes'),
    bodyBytes: read('bodyBytes'),
    uploadBytes: read('uploadBytes'),
    headersMs: read('headersMs'),
    requestMs: read('requestMs'),
    idleMs: read('idleMs'),
    keepAliveMs: read('keepAliveMs'),
    drainMs: read('drainMs'),
    graceMs: read('graceMs'),
    readyMs: read('readyMs'),
  };
}

export const defaultLimits: Limits = limitsFrom((_, fallback) => fallback);

/** What is wrong with limits that are right one by one; null when nothing is. */
export function whyNotTogether({ headersMs, requestMs }: Limits): string | null {
  if (headersMs <= requestMs) return null;
  const { headersMs: headers, requestMs: request } = limitSettings;
  return `invalid ${headers.name}: ${headersMs / seconds} (allowed: at most ${request.name}, ${requestMs / seconds})`;
}
