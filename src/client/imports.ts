/** Imports in the page: what is asked, sent and followed. */
import { queryOptions } from '@tanstack/react-query';
import {
  cancelImport,
  checkImport,
  commitImport,
  discardImport,
  getImport,
  getImportRows,
  listImports,
  patchImportPart,
  removeImportFile,
  startImport,
  undoImport,
  uploadImportFile,
} from '#contract/import-endpoints.ts';
import type { Import, ImportStart, PartPatch } from '#contract/imports.ts';
import { type Api, fetchJson, fetchNothing } from './api.ts';
import { retry } from './query.ts';

/** How often imports are asked for while a step is under way: the stream of progress is sooner, where there is one. */
const followMs = 3_000;
const listMs = 1_000;

export function isUnderWay({ status }: Pick<Import, 'status'>): boolean {
  return status === 'checking' || status === 'committing' || status === 'undoing';
}

export function importsQuery(api: Api) {
  return queryOptions({
    queryKey: ['imports', api.persona],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: listImports, params: {}, signal }),
    refetchInterval: ({ state }) => (state.data?.imports.some(isUnderWay) ? listMs : false),
    retry,
  });
}

export function importQuery(api: Api, id: string) {
  return queryOptions({
    queryKey: ['import', api.persona, id],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getImport, params: { id }, signal }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? followMs : false),
    retry,
  });
}

/** The first rows of a sheet, among which its headings are. */
export function importRowsQuery(api: Api, id: string, partId: string) {
  return queryOptions({
    queryKey: ['importRows', api.persona, id, partId],
    queryFn: ({ signal }) => fetchJson(api, { endpoint: getImportRows, params: { id, partId }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry,
  });
}

/** Every call answers with the import as it then is. @throws ApiError */
export const importCalls = {
  start: (api: Api, body: ImportStart): Promise<Import> =>
    fetchJson(api, { endpoint: startImport, params: {}, body }),
  upload: (api: Api, id: string, file: File): Promise<Import> =>
    fetchJson(api, {
      endpoint: uploadImportFile,
      params: { id },
      query: new URLSearchParams({ name: file.name }).toString(),
      body: file,
    }),
  removeFile: (api: Api, id: string, fileId: string): Promise<Import> =>
    fetchJson(api, { endpoint: removeImportFile, params: { id, fileId } }),
  patch: (api: Api, id: string, partId: string, body: PartPatch): Promise<Import> =>
    fetchJson(api, { endpoint: patchImportPart, params: { id, partId }, body }),
  check: (api: Api, id: string): Promise<Import> => fetchJson(api, { endpoint: checkImport, params: { id } }),
  commit: (api: Api, id: string): Promise<Import> =>
    fetchJson(api, { endpoint: commitImport, params: { id } }),
  cancel: (api: Api, id: string): Promise<Import> =>
    fetchJson(api, { endpoint: cancelImport, params: { id } }),
  undo: (api: Api, id: string, keepLater: boolean): Promise<Import> =>
    fetchJson(api, { endpoint: undoImport, params: { id }, body: { keepLater } }),
  discard: (api: Api, id: string): Promise<void> =>
    fetchNothing(api, { endpoint: discardImport, params: { id } }),
};
