/** Under what name a file is saved. */
import type { Locale } from '#domain/words/words.ts';
import type { ReadModel } from '../read-model.ts';
import { headingsIn } from './question-notes.ts';

/** `attachment` under an ASCII name, and under the real one where it is understood (RFC 6266). */
export function attachment(plain: string, name: string): string {
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** The name of an export. */
export function dispositionOf(model: ReadModel, extension: string, locale: Locale): string {
  const { district, asOf } = model.portfolio;
  const plain = `loulan-${district.adcode}-buildings-${asOf}.${extension}`;
  const { title } = headingsIn(locale);
  const name = locale === 'zh' ? `楼览-${district.nameZh}-${title}-${asOf}` : `Loulan-${title}-${asOf}`;
  return attachment(plain, `${name}.${extension}`);
}
