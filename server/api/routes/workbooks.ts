/** Files of one building and of several, with live formulas. */
import type { Context, Hono } from 'hono';
import { xlsxType } from '#contract/endpoints.ts';
import { exportBuildingFile, exportComparison } from '#contract/workbooks.ts';
import { mostSubjects } from '#domain/compare/ids.ts';
import { problem } from '#domain/query/problem.ts';
import type { ApiEnv } from '../api-deps.ts';
import { buildingDetail } from '../building-detail.ts';
import { costQuestionFrom } from '../cost-question.ts';
import { streamOf } from '../export/byte-stream.ts';
import { attachment } from '../export/disposition.ts';
import type { ZipEntry } from '../export/zip.ts';
import { badParameters } from '../problem.ts';
import { searchOf } from '../question.ts';
import { routePath } from '../route-path.ts';
import { noSuchBuilding } from './buildings.ts';

/** The code of workbooks comes with the first that is asked for: the demo's page runs this too. */
export function routeWorkbooks(app: Hono<ApiEnv>): void {
  app.get(routePath(exportBuildingFile), async (c) => {
    const model = await c.var.model();
    const id = c.req.param('id') ?? '';
    const row = model.rowOf.get(id);
    if (row === undefined) return noSuchBuilding(c, model, id);
    const asked = costQuestionFrom(searchOf(c.req.url));
    if (!asked.ok) return badParameters(c, asked.problems);
    const { buildingWorkbook, buildingName } = await import('../export/building-workbook.ts');
    const { assumptions, locale } = asked;
    const file = buildingDetail(model, row);
    const name = [locale === 'zh' ? '楼览' : 'Loulan', buildingName(file, locale), model.portfolio.asOf].join(
      '-',
    );
    return workbook(c, buildingWorkbook(model, file, assumptions, locale), {
      plain: `loulan-building-${model.portfolio.asOf}.xlsx`,
      name: `${name}.xlsx`,
    });
  });
  app.get(exportComparison.path, async (c) => {
    const model = await c.var.model();
    const asked = costQuestionFrom(searchOf(c.req.url), ['ids']);
    if (!asked.ok) return badParameters(c, asked.problems);
    const { compareWorkbook, comparisonOf } = await import('../export/compare-workbook.ts');
    const { assumptions, locale } = asked;
    const ids = asked.own.get('ids') ?? '';
    const comparison = comparisonOf(model, ids, assumptions, locale);
    if (comparison.compared.length === 0) {
      const allowed = `id | id~unit, 1–${mostSubjects}`;
      return badParameters(c, [problem('ids', ids, 'unknownValue', allowed)]);
    }
    const { asOf } = model.portfolio;
    return workbook(c, compareWorkbook(model, comparison, assumptions, locale), {
      plain: `loulan-comparison-${asOf}.xlsx`,
      name: locale === 'zh' ? `楼览-比选-${asOf}.xlsx` : `Loulan-comparison-${asOf}.xlsx`,
    });
  });
}

async function workbook(
  c: Context<ApiEnv>,
  entries: Iterable<ZipEntry>,
  { plain, name }: { readonly plain: string; readonly name: string },
): Promise<Response> {
  const { zipChunks } = await import('../export/zip.ts');
  return c.body(streamOf(zipChunks(entries)), 200, {
    'content-type': xlsxType,
    'content-disposition': attachment(plain, name),
  });
}
