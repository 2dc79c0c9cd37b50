/** The answer to one question on the wire. */
import type { BuildingList } from '#contract/building-list.ts';
import type { Answer } from '#domain/engine/answer.ts';
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import { buildingItem } from './building-item.ts';
import { type Bytes, keptAnswers } from './kept-answers.ts';
import { questionInWords } from './question.ts';
import type { ReadModel } from './read-model.ts';

/** The JSON of {@link BuildingList}, in bytes. */
export type ListBody = (model: ReadModel, query: Query) => Bytes;

const encoder = new TextEncoder();
const comma = encoder.encode(',');
const end = encoder.encode(']}');

/**
 * Writes answers. The buildings of a page are most of it, and the next question shows many of them again: each is
 * kept as it was written, until its model goes.
 */
export function listBodies(): ListBody {
  const items = keptAnswers<ReadModel>();
  const itemOf = (model: ReadModel, row: number): Bytes => {
    const key = String(row);
    const known = items.find(model, key);
    if (known !== null) return known;
    const made = encoder.encode(JSON.stringify(buildingItem(model, row)));
    items.keep(model, key, made);
    return made;
  };
  return (model, query) => {
    const { rows, ...head } = listHead(model, query);
    const parts: Uint8Array[] = [encoder.encode(`${JSON.stringify(head).slice(0, -1)},"items":[`)];
    for (const row of rows) {
      if (parts.length > 1) parts.push(comma);
      parts.push(itemOf(model, row));
    }
    parts.push(end);
    return joined(parts);
  };
}

function joined(parts: readonly Uint8Array[]): Bytes {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let place = 0;
  for (const part of parts) {
    bytes.set(part, place);
    place += part.length;
  }
  return bytes;
}

type Head = Omit<BuildingList, 'items' | 'facets' | 'relaxations'> &
  Pick<Answer, 'facets' | 'relaxations' | 'rows'>;

function listHead(model: ReadModel, query: Query): Head {
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
    facets: answer.facets,
    relaxations: answer.relaxations,
    rows: answer.rows,
  };
}

/** Without the key of what the role may not see. */
function totalsItem({ taxPerSqm, ...totals }: Answer['totals']): BuildingList['totals'] {
  return taxPerSqm === null ? totals : { ...totals, taxPerSqm };
}
