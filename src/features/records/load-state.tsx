import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './history.module.css';
import { useWords } from './use-words.ts';

/** What stands where data are not there yet, or could not be had. */
export function LoadState({
  query,
}: {
  readonly query: { readonly isError: boolean; readonly refetch: () => Promise<unknown> };
}) {
  const { editing } = useWords();
  if (query.isError) {
    return (
      <EmptyState
        title={editing.loadFailed}
        actions={<Button onPress={() => void query.refetch()}>{editing.retry}</Button>}
      />
    );
  }
  return (
    <div className={css['waiting']} role="status" aria-label={editing.loading}>
      {[72, 90, 64, 80, 70, 86].map((width) => (
        <Skeleton key={width} width={`${width}%`} height={16} />
      ))}
    </div>
  );
}
