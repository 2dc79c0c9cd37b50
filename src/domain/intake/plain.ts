/** Forms of a text in which two spellings of one thing are the same. */

/** Full width becomes half width, ㎡ becomes m2, runs of spaces become one. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
}

/** For comparing names and headings: plain, lower case, without spaces and punctuation. */
export function nameKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** Two pieces of text with which a key is made; NUL occurs in no name key. */
export function pairKey(first: string, second: string): string {
  return `${first}\0${second}`;
}
