import { type Column, flexRender, type Row } from '@tanstack/react-table';
import { memo } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import { isSameRow } from './same-row.ts';
import css from './table.module.css';
import { type features, isFigureColumn } from './table-columns.tsx';

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

function BuildingCells({
  row,
  columns,
}: {
  readonly row: ModelRow;
  readonly columns: readonly TableColumn[];
}) {
  const cells = row.getAllCellsByColumnId();
  return columns.map((column) => {
    const cell = cells[column.id];
    if (!cell) return null;
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
  function TableRow({ id, index, row, columns, isActive }: TableRowProps) {
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
        {row ? <BuildingCells row={row} columns={columns} /> : <SkeletonCells columns={columns} />}
      </tr>
    );
  },
  (before, after) =>
    before.index === after.index &&
    before.id === after.id &&
    before.isActive === after.isActive &&
    before.columns === after.columns &&
    isSameRow(before.row?.original ?? null, after.row?.original ?? null),
);
