import { describe, expect, it } from 'vitest';
import { createStatusQueue } from './status-queue.ts';

describe('the status queue', () => {
  it('keeps the newest three, the oldest first', () => {
    const queue = createStatusQueue();
    for (const text of ['one', 'two', 'three', 'four']) queue.add(text);
    expect(queue.current().map((message) => message.text)).toEqual(['two', 'three', 'four']);
  });

  it('says the same thing once, as new', () => {
    const queue = createStatusQueue();
    queue.add('saved');
    queue.add('other');
    const again = queue.add('saved');
    expect(queue.current().map((message) => message.text)).toEqual(['other', 'saved']);
    expect(queue.current().at(-1)?.id).toBe(again);
  });

  it('tells its listeners of every change, and only of changes', () => {
    const queue = createStatusQueue();
    let calls = 0;
    const stop = queue.subscribe(() => calls++);
    const id = queue.add('saved');
    queue.dismiss(id);
    queue.dismiss(id);
    expect(calls).toBe(2);
    stop();
    queue.add('unheard');
    expect(calls).toBe(2);
  });

  it('gives the same list until something changes', () => {
    const queue = createStatusQueue();
    queue.add('saved');
    expect(queue.current()).toBe(queue.current());
  });
});
