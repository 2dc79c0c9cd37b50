/** The language of the page: its messages and its one formatter, by context. */
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFigures, type Figures } from '#domain/words/figures.ts';
import type { Locale } from '#domain/words/words.ts';
import { type Messages, messages } from './messages.ts';

export interface Language {
  readonly locale: Locale;
  readonly messages: Messages;
  readonly figures: Figures;
}

function languageOf(locale: Locale): Language {
  return { locale, messages: messages[locale], figures: createFigures(locale) };
}

const LanguageContext = createContext<Language>(languageOf('zh'));

export function LanguageProvider({
  locale,
  children,
}: {
  readonly locale: Locale;
  readonly children: ReactNode;
}) {
  const language = useMemo(() => languageOf(locale), [locale]);
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

export function useMessages(): Messages {
  return useContext(LanguageContext).messages;
}
