/** Server-sent events out of the text of a stream (HTML standard, 9.2.6), however the text was cut. */

export interface StreamEvent {
  readonly event: string;
  readonly data: string;
  /** As it stood when the event came; '' where the stream has named none. */
  readonly id: string;
}

export class EventParser {
  #rest = '';
  #event = '';
  #data: string[] = [];
  #id = '';
  #isFirst = true;

  /** Takes the next piece of text; gives the events that it completes. */
  push(text: string): StreamEvent[] {
    this.#rest += this.#isFirst ? text.replace(/^\uFEFF/, '') : text;
    if (text !== '') this.#isFirst = false;
    const events: StreamEvent[] = [];
    for (;;) {
      // A carriage return at the very end may be half of a line end.
      const end = /\r\n|\n|\r(?!$)/.exec(this.#rest);
      if (!end) return events;
      const line = this.#rest.slice(0, end.index);
      this.#rest = this.#rest.slice(end.index + end[0].length);
      if (line !== '') this.#field(line);
      else if (this.#data.length > 0) events.push(this.#complete());
      else this.#event = '';
    }
  }

  #field(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') this.#event = value;
    if (name === 'data') this.#data.push(value);
    if (name === 'id' && !value.includes('\0')) this.#id = value;
  }

  #complete(): StreamEvent {
    const event = { event: this.#event || 'message', data: this.#data.join('\n'), id: this.#id };
    this.#event = '';
    this.#data = [];
    return event;
  }
}
