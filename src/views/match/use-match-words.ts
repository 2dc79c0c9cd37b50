import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { type MatchMessages, matchMessages } from '#format/messages/match.ts';
import type { RecordMessages } from '#format/messages/records.ts';
import { recordMessages } from '#format/record-text.ts';

export interface MatchLanguage extends Language {
  readonly match: MatchMessages;
  readonly records: RecordMessages;
}

/** The page's language with the texts that only 匹配 needs. */
export function useMatchWords(): MatchLanguage {
  const language = useLanguage();
  return useMemo(
    () => ({ ...language, match: matchMessages[language.locale], records: recordMessages(language) }),
    [language],
  );
}
