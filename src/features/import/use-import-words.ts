import { useLanguage } from '#format/locale.tsx';
import { importPageMessages } from '#format/messages/import-page.ts';
import { intakeMessages } from '#format/messages/intake.ts';

/** The texts of the import with those of its problems. */
export function useImportWords() {
  const { locale, figures } = useLanguage();
  return { locale, figures, words: importPageMessages[locale], intake: intakeMessages[locale] };
}
