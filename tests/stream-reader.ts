/** What comes out of an event stream, event by event. */
export interface StreamedEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: unknown;
}

export interface StreamReader {
  /** The next event; null when the stream has ended. Comments are passed over. */
  readonly next: () => Promise<StreamedEvent | null>;
  /** The next block as text, comments included; null at the end. */
  readonly block: () => Promise<string | null>;
  readonly close: () => Promise<void>;
}

export function readStream(response: Response): StreamReader {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('a response without a body');
  let text = '';
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  const next = async (): Promise<StreamedEvent | null> => {
    for (;;) {
      const found = await block();
      if (found === null) return null;
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(found)?.[1] ?? null;
      const event = field('event');
      if (event) return { event, id: field('id'), data: JSON.parse(field('data') ?? 'null') };
    }
  };
  return { next, block, close: () => reader.cancel() };
}
