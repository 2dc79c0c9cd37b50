/** Carries a plan out, once and for all, and answers. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { districtDay } from '#domain/district-time.ts';
import { applyChanges } from '#domain/records/change.ts';
import type { Entity } from '#domain/records/entity.ts';
import { holdsRealData } from '#domain/sample.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { textFingerprint } from '../fingerprint.ts';
import { actorOf } from '../identity.ts';
import { problemResponse } from '../problem.ts';
import type { KeptAnswer, Origin, Snapshot } from '../store.ts';
import { findRecord, type Planned, tagged } from './plan.ts';
import { refusal } from './refusal.ts';

/** Writes of other servers that may come first before one gives up. */
const mostTries = 20;

export interface WriteRequest {
  readonly entity: Entity;
  readonly origin: Origin;
  readonly success: 200 | 201 | 204;
  /** The request's body as it came, for recognising a repetition. */
  readonly body: string;
  readonly plan: (snapshot: Snapshot) => Planned | Promise<Planned>;
}

/**
 * Plans against the latest data and commits, again and again while others write in between.
 * @throws StoreTrouble when the medium fails
 */
export async function carryOut(
  c: Context<ApiEnv>,
  deps: RouteDeps,
  request: WriteRequest,
): Promise<Response> {
  const repeated = await keyOfRequest(c, request);
  if (!repeated.ok) {
    return problemResponse(c, 'badParameters', 'invalid idempotency-key: 1–128 visible ASCII characters');
  }
  return deps.writing(() => planAndCommit(c, deps, request, repeated));
}

async function planAndCommit(
  c: Context<ApiEnv>,
  deps: RouteDeps,
  request: WriteRequest,
  repeated: RequestKey & { ok: true },
): Promise<Response> {
  const { store, models, now } = deps;
  const kept = repeated.key === null ? null : await store.keptAnswer(repeated.key);
  if (kept) return replayed(c, kept, repeated.fingerprint);
  for (let tries = 0; tries < mostTries; tries++) {
    const snapshot = await models.snapshot();
    const planned = await request.plan(snapshot);
    if (!planned.ok) return refusal(c, planned);
    const answer = answerTo(c, snapshot, request, planned);
    if (planned.changes.length === 0) return respond(c, answer);
    if (c.var.viewer.account === null && !staysSample(deps, snapshot, planned)) {
      const detail = 'this would make the sample real data; create the first account, then sign in';
      return problemResponse(c, 'sampleOnly', detail);
    }
    const at = now();
    const committed = await store.commit({
      base: snapshot.revision,
      changes: planned.changes,
      actor: actorOf(c.var.viewer, deps.addressOf(c.req.raw)),
      at: at.toISOString(),
      asOf: districtDay(at),
      origin: request.origin,
      batchId: null,
      requestId: deps.requestIdOf(c.req.raw),
      answer:
        repeated.key === null ? null : { key: repeated.key, fingerprint: repeated.fingerprint, ...answer },
    });
    if (committed.ok) return respond(c, answer);
    if (committed.reason === 'answered') return replayed(c, committed.answer, repeated.fingerprint);
  }
  return problemResponse(c, 'busy', 'too many others are writing; try again');
}

function staysSample(
  { published }: RouteDeps,
  { portfolio }: Snapshot,
  { changes }: Planned & { ok: true },
): boolean {
  return !holdsRealData(applyChanges(portfolio, changes), published);
}

interface Answer {
  readonly status: number;
  readonly body: string;
}

function answerTo(
  c: Context<ApiEnv>,
  { portfolio }: Snapshot,
  { entity, success }: WriteRequest,
  { changes, key }: Planned & { ok: true },
): Answer {
  if (key === null) return { status: success, body: '' };
  const written = changes.find((change) => change.entity === entity && change.key === key);
  const record = written ? written.after : findRecord(portfolio, entity, key);
  const shown = record && tagged(c.var.viewer.role, entity, record as never);
  if (!shown) return { status: 204, body: '' };
  return { status: success, body: JSON.stringify({ entity, key, ...shown }) };
}

function respond(
  c: Context<ApiEnv>,
  { status, body }: Answer,
  headers: Record<string, string> = {},
): Response {
  if (body === '') return c.body(null, 204, headers);
  const { tag } = JSON.parse(body) as { readonly tag: string };
  return c.body(body, status as ContentfulStatusCode, {
    ...headers,
    'content-type': 'application/json',
    'cache-control': 'no-store',
    etag: tag,
  });
}

type RequestKey =
  | { readonly ok: true; readonly key: string | null; readonly fingerprint: string }
  | { readonly ok: false };

/** Keys of different people never meet. */
async function keyOfRequest(c: Context<ApiEnv>, { body }: WriteRequest): Promise<RequestKey> {
  const given = c.req.header('idempotency-key');
  const { account, role } = c.var.viewer;
  const parts = [c.req.method, c.req.path, c.req.header('if-match') ?? '', body];
  const fingerprint = textFingerprint(JSON.stringify(parts));
  if (given === undefined) return { ok: true, key: null, fingerprint };
  if (!/^[!-~]{1,128}$/.test(given)) return { ok: false };
  return { ok: true, key: `${account?.id ?? `persona-${role}`} ${given}`, fingerprint };
}

function replayed(c: Context<ApiEnv>, kept: KeptAnswer, fingerprint: string): Response {
  if (kept.fingerprint === fingerprint) return respond(c, kept, { 'idempotency-replayed': 'true' });
  return problemResponse(c, 'keyReused', 'invalid idempotency-key: it was used for another request');
}
