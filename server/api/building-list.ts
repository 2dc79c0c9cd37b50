/** The answer to one question on the wire. */
import type { BuildingList } from '#contract/building-list.ts';
import type { Answer } from '#domain/engine/answer.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import { buildingItem } from './building-item.ts';
import { questionInWords } from './question.ts';
import type { ReadModel } from './read-model.ts';

export function buildingList(model: ReadModel, query: Query): BuildingList {
  const { page, limit } = query;
  const answer = model.engine.answer(query, {
    offset: (page - 1) * limit,
    limit,
    viewport: null,
    charts: false,
  });
  return {
    revision: model.revision,
    asOf: model.portfolio.asOf,
    query: formatQuery({ ...query, view: emptyQuery.view }),
    filterInWords: {
      zh: questionInWords(query, model.portfolio, 'zh').filter,
      en: questionInWords(query, model.portfolio, 'en').filter,
    },
    total: answer.total,
    page,
    limit,
    totals: totalsItem(answer.totals),
    facets: facetsItem(answer.facets),
    relaxations: answer.relaxations.map(({ clause, gain }) => ({ clause, gain })),
    items: Array.from(answer.rows, (row) => buildingItem(model, row)),
  };
}

/** Without the key of what the role may not see. */
function totalsItem({ taxPerSqm, ...totals }: Answer['totals']): BuildingList['totals'] {
  return taxPerSqm === null ? totals : { ...totals, taxPerSqm };
}

function facetsItem({ ranges, sets }: Answer['facets']): BuildingList['facets'] {
  return {
    ranges: Object.fromEntries(
      Object.entries(ranges).map(([field, { edges, counts, unknown }]) => [
        field,
        { edges: [...edges], counts: [...counts], unknown },
      ]),
    ),
    sets,
  };
}
