/** The one place where something wrong becomes an answer. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { getDocs } from '#contract/endpoints.ts';
import {
  type FieldError,
  type NearName,
  type ParameterError,
  type Problem,
  problemType,
} from '#contract/problem.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { StoreTrouble } from './store.ts';

const titles = {
  badParameters: [400, 'Bad parameters'],
  badPersona: [400, 'No such persona'],
  badBody: [400, 'Bad body'],
  signInFirst: [401, 'Sign in first'],
  notForRole: [403, 'Not for your role'],
  crossOrigin: [403, 'Request from another origin'],
  noSuchBuilding: [404, 'No such building'],
  noSuchIndicator: [404, 'No such indicator'],
  noSuchRecord: [404, 'No such record'],
  noSuchImport: [404, 'No such import'],
  noSuchTemplate: [404, 'No such template'],
  noSuchEndpoint: [404, 'No such endpoint'],
  methodNotAllowed: [405, 'Method not allowed'],
  notNow: [409, 'Not now'],
  recordExists: [409, 'Exists already'],
  sampleOnly: [409, 'Only the sample may be changed here'],
  changedMeanwhile: [412, 'Changed by somebody else'],
  bodyTooLarge: [413, 'Body too large'],
  notJson: [415, 'Body is not JSON'],
  badRecord: [422, 'Against the rules'],
  keyReused: [422, 'Idempotency key used before'],
  matchNeeded: [428, 'If-Match is needed'],
  busy: [503, 'Busy'],
  dataUnreachable: [503, 'The data cannot be reached'],
  diskFull: [507, 'Disk full'],
  tooManyStreams: [429, 'Too many streams'],
  noMoreStreams: [503, 'No more streams'],
  internal: [500, 'Internal error'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemKind = keyof typeof titles;

export interface ProblemExtras {
  readonly errors?: ParameterError[];
  readonly near?: NearName[];
  readonly fields?: FieldError[];
  readonly current?: { tag: string; record: unknown };
  readonly requestId?: string;
}

export function problemResponse(
  c: Context,
  kind: ProblemKind,
  detail: string,
  extras: ProblemExtras = {},
): Response {
  const [status, title] = titles[kind];
  const body: Problem = { type: `${getDocs.path}#${kind}`, title, status, detail, ...extras };
  return c.body(JSON.stringify(body), status, {
    'content-type': problemType,
    'cache-control': 'no-store',
    ...(status === 503 && { 'retry-after': '1' }),
  });
}

/** What the server could not do. @param requestId by which whoever runs it finds the cause in the log */
export function failureResponse(c: Context, error: unknown, requestId: string | null): Response {
  const extras = requestId === null ? {} : { requestId };
  if (error instanceof StoreTrouble) {
    const isFull = error.trouble === 'full';
    const detail = 'nothing was written; whoever runs this server finds the cause in its log';
    return problemResponse(c, isFull ? 'diskFull' : 'dataUnreachable', detail, extras);
  }
  return problemResponse(c, 'internal', 'something went wrong on the server; it has been logged', extras);
}

const because: Readonly<Record<QueryProblem['reason'], string>> = {
  unknownParameter: 'there is no such parameter',
  notForRole: 'your role may not use this parameter',
  notARange: 'not a range',
  notANumber: 'not a number',
  outOfRange: 'out of range',
  lowAboveHigh: 'the lower end lies above the upper end',
  unknownValue: 'no such value',
  tooLong: 'too long',
  repeated: 'given more than once',
  tooMany: 'more parameters than are read',
  notAMonth: 'not a month',
  notAShape: 'not such a shape',
  notASwitch: 'not a switch',
};

/** `invalid gfa: abc.. (not a number; allowed: lo..hi | lo.. | ..hi, 0–20000000)` */
export function errorFrom({ parameter, value, reason, allowed }: QueryProblem): ParameterError {
  const hint = allowed === '' ? '' : `; allowed: ${allowed}`;
  const detail = `invalid ${parameter}: ${value} (${because[reason]}${hint})`;
  return { parameter, value, reason, allowed, detail };
}

export function badParameters(c: Context, problems: readonly QueryProblem[]): Response {
  const errors = problems.map(errorFrom);
  return problemResponse(c, 'badParameters', errors.map((error) => error.detail).join('. '), { errors });
}
