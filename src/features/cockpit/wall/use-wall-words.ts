import { useMemo } from 'react';
import { type WallMessages, wallMessages } from '#format/messages/wall.ts';
import { type PageLanguage, usePageWords } from '../use-page-words.ts';

export interface WallLanguage extends PageLanguage {
  readonly wall: WallMessages;
}

/** The language of the cockpit with the texts of the wall. */
export function useWallWords(): WallLanguage {
  const language = usePageWords();
  return useMemo(() => ({ ...language, wall: wallMessages[language.locale] }), [language]);
}
