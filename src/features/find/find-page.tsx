/** 找楼: one question in the URL, answered on map, table and charts together. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { ApiError } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import type { Loaded } from '#client/engine-protocol.ts';
import { catalogueQuery } from '#client/query.ts';
import { type EngineState, useEngineLoaded } from '#client/use-engine.ts';
import { parseQuery } from '#domain/query/codec.ts';
import type { Vocabulary } from '#domain/query/fields.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { hiddenFields } from '#domain/visibility.ts';
import { useLanguage } from '#format/locale.tsx';
import type { StatusQueue } from '#ui/status-queue.ts';
import { LoadFailed, type LoadFailure } from '#views/empty/load-failed.tsx';
import css from './find.module.css';
import { FindWorkspace } from './find-workspace.tsx';
import type { Navigate } from './finder.ts';
import { type FileWay, FindContext, type FindContextValue, namesFrom, useFinder } from './use-find.ts';

const noProblems: readonly QueryProblem[] = [];

export interface FindPageProps {
  /** The query part of the address, without `?`. */
  readonly searchText: string;
  readonly navigate: Navigate;
  readonly theme: 'light' | 'dark';
  readonly status: StatusQueue;
  /** The catalogue that is shown, for the frame around the page. */
  readonly onLoaded: (loaded: Loaded) => void;
  /** Opens a building's records for editing; null where the role may not. */
  readonly onEdit: ((id: string) => void) | null;
  readonly files: FileWay;
  readonly compareLink: FindContextValue['compareLink'];
}

export function FindPage({ searchText, navigate, theme, status, onLoaded, ...ways }: FindPageProps) {
  const { onEdit, files, compareLink } = ways;
  const { api } = useClient();
  const { locale } = useLanguage();
  const finder = useFinder(navigate);
  const catalogue = useQuery(catalogueQuery(api));
  const engine = useEngineLoaded(catalogue.data);
  const loaded = engine.status === 'ready' ? engine.loaded : null;
  const vocabulary = useVocabulary(loaded);
  const parsed = useMemo(() => vocabulary && parseQuery(searchText, vocabulary), [searchText, vocabulary]);
  const [problems, setProblems] = useState<readonly QueryProblem[]>(noProblems);

  useEffect(() => {
    if (!parsed) return;
    finder.urlSays(parsed.query);
    // Said until it is dismissed: the next gesture writes an address without the bad parts.
    if (parsed.problems.length > 0) setProblems(parsed.problems);
  }, [finder, parsed]);
  useEffect(() => {
    if (!loaded) return;
    finder.catalogueLoaded();
    onLoaded(loaded);
  }, [finder, loaded, onLoaded]);

  const names = useMemo(() => namesFrom(loaded, locale), [loaded, locale]);
  const context = useMemo(
    () => ({ finder, names, status, onEdit, files, compareLink }),
    [finder, names, status, onEdit, files, compareLink],
  );
  const failure = failureOf(catalogue.data ? null : catalogue.error, engine);
  if (failure) {
    return (
      <main id="content" className={css['failed']} tabIndex={-1}>
        <LoadFailed kind={failure} onRetry={() => catalogue.refetch()} />
      </main>
    );
  }
  return (
    <FindContext value={context}>
      <FindWorkspace
        loaded={loaded}
        theme={theme}
        problems={problems}
        onDismissProblems={() => setProblems(noProblems)}
      />
    </FindContext>
  );
}

/** The same object while it says the same, so that newer data do not count as another address. */
function useVocabulary(loaded: Loaded | null): Vocabulary | null {
  const text = loaded && JSON.stringify(vocabularyOf(loaded));
  return useMemo(() => (text === null ? null : (JSON.parse(text) as Vocabulary)), [text]);
}

function vocabularyOf({ header }: Loaded): Vocabulary {
  return {
    circle: header.district.circles.map(({ id }) => id),
    subdistrict: header.district.subdistricts.map(({ id }) => id),
    hidden: hiddenFields(header.role),
  };
}

function failureOf(error: Error | null, engine: EngineState): LoadFailure | null {
  if (engine.status === 'failed') {
    return ({ truncated: 'truncated', otherVersion: 'version', notASnapshot: 'unknown' } as const)[
      engine.reason
    ];
  }
  if (!error) return null;
  if (!(error instanceof ApiError)) return 'unknown';
  return error.failure === 'network' || error.failure === 'server' ? error.failure : 'unknown';
}
