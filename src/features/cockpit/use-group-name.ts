import { useMemo } from 'react';
import { unknownGroup } from '#domain/indicators/spec.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { GroupedBy } from './shown-figures.ts';
import { usePageWords } from './use-page-words.ts';

/** What a group is called. */
export function useGroupName(names: NamesOf): (by: GroupedBy, id: string) => string {
  const { figures } = usePageWords();
  return useMemo(
    () => (by, id) => {
      const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
        grade: figures.words.grade,
        type: figures.words.carrierType,
      };
      const name = by === 'circle' || by === 'subdistrict' ? names(by, id) : tables[by]?.[id];
      return id === unknownGroup ? figures.words.unknown : (name ?? id);
    },
    [figures, names],
  );
}
