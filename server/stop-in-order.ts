/** The end of the process, step by step: nothing that was begun is lost. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Listening } from './listen.ts';
import type { Log } from './observe/log.ts';

export interface EndingParts {
  /** Aborted first: `/readyz` says 503, event streams end. */
  readonly stopping: AbortController;
  /** How long requests are still taken after that, in ms, until whoever spreads them has noticed. */
  readonly drainMs: number;
  readonly listening: Pick<Listening, 'stop'>;
  /** Closes the data; called when no answer is under way any more. */
  readonly close: () => Promise<void>;
  readonly log: Log;
}

/** @returns the code to exit with: 0 when every answer was finished, and the data are closed */
export async function stopInOrder({ stopping, drainMs, listening, close, log }: EndingParts): Promise<0 | 1> {
  try {
    stopping.abort();
    log.info('stop.began');
    if (drainMs > 0) await wait(drainMs);
    const { isWhole } = await listening.stop();
    if (!isWhole) log.warn('stop.cut');
    await close();
    log.info('stop.ended');
    return 0;
  } catch (error) {
    log.error('stop.failed', error);
    return 1;
  }
}
