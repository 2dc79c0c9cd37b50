import { useCallback, useEffect, useMemo, useState } from 'react';
import { useClient } from '#client/context.tsx';
import type { Loaded, Suggestion as Suggested } from '#client/engine-protocol.ts';
import type { Query } from '#domain/query/query.ts';
import { hiddenFields } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { type Phase, setText } from '#views/filters/clauses.ts';
import { FilterRail } from '#views/filters/filter-rail.tsx';
import { SearchBox, type Suggestion } from '#views/filters/search-box.tsx';
import { useFind, useFindState, usePresentQuery } from './use-find.ts';

const mostSuggestions = 8;
const noPlaces: readonly [] = [];

/** The question: search box and filters. */
export function RailPane({ loaded }: { readonly loaded: Loaded | null }) {
  const { finder, names } = useFind();
  const query = usePresentQuery();
  const facets = useFindState((state) => state.found?.answer.facets ?? null);
  const circles = useMemo(() => named(loaded?.header.district.circles, 'circle', names), [loaded, names]);
  const subdistricts = useMemo(
    () => named(loaded?.header.district.subdistricts, 'subdistrict', names),
    [loaded, names],
  );
  const change = useCallback((next: Query, phase: Phase) => finder.change(next, phase), [finder]);
  return (
    <FilterRail
      query={query}
      facets={facets}
      hidden={loaded ? hiddenFields(loaded.header.role) : noPlaces}
      circles={circles}
      subdistricts={subdistricts}
      onChange={change}
      search={<RailSearch />}
    />
  );
}

function named(
  places: readonly { readonly id: string }[] | undefined,
  field: 'circle' | 'subdistrict',
  names: NamesOf,
) {
  return (places ?? noPlaces).map(({ id }) => ({ id, name: names(field, id) }));
}

/** Typing filters at once; picking a name opens that building and takes the text back out of the filter. */
function RailSearch() {
  const { finder } = useFind();
  const text = useFindState((state) => (state.draft ?? state.settled).text);
  const [typed, setTyped] = useState(text);
  if (typed.trim().replace(/\s+/g, ' ') !== text) setTyped(text);
  const suggestions = useSuggestions(text);
  const change = (next: string, phase: 'drag' | 'commit') => {
    setTyped(next);
    finder.change(setText(finder.query(), next), phase);
  };
  return (
    <SearchBox
      value={typed}
      suggestions={suggestions}
      onChange={change}
      onPick={(id) => {
        change('', 'commit');
        finder.look({ selected: id }, 'push');
      }}
      onSubmit={() => finder.change(finder.query(), 'commit')}
    />
  );
}

function useSuggestions(text: string): readonly Suggestion[] {
  const { engine } = useClient();
  const { finder, names } = useFind();
  const { locale, figures } = useLanguage();
  const [found, setFound] = useState<readonly Suggested[]>(noPlaces);
  useEffect(() => {
    if (text === '') {
      setFound(noPlaces);
      return;
    }
    let isLatest = true;
    engine
      .request({ kind: 'suggest', query: finder.query(), text, limit: mostSuggestions })
      .then((suggestions) => isLatest && setFound(suggestions))
      .catch(reportError);
    return () => {
      isLatest = false;
    };
  }, [engine, finder, text]);
  const { words } = figures;
  return found.map(({ row, excludedBy }) => ({
    id: row.id,
    name: locale === 'zh' ? row.nameZh : (row.nameEn ?? row.nameZh),
    secondary: [words.carrierType[row.carrierType], row.circleId && names('circle', row.circleId)]
      .filter(Boolean)
      .join(' · '),
    excludedBy:
      excludedBy.length > 0
        ? excludedBy.map((clause) => words.clause[clause]).join(words.listSeparator)
        : null,
  }));
}
