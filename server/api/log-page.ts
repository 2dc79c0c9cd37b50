/** Which part of a log is asked for, from the latest backwards. */
import type { Context } from 'hono';
import { problemResponse } from './problem.ts';
import type { AuditPlace, AuditQuestion } from './store.ts';

const limits = { most: 200, usual: 50 };

/** null when `before` or `limit` cannot be used. */
export function pageOf(c: Context): Pick<AuditQuestion, 'before' | 'limit'> | null {
  const { before, limit } = c.req.query();
  const place = before === undefined ? null : /^(\d{1,15})\.(\d{1,9})$/.exec(before);
  const count = limit === undefined ? limits.usual : /^[1-9]\d{0,3}$/.test(limit) ? Number(limit) : 0;
  if ((before !== undefined && !place) || count < 1 || count > limits.most) return null;
  return { limit: count, ...(place && { before: { sequence: Number(place[1]), number: Number(place[2]) } }) };
}

/** A place in the log as `before` takes it. */
export function shownPlace({ sequence, number }: AuditPlace): string {
  return `${sequence}.${number}`;
}

export function badPage(c: Context): Response {
  const detail = `invalid before or limit (allowed: before as next had it; limit 1–${limits.most})`;
  return problemResponse(c, 'badParameters', detail);
}
