import { memo, useState } from 'react';
import type { SetCounts } from '#domain/engine/answer.ts';
import type { SetField } from '#domain/query/fields.ts';
import { useLanguage } from '#format/locale.tsx';
import { ChipGroup, ToggleChip } from '#ui/toggle-chip.tsx';
import { removeClause, setUnknown, toggleValue } from './clauses.ts';
import type { EditQuery } from './edit-query.ts';
import css from './filter.module.css';
import { FilterHeading } from './filter-heading.tsx';

export interface NamedValue {
  readonly id: string;
  readonly name: string;
}

export interface SetFilterProps {
  readonly field: SetField;
  /** Every value of the field, in the order in which they are shown. */
  readonly values: readonly NamedValue[];
  readonly chosen: readonly string[] | undefined;
  /** null while they are loading. */
  readonly counts: SetCounts | null;
  readonly includesUnknown: boolean;
  readonly edit: EditQuery;
  /** Without a visible heading, for the values that speak for themselves. */
  readonly isHeadingHidden?: boolean;
}

const collapsedCount = 6;
const collapseAbove = 8;
const none: readonly string[] = [];

/** One set of the question: any of its values may be chosen, with how many buildings each would show. */
export const SetFilter = memo(function SetFilter(props: SetFilterProps) {
  const { field, values, chosen = none, counts, edit, includesUnknown } = props;
  const { figures, messages } = useLanguage();
  const [isExpanded, setExpanded] = useState(false);
  const name = figures.words.clause[field];
  const isActive = chosen.length > 0;
  const isLong = values.length > collapseAbove;
  const shown =
    isLong && !isExpanded
      ? values.filter(({ id }, index) => index < collapsedCount || chosen.includes(id))
      : values;
  const toggle = (id: string) => {
    const allowed = values.map((value) => value.id);
    edit((query) => toggleValue(query, field, id, allowed), 'commit');
  };
  const reset = isActive ? () => edit((query) => removeClause(query, field), 'commit') : null;
  return (
    <ChipGroup label={name} heading={!props.isHeadingHidden && <FilterHeading name={name} onReset={reset} />}>
      {shown.map(({ id, name: text }) => (
        <ToggleChip
          key={id}
          isSelected={chosen.includes(id)}
          count={counts && figures.number(counts.counts[id] ?? 0, 0)}
          isEmpty={counts !== null && (counts.counts[id] ?? 0) === 0}
          onChange={() => toggle(id)}
        >
          {text}
        </ToggleChip>
      ))}
      <UnknownValue
        count={counts?.unknown ?? 0}
        isActive={isActive}
        isIncluded={includesUnknown}
        onChange={(included) => edit((query) => setUnknown(query, field, included), 'commit')}
      />
      {isLong && (
        <button
          type="button"
          className={css['expand']}
          aria-expanded={isExpanded}
          onClick={() => setExpanded(!isExpanded)}
        >
          {isExpanded ? messages.filters.showFewer : messages.filters.showAll(String(values.length))}
        </button>
      )}
    </ChipGroup>
  );
});

/** Unknown beside the values: a choice once the set excludes it, before that only a number. */
function UnknownValue({
  count,
  isActive,
  isIncluded,
  onChange,
}: {
  readonly count: number;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
  readonly onChange: (isIncluded: boolean) => void;
}) {
  const { figures, messages } = useLanguage();
  const text = figures.number(count, 0);
  if (isIncluded || (isActive && count > 0)) {
    return (
      <ToggleChip isSelected={isIncluded} count={text} isEmpty={count === 0} onChange={onChange}>
        {figures.words.unknown}
      </ToggleChip>
    );
  }
  return count > 0 ? (
    <span className={css['unknownValue']}>{messages.filters.unknownCount(text)}</span>
  ) : null;
}
