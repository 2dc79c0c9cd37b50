/** Live updates: what the events of the stream carry. Ids and revisions, never a field of a record. */
import * as z from 'zod/mini';
import { roles } from '#domain/visibility.ts';

export const eventStreamType = 'text/event-stream';
export const lastEventIdHeader = 'last-event-id';

/** More buildings than this are not named one by one. */
export const mostNamed = 500;

/** `hello`: first in every stream. */
export const helloSchema = z.object({
  /** Of the data from which on changes are told. */
  revision: z.string(),
  /** Day that the data are as of. */
  asOf: z.string(),
  /** As whom the server knows the reader. */
  role: z.enum(roles),
});
export type Hello = z.infer<typeof helloSchema>;

/** `changed`: what the reader sees is not what it was. The event's id is the revision. */
export const changedSchema = z.object({
  revision: z.string(),
  asOf: z.string(),
  /** Buildings that look different; [] where only the day moved on, or where `all` says enough. */
  buildings: z.array(z.string()),
  /** Anything may have changed. */
  all: z.boolean(),
});
export type Changed = z.infer<typeof changedSchema>;

/** `bye`: the reader is not who it was when the stream began; it may ask again as who it is now. */
export const byeEvent = 'bye';
export const helloEvent = 'hello';
export const changedEvent = 'changed';
