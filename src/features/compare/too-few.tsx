import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import type { ShownColumn } from '#views/compare/shown-column.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';

/** Nothing to compare, or nothing to compare it with: how to add, and where. */
export function TooFew({
  columns,
  search,
  onRemove,
}: {
  readonly columns: readonly ShownColumn[];
  readonly search: ReactNode;
  readonly onRemove: (place: number) => void;
}) {
  const { compare } = useCompareWords();
  const { none, one, advice, chosen } = compare.tooFew;
  return (
    <div className={css['few']}>
      <EmptyState title={columns.length === 0 ? none : one}>{advice}</EmptyState>
      {columns.length > 0 && (
        <ul className={css['chosen']} aria-label={chosen}>
          {columns.map((column, place) => (
            <li key={column.key}>
              <span>{column.name}</span>
              <Button
                variant="icon"
                size="small"
                label={compare.remove(column.name)}
                onPress={() => onRemove(place)}
              >
                <span aria-hidden="true">×</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {search}
    </div>
  );
}
