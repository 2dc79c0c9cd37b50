/** All texts of the interface. `zh` is the source; a text missing in `en` does not compile. */
import type { Locale } from '#domain/words/words.ts';
import { shellEn, shellZh } from './messages/shell.ts';

export const zh = { shell: shellZh };

export type Messages = typeof zh;

export const en: Messages = { shell: shellEn };

export const messages: Readonly<Record<Locale, Messages>> = { zh, en };
