/**
 * Assumptions as a query string: `area=1800&term=60&esc=0.05&free=3&fee=28&park=10x800&fit=1500`.
 * Only what differs from the defaults is written, in a fixed order. `parseAssumptions` never throws: it gives the
 * usable rest and a list of what is wrong. The names belong to this grammar alone, so that a page may put its own
 * parameters beside them; names of others are passed over.
 */
import { encode, pairsFrom } from '../query/pairs.ts';
import { problem, type QueryProblem } from '../query/problem.ts';
import { type CostAssumptions, defaultAssumptions } from './assumptions.ts';
import { choice, figure, own, type Parameter, price, product, rent, switched } from './assumptions-parts.ts';
import { whyNotAssumption } from './range.ts';

const grammar: Readonly<Record<string, Parameter>> = {
  area: figure('area'),
  basis: choice('areaBasis', { gfa: 'gfa', usable: 'usable' }),
  term: figure('termMonths'),
  pay: rent,
  per: choice('rentUnit', { month: 'month', day: 'day' }),
  days: choice('dayCount', { calendar: '365', thirty: '30' }),
  gross: switched('rentIncludesFee'),
  esc: figure('escalation'),
  step: figure('firstStepMonths'),
  free: figure('rentFreeMonths'),
  freeas: choice('rentFree', { start: 'start', spread: 'spread' }),
  freefee: switched('rentFreeCoversFee'),
  fee: figure('managementFee'),
  park: product('parkingSpaces', 'parkingFee'),
  fit: figure('fitOut'),
  life: figure('fitOutLifeMonths'),
  move: figure('moving'),
  dep: figure('depositMonths'),
  depfee: switched('depositCoversFee'),
  capital: figure('costOfCapital'),
  sub: figure('subsidyTotal'),
  subm: product('subsidyRate', 'subsidyMonths'),
  subcap: figure('subsidyAreaCap'),
  rate: figure('discountRate'),
  buy: price,
  down: figure('downPayment'),
  loan: figure('loanRate'),
  years: figure('loanYears'),
  tax: figure('purchaseTaxes'),
  upkeep: figure('runningCost'),
  growth: figure('priceChange'),
  own,
};

/** Every parameter of the grammar, in the order in which they are written. */
export const assumptionParameters: readonly string[] = Object.keys(grammar);

export interface ParsedAssumptions {
  readonly assumptions: CostAssumptions;
  readonly problems: readonly QueryProblem[];
}

/**
 * Reads a query string (with or without `?`) or a list of pairs; what it does not name keeps its default.
 * Rent-free months beyond the term are dropped and named, whatever order they come in.
 */
export function parseAssumptions(source: string | Iterable<readonly [string, string]>): ParsedAssumptions {
  const pairs = typeof source === 'string' ? pairsFrom(source) : source;
  const texts = new Map<string, string>();
  const problems: QueryProblem[] = [];
  let assumptions = defaultAssumptions;
  for (const [name, text] of pairs) {
    const parameter = Object.hasOwn(grammar, name) ? grammar[name] : undefined;
    if (parameter === undefined || text === '') continue;
    if (texts.has(name)) {
      problems.push(problem(name, text, 'repeated', ''));
      continue;
    }
    texts.set(name, text);
    const { part, trouble } = parameter.read(text);
    assumptions = { ...assumptions, ...part };
    if (trouble) problems.push(problem(name, text, trouble.reason, trouble.allowed));
  }
  const violation = whyNotAssumption('rentFreeMonths', assumptions.rentFreeMonths, assumptions);
  if (violation === null) return { assumptions, problems };
  const allowed = `${violation.allowed.lo}–${violation.allowed.hi}`;
  problems.push(problem('free', texts.get('free') ?? '', 'outOfRange', allowed));
  return { assumptions: { ...assumptions, rentFreeMonths: 0 }, problems };
}

/** The pairs that differ from the defaults. */
export function assumptionPairs(assumptions: CostAssumptions): readonly (readonly [string, string])[] {
  return Object.entries(grammar).flatMap(([name, { write }]) => {
    const text = write(assumptions);
    return text === null ? [] : [[name, text] as const];
  });
}

/** The query string without `?`; '' for the defaults. */
export function formatAssumptions(assumptions: CostAssumptions): string {
  return assumptionPairs(assumptions)
    .map(([name, text]) => `${name}=${encode(text)}`)
    .join('&');
}
