/** The router keeps the query part of the address as the text it is: the grammar has a codec of its own. */
export interface SearchText {
  readonly text: string;
}

export function parseSearchText(search: string): SearchText {
  return { text: search.startsWith('?') ? search.slice(1) : search };
}

export function formatSearchText(search: Readonly<Record<string, unknown>>): string {
  const text = search['text'];
  return typeof text === 'string' && text !== '' ? `?${text}` : '';
}
