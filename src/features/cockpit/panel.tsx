import type { ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './cockpit-page.module.css';
import { usePageWords } from './use-page-words.ts';

/** Columns of twelve. */
export type PanelWidth = 4 | 5 | 6 | 7 | 8 | 12;

/** One part of the page under its heading. */
export function Panel({
  title,
  width,
  aside,
  children,
}: {
  readonly title: string;
  readonly width: PanelWidth;
  /** At the end of the heading's line. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section aria-label={title} className={classNames(css['panel'], css[`span${width}`])}>
      <div className={css['panelHead']}>
        <h2 className={css['panelTitle']}>{title}</h2>
        {aside !== undefined && <div className={css['panelAside']}>{aside}</div>}
      </div>
      {children}
    </section>
  );
}

interface Answering<T> {
  readonly data: T | undefined;
  readonly isError: boolean;
  readonly refetch: () => unknown;
}

/** What a panel shows of one answer: its room while it loads, and the way to ask once more. */
export function Answered<T>({
  query,
  height,
  children,
}: {
  readonly query: Answering<T>;
  /** Room that is kept, px. */
  readonly height: number;
  readonly children: (data: T) => ReactNode;
}) {
  const { page } = usePageWords();
  if (query.data !== undefined) return children(query.data);
  if (!query.isError) return <Waiting height={height} />;
  return (
    <div role="alert">
      <EmptyState
        title={page.states.partFailed}
        actions={<Button onPress={() => void query.refetch()}>{page.states.retry}</Button>}
      />
    </div>
  );
}

export function Waiting({ height }: { readonly height: number }) {
  const { page } = usePageWords();
  return (
    <div role="status" aria-label={page.states.loading}>
      <Skeleton height={height} />
    </div>
  );
}
