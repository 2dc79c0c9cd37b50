/** Ranks spaces by a requirement and forgets it. */
import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { findMatches } from '#contract/matches.ts';
import { districtDay } from '#domain/district-time.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { inSlices, timerPause } from '../in-slices.ts';
import { problemResponse } from '../problem.ts';
import { fieldErrorFrom } from '../writing/refusal.ts';

/** Far more than a requirement that names every circle of a large district. */
const mostBytes = 64 * 1024;

export function routeMatches(
  app: Hono<ApiEnv>,
  { now, pause = timerPause }: Pick<RouteDeps, 'now' | 'pause'>,
): void {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: (c) => problemResponse(c, 'bodyTooLarge', `invalid body: more than ${mostBytes} bytes`),
  });
  app.post(findMatches.path, allowed(findMatches), limit, async (c) => {
    let body: unknown;
    try {
      body = JSON.parse(await c.req.text());
    } catch {
      return problemResponse(c, 'badBody', 'invalid body: not JSON');
    }
    const { answeringMatches, matchQuestionFrom } = await import('../match-answer.ts');
    const { portfolio } = await c.var.model();
    const read = matchQuestionFrom(body, portfolio.district, districtDay(now()));
    if (!read.ok) {
      const fields = read.problems.map(fieldErrorFrom);
      return problemResponse(c, 'badBody', fields.map(({ detail }) => detail).join('. '), { fields });
    }
    const answer = await inSlices(answeringMatches(portfolio, read.question), pause);
    return c.json(answer, 200, { 'cache-control': 'no-store' });
  });
}
