/** Text as a cell of a workbook may hold it: XML 1.0, the escapes of OOXML, and no formula. */
import { defuse } from '#domain/csv.ts';

/** More than this and Excel offers to repair the file. */
export const mostCellCharacters = 32_767;

const notXml = /[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu;
/** What a reader would take for one of OOXML's own escapes, `_x000D_`. */
const looksEscaped = /_(?=x[\da-f]{4}_)/gi;

/**
 * What a reader of the cell sees. Control characters are gone, half a surrogate pair is U+FFFD, and a text
 * that would be a formula once the sheet is saved as CSV starts with an apostrophe, as in our own CSV.
 */
export function cellText(text: string): string {
  const clean = defuse(text.toWellFormed().replaceAll(notXml, '').replaceAll(/\r\n?/g, '\n'));
  return clean.length <= mostCellCharacters
    ? clean
    : `${clean.slice(0, mostCellCharacters - 1)}…`.toWellFormed();
}

/** Text in XML, between tags or in an attribute. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A text cell's content; typed as text, it is never run. */
export function inlineString(text: string): string {
  const clean = cellText(text);
  const space = /^\s|\s$|\n/.test(clean) ? ' xml:space="preserve"' : '';
  return `<is><t${space}>${escapeXml(clean.replaceAll(looksEscaped, '_x005F_'))}</t></is>`;
}
