import { useMemo } from 'react';
import { type CockpitPageMessages, cockpitPageMessages } from '#format/messages/cockpit-page.ts';
import { type CockpitLanguage, useCockpitWords } from '#views/cockpit/use-cockpit-words.ts';

export interface PageLanguage extends CockpitLanguage {
  readonly page: CockpitPageMessages;
}

/** The language of the charts with the texts of the page around them. */
export function usePageWords(): PageLanguage {
  const language = useCockpitWords();
  return useMemo(() => ({ ...language, page: cockpitPageMessages[language.locale] }), [language]);
}

/** A name in the language of the page. */
export function nameIn(
  locale: 'zh' | 'en',
  { nameZh, nameEn }: { readonly nameZh: string; readonly nameEn: string | null },
): string {
  return locale === 'en' ? (nameEn ?? nameZh) : nameZh;
}
