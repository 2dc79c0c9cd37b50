/** Workbooks with live costs. Comes with the pages that offer them, not with the first. */
import { exportBuildingFile, exportComparison } from '#contract/workbooks.ts';
import { formatSubjects, type Subject } from '#domain/compare/ids.ts';
import type { CostAssumptions } from '#domain/cost/assumptions.ts';
import { formatAssumptions } from '#domain/cost/assumptions-codec.ts';
import { type Api, type Download, fetchFile } from './api.ts';

export interface WorkbookOptions {
  readonly assumptions: CostAssumptions;
  /** `zh` or `en`. */
  readonly locale: string;
}

/** The file of one building. @throws ApiError */
export function fetchBuildingWorkbook(api: Api, id: string, options: WorkbookOptions): Promise<Download> {
  return fetchFile(api, { endpoint: exportBuildingFile, params: { id }, query: queryOf(options) });
}

/** A comparison of at least one that there is. @throws ApiError */
export function fetchCompareWorkbook(
  api: Api,
  subjects: readonly Subject[],
  options: WorkbookOptions,
): Promise<Download> {
  const query = `ids=${formatSubjects(subjects)}&${queryOf(options)}`;
  return fetchFile(api, { endpoint: exportComparison, params: {}, query });
}

function queryOf({ assumptions, locale }: WorkbookOptions): string {
  return [formatAssumptions(assumptions), `lang=${locale}`].filter(Boolean).join('&');
}
