/** Which months of a building are asked for. */
import { type IsoDate, type IsoMonth, monthFromNumber, monthNumber } from '#domain/measure.ts';
import { problem, type QueryProblem } from '#domain/query/problem.ts';
import type { Asked } from './question.ts';

export interface MonthSpan {
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  /** Every month from the first to the last. */
  readonly months: readonly IsoMonth[];
}

const usualMonths = 36;
const most = 240;
/** More than anybody mistypes; what follows is not listed. */
const listedProblems = 20;
const names = ['from', 'to'] as const;

/**
 * Reads `from` and `to`, both part of the span. Without `to` it ends with the month of the data, without `from`
 * it has the usual number of months.
 * @param search query string without `?`, still encoded
 * @param usual how many; 36 when left out
 */
export function monthSpanFrom(search: string, asOf: IsoDate, usual = usualMonths): Asked<MonthSpan> {
  const given = new URLSearchParams(search);
  const problems: QueryProblem[] = [...given]
    .filter(([name]) => !names.some((known) => known === name))
    .map(([name, value]) => problem(name, value, 'unknownParameter', names.join(', ')));
  const [from, to] = names.map((name) => {
    const [text, ...repeated] = given.getAll(name);
    problems.push(...repeated.map((value) => problem(name, value, 'repeated', 'YYYY-MM')));
    if (text === undefined) return null;
    const month = /^\d{4}-\d{2}$/.test(text) ? monthNumber(text) : null;
    if (month === null) problems.push(problem(name, text, 'notAMonth', 'YYYY-MM'));
    return month;
  });
  const last = to ?? monthNumber(asOf);
  if (last === null) throw new Error(`invalid date of the data: ${asOf}`);
  const first = from ?? Math.max(0, last - usual + 1);
  if (problems.length === 0 && first > last) {
    problems.push(problem('from', monthFromNumber(first), 'lowAboveHigh', `≤ ${monthFromNumber(last)}`));
  }
  if (problems.length === 0 && last - first >= most) {
    const earliest = monthFromNumber(last - most + 1);
    problems.push(problem('from', monthFromNumber(first), 'outOfRange', `≥ ${earliest}`));
  }
  if (problems.length > 0) return { ok: false, problems: problems.slice(0, listedProblems) };
  const months = Array.from({ length: last - first + 1 }, (_, at) => monthFromNumber(first + at));
  return { ok: true, from: monthFromNumber(first), to: monthFromNumber(last), months };
}
