import { useCallback } from 'react';
import { Route, Router, Switch, useLocation, useSearch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { FindPage } from '#features/find/find-page.tsx';
import { NotFound } from './failure-pages.tsx';
import { Shell, useShell } from './shell.tsx';

function Find({ isHosted }: { readonly isHosted: boolean }) {
  // The router decodes what it gives; the grammar's codec wants the text as it stands in the address.
  useSearch();
  const [, go] = useLocation();
  const shell = useShell();
  const navigate = useCallback(
    (text: string, how: 'push' | 'replace') => {
      const query = text === '' && !isHosted ? '' : `?${text}`;
      go(`/${query}`, { replace: how === 'replace' });
    },
    [go, isHosted],
  );
  return (
    <FindPage
      searchText={window.location.search.slice(1)}
      navigate={navigate}
      theme={shell.theme}
      status={shell.status}
      onLoaded={shell.onLoaded}
    />
  );
}

/**
 * @param isHosted a demo runs from any folder of any host, which knows none of our paths: the hash carries them
 */
export function AppRouter({ isHosted }: { readonly isHosted: boolean }) {
  return (
    <Router {...(isHosted && { hook: useHashLocation })}>
      <Shell>
        <Switch>
          <Route path="/">
            <Find isHosted={isHosted} />
          </Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Shell>
    </Router>
  );
}
