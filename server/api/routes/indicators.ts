/** Indicators: the table of them, what one figure is made of, and what follows from both. */
import type { Hono } from 'hono';
import { getTargetStandings, getTaxLadder, getWatchlist } from '#contract/cockpit-endpoints.ts';
import { explainIndicator, getIndicators } from '#contract/indicators.ts';
import { usualThreshold } from '#domain/watchlist/watchlist.ts';
import { allowed } from '../allowed.ts';
import type { ApiEnv, RouteDeps } from '../api-deps.ts';
import { allBuildings, buildingSet } from '../cockpit/building-set.ts';
import { explainedFigure } from '../cockpit/explained-figure.ts';
import { createFigures, type Figures, type FiguresOf } from '../cockpit/figures.ts';
import { cockpitAskedFrom } from '../cockpit/question.ts';
import { monthUpTo, share } from '../cockpit/readers.ts';
import { indicatorsAnswer } from '../cockpit/table-answer.ts';
import { tableAskedFrom } from '../cockpit/table-question.ts';
import { targetLevels, targetSpan, targetStandings } from '../cockpit/target-answer.ts';
import { taxLadderAnswer, watchlistAnswer } from '../cockpit/watchlist-answer.ts';
import { timerPause } from '../in-slices.ts';
import { badParameters } from '../problem.ts';
import type { ReadModel } from '../read-model.ts';
import { routePath } from '../route-path.ts';
import { answered } from './cockpit.ts';

/** Each read: what is asked → which buildings → tables, worked out in slices → the rule → shape. */
export function routeIndicators(app: Hono<ApiEnv>, { pause = timerPause }: Pick<RouteDeps, 'pause'>): void {
  const figuresOf = createFigures(pause);
  app.get(getIndicators.path, (c) =>
    answered(c, async (model, search) => {
      const asked = tableAskedFrom(search, model);
      return asked.ok ? indicatorsAnswer(model, asked, figuresOf) : badParameters(c, asked.problems);
    }),
  );
  app.get(routePath(explainIndicator), (c) =>
    answered(c, (model, search) => explainedFigure(c, model, search, figuresOf)),
  );
  app.get(getTargetStandings.path, allowed(getTargetStandings), (c) =>
    answered(c, async (model, search) => {
      const asked = cockpitAskedFrom(search, model.vocabulary, {});
      if (!asked.ok) return badParameters(c, asked.problems);
      return standings(model, figuresOf(model.portfolio));
    }),
  );
  routeLists(app, figuresOf);
}

async function standings(model: ReadModel, figures: Figures): Promise<object> {
  const everything = allBuildings(model);
  const span = targetSpan(model.portfolio.asOf);
  const asked = targetLevels(model);
  const tables = await Promise.all(
    asked.map(({ level, columns }) =>
      figures.table({ level, ...span, period: 'month' }, everything, columns),
    ),
  );
  return targetStandings(model, tables);
}

/** Lists of buildings: above the vacancy line, and by the tax that is paid in them. */
function routeLists(app: Hono<ApiEnv>, figuresOf: FiguresOf): void {
  app.get(getWatchlist.path, (c) =>
    answered(c, async (model, search) => {
      const { asOf } = model.portfolio;
      const asked = cockpitAskedFrom(search, model.vocabulary, {
        threshold: share('threshold'),
        at: monthUpTo('at', asOf),
      });
      if (!asked.ok) return badParameters(c, asked.problems);
      const { threshold = usualThreshold, at = asOf.slice(0, 7) } = asked.own;
      const set = buildingSet(model, asked.query, asked.filter);
      const figures = figuresOf(model.portfolio);
      // Up to now, whatever month is asked for: a page that goes through the months needs one table.
      const past = { from: await figures.firstMonth(), to: asOf.slice(0, 7), period: 'month' } as const;
      const buildings = await figures.table({ level: 'building', ...past }, set, ['vacancyRate']);
      const district = await figures.table({ level: 'district', ...past }, set, ['vacancyRate']);
      return watchlistAnswer(model, set, { threshold, at }, { buildings, district });
    }),
  );
  app.get(getTaxLadder.path, allowed(getTaxLadder), (c) =>
    answered(c, async (model, search) => {
      const { asOf } = model.portfolio;
      const asked = cockpitAskedFrom(search, model.vocabulary, { at: monthUpTo('at', asOf) });
      if (!asked.ok) return badParameters(c, asked.problems);
      const { at = asOf.slice(0, 7) } = asked.own;
      const set = buildingSet(model, asked.query, asked.filter);
      const { table } = figuresOf(model.portfolio);
      const month = { from: at, to: at, period: 'month' } as const;
      const columns = ['taxTier', 'taxPerSqm', 'occupancyRate'] as const;
      const buildings = await table({ level: 'building', ...month }, set, columns);
      const district = await table({ level: 'district', ...month }, set, ['taxPerSqm']);
      return taxLadderAnswer(model, at, { buildings, district });
    }),
  );
}
