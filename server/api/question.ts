/** From a query string to a question, and the question in words. */

import type { Portfolio } from '#domain/model/portfolio.ts';
import { parseQuery } from '#domain/query/codec.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import { problem, type QueryProblem } from '#domain/query/problem.ts';
import type { Query } from '#domain/query/query.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { filterInWords, sortInWords } from '#domain/words/describe.ts';
import { createFigures, type Figures } from '#domain/words/figures.ts';
import { type Locale, locales } from '#domain/words/words.ts';

export type Asked<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly problems: readonly QueryProblem[] };

/** The query string of a URL without `?`, still encoded. */
export function searchOf(url: string): string {
  const cut = url.indexOf('?');
  return cut < 0 ? '' : (url.slice(cut + 1).split('#')[0] ?? '');
}

/** Reads a question; one bad part refuses it all, since a program should not get half an answer. */
export function askedFrom(search: string, vocabulary: Vocabulary): Asked<{ readonly query: Query }> {
  const { query, problems } = parseQuery(search, vocabulary);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, query };
}

/** The same with `lang=`, which exports take beside the grammar. Default zh. */
export function exportAskedFrom(
  search: string,
  vocabulary: Vocabulary,
): Asked<{ readonly query: Query; readonly locale: Locale }> {
  const parts = search.split('&');
  const isLang = (part: string) => part === 'lang' || part.startsWith('lang=');
  const [lang, ...repeated] = parts.filter(isLang).map((part) => part.slice('lang='.length));
  const locale = lang ? locales.find((known) => known === lang) : 'zh';
  const { query, problems } = parseQuery(parts.filter((part) => !isLang(part)).join('&'), vocabulary);
  const found = [
    ...problems,
    ...repeated.map((text) => problem('lang', text, 'repeated', locales.join(', '))),
  ];
  if (!locale) found.push(problem('lang', lang ?? '', 'unknownValue', locales.join(', ')));
  return locale && found.length === 0 ? { ok: true, query, locale } : { ok: false, problems: found };
}

/** What the district calls its circles and subdistricts; an id without a name stays as it is. */
export function namesOf({ district }: Pick<Portfolio, 'district'>, locale: Locale): NamesOf {
  return (field, id) => {
    const list = field === 'circle' ? district.circles : district.subdistricts;
    const found = list.find((area) => area.id === id);
    return found ? (locale === 'zh' ? found.nameZh : found.nameEn) : id;
  };
}

const figuresOf = { zh: createFigures('zh'), en: createFigures('en') } as const;

/** The formatter of figures in one language, with its words. */
export function figuresIn(locale: Locale): Figures {
  return figuresOf[locale];
}

export function questionInWords(query: Query, portfolio: Pick<Portfolio, 'district'>, locale: Locale) {
  const figures = figuresIn(locale);
  return {
    filter: filterInWords(query, figures, namesOf(portfolio, locale)),
    sort: sortInWords(query.sort, figures),
    figures,
  };
}
