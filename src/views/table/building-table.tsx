import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { BuildingRow } from '#domain/engine/row.ts';
import type { RangeField } from '#domain/query/fields.ts';
import type { Sort } from '#domain/query/query.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import { classNames } from '#ui/class-names.ts';
import { availableColumns, type ColumnId, defaultColumns, resolveColumns } from './column-ids.ts';
import type { HighlightStore } from './highlight.ts';
import { useLitRows } from './lit-rows.ts';
import { useRowGestures } from './row-gestures.ts';
import { type RowWindow, windowFor } from './row-window.ts';
import css from './table.module.css';
import { createColumns, features, pickColumn } from './table-columns.tsx';
import { TableHead } from './table-head.tsx';
import { type TableColumn, TableRow } from './table-row.tsx';
import { TableToolbar } from './table-toolbar.tsx';

/** px; every row is as high, so that 100,000 of them need no measuring. */
export const rowHeight = 50;
export const headHeight = 44;

export interface BuildingTableProps {
  /** Rows of the whole answer, of which `rows` are those from `offset` on. */
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly BuildingRow[];
  /** Asks for another window of rows; called once for each window that is needed. */
  readonly onWindow: (window: RowWindow) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Ids of the shown columns in order; null for the default set. */
  readonly columns: readonly string[] | null;
  /** null when the choice is the default again. */
  readonly onColumns: (columns: readonly ColumnId[] | null) => void;
  readonly hidden: readonly RangeField[];
  readonly names: NamesOf;
  readonly highlight: HighlightStore;
  readonly onHover: (row: BuildingRow | null) => void;
  /** null: nothing is selected any more. */
  readonly onSelect: (row: BuildingRow | null) => void;
  readonly onOpen: (row: BuildingRow) => void;
  /** Ids of the buildings that are put aside to be compared. */
  readonly picked: ReadonlySet<string>;
  /** Puts a building aside, or back. */
  readonly onPick: (row: BuildingRow) => void;
  /** Nothing has been answered yet. */
  readonly loading: boolean;
  /** Beside the column chooser: what may be done with the list. */
  readonly actions?: ReactNode;
  /** In place of rows when none passes. */
  readonly empty?: ReactNode;
}

const skeletonCount = 12;
const noRows: BuildingRow[] = [];

function useColumnModel(props: BuildingTableProps, isPinned: boolean) {
  const { figures, messages } = useLanguage();
  const { columns: wished, hidden, names, rows } = props;
  const shown = useMemo(() => resolveColumns(wished, hidden), [wished, hidden]);
  const columns = useMemo(() => createColumns({ figures, messages }, names), [figures, messages, names]);
  const state = useMemo(
    () => ({
      columnOrder: [pickColumn, ...shown],
      columnVisibility: Object.fromEntries(
        columns.map(({ id }) => [id, id === pickColumn || shown.some((known) => known === id)]),
      ),
      columnPinning: { start: isPinned ? [pickColumn, 'name'] : [], end: [] },
    }),
    [columns, shown, isPinned],
  );
  const data = useMemo(() => (rows.length > 0 ? [...rows] : noRows), [rows]);
  const table = useTable({ features, columns, data, state, getRowId: ({ id }) => id });
  return { table, shown };
}

function useRowVirtualizer(props: BuildingTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const asked = useRef<RowWindow | null>(null);
  const { total, offset, rows, loading, onWindow } = props;
  const count = loading && total === 0 ? skeletonCount : total;
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLTableRowElement>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    useFlushSync: false,
  });
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  useEffect(() => {
    const wanted = windowFor(startIndex, endIndex, total, { offset, limit: rows.length });
    const isAsked = wanted?.offset === asked.current?.offset && wanted?.limit === asked.current?.limit;
    asked.current = wanted;
    if (wanted !== null && !isAsked) onWindow(wanted);
  }, [startIndex, endIndex, total, offset, rows, onWindow]);
  return { scroller, virtualizer };
}

/** The answer's rows, of which only those in sight exist. */
export function BuildingTable(props: BuildingTableProps) {
  const { messages } = useLanguage();
  const { total, offset, sort, onSort, highlight, onColumns, hidden, loading } = props;
  const [isPinned, setPinned] = useState(true);
  const { table, shown } = useColumnModel(props, isPinned);
  const { scroller, virtualizer } = useRowVirtualizer(props);
  const body = useRef<HTMLTableSectionElement>(null);
  const id = useId();
  const { active, gestures } = useRowGestures(props, virtualizer, rowHeight);
  useLitRows(body, highlight);
  const sortFromTop = useCallback(
    (next: Sort) => {
      virtualizer.scrollToOffset(0);
      onSort(next);
    },
    [virtualizer, onSort],
  );
  const visible = table.getVisibleLeafColumns();
  const modelRows = table.getRowModel().rows;
  const items = virtualizer.getVirtualItems();
  const above = (items[0]?.start ?? headHeight) - headHeight;
  const below = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight);
  const isActiveInSight = active !== null && items.some(({ index }) => index === active);
  const width = visible.reduce((sum, column) => sum + column.getSize(), 0);
  const order = useMemo(() => availableColumns(hidden), [hidden]);
  return (
    <section className={css['frame']} aria-label={messages.table.label}>
      <TableToolbar
        sort={sort}
        shown={shown}
        available={order}
        isPinned={isPinned}
        onPin={setPinned}
        onColumns={(next) => onColumns(next?.join() === defaultColumns.join() ? null : next)}
        actions={props.actions}
      />
      <div
        className={css['scroller']}
        ref={scroller}
        onScroll={({ currentTarget }) =>
          currentTarget.toggleAttribute('data-shifted', currentTarget.scrollLeft > 0)
        }
      >
        <table
          className={classNames(css['table'], isPinned && css['withPin'])}
          style={{ minInlineSize: width }}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that is walked by keyboard
          role="grid"
          aria-label={messages.table.label}
          aria-rowcount={total + 1}
          aria-colcount={visible.length}
          aria-busy={loading}
          tabIndex={0}
          aria-activedescendant={isActiveInSight ? `${id}${active}` : undefined}
          {...gestures}
        >
          <Widths columns={visible} />
          <TableHead columns={visible} sort={sort} onSort={sortFromTop} />
          <Gap height={above} span={visible.length} />
          <tbody ref={body}>
            {items.map(({ index }) => {
              const row = modelRows[index - offset] ?? null;
              const place = { id: `${id}${index}`, index, isActive: index === active };
              const isPicked = row !== null && props.picked.has(row.id);
              return (
                <TableRow key={row?.id ?? index} {...place} row={row} columns={visible} isPicked={isPicked} />
              );
            })}
          </tbody>
          <Gap height={below} span={visible.length} />
        </table>
        {total === 0 && !loading && props.empty}
      </div>
    </section>
  );
}

/** The name takes what the others leave. */
function Widths({ columns }: { readonly columns: readonly TableColumn[] }) {
  return (
    <colgroup>
      {columns.map((column) => (
        <col key={column.id} style={column.id === 'name' ? {} : { inlineSize: column.getSize() }} />
      ))}
    </colgroup>
  );
}

/** Stands for the rows that are not drawn. */
function Gap({ height, span }: { readonly height: number; readonly span: number }) {
  return (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={span} className={css['gap']} style={{ blockSize: Math.max(0, height) }} />
      </tr>
    </tbody>
  );
}
