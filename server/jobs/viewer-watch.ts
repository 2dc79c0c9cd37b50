/** Whoever follows a stream may be signed out, or be somebody else, before it ends. */
import type { Identify, Viewer } from '#server/api/identity.ts';

export interface ViewerWatchDeps {
  /** Who somebody is by now; asking keeps no session from idling out. */
  readonly identifyAgain: Identify;
  /** Tells, by the account, that somebody may not be who they were; null where nobody can tell. */
  readonly doubts: ((listener: (account: string) => void) => void) | null;
  readonly heartbeatMs: number;
}

interface Followed {
  readonly request: Request;
  readonly viewer: Viewer;
  /** As long as they are who they were, with each beat. */
  readonly onBeat: () => void;
  readonly onGone: () => void;
}

/** Looks at a viewer with each beat and when somebody doubts them. Returns how to stop. */
export type WatchViewer = (followed: Followed) => () => void;

export function viewerWatch({ identifyAgain, doubts, heartbeatMs }: ViewerWatchDeps): WatchViewer {
  const watched = new Map<object, { readonly account: string; readonly doubt: () => void }>();
  doubts?.((account) => {
    for (const one of watched.values()) if (one.account === account) one.doubt();
  });
  return ({ request, viewer, onBeat, onGone }) => {
    const key = {};
    let isOver = false;
    const look = async (onSame: () => void) => {
      const identified = await identifyAgain(request).catch(() => null);
      if (isOver) return;
      if (identified?.ok && isSame(identified.viewer, viewer)) onSame();
      else onGone();
    };
    // Whoever doubts does so in a request of their own; what waits here is of the follower's, from which it is known
    // where they come from.
    const awaitDoubt = (account: string) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      watched.set(key, { account, doubt: resolve });
      void promise.then(() => {
        if (isOver) return;
        awaitDoubt(account);
        void look(() => undefined);
      });
    };
    const beat = setInterval(() => void look(onBeat), heartbeatMs);
    if (viewer.account) awaitDoubt(viewer.account.id);
    return () => {
      isOver = true;
      clearInterval(beat);
      watched.delete(key);
    };
  };
}

function isSame(now: Viewer, before: Viewer): boolean {
  return now.role === before.role && (now.account?.id ?? null) === (before.account?.id ?? null);
}
