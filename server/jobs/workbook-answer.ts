import { xlsxType } from '#contract/endpoints.ts';
import { type Locale, locales } from '#domain/words/words.ts';
import { attachment } from '#server/api/export/disposition.ts';
import type { ImportContext } from './import-app.ts';

/** null for a language that there is not. */
export function localeOf(c: ImportContext): Locale | null {
  const given = c.req.query('lang') ?? 'zh';
  return locales.find((known) => known === given) ?? null;
}

/** A workbook to save under its name. */
export function workbookAnswer(c: ImportContext, bytes: Uint8Array, name: string): Response {
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': xlsxType,
    'content-disposition': attachment(name.replaceAll(/[^\w.-]+/g, '_'), name),
  });
}
