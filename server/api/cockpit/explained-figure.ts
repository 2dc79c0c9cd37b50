/** From the question for one figure to its explanation, or to what is wrong with the question. */
import type { Context } from 'hono';
import { indicatorIds } from '#contract/indicator-ids.ts';
import { accessTo } from '#domain/indicators/access.ts';
import { explainIndicator } from '#domain/indicators/explain.ts';
import { specOf } from '#domain/indicators/registry.ts';
import type { AnyIndicatorId, PeriodKind } from '#domain/indicators/spec.ts';
import type { IsoMonth } from '#domain/measure.ts';
import { monthsUpTo } from '#domain/targets/standing.ts';
import type { ApiEnv } from '../api-deps.ts';
import { badParameters, problemResponse } from '../problem.ts';
import type { ReadModel } from '../read-model.ts';
import type { BuildingSet } from './building-set.ts';
import {
  comparedFigures,
  type ExplainedFigure,
  explanationAnswer,
  isIn,
  publishedExplanation,
} from './explanation-answer.ts';
import type { FiguresOf } from './figures.ts';
import { isRounded, publishedShape, whyNotPublished } from './published-answer.ts';
import { figureAskedFrom } from './table-question.ts';

/** Reaches the same period a year before, whatever the length of a period. */
const monthsBack = 13;

export async function explainedFigure(
  c: Context<ApiEnv>,
  model: ReadModel,
  search: string,
  figuresOf: FiguresOf,
): Promise<object> {
  const name = c.req.param('id') ?? '';
  const id = indicatorIds.find((one) => one === name);
  const isSeen = (one: AnyIndicatorId) => accessTo(specOf(one), model.role) !== 'none';
  if (id === undefined) {
    const known = indicatorIds.filter(isSeen).join(', ');
    return problemResponse(c, 'noSuchIndicator', `invalid indicator: ${name.slice(0, 60)} (known: ${known})`);
  }
  if (!isSeen(id)) {
    const { account, personas } = c.var.viewer;
    const kind = account === null && personas === null ? 'signInFirst' : 'notForRole';
    return problemResponse(c, kind, `not for your role: ${id}`);
  }
  const asked = figureAskedFrom(search, model, id);
  if (!asked.ok) return badParameters(c, asked.problems);
  const { level, period, group, at } = asked;
  const figure = { id, level, group, period };
  const span = { from: monthsUpTo(at, monthsBack)[0] ?? at, to: at, period };
  return accessTo(specOf(id), model.role) === 'published'
    ? asPublished(model, figure, span, asked.set, figuresOf)
    : inFull(model, figure, span, asked.set, figuresOf);
}

interface Span {
  readonly from: IsoMonth;
  readonly to: IsoMonth;
  readonly period: PeriodKind;
}

async function inFull(
  model: ReadModel,
  figure: ExplainedFigure,
  span: Span,
  set: BuildingSet,
  figuresOf: FiguresOf,
): Promise<object> {
  const { portfolio } = model;
  const table = await figuresOf(portfolio).table({ level: figure.level, ...span }, set, [figure.id]);
  const buildings = set.ids === null ? {} : { buildings: set.ids };
  const explanation = explainIndicator(portfolio, { ...figure, at: span.to, ...buildings });
  return explanationAnswer(model, figure, comparedFigures(figure, table), explanation);
}

async function asPublished(
  model: ReadModel,
  figure: ExplainedFigure,
  span: Span,
  set: BuildingSet,
  figuresOf: FiguresOf,
): Promise<object> {
  const { id, level, group } = figure;
  const refusal = whyNotPublished(set, { level, ids: null });
  if (refusal !== null || (level !== 'circle' && level !== 'district')) {
    const { periods } = await figuresOf(model.portfolio).table({ level, ...span }, set, []);
    const nothing = { periods, cell: () => null };
    return publishedExplanation(model, figure, comparedFigures(figure, nothing), refusal ?? 'level');
  }
  const table = await figuresOf(model.everything).published({ level, ...span });
  const compared = comparedFigures(figure, publishedShape(id, table));
  const isPast = isRounded(id) && !isIn(model.portfolio.asOf.slice(0, 7), compared.period);
  const reason = table.groups.includes(group) ? (isPast ? 'past' : 'parts') : 'tooFew';
  return publishedExplanation(model, figure, compared, reason);
}
