import { useLanguage } from '#format/locale.tsx';
import { type CardMessages, cardMessages } from '#format/messages/card.ts';

export function useCardWords(): CardMessages {
  return cardMessages[useLanguage().locale];
}
