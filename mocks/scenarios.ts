/**
 * What may go wrong, for development and tests. A scenario is switched on by the session storage key
 * `loulan.scenario`, so that it stays with one tab and never touches the page's URL:
 *
 *     sessionStorage.setItem('loulan.scenario', 'failing')
 *
 * It takes effect with the next request. Anything else, or nothing, is `normal`.
 */
import { snapshotVersion } from '#domain/engine/snapshot.ts';
import { noRecords, type Portfolio } from '#domain/model/portfolio.ts';

export const scenarioKey = 'loulan.scenario';

export const scenarios = [
  'normal',
  /** Every answer takes two seconds. */
  'slow',
  /** Every answer is an internal error. */
  'failing',
  /** No request gets through. */
  'offline',
  /** A district without buildings. */
  'empty',
  /** The catalogue ends in the middle. */
  'truncated',
  /** The catalogue is of a version that the page does not read. */
  'otherVersion',
] as const;
export type Scenario = (typeof scenarios)[number];

export const slowMs = 2_000;

export function scenarioFrom(text: string | null): Scenario {
  return scenarios.find((scenario) => scenario === text) ?? 'normal';
}

/** The district with nothing in it. */
export function emptied(portfolio: Portfolio): Portfolio {
  return {
    ...portfolio,
    ...noRecords,
  };
}

/** The first two thirds of the bytes. */
export function truncated(bytes: ArrayBuffer): ArrayBuffer {
  return bytes.slice(0, Math.floor((bytes.byteLength * 2) / 3));
}

/** The same bytes under the next version of the format. */
export function ofOtherVersion(bytes: ArrayBuffer): ArrayBuffer {
  const copy = bytes.slice(0);
  new DataView(copy).setUint32(4, snapshotVersion + 1, true);
  return copy;
}
