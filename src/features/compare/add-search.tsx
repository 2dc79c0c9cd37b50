import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useClient } from '#client/context.tsx';
import { searchQuery } from '#client/search.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { Button } from '#ui/button.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';

/** Finds a building by a few words and takes it into the comparison. */
export function AddSearch({
  taken,
  names,
  onAdd,
}: {
  /** Ids of the buildings that are compared already. */
  readonly taken: readonly string[];
  readonly names: NamesOf;
  readonly onAdd: (buildingId: string) => void;
}) {
  const { api } = useClient();
  const { locale, figures, compare } = useCompareWords();
  const [text, setText] = useState('');
  const search = useQuery(searchQuery(api, text.trim().replace(/\s+/g, ' ')));
  const found = search.data?.items ?? [];
  const options = found.map((item) => {
    const where = item.circleId === null ? null : names('circle', item.circleId);
    const notes = [
      figures.words.carrierType[item.carrierType],
      where,
      taken.includes(item.id) ? compare.alreadyIn : null,
    ];
    return {
      id: item.id,
      content: (
        <>
          <div>{locale === 'en' ? (item.nameEn ?? item.nameZh) : item.nameZh}</div>
          <div className={css['optionNote']}>{notes.filter(Boolean).join(' · ')}</div>
        </>
      ),
    };
  });
  const pick = (id: string) => {
    setText('');
    if (!taken.includes(id)) onAdd(id);
  };
  return (
    <div className={css['search']}>
      <SearchField
        label={compare.add}
        placeholder={compare.addPlaceholder}
        clearLabel={compare.clearSearch}
        optionsLabel={compare.suggestions}
        value={text}
        options={text === '' ? [] : options}
        onChange={setText}
        onPick={pick}
        onSubmit={() => {
          const [only, ...rest] = found;
          if (only && rest.length === 0) pick(only.id);
        }}
      />
      <div role="status">
        {search.isError && !search.data && (
          <p className={css['searchFailed']}>
            {compare.searchFailed}
            <Button variant="plain" size="small" onPress={() => void search.refetch()}>
              {compare.retry}
            </Button>
          </p>
        )}
      </div>
    </div>
  );
}
