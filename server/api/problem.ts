/** The one place where something wrong becomes an answer. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { getDocs } from '#contract/endpoints.ts';
import { type NearName, type ParameterError, type Problem, problemType } from '#contract/problem.ts';
import type { QueryProblem } from '#domain/query/problem.ts';

const titles = {
  badParameters: [400, 'Bad parameters'],
  badPersona: [400, 'No such persona'],
  crossOrigin: [403, 'Request from another origin'],
  noSuchBuilding: [404, 'No such building'],
  noSuchEndpoint: [404, 'No such endpoint'],
  methodNotAllowed: [405, 'Method not allowed'],
  bodyTooLarge: [413, 'Body too large'],
  notJson: [415, 'Body is not JSON'],
  internal: [500, 'Internal error'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemKind = keyof typeof titles;

export interface ProblemExtras {
  readonly errors?: ParameterError[];
  readonly near?: NearName[];
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
  });
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
