import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import css from './notice.module.css';

/** A banner in the page's flow that says something once and can be put away. */
export function Notice({
  title,
  dismissLabel,
  onDismiss,
  children,
}: {
  readonly title: ReactNode;
  readonly dismissLabel: string;
  readonly onDismiss: () => void;
  readonly children?: ReactNode;
}) {
  return (
    <div role="status" className={css['notice']}>
      <div className={css['body']}>
        <p className={css['title']}>{title}</p>
        {children}
      </div>
      <Button variant="icon" size="small" label={dismissLabel} onPress={onDismiss}>
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}
