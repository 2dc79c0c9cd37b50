import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { type CockpitMessages, cockpitMessages } from '#format/messages/cockpit.ts';

export interface CockpitLanguage extends Language {
  readonly cockpit: CockpitMessages;
}

/** The page's language with the texts that only 驾驶舱 needs. */
export function useCockpitWords(): CockpitLanguage {
  const language = useLanguage();
  return useMemo(() => ({ ...language, cockpit: cockpitMessages[language.locale] }), [language]);
}
