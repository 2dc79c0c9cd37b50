import { memo } from 'react';
import type { SortField } from '#domain/query/fields.ts';
import type { Sort } from '#domain/query/query.ts';
import { useLanguage } from '#format/locale.tsx';
import { columnIds, nextSort, sortFieldOf } from './column-ids.ts';
import css from './table.module.css';
import { isFigureColumn, pickColumn, unitOf } from './table-columns.tsx';
import type { TableColumn } from './table-row.tsx';

interface HeadProps {
  readonly columns: readonly TableColumn[];
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

function sortOf(column: TableColumn): SortField | null {
  const id = columnIds.find((known) => known === column.id);
  return id === undefined ? null : sortFieldOf(id);
}

function HeadLabel({ column, arrow }: { readonly column: TableColumn; readonly arrow: string }) {
  const { figures, messages } = useLanguage();
  const id = columnIds.find((known) => known === column.id) ?? 'name';
  const unit = unitOf(id, figures);
  return (
    <span className={css['headLabel']}>
      {messages.table.head[id]}
      {unit && <span className={css['unit']}>{unit}</span>}
      {arrow !== '' && (
        <span className={css['arrow']} aria-hidden="true">
          {arrow}
        </span>
      )}
    </span>
  );
}

/** The boxes need no heading to be seen; whoever hears the table is told what they are. */
function PickHead({ column }: { readonly column: TableColumn }) {
  const { messages } = useLanguage();
  return (
    <th scope="col" className={`${css['head']} ${column.getIsPinned() ? css['pinned'] : ''}`}>
      <span className="visually-hidden">{messages.table.pickHead}</span>
    </th>
  );
}

export const TableHead = memo(function TableHead({ columns, sort, onSort }: HeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {columns.map((column) => {
          if (column.id === pickColumn) return <PickHead key={column.id} column={column} />;
          const field = sortOf(column);
          const isSorted = field !== null && field === sort.field;
          const kind = `${css['head']} ${isFigureColumn(column.id) ? css['figureHead'] : ''}`;
          return (
            <th
              key={column.id}
              scope="col"
              className={column.getIsPinned() ? `${kind} ${css['pinned']}` : kind}
              aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {field === null ? (
                <HeadLabel column={column} arrow="" />
              ) : (
                <button type="button" className={css['sort']} onClick={() => onSort(nextSort(sort, field))}>
                  <HeadLabel column={column} arrow={isSorted ? (sort.descending ? '↓' : '↑') : ''} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
});
