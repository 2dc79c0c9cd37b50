import { type Locale, locales } from '#domain/words/words.ts';
import type { ImportContext } from './import-app.ts';

/** null for a language that there is not. */
export function localeOf(c: ImportContext): Locale | null {
  const given = c.req.query('lang') ?? 'zh';
  return locales.find((known) => known === given) ?? null;
}

/** Under an ASCII name, and under the real one where it is understood (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\w.-]+/g, '_');
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
