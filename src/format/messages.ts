/** All texts of the interface. `zh` is the source; a text missing in `en` does not compile. */
import type { Locale } from '#domain/words/words.ts';
import { countersEn, countersZh } from './messages/counters.ts';
import { emptyEn, emptyZh } from './messages/empty.ts';
import { filtersEn, filtersZh } from './messages/filters.ts';
import { findEn, findZh } from './messages/find.ts';
import { liveEn, liveZh } from './messages/live.ts';
import { mapEn, mapZh } from './messages/map.ts';
import { shellEn, shellZh } from './messages/shell.ts';
import { tableEn, tableZh } from './messages/table.ts';
import { uiEn, uiZh } from './messages/ui.ts';

export const zh = {
  shell: shellZh,
  live: liveZh,
  ui: uiZh,
  filters: filtersZh,
  find: findZh,
  map: mapZh,
  counters: countersZh,
  table: tableZh,
  empty: emptyZh,
};

export type Messages = typeof zh;

export const en: Messages = {
  shell: shellEn,
  live: liveEn,
  ui: uiEn,
  filters: filtersEn,
  find: findEn,
  map: mapEn,
  counters: countersEn,
  table: tableEn,
  empty: emptyEn,
};

export const messages: Readonly<Record<Locale, Messages>> = { zh, en };
