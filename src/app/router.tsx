import { usePrefetchQuery } from '@tanstack/react-query';
import {
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useRef,
} from 'react';
import { Link, Route, Router, Switch, useLocation, useSearch } from 'wouter';
import { useClient } from '#client/context.tsx';
import { buildingQuery } from '#client/query.ts';
import { FindPage } from '#features/find/find-page.tsx';
import { useMessages } from '#format/locale.tsx';
import { DeskHost, useDesk } from './desk-host.tsx';
import { NotFound } from './failure-pages.tsx';
import { useHashAddress } from './hash-address.ts';
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

const BuildingPage = lazy(() =>
  import('#features/building/building-page.tsx').then((module) => ({ default: module.BuildingPage })),
);
const FieldEditor = lazy(() =>
  import('#features/records/field-editor.tsx').then((module) => ({ default: module.FieldEditor })),
);
const ComparePage = lazy(() =>
  import('#features/compare/compare-page.tsx').then((module) => ({ default: module.ComparePage })),
);
const Cockpit = lazy(() => import('./cockpit-route.tsx').then((module) => ({ default: module.Cockpit })));

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

/** Pages that need nothing of the router, by their paths. */
const plainPages = {
  '/match': lazy(() => import('./match-route.tsx').then((module) => ({ default: module.Match }))),
  '/sign-in': SignInPage,
  '/invitation': LinkPage,
  '/account': AccountPage,
};

/** Those of administrators, which lead to each other. */
const administrationPages = {
  '/accounts': AccountsPage,
  '/accounts/events': AccountEventsPage,
};

/** Where the file of a building is. */
function fileAddress(id: string): string {
  return `/buildings/${encodeURIComponent(id)}`;
}

/** @param query without `?` */
function asked(path: string, query: string): string {
  return query === '' ? path : `${path}?${query}`;
}

/** The query part of the last address of 找楼, for the way back. */
type LastFind = RefObject<string>;

function Find({ last }: { readonly last: LastFind }) {
  // The router decodes what it gives; the grammar's codec wants the text as it stands in the address.
  useSearch();
  const searchText = window.location.search.slice(1);
  useEffect(() => {
    last.current = searchText;
  }, [last, searchText]);
  const [, go] = useLocation();
  const shell = useShell();
  const desk = useDesk();
  const { open } = desk;
  const edit = useCallback((id: string) => open({ kind: 'building', id }), [open]);
  const files = useMemo(
    () => ({
      open: (id: string) => go(fileAddress(id)),
      link: (id: string, text: string) => (
        <Link href={fileAddress(id)} className={css['linkButton'] ?? ''}>
          {text}
        </Link>
      ),
    }),
    [go],
  );
  const compareLink = useCallback(
    (ids: string, text: string) => (
      <Link href={`/compare?ids=${ids}`} className={css['linkButton'] ?? ''}>
        {text}
      </Link>
    ),
    [],
  );
  const navigate = useCallback(
    (text: string, how: 'push' | 'replace') => {
      go(asked('/', text), { replace: how === 'replace' });
    },
    [go],
  );
  return (
    <FindPage
      searchText={searchText}
      navigate={navigate}
      theme={shell.theme}
      status={shell.status}
      onLoaded={shell.onLoaded}
      onEdit={desk.mayEdit ? edit : null}
      files={files}
      compareLink={compareLink}
    />
  );
}

function Building({ id }: { readonly id: string }) {
  const { status } = useShell();
  const { shell } = useMessages();
  const { open, mayEdit, kept } = useDesk();
  const { api } = useClient();
  // Asked for while the code of the page is still on its way.
  usePrefetchQuery(buildingQuery(api, id));
  useSearch();
  const [, go] = useLocation();
  return (
    <OwnChunk>
      <BuildingPage
        id={id}
        searchText={window.location.search.slice(1)}
        navigate={(text, how) => go(asked(fileAddress(id), text), { replace: how === 'replace' })}
        link={(to, text) => <Link href={to}>{text}</Link>}
        actions={
          <Link href={`/compare?ids=${encodeURIComponent(id)}`} className={css['quietLink'] ?? ''}>
            {shell.compare}
          </Link>
        }
        onEdit={mayEdit ? (building) => open({ kind: 'building', id: building }) : null}
        begun={kept.fieldsOf(id)}
        editorOf={(field, onClose) => (
          <Suspense fallback={null}>
            <FieldEditor buildingId={id} field={field} status={status} kept={kept} onClose={onClose} />
          </Suspense>
        )}
      />
    </OwnChunk>
  );
}

function Compare({ last }: { readonly last: LastFind }) {
  useSearch();
  const [, go] = useLocation();
  const { status } = useShell();
  return (
    <OwnChunk>
      <ComparePage
        searchText={window.location.search.slice(1)}
        lastFind={last.current}
        navigate={(text, how) => go(asked('/compare', text), { replace: how === 'replace' })}
        status={status}
        link={(to, content) => <Link href={to}>{content}</Link>}
      />
    </OwnChunk>
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

/** A demo runs from any folder of any host, which knows none of our paths: the hash carries them. */
const isHosted = import.meta.env.BASE_URL !== '/';

export function AppRouter() {
  const lastFind = useRef('');
  return (
    <Router {...(isHosted && { hook: useHashAddress })}>
      <Shell>
        <DeskHost>
          <Switch>
            <Route path="/">
              <Find last={lastFind} />
            </Route>
            <Route path="/buildings/:id">{({ id }) => <Building key={id} id={id} />}</Route>
            <Route path="/compare">
              <Compare last={lastFind} />
            </Route>
            <Route path="/cockpit/:part?">
              {({ part }) => (
                <OwnChunk>
                  <Cockpit isHosted={isHosted} part={part} />
                </OwnChunk>
              )}
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
            {Object.entries(plainPages).map(([path, Page]) => (
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
