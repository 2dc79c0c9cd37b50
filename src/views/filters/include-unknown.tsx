import type { UnknownableField } from '#domain/query/fields.ts';
import { useLanguage } from '#format/locale.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { setUnknown } from './clauses.ts';
import type { EditQuery } from './edit-query.ts';
import css from './filter.module.css';

/**
 * Whether unknown values of a filter pass, with how many there are. A filter that is not set excludes nobody,
 * so it has no switch, only the number.
 */
export function IncludeUnknown({
  field,
  name,
  count,
  isActive,
  isIncluded,
  edit,
}: {
  readonly field: UnknownableField;
  readonly name: string;
  /** null while it is not known. */
  readonly count: number | null;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
  readonly edit: EditQuery;
}) {
  const { figures, messages } = useLanguage();
  const { filters } = messages;
  const counted = count === null ? null : figures.number(count, 0);
  if (!isActive && !isIncluded) {
    return (
      <span className={css['unknownCount']}>
        {counted !== null && count !== 0 ? filters.unknownCount(counted) : ''}
      </span>
    );
  }
  const text = counted === null ? filters.includeUnknownUncounted : filters.includeUnknown(counted);
  return (
    <Checkbox
      className={css['unknown'] ?? ''}
      isSelected={isIncluded}
      label={filters.includeUnknownOf(name, text)}
      onChange={(included) => edit((query) => setUnknown(query, field, included), 'commit')}
    >
      {text}
    </Checkbox>
  );
}
