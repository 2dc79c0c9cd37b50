import type { DragEvent, ReactNode } from 'react';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './compare-table.module.css';
import type { ShownColumn } from './shown-column.ts';
import { useCompareWords } from './use-compare-words.ts';

/** What a column head may do with its column; places count from 0 in the order of the address. */
export interface ColumnHands {
  readonly onMove: (place: number, step: number) => void;
  readonly onRemove: (place: number) => void;
  readonly onRetry: (place: number) => void;
  /** On a phone: the column that stays while the others are swiped; null where all are in sight. */
  readonly pinned: { readonly place: number; readonly onPin: (place: number) => void } | null;
  /** Draws the link to a building's page. */
  readonly link: (href: string, content: ReactNode) => ReactNode;
}

interface ColumnHeadProps extends ColumnHands {
  readonly column: ShownColumn;
  readonly place: number;
  readonly count: number;
}

const dragType = 'application/x-loulan-column';

/** Name and kind of one column, and the hands to move, pin and remove it. */
export function ColumnHead(props: ColumnHeadProps) {
  const { column, place, count, pinned } = props;
  const { compare } = useCompareWords();
  const isPinned = pinned?.place === place;
  return (
    <th
      scope="col"
      className={classNames(css['head'], isPinned && css['pinned'])}
      data-column={column.key}
      {...(pinned === null && draggable(place, props.onMove))}
    >
      <div className={css['headBody']}>
        <div className={css['name']}>
          {column.state === 'ready' ? props.link(column.href, column.name) : column.name}
        </div>
        <p className={css['note']}>
          {column.state === 'loading' && <Skeleton width="80%" height={12} />}
          {column.state === 'failed' && (
            <span className={css['failed']} role="alert">
              {compare.failed}
              <Button variant="plain" size="small" onPress={() => props.onRetry(place)}>
                {compare.retry}
              </Button>
            </span>
          )}
          {column.note}
        </p>
        {column.isSample && <p className={css['sample']}>{compare.sample}</p>}
        <Hands {...props} isPinned={isPinned} count={count} />
      </div>
    </th>
  );
}

function Hands({
  column,
  place,
  count,
  pinned,
  isPinned,
  ...props
}: ColumnHeadProps & { isPinned: boolean }) {
  const { compare } = useCompareWords();
  return (
    <div className={classNames(css['hands'], 'no-print')}>
      {pinned === null ? (
        <>
          <Button
            variant="icon"
            size="small"
            label={compare.moveLeft(column.name)}
            isIdle={place === 0}
            onPress={() => props.onMove(place, -1)}
          >
            <span aria-hidden="true">←</span>
          </Button>
          <Button
            variant="icon"
            size="small"
            label={compare.moveRight(column.name)}
            isIdle={place === count - 1}
            onPress={() => props.onMove(place, 1)}
          >
            <span aria-hidden="true">→</span>
          </Button>
        </>
      ) : isPinned ? (
        <span className={css['pinMark']}>{compare.pinned}</span>
      ) : (
        <Button
          variant="plain"
          size="small"
          label={compare.pin(column.name)}
          onPress={() => pinned.onPin(place)}
        >
          {compare.pinShort}
        </Button>
      )}
      <Button
        variant="icon"
        size="small"
        label={compare.remove(column.name)}
        onPress={() => props.onRemove(place)}
      >
        <span aria-hidden="true">×</span>
      </Button>
    </div>
  );
}

/** By the mouse; the buttons do the same for keyboards and fingers. */
function draggable(place: number, onMove: ColumnHands['onMove']) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData(dragType, String(place));
      event.dataTransfer.effectAllowed = 'move';
    },
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(dragType)) return;
      event.preventDefault();
      event.currentTarget.dataset['target'] = 'true';
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      delete event.currentTarget.dataset['target'];
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      event.preventDefault();
      delete event.currentTarget.dataset['target'];
      const from = Number(event.dataTransfer.getData(dragType));
      if (from !== place) onMove(from, place - from);
    },
  };
}
