/** Sends generated requests, a few after another to a fresh API, and compares every answer with the description. */
import fc from 'fast-check';
import { type OpenApiDocument, openApiDocument } from '#contract/openapi.ts';
import { collectionNames } from '#contract/records.ts';
import { personaHeader } from '#contract/session.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { checkRecord } from '#domain/records/check.ts';
import { entities, keyOf, recordsIn } from '#domain/records/entity.ts';
import type { Store } from '#server/api/store.ts';
import { anApi, type TestApi } from '../api.ts';
import { answerProblems, operationFinder } from './conformance.ts';
import { anyRequest, type GeneratedRequest, operationsIn } from './requests.ts';
import type { Sources } from './values.ts';

export interface RunOptions {
  readonly portfolio: Portfolio;
  /** A fresh one over the portfolio. */
  readonly makeStore: () => Promise<Store>;
  /** At least so many are sent. */
  readonly requests: number;
  /** The same seed sends the same requests. */
  readonly seed: number;
  /** Requests that one API gets at most, one after the other. Default 24. */
  readonly longest?: number;
}

export interface RunOutcome {
  readonly sent: number;
  /** How often each operation was answered with each status; `none` for what is described nowhere. */
  readonly statuses: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Operations that never went well. */
  readonly neverWell: readonly string[];
  /** The shortest sequence found whose last answer is not as described, ready to be replayed; null when all are. */
  readonly failure: string | null;
}

/** Sequences that are drawn at a time. */
const sequencesAtOnce = 25;

export async function sendGenerated(options: RunOptions): Promise<RunOutcome> {
  const { requests, seed, longest = 24 } = options;
  const document = openApiDocument();
  const sequences = fc.array(anyRequest(document, sourcesOf(document, options.portfolio)), {
    minLength: 1,
    maxLength: longest,
    size: 'max',
  });
  const statuses = new Map<string, Map<number, number>>();
  let sent = 0;
  const count = (operation: string, status: number) => {
    sent += 1;
    const own = statuses.get(operation) ?? new Map<number, number>();
    statuses.set(operation, own.set(status, (own.get(status) ?? 0) + 1));
  };
  let failure: string | null = null;
  for (let batch = 0; sent < requests && failure === null; batch++) {
    const property = fc.asyncProperty(sequences, async (sequence) => {
      const wrong = await problemsOf(document, sequence, options, count);
      if (wrong !== null) throw new Error(wrong);
    });
    const outcome = await fc.check(property, {
      seed: seed + batch,
      numRuns: sequencesAtOnce,
      endOnFailure: false,
      interruptAfterTimeLimit: 60_000,
    });
    if (outcome.failed)
      failure = replay(outcome.counterexample?.[0] ?? [], String(outcome.errorInstance), seed + batch);
  }
  const neverWell = operationsIn(document)
    .filter(
      ({ operation }) =>
        ![...(statuses.get(operation.operationId)?.keys() ?? [])].some((status) => status < 300),
    )
    .map(({ operation }) => operation.operationId);
  return { sent, statuses, neverWell, failure };
}

/** The values of each field by its name, and the keys of each kind of record. */
function sourcesOf({ components }: OpenApiDocument, portfolio: Portfolio): Sources {
  const values = new Map<string, Set<unknown>>();
  const add = (name: string, value: unknown) => {
    const own = values.get(name) ?? new Set();
    if (own.size < 40) values.set(name, own.add(value));
  };
  for (const entity of entities) {
    for (const record of recordsIn(portfolio, entity)) {
      add(`key of ${collectionNames[entity]}`, keyOf(entity, record as never));
      for (const [field, value] of Object.entries(record)) add(field, value);
    }
  }
  for (const { id } of portfolio.buildings) add('key of {id}', id);
  for (const { id } of portfolio.district.circles) for (const name of ['circle', 'circleId']) add(name, id);
  for (const { id } of portfolio.district.subdistricts)
    for (const name of ['subdistrict', 'subdistrictId']) add(name, id);
  return { schemas: components.schemas, known: (field) => [...(values.get(field) ?? [])] };
}

/** null when every answer is as described. */
async function problemsOf(
  document: OpenApiDocument,
  sequence: readonly GeneratedRequest[],
  { portfolio, makeStore }: RunOptions,
  count: (operation: string, status: number) => void,
): Promise<string | null> {
  const store = await makeStore();
  const api = anApi(portfolio, store);
  const find = operationFinder(document);
  for (const request of sequence) {
    const sendable = await withTag(api, request);
    const response = await send(api, sendable);
    const described = find(request.method, urlOf(request));
    count(described?.operation.operationId ?? 'none', response.status);
    const problems = await answerProblems(document, described, request.method, response);
    if (api.errors.length > 0) problems.push(`the server failed: ${api.errors.map(traceOf).join('; ')}`);
    if (problems.length > 0)
      return `${described?.operation.operationId ?? 'no operation'}: ${problems.join('; ')}`;
  }
  return unfitIn((await store.loadPortfolio()).portfolio);
}

/** Whatever was asked, what is kept afterwards are records. */
function unfitIn(portfolio: Portfolio): string | null {
  for (const entity of entities) {
    for (const record of recordsIn(portfolio, entity)) {
      const checked = checkRecord(entity, record);
      if (!checked.ok)
        return `${entity} ${keyOf(entity, record as never)} is unfit: ${JSON.stringify(checked)}`;
    }
  }
  return null;
}

function traceOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function urlOf({ path }: GeneratedRequest): string {
  return new URL(path, 'http://localhost').href;
}

async function withTag(api: TestApi, request: GeneratedRequest): Promise<GeneratedRequest> {
  if (!request.isCurrent) return request;
  const persona = request.headers[personaHeader];
  const headers = persona === undefined ? {} : { [personaHeader]: persona };
  const tag = (await api.request(urlOf(request), { headers })).headers.get('etag');
  return tag === null ? request : { ...request, headers: { ...request.headers, 'if-match': tag } };
}

function send(api: TestApi, { method, headers, body, ...request }: GeneratedRequest): Promise<Response> {
  return api.request(urlOf({ method, headers, body, ...request }), {
    method,
    headers,
    ...(body !== null && { body }),
  });
}

/** One `fetch` a line: a person can send them from the console of a page that the server gave. */
function replay(sequence: readonly GeneratedRequest[], why: string, seed: number): string {
  const lines = sequence.map(({ method, path, headers, body, isCurrent }) => {
    const init = JSON.stringify({ method, headers, ...(body !== null && { body }) });
    return `await fetch(${JSON.stringify(path)}, ${init});${isCurrent ? ' // if-match: the ETag that GET gives just before' : ''}`;
  });
  return [`seed ${seed}`, why, ...lines].join('\n');
}
