import type { ReactNode } from 'react';
import css from './empty-state.module.css';

/** Names the cause and offers the next step. */
export function EmptyState({
  title,
  children,
  actions,
  isPage = false,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** It is all there is on the page: its title is the page's. */
  readonly isPage?: boolean;
}) {
  const Title = isPage ? 'h1' : 'p';
  return (
    <div className={css['empty']}>
      <Title className={css['title']}>{title}</Title>
      {children !== undefined && <div className={css['cause']}>{children}</div>}
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </div>
  );
}
