/** Workbooks with live costs. Comes with the pages that offer them, not with the first. */
import { exportBuildingFile } from '#contract/workbooks.ts';
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

function queryOf({ assumptions, locale }: WorkbookOptions): string {
  return [formatAssumptions(assumptions), `lang=${locale}`].filter(Boolean).join('&');
}
