/** What 驾驶舱 shows beside its table of indicators: each read is question → buildings → what they amount to. */
import type { Context, Hono } from 'hono';
import { getExpiries, getIndustries, getMovements, listFindings } from '#contract/cockpit-endpoints.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { type BuildingSet, buildingSet } from '../cockpit/building-set.ts';
import { findingsAnswer } from '../cockpit/findings-answer.ts';
import { cockpitAskedFrom, plainText } from '../cockpit/question.ts';
import { spanText } from '../cockpit/table-question.ts';
import { expiriesOf, industriesOf, movementsOf } from '../cockpit/tenancies.ts';
import { matchesTag, weakTag } from '../etag.ts';
import { timerPause } from '../in-slices.ts';
import { keptAnswers } from '../kept-answers.ts';
import { monthSpanFrom } from '../month-span.ts';
import { badParameters } from '../problem.ts';
import { searchOf } from '../question.ts';
import type { ReadModel } from '../read-model.ts';

const answers = keptAnswers<ReadModel>();

/**
 * Answers from what is kept, or makes the answer; all of it hangs on nothing but the data, the role and the URL.
 * @param make gives the answer, or the response that says why there is none
 */
export async function answered(
  c: Context<ApiEnv>,
  make: (model: ReadModel, search: string) => Promise<object> | object,
): Promise<Response> {
  const model = await c.var.model();
  const { pathname } = new URL(c.req.url);
  const search = searchOf(c.req.url);
  const headers = { etag: weakTag([model.revision, model.role]), 'cache-control': 'private, no-cache' };
  const json = { ...headers, 'content-type': 'application/json' };
  const key = `${pathname}?${search}`;
  const kept = answers.find(model, key);
  if (kept) {
    return matchesTag(c.req.header('if-none-match'), headers.etag)
      ? c.body(null, 304, headers)
      : c.body(kept, 200, json);
  }
  const made = await make(model, search);
  if (made instanceof Response) return made;
  const body = new TextEncoder().encode(JSON.stringify(made));
  answers.keep(model, key, body);
  if (matchesTag(c.req.header('if-none-match'), headers.etag)) return c.body(null, 304, headers);
  return c.body(body, 200, json);
}

export function routeCockpit(app: Hono<ApiEnv>, { pause = timerPause }: Pick<RouteDeps, 'pause'>): void {
  app.get(getExpiries.path, allowed(getExpiries), (c) => overFiltered(c, expiriesOf));
  app.get(listFindings.path, allowed(listFindings), (c) => overFiltered(c, findingsAnswer));
  app.get(getIndustries.path, allowed(getIndustries), (c) => overFiltered(c, industriesOf));
  app.get(getMovements.path, allowed(getMovements), (c) =>
    answered(c, (model, search) => {
      const asked = cockpitAskedFrom(search, model.vocabulary, { from: plainText, to: plainText });
      if (!asked.ok) return badParameters(c, asked.problems);
      const { from, to } = asked.own;
      const span = monthSpanFrom(spanText(from, to), model.portfolio.asOf, 12);
      if (!span.ok) return badParameters(c, span.problems);
      return movementsOf(model, buildingSet(model, asked.query, asked.filter), span, pause);
    }),
  );
}

/** A question that has nothing but the filter. */
function overFiltered(
  c: Context<ApiEnv>,
  make: (model: ReadModel, set: BuildingSet) => object,
): Promise<Response> {
  return answered(c, (model, search) => {
    const asked = cockpitAskedFrom(search, model.vocabulary, {});
    if (!asked.ok) return badParameters(c, asked.problems);
    return make(model, buildingSet(model, asked.query, asked.filter));
  });
}
