import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { classNames } from '#ui/class-names.ts';
import { useOpened } from '#ui/use-opened.ts';
import { type ColumnHands, ColumnHead } from './column-head.tsx';
import { GroupRows } from './compare-rows.tsx';
import css from './compare-table.module.css';
import type { ShownColumn } from './shown-column.ts';
import type { ShownGroup } from './shown-row.ts';
import { SwipeBar } from './swipe-bar.tsx';
import { useCompareWords } from './use-compare-words.ts';
import { useNarrow } from './use-narrow.ts';

/** A cell, by the id of its row and the place of its column. */
interface CellId {
  readonly row: string;
  readonly place: number;
}

export interface OpenCell extends CellId {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
}

export interface CompareTableProps extends Omit<ColumnHands, 'pinned'> {
  /** Key of the column that stays on a phone; null: the first. */
  readonly pinned: string | null;
  readonly onPin: (place: number) => void;
  /** In the order of the address; their places are what cells and hands count by. */
  readonly columns: readonly ShownColumn[];
  readonly groups: readonly ShownGroup[];
  /** Stands above the rows of a group, by its id. */
  readonly before?: Readonly<Record<string, ReactNode>>;
  /** What is said of a cell that is opened, beside `anchor`. */
  readonly openedCell: (cell: OpenCell) => ReactNode;
  /** Below the last row: what the marks mean, where it all comes from. */
  readonly foot: ReactNode;
}

/** Columns side by side under a head that stays; on a phone, one that stays and the others to be swiped. */
export function CompareTable(props: CompareTableProps) {
  const { columns, groups, before = {}, foot, pinned } = props;
  const { compare } = useCompareWords();
  const scroller = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const pinnedPlace = Math.max(
    0,
    columns.findIndex(({ key }) => key === pinned),
  );
  const count = columns.length;
  const order = useMemo(() => orderOf(count, isNarrow ? pinnedPlace : 0), [count, isNarrow, pinnedPlace]);
  const loading = columns.map(({ state }) => (state === 'loading' ? 1 : 0)).join('');
  const isLoading = useMemo(() => [...loading].map((sign) => sign === '1'), [loading]);
  const keepFocus = useKeptFocus(columns);
  // Not before the columns have changed places: the browser would hold on to the one that it had come to rest at.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another column is pinned
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ left: 0 });
  }, [pinned]);
  const opened = useOpened<CellId>();
  const { open } = opened;
  const onOpen = useCallback(
    (row: string, place: number, element: HTMLElement) => open({ row, place }, element),
    [open],
  );
  const hands: ColumnHands = {
    ...props,
    pinned: isNarrow ? { place: pinnedPlace, onPin: props.onPin } : null,
    onMove: (place, step) => {
      keepFocus();
      props.onMove(place, step);
    },
  };
  const style: CSSProperties & Record<'--columns', number> = { '--columns': count };
  return (
    <div className={css['frame']}>
      {isNarrow && (
        <SwipeBar
          scroller={scroller}
          pinned={columns[pinnedPlace]}
          others={order.slice(1).flatMap((place) => columns[place] ?? [])}
        />
      )}
      <div className={css['scroller']} ref={scroller}>
        <table
          className={classNames(css['table'], isNarrow && css['swiped'])}
          style={style}
          aria-label={compare.title}
        >
          <Heads columns={columns} order={order} hands={hands} />
          {groups.map((group) => (
            <GroupRows
              key={group.id}
              group={group}
              before={before[group.id]}
              order={order}
              isLoading={isLoading}
              pinnedPlace={isNarrow ? pinnedPlace : null}
              opened={opened.id}
              onOpen={onOpen}
            />
          ))}
        </table>
        <div className={css['foot']}>{foot}</div>
        {opened.id && props.openedCell({ ...opened.id, anchor: opened.anchor, onClose: opened.close })}
      </div>
    </div>
  );
}

function Heads({
  columns,
  order,
  hands,
}: {
  readonly columns: readonly ShownColumn[];
  readonly order: readonly number[];
  readonly hands: ColumnHands;
}) {
  const { compare } = useCompareWords();
  return (
    <thead>
      <tr>
        <th scope="col" className={classNames(css['head'], css['corner'])}>
          {compare.feature}
        </th>
        {order.map((place) => {
          const column = columns[place];
          return (
            column && (
              <ColumnHead key={column.key} {...hands} column={column} place={place} count={columns.length} />
            )
          );
        })}
      </tr>
    </thead>
  );
}

/** The pinned column first, the others in their order. */
function orderOf(count: number, first: number): readonly number[] {
  const places = Array.from({ length: count }, (_, place) => place);
  return [first, ...places.filter((place) => place !== first)].slice(0, count);
}

/** A button that moves its column moves in the document too, where browsers take the focus from it: it is given back. */
function useKeptFocus(columns: readonly ShownColumn[]): () => void {
  const held = useRef<{ readonly element: HTMLElement } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each new order of the columns
  useLayoutEffect(() => {
    const element = held.current?.element;
    held.current = null;
    if (element?.isConnected) element.focus({ preventScroll: true });
  }, [columns]);
  return () => {
    const element = document.activeElement;
    held.current = element instanceof HTMLElement ? { element } : null;
  };
}
