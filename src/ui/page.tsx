import type { ReactNode } from 'react';
import css from './page.module.css';

/** A page that is read from top to bottom, in one column. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <main id="content" className={css['page']} tabIndex={-1}>
      <div className={css['column']}>{children}</div>
    </main>
  );
}
