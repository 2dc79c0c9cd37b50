import { useMessages } from '#format/locale.tsx';
import css from './filter.module.css';

/** Name of a filter, its present choice in words, and the way back. */
export function FilterHeading({
  name,
  id,
  summary,
  onReset,
}: {
  readonly name: string;
  readonly id?: string;
  readonly summary?: string;
  /** null while there is nothing to reset. */
  readonly onReset: (() => void) | null;
}) {
  const { filters } = useMessages();
  return (
    <div className={css['heading']}>
      <h3 id={id} className={css['name']}>
        {name}
      </h3>
      {summary !== undefined && <span className={css['summary']}>{summary}</span>}
      {onReset && (
        <button type="button" className={css['reset']} aria-label={filters.reset(name)} onClick={onReset}>
          ×
        </button>
      )}
    </div>
  );
}
