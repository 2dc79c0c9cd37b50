import { memo, type ReactNode } from 'react';
import type { Sort } from '#domain/query/query.ts';
import { sortInWords } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { ColumnChooser, type ColumnChooserProps } from './column-chooser.tsx';
import css from './table.module.css';

interface TableToolbarProps extends ColumnChooserProps {
  readonly sort: Sort;
  readonly actions?: ReactNode;
}

/** Above the rows: how they are ordered, and what may be done with them. */
export const TableToolbar = memo(function TableToolbar({ sort, actions, ...chooser }: TableToolbarProps) {
  const { figures } = useLanguage();
  return (
    <div className={css['toolbar']}>
      <span className={css['order']}>{sortInWords(sort, figures)}</span>
      {actions}
      <ColumnChooser {...chooser} />
    </div>
  );
});
