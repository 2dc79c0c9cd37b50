import { eventStreamType } from '#contract/events.ts';

/** Nothing on the way may keep, compress or collect what streams by. */
export const streamHeaders = {
  'content-type': eventStreamType,
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};
