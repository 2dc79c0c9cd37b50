/** The engine over the sample district, for tests that want an answer as people see it. */
import { buildColumns } from '#domain/engine/build-columns.ts';
import { Engine } from '#domain/engine/engine.ts';
import { type BuildingRow, rowOf } from '#domain/engine/row.ts';
import { defaultSort, emptyFilter, type Filter, type Sort } from '#domain/query/query.ts';
import { type Role, visibleTo } from '#domain/visibility.ts';
import { samplePortfolio } from '#mocks/sample/portfolio.ts';

export function sampleEngine(role: Role = 'manager'): Engine {
  const searchKeys = ({ nameZh }: { readonly nameZh: string }) => ({ texts: [nameZh], sort: nameZh });
  return new Engine(buildColumns(visibleTo(role, samplePortfolio()), { role, searchKeys }));
}

const view = { offset: 0, limit: 50, viewport: null, charts: true };

export function sampleAnswer(filter: Partial<Filter> = {}, sort: Sort = defaultSort) {
  const engine = sampleEngine();
  const answer = engine.answer({ ...emptyFilter, ...filter, sort }, view);
  const rows = Array.from(answer.rows, (row): BuildingRow => rowOf(engine.columns, row));
  return { answer, rows };
}
