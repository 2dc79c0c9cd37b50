/** Reads a pasted text and forgets it. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { extractRequestSchema, extractText } from '#contract/extract.ts';
import { districtDay } from '#domain/district-time.ts';
import { extractKinds, mostExtractText } from '#domain/extract/terms.ts';
import type { Circle } from '#domain/model/portfolio.ts';
import { isObject } from '#domain/plain-object.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { type ProblemKind, problemResponse } from '../problem.ts';

/** The longest text with every character escaped, and its frame. */
const mostBytes = mostExtractText * 6 + 1_024;

type Asked = ReturnType<typeof extractRequestSchema.parse>;
type BodyRead =
  | { readonly ok: true; readonly asked: Asked }
  | { readonly ok: false; readonly kind: ProblemKind; readonly detail: string };

const badBody = (detail: string): BodyRead => ({ ok: false, kind: 'badBody', detail });

function bodyFrom(json: string): BodyRead {
  let body: unknown;
  try {
    body = JSON.parse(json);
  } catch {
    return badBody('invalid body: not JSON');
  }
  if (!isObject(body)) return badBody('invalid body: not an object');
  const { kind, text } = body;
  if (!extractKinds.some((known) => known === kind)) {
    return badBody(`invalid kind (allowed: ${extractKinds.join(' | ')})`);
  }
  if (typeof text !== 'string') return badBody('invalid text: missing or no string');
  if (text.trim() === '') return badBody('invalid text: empty');
  if (text.length > mostExtractText) return { ok: false, kind: 'bodyTooLarge', detail: tooLong(text.length) };
  const parsed = extractRequestSchema.safeParse(body);
  return parsed.success
    ? { ok: true, asked: parsed.data }
    : badBody('invalid body (allowed: {kind, text} and nothing else)');
}

function tooLong(length: number): string {
  return `invalid text: ${length} characters (allowed: up to ${mostExtractText})`;
}

/** 海河沿线（津湾） is known by both of its names. */
function namesOf({ nameZh, nameEn }: Circle): readonly string[] {
  return [...nameZh.split(/[·（）()]/), nameEn.replace(/ CBD$/, '')].filter((name) => name.length > 1);
}

/** The rules come with the first text: the demo's page runs this too. */
export function routeExtract(app: Hono<ApiEnv>, { now }: Pick<RouteDeps, 'now'>): void {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) =>
      problemResponse(
        c,
        'bodyTooLarge',
        `invalid body: more than ${mostBytes} bytes (allowed: a text of up to ${mostExtractText} characters)`,
      ),
  });
  app.post(extractText.path, allowed(extractText), limit, async (c) => {
    const read = bodyFrom(await c.req.text());
    if (!read.ok) return problemResponse(c, read.kind, read.detail);
    const { kind, text } = read.asked;
    const { extract } = await import('#domain/extract/extract.ts');
    const { district } = (await c.var.model()).portfolio;
    const circles = district.circles.flatMap(namesOf);
    return c.json(extract(kind, text, { today: districtDay(now()), circles }), 200, {
      'cache-control': 'no-store',
    });
  });
}
