/** Events as the bytes of a stream (HTML standard, server-sent events). */
import { byeEvent, type Changed, changedEvent, type Hello, helloEvent, mostNamed } from '#contract/events.ts';
import type { News } from './step-ring.ts';

const encoder = new TextEncoder();

/** How long a reader waits before it comes back, in ms. */
const retryMs = 2_000;

/** Proxies that collect a first block before they pass anything on have it at once. */
const padding = `:${' '.repeat(2_048)}\n\n`;

export const heartbeat = encoder.encode(': still here\n\n');
export const bye = encoder.encode(`event: ${byeEvent}\ndata: {}\n\n`);

export function helloBytes(hello: Hello): Uint8Array {
  const event = `event: ${helloEvent}\nid: ${hello.revision}\nretry: ${retryMs}\ndata: ${JSON.stringify(hello)}\n\n`;
  return encoder.encode(padding + event);
}

/** Named one by one while there are few, else all. */
export function changedBytes(revision: string, asOf: string, { buildings }: News): Uint8Array {
  const all = buildings === 'all' || buildings.size > mostNamed;
  const changed: Changed = { revision, asOf, buildings: all ? [] : [...buildings], all };
  return encoder.encode(`event: ${changedEvent}\nid: ${revision}\ndata: ${JSON.stringify(changed)}\n\n`);
}
