import { useMemo } from 'react';
import { type BriefMessages, briefMessages } from '#format/messages/brief.ts';
import { type PageLanguage, usePageWords } from '../use-page-words.ts';

export interface BriefLanguage extends PageLanguage {
  readonly brief: BriefMessages;
}

/** The language of the cockpit with the texts of the brief. */
export function useBriefWords(): BriefLanguage {
  const language = usePageWords();
  return useMemo(() => ({ ...language, brief: briefMessages[language.locale] }), [language]);
}
