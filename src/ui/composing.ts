import type { KeyboardEvent } from 'react';

/** Whether a key belongs to an input method that is still composing; its Enter chooses a word, nothing else. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
