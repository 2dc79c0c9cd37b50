import type { Context } from 'hono';
import { confirmations, type Source, sourceSchema } from '#contract/records.ts';
import { isObject } from '#domain/plain-object.ts';
import { checkFields } from '#domain/records/check.ts';
import { problemResponse } from '../problem.ts';
import type { Annotations } from './plan.ts';

export type Body<Part extends string> =
  | {
      readonly ok: true;
      readonly text: string;
      readonly value: Annotations & { readonly [K in Part]: Readonly<Record<string, unknown>> };
    }
  | { readonly ok: false; readonly response: Response };

/** The JSON body of a write: one object of fields under its name, and what is said about it. */
export async function readBody<Part extends string>(c: Context, part: Part): Promise<Body<Part>> {
  const text = await c.req.text();
  const refused = (detail: string) =>
    ({ ok: false, response: problemResponse(c, 'badBody', detail) }) as const;
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return refused('invalid body: not JSON');
  }
  if (!isObject(body)) return refused('invalid body: not an object');
  const unknown = Object.keys(body).find((name) => ![part, 'source', 'confirm'].includes(name));
  if (unknown !== undefined) return refused(`invalid body: there is no ${unknown.slice(0, 60)}`);
  const fields = body[part];
  if (!isObject(fields)) return refused(`invalid body: ${part} is missing or no object`);
  const source = sourceIn(body['source']);
  if (source === 'wrong') {
    return refused(
      'invalid source (allowed: {source, asOf: YYYY-MM-DD, confidence: A | B | C | D, note} or null)',
    );
  }
  const confirm = body['confirm'] ?? [];
  if (!Array.isArray(confirm) || !confirm.every((word) => confirmations.some((known) => known === word))) {
    return refused(`invalid confirm (allowed: [${confirmations.join(' | ')}])`);
  }
  return { ok: true, text, value: { [part]: fields, source, confirm } as never };
}

/**
 * It becomes part of a record, and must be fit for one. undefined: nothing is said of it, and whoever writes is the
 * source; null: nobody says where the values come from.
 */
function sourceIn(given: unknown): Source | null | undefined | 'wrong' {
  if (given === undefined || given === null) return given;
  const parsed = sourceSchema.safeParse(given);
  const isFit = parsed.success && checkFields('fact', { ...parsed.data }).length === 0;
  return isFit ? parsed.data : 'wrong';
}
