import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { type EditingMessages, editingEn, editingZh } from '#format/messages/editing.ts';
import type { RecordMessages } from '#format/messages/records.ts';
import { recordMessages } from '#format/record-text.ts';

export interface EditingLanguage extends Language {
  readonly editing: EditingMessages;
  readonly records: RecordMessages;
}

/** The page's language with the texts that only editing needs. */
export function useWords(): EditingLanguage {
  const language = useLanguage();
  return useMemo(
    () => ({
      ...language,
      editing: language.locale === 'zh' ? editingZh : editingEn,
      records: recordMessages(language),
    }),
    [language],
  );
}
