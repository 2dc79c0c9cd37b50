/** Under which assumptions costs are asked for. */
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { assumptionParameters, parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { pairsFrom } from '#domain/query/pairs.ts';
import { problem, type QueryProblem } from '#domain/query/problem.ts';
import { type Locale, locales } from '#domain/words/words.ts';
import type { Asked } from './question.ts';

export interface CostQuestion {
  readonly assumptions: CostAssumptions;
  readonly locale: Locale;
  /** Of the parameters that the endpoint has beside them, those that were given. */
  readonly own: ReadonlyMap<string, string>;
}

/** More than anybody mistypes; what follows is not listed. */
const listedProblems = 20;

/**
 * Reads assumptions, `lang` (default zh) and what else the endpoint takes. One bad part refuses it all: a program
 * should not get figures under other assumptions than it asked for.
 * @param search query string without `?`, still encoded
 */
export function costQuestionFrom(search: string, own: readonly string[] = []): Asked<CostQuestion> {
  const pairs = pairsFrom(search);
  const beside = ['lang', ...own];
  const names = [...beside, ...assumptionParameters];
  const given = new Map<string, string>();
  const problems: QueryProblem[] = [];
  for (const [name, text] of pairs) {
    if (!names.includes(name)) problems.push(problem(name, text, 'unknownParameter', names.join(', ')));
    if (!beside.includes(name)) continue;
    if (given.has(name)) problems.push(problem(name, text, 'repeated', ''));
    else given.set(name, text);
  }
  const lang = given.get('lang') || 'zh';
  const locale = locales.find((known) => known === lang);
  if (!locale) problems.push(problem('lang', lang, 'unknownValue', locales.join(', ')));
  const { assumptions, problems: wrong } = parseAssumptions(pairs);
  const all = [...problems, ...wrong];
  if (!locale || all.length > 0) return { ok: false, problems: all.slice(0, listedProblems) };
  return { ok: true, assumptions, locale, own: given };
}
