import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { type CompareMessages, compareMessages } from '#format/messages/compare.ts';
import type { RecordMessages } from '#format/messages/records.ts';
import { recordMessages } from '#format/record-text.ts';

export interface CompareLanguage extends Language {
  readonly compare: CompareMessages;
  readonly records: RecordMessages;
}

/** The page's language with the texts that only 比选 needs. */
export function useCompareWords(): CompareLanguage {
  const language = useLanguage();
  return useMemo(
    () => ({
      ...language,
      compare: compareMessages[language.locale],
      records: recordMessages(language),
    }),
    [language],
  );
}
