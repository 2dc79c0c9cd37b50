import {
  createBrowserHistory,
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { useCallback } from 'react';
import { FindPage } from '#features/find/find-page.tsx';
import { Crashed, NotFound } from './failure-pages.tsx';
import { formatSearchText, parseSearchText, type SearchText } from './search-text.ts';
import { Shell, useShell } from './shell.tsx';

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crashed });

const findRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: (search: Record<string, unknown>): SearchText => ({
    text: typeof search['text'] === 'string' ? search['text'] : '',
  }),
  component: Find,
});

function Find() {
  const { text } = useSearch({ from: '/' });
  const go = useNavigate({ from: '/' });
  const shell = useShell();
  const navigate = useCallback(
    (next: string, how: 'push' | 'replace') => {
      go({ search: { text: next }, replace: how === 'replace' });
    },
    [go],
  );
  return (
    <FindPage
      searchText={text}
      navigate={navigate}
      theme={shell.theme}
      status={shell.status}
      onLoaded={shell.onLoaded}
    />
  );
}

/** A demo runs from any folder of any host, which knows none of our paths: there the hash carries them. */
export function createAppRouter(isHosted: boolean) {
  return createRouter({
    routeTree: rootRoute.addChildren([findRoute]),
    history: isHosted ? createHashHistory() : createBrowserHistory(),
    parseSearch: parseSearchText,
    stringifySearch: formatSearchText,
    defaultNotFoundComponent: NotFound,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
