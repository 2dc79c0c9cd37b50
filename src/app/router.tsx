import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { Link, Route, Router, Switch, useLocation, useSearch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { FindPage } from '#features/find/find-page.tsx';
import { DeskHost, useDesk } from './desk-host.tsx';
import { NotFound } from './failure-pages.tsx';
import css from './shell.module.css';
import { Shell, useShell } from './shell.tsx';

const DataPage = lazy(() =>
  import('#features/records/data-page.tsx').then((module) => ({ default: module.DataPage })),
);
const AuditPage = lazy(() =>
  import('#features/records/audit-page.tsx').then((module) => ({ default: module.AuditPage })),
);

const ImportListPage = lazy(() =>
  import('#features/import/import-list-page.tsx').then((module) => ({ default: module.ImportListPage })),
);
const ImportPage = lazy(() =>
  import('#features/import/import-page.tsx').then((module) => ({ default: module.ImportPage })),
);

const SignInPage = lazy(() =>
  import('#features/account/sign-in-page.tsx').then((module) => ({ default: module.SignInPage })),
);
const LinkPage = lazy(() =>
  import('#features/account/link-page.tsx').then((module) => ({ default: module.LinkPage })),
);
const AccountPage = lazy(() =>
  import('#features/account/account-page.tsx').then((module) => ({ default: module.AccountPage })),
);
const AccountsPage = lazy(() =>
  import('#features/account/accounts-page.tsx').then((module) => ({ default: module.AccountsPage })),
);

const AccountEventsPage = lazy(() =>
  import('#features/account/events-page.tsx').then((module) => ({ default: module.AccountEventsPage })),
);

/** Pages of accounts, by their paths. */
const accountPages = {
  '/sign-in': SignInPage,
  '/invitation': LinkPage,
  '/account': AccountPage,
};

/** Those of administrators, which lead to each other. */
const administrationPages = {
  '/accounts': AccountsPage,
  '/accounts/events': AccountEventsPage,
};

function Find({ isHosted }: { readonly isHosted: boolean }) {
  // The router decodes what it gives; the grammar's codec wants the text as it stands in the address.
  useSearch();
  const [, go] = useLocation();
  const shell = useShell();
  const desk = useDesk();
  const { open } = desk;
  const edit = useCallback((id: string) => open({ kind: 'building', id }), [open]);
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
      onEdit={desk.mayEdit ? edit : null}
    />
  );
}

function Data() {
  const { status } = useShell();
  const { open } = useDesk();
  return (
    <OwnChunk>
      <DataPage status={status} onOpen={open} link={(to, text) => <Link href={to}>{text}</Link>} />
    </OwnChunk>
  );
}

function Audit() {
  const { status } = useShell();
  const { open } = useDesk();
  return (
    <OwnChunk>
      <AuditPage
        status={status}
        onOpen={open}
        back={(text) => (
          <Link href="/data" className={css['link'] ?? ''}>
            ‹ {text}
          </Link>
        )}
      />
    </OwnChunk>
  );
}

function Imports({ id }: { readonly id: string | null }) {
  const { status } = useShell();
  const [, go] = useLocation();
  const link = (to: string, text: string) => <Link href={to}>{text}</Link>;
  return (
    <OwnChunk>
      {id === null ? (
        <ImportListPage status={status} link={link} onBegun={(begun) => go(`/data/import/${begun}`)} />
      ) : (
        <ImportPage id={id} status={status} link={link} onDiscarded={() => go('/data/import')} />
      )}
    </OwnChunk>
  );
}

/**
 * A page whose code comes when it is first opened. Around each page of its own: around all of them, the page that
 * is left would go on living until the next one is there.
 */
function OwnChunk({ children }: { readonly children: ReactNode }) {
  const waiting = <main id="content" className={css['centred']} tabIndex={-1} aria-busy="true" />;
  return <Suspense fallback={waiting}>{children}</Suspense>;
}

/**
 * @param isHosted a demo runs from any folder of any host, which knows none of our paths: the hash carries them
 */
export function AppRouter({ isHosted }: { readonly isHosted: boolean }) {
  return (
    <Router {...(isHosted && { hook: useHashLocation })}>
      <Shell>
        <DeskHost>
          <Switch>
            <Route path="/">
              <Find isHosted={isHosted} />
            </Route>
            <Route path="/data">
              <Data />
            </Route>
            <Route path="/data/import">
              <Imports id={null} />
            </Route>
            <Route path="/data/import/:id">{({ id }) => <Imports key={id} id={id} />}</Route>
            <Route path="/data/audit">
              <Audit />
            </Route>
            {Object.entries(accountPages).map(([path, Page]) => (
              <Route key={path} path={path}>
                <OwnChunk>
                  <Page />
                </OwnChunk>
              </Route>
            ))}
            {Object.entries(administrationPages).map(([path, Page]) => (
              <Route key={path} path={path}>
                <OwnChunk>
                  <Page link={(to, text) => <Link href={to}>{text}</Link>} />
                </OwnChunk>
              </Route>
            ))}
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </DeskHost>
      </Shell>
    </Router>
  );
}
