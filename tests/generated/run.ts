/** Sends generated requests, a few after another to a fresh API, and compares every answer with the description. */
import fc from 'fast-check';
import { type OpenApiDocument, openApiDocument } from '#contract/openapi.ts';
import { collectionNames } from '#contract/records.ts';
import { personaHeader } from '#contract/session.ts';
import type { Portfolio } from '#domain/model/portfolio.ts';
import { checkRecord } from '#domain/records/check.ts';
import { entities, keyOf, recordsIn } from '#domain/records/entity.ts';
import { answerProblems, operationFinder } from './conformance.ts';
import { anyRequest, type GeneratedRequest, operationsIn } from './requests.ts';
import type { Sources } from './values.ts';

export interface RunOptions {
  /** Whose values requests are made of. */
  readonly portfolio: Portfolio;
  /** A fresh one for each sequence. */
  readonly makeWorld: () => Promise<World>;
  /** Values of the world beside those of the portfolio, by the name of the field; keys as `key of units`. */
  readonly known?: Readonly<Record<string, readonly unknown[]>>;
  /** At least so many are sent. */
  readonly requests: number;
  /** The same seed sends the same requests. */
  readonly seed: number;
  /** Operations that are left out, by their ids. */
  readonly except?: readonly string[];
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

/** An API, and what can be seen of its inside. */
export interface World {
  /** As whom its persona header says. */
  readonly send: (request: GeneratedRequest) => Promise<Response>;
  /** What the API told its host of. */
  readonly errors: readonly unknown[];
  readonly portfolio: () => Promise<Portfolio>;
}

/** Sequences that are drawn at a time. */
const sequencesAtOnce = 25;

export async function sendGenerated(options: RunOptions): Promise<RunOutcome> {
  const { requests, seed, except = [], longest = 24 } = options;

  const document = openApiDocument();
  const asked = operationsIn(document).filter(({ operation }) => !except.includes(operation.operationId));
  const sequences = fc.array(anyRequest(asked, sourcesOf(document, options)), {
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
      if (wrong !== null) throw new NotAsDescribed(wrong);
    });
    const outcome = await fc.check(property, {
      seed: seed + batch,
      numRuns: sequencesAtOnce,
      endOnFailure: false,
      interruptAfterTimeLimit: 60_000,
    });
    if (outcome.failed)
      failure = replay(outcome.counterexample?.[0] ?? [], outcome.errorInstance, seed + batch);
  }
  const neverWell = asked
    .filter(
      ({ operation }) =>
        ![...(statuses.get(operation.operationId)?.keys() ?? [])].some((status) => status < 300),
    )
    .map(({ operation }) => operation.operationId);
  return { sent, statuses, neverWell, failure };
}

/** The values of each field by its name, and the keys of each kind of record. */
function sourcesOf({ components }: OpenApiDocument, { portfolio, known = {} }: RunOptions): Sources {
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
  const buildings = portfolio.buildings.map(({ id }) => id);
  for (const [at, id] of buildings.entries()) add('ids', [id, ...buildings.slice(at + 1, at + 3)]);
  for (const [name, own] of Object.entries(known)) for (const value of own) add(name, value);
  for (const { id } of portfolio.district.circles) for (const name of ['circle', 'circleId']) add(name, id);
  for (const { id } of portfolio.district.subdistricts)
    for (const name of ['subdistrict', 'subdistrictId']) add(name, id);
  return { schemas: components.schemas, known: (field) => [...(values.get(field) ?? [])] };
}

interface Wrong {
  /** How many of the sequence were sent until it was seen. */
  readonly sent: number;
  readonly why: string;
}

class NotAsDescribed extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong.why);
    this.wrong = wrong;
  }
}

/** null when every answer is as described. */
async function problemsOf(
  document: OpenApiDocument,
  sequence: readonly GeneratedRequest[],
  { makeWorld }: RunOptions,
  count: (operation: string, status: number) => void,
): Promise<Wrong | null> {
  const world = await makeWorld();
  const find = operationFinder(document);
  for (const [index, request] of sequence.entries()) {
    const response = await world.send(await withTag(world, request));
    const described = find(request.method, urlOf(request));
    count(described?.operation.operationId ?? 'none', response.status);
    const problems = await answerProblems(document, described, request.method, response);
    if (world.errors.length > 0) problems.push(`the server failed: ${world.errors.map(traceOf).join('; ')}`);
    if (problems.length === 0) continue;
    const name = described?.operation.operationId ?? 'no operation';
    return { sent: index + 1, why: `${name}: ${problems.join('; ')}` };
  }
  const why = unfitIn(await world.portfolio());
  return why === null ? null : { sent: sequence.length, why };
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

async function withTag(world: World, request: GeneratedRequest): Promise<GeneratedRequest> {
  if (!request.isCurrent) return request;
  const persona = request.headers[personaHeader];
  const headers: Record<string, string> = persona === undefined ? {} : { [personaHeader]: persona };
  const read = await world.send({ ...request, method: 'GET', headers, body: null });
  await read.body?.cancel();
  const tag = read.headers.get('etag');
  return tag === null ? request : { ...request, headers: { ...request.headers, 'if-match': tag } };
}

/** One `fetch` a line: a person can send them from the console of a page that the server gave. */
function replay(sequence: readonly GeneratedRequest[], error: unknown, seed: number): string {
  const sent = error instanceof NotAsDescribed ? error.wrong.sent : sequence.length;
  const lines = sequence.slice(0, sent).map(({ method, path, headers, body, isCurrent }) => {
    const init = JSON.stringify({ method, headers, ...(body !== null && { body }) });
    return `await fetch(${JSON.stringify(path)}, ${init});${isCurrent ? ' // if-match: the ETag that GET gives just before' : ''}`;
  });
  return [`seed ${seed}`, String(error), ...lines].join('\n');
}
