import type { Ref } from 'react';
import { useMessages } from '#format/locale.tsx';
import { SearchField, type SearchOption } from '#ui/search-field.tsx';
import type { Phase } from './clauses.ts';
import css from './search-box.module.css';

export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly secondary: string;
  /** Why the present filter leaves it out, such as "空置率 未提供"; null when it is shown. */
  readonly excludedBy: string | null;
}

export interface SearchBoxProps {
  readonly value: string;
  readonly suggestions: readonly Suggestion[];
  readonly onChange: (text: string, phase: Phase) => void;
  /** A suggestion was chosen. */
  readonly onPick: (id: string) => void;
  /** Enter on the text itself. */
  readonly onSubmit: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** Search by name, address, pinyin or initials; a building that the filter hides is still found, with the reason. */
export function SearchBox({ value, suggestions, onChange, onPick, onSubmit, ref }: SearchBoxProps) {
  const { filters } = useMessages();
  const options: SearchOption[] = suggestions.map((suggestion) => ({
    id: suggestion.id,
    content: <SuggestionText suggestion={suggestion} />,
  }));
  return (
    <SearchField
      id="search"
      label={filters.search}
      placeholder={filters.searchPlaceholder}
      clearLabel={filters.clearSearch}
      optionsLabel={filters.suggestions}
      value={value}
      options={options}
      onChange={onChange}
      onPick={onPick}
      onSubmit={onSubmit}
      {...(ref && { ref })}
    />
  );
}

function SuggestionText({ suggestion }: { readonly suggestion: Suggestion }) {
  const { filters } = useMessages();
  return (
    <>
      <div className={css['name']}>{suggestion.name}</div>
      <div className={css['secondary']}>{suggestion.secondary}</div>
      {suggestion.excludedBy !== null && (
        <div className={css['excluded']}>{filters.excludedBy(suggestion.excludedBy)}</div>
      )}
    </>
  );
}
