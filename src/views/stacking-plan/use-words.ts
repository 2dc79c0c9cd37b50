import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import type { RecordMessages } from '#format/messages/records.ts';
import { type StackingMessages, stackingMessages } from '#format/messages/stacking.ts';
import { recordMessages } from '#format/record-text.ts';

export interface StackingLanguage extends Language {
  readonly stacking: StackingMessages;
  readonly records: RecordMessages;
}

/** The page's language with the texts that only a stacking plan needs. */
export function useWords(): StackingLanguage {
  const language = useLanguage();
  return useMemo(
    () => ({
      ...language,
      stacking: stackingMessages[language.locale],
      records: recordMessages(language),
    }),
    [language],
  );
}
