import type { ReactNode } from 'react';
import css from './empty-state.module.css';

/** Names the cause and offers the next step. */
export function EmptyState({
  title,
  children,
  actions,
}: {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>{title}</p>
      {children !== undefined && <div className={css['cause']}>{children}</div>}
      {actions !== undefined && <div className={css['actions']}>{actions}</div>}
    </div>
  );
}
