import { useMemo } from 'react';
import { type Language, useLanguage } from '#format/locale.tsx';
import { type CostMessages, costMessages } from '#format/messages/cost.ts';

export interface CostLanguage extends Language {
  readonly cost: CostMessages;
}

/** The page's language with the texts that only costs need. */
export function useCostWords(): CostLanguage {
  const language = useLanguage();
  return useMemo(() => ({ ...language, cost: costMessages[language.locale] }), [language]);
}
