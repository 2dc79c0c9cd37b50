import { useMessages } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

export type LoadFailure = 'network' | 'server' | 'truncated' | 'version' | 'unknown';

/** Nothing could be loaded: why, and once more. */
export function LoadFailed({ kind, onRetry }: { readonly kind: LoadFailure; readonly onRetry: () => void }) {
  const { empty } = useMessages();
  const { title, advice } = empty.failed[kind];
  return (
    <div role="alert">
      <EmptyState
        isPage
        title={title}
        actions={
          <Button variant="primary" onPress={onRetry}>
            {empty.retry}
          </Button>
        }
      >
        {advice}
      </EmptyState>
    </div>
  );
}
