import { type Column, flexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import { useLanguage } from '#format/locale.tsx';
import { nameOfRow } from './row-words.ts';
import { isSameRow } from './same-row.ts';
import css from './table.module.css';
import { type features, isFigureColumn, pickColumn } from './table-columns.tsx';

export type TableColumn = Column<typeof features, BuildingRow, unknown>;
export type ModelRow = Row<typeof features, BuildingRow>;

interface TableRowProps {
  readonly id: string;
  /** Place in the whole list, from 0. */
  readonly index: number;
  /** null while its window is on its way. */
  readonly row: ModelRow | null;
  readonly columns: readonly TableColumn[];
  readonly isActive: boolean;
  /** Put aside to be compared. */
  readonly isPicked: boolean;
}

function cellClass(column: TableColumn): string {
  const kind =
    column.id === 'name' ? css['nameCell'] : isFigureColumn(column.id) ? css['figure'] : css['word'];
  return column.getIsPinned() ? `${kind} ${css['pinned']}` : `${kind}`;
}

function SkeletonCells({ columns }: { readonly columns: readonly TableColumn[] }) {
  return columns.map((column) => (
    <td key={column.id} className={cellClass(column)}>
      <span className={css['skeleton']} />
    </td>
  ));
}

/** The whole cell can be pressed; the grid hears of it, and Space does the same for the active row. */
function PickCell({
  row,
  isPicked,
  isPinned,
}: {
  readonly row: ModelRow;
  readonly isPicked: boolean;
  readonly isPinned: boolean;
}) {
  const { figures, messages } = useLanguage();
  return (
    <td className={`${css['pickCell']} ${isPinned ? css['pinned'] : ''}`} data-pick="">
      <input
        type="checkbox"
        tabIndex={-1}
        readOnly
        className={css['pick']}
        checked={isPicked}
        aria-label={messages.table.pick(nameOfRow(row.original, figures))}
      />
    </td>
  );
}

function BuildingCells({
  row,
  columns,
  isPicked,
}: {
  readonly row: ModelRow;
  readonly columns: readonly TableColumn[];
  readonly isPicked: boolean;
}) {
  const cells = row.getAllCellsByColumnId();
  return columns.map((column) => {
    const cell = cells[column.id];
    if (!cell) return null;
    if (column.id === pickColumn) {
      const isPinned = column.getIsPinned() !== false;
      return <PickCell key={column.id} row={row} isPicked={isPicked} isPinned={isPinned} />;
    }
    const content = flexRender(column.columnDef.cell, cell.getContext());
    return column.id === 'name' ? (
      <th key={column.id} scope="row" className={cellClass(column)}>
        {content}
      </th>
    ) : (
      <td key={column.id} className={cellClass(column)}>
        {content}
      </td>
    );
  });
}

/** Hovering and selecting change attributes of the row from outside; neither renders it anew. */
export const TableRow = memo(
  function TableRow({ id, index, row, columns, isActive, isPicked }: TableRowProps) {
    return (
      <tr
        id={id}
        className={css['row']}
        aria-rowindex={index + 2}
        data-index={index}
        data-row={row?.original.row}
        data-active={isActive || undefined}
        aria-busy={row === null || undefined}
      >
        {row ? (
          <BuildingCells row={row} columns={columns} isPicked={isPicked} />
        ) : (
          <SkeletonCells columns={columns} />
        )}
      </tr>
    );
  },
  (before, after) =>
    before.index === after.index &&
    before.id === after.id &&
    before.isActive === after.isActive &&
    before.isPicked === after.isPicked &&
    before.columns === after.columns &&
    isSameRow(before.row?.original ?? null, after.row?.original ?? null),
);
