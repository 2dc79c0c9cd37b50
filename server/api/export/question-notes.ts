/** What an export says of itself: the question in words, how much there is, as of when, from where. */
import { formatQuery } from '#domain/query/codec.ts';
import { emptyQuery, type Query } from '#domain/query/query.ts';
import type { Figures } from '#domain/words/figures.ts';
import type { Locale } from '#domain/words/words.ts';
import { questionInWords } from '../question.ts';
import type { ReadModel } from '../read-model.ts';
import { type Headings, headingsEn, headingsZh } from './headings.ts';

export interface Notes {
  readonly headings: Headings;
  readonly figures: Figures;
  readonly district: string;
  readonly filter: string;
  readonly order: string;
  /** The question as the API takes it, all pages of it. */
  readonly query: string;
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  readonly source: string;
}

export function headingsIn(locale: Locale): Headings {
  return locale === 'zh' ? headingsZh : headingsEn;
}

export function notesOf(model: ReadModel, query: Query, locale: Locale): Notes {
  const headings = headingsIn(locale);
  const { filter, sort, figures } = questionInWords(query, model.portfolio, locale);
  const { district, asOf } = model.portfolio;
  return {
    headings,
    figures,
    district: locale === 'zh' ? district.nameZh : district.nameEn,
    filter,
    order: sort,
    query: formatQuery({ ...query, page: 1, limit: emptyQuery.limit, view: emptyQuery.view }),
    asOf,
    source: model.isSample ? headings.sourceSample : headings.sourceFile,
  };
}

/** What a program finds beside the rows, in GeoJSON and Arrow alike. */
export function metadataOf(model: ReadModel, notes: Notes, total: number) {
  return {
    title: notes.headings.title,
    filter: notes.filter,
    order: notes.order,
    query: notes.query,
    total,
    revision: model.revision,
    asOf: notes.asOf,
    synthetic: model.isSample,
    source: notes.source,
  };
}
