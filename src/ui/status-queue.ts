/** Messages that come and go: "12 rows exported", "Could not save". A store that React reads from outside. */
export interface StatusMessage {
  readonly id: number;
  readonly text: string;
  /** `error` stays until it is dismissed. */
  readonly tone: 'info' | 'error';
  readonly action: { readonly text: string; readonly onPress: () => void } | null;
}

export interface StatusQueue {
  readonly add: (text: string, options?: Partial<Pick<StatusMessage, 'tone' | 'action'>>) => number;
  readonly dismiss: (id: number) => void;
  readonly subscribe: (listener: () => void) => () => void;
  readonly current: () => readonly StatusMessage[];
}

/** More than this at once helps nobody; the oldest goes. */
const capacity = 3;

export function createStatusQueue(): StatusQueue {
  let messages: readonly StatusMessage[] = [];
  let lastId = 0;
  const listeners = new Set<() => void>();
  const set = (next: readonly StatusMessage[]) => {
    messages = next;
    for (const listener of listeners) listener();
  };
  return {
    add(text, { tone = 'info', action = null } = {}) {
      const id = ++lastId;
      const others = messages.filter((message) => message.text !== text);
      set([...others, { id, text, tone, action }].slice(-capacity));
      return id;
    },
    dismiss(id) {
      if (messages.some((message) => message.id === id)) set(messages.filter((message) => message.id !== id));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    current: () => messages,
  };
}
