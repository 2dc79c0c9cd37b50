import { memo, type ReactNode } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './compare-table.module.css';
import type { ShownCell, ShownGroup, ShownRow } from './shown-row.ts';
import { useCompareWords } from './use-compare-words.ts';

interface RowsProps {
  /** Places of the columns from left to right. */
  readonly order: readonly number[];
  /** Whether the file of each place is on its way, rather than out of reach. */
  readonly isLoading: readonly boolean[];
  /** The place that stays in sight on a phone. */
  readonly pinnedPlace: number | null;
  /** Always the same function. */
  readonly onOpen: (row: string, place: number, anchor: HTMLElement) => void;
}

/** One group of rows under its title. */
export function GroupRows({
  group,
  before,
  opened,
  ...place
}: RowsProps & {
  readonly group: ShownGroup;
  /** The cell that is open. */
  readonly opened: { readonly row: string; readonly place: number } | null;
  /** Above the rows, as wide as what is in sight. */
  readonly before?: ReactNode;
}) {
  const span = place.order.length + 1;
  return (
    <tbody className={css['group']}>
      <tr>
        <th scope="rowgroup" colSpan={span} className={css['groupTitle']}>
          <span className={css['stay']}>{group.title}</span>
        </th>
      </tr>
      {before !== undefined && (
        <tr>
          <td colSpan={span} className={css['before']}>
            <div className={css['panel']}>{before}</div>
          </td>
        </tr>
      )}
      {group.rows.map((row) => (
        <ComparedRow
          key={row.id}
          row={row}
          openPlace={opened?.row === row.id ? opened.place : null}
          {...place}
        />
      ))}
    </tbody>
  );
}

interface RowProps extends RowsProps {
  readonly row: ShownRow;
  readonly openPlace: number | null;
}

/** Drawn anew only when its own row or the order of the columns changes. */
const ComparedRow = memo(function ComparedRow({
  row,
  order,
  isLoading,
  pinnedPlace,
  openPlace,
  onOpen,
}: RowProps) {
  const { compare } = useCompareWords();
  return (
    <tr
      className={css['row']}
      data-difference={row.difference}
      data-row={row.id}
      data-figures={row.isFigures || undefined}
    >
      <th scope="row" className={css['label']}>
        {row.label}
        <span className={css['rule']}>{[row.unit, row.rule, row.note].filter(Boolean).join(' · ')}</span>
      </th>
      {order.map((place) => {
        const cell = row.cells[place];
        return (
          cell && (
            <td
              key={place}
              className={classNames(
                css['cell'],
                cell.tone === 'muted' && css['muted'],
                place === pinnedPlace && css['pinned'],
              )}
              data-best={cell.isBest || undefined}
            >
              <CellBody
                cell={cell}
                isLoading={isLoading[place] ?? false}
                best={compare.best}
                isOpen={place === openPlace}
                onOpen={(anchor) => onOpen(row.id, place, anchor)}
              />
            </td>
          )
        );
      })}
    </tr>
  );
}, isAlike);

/** Costs are counted anew as a whole; most of their rows then say what they said. */
function isAlike(before: RowProps, after: RowProps): boolean {
  const isPlaced =
    before.order === after.order &&
    before.isLoading === after.isLoading &&
    before.pinnedPlace === after.pinnedPlace &&
    before.openPlace === after.openPlace &&
    before.onOpen === after.onOpen;
  return isPlaced && (before.row === after.row || JSON.stringify(before.row) === JSON.stringify(after.row));
}

function CellBody({
  cell,
  isLoading,
  best,
  isOpen,
  onOpen,
}: {
  readonly cell: ShownCell;
  readonly isLoading: boolean;
  readonly best: string;
  readonly isOpen: boolean;
  readonly onOpen: (anchor: HTMLElement) => void;
}) {
  const { compare } = useCompareWords();
  if (cell.text === null) {
    return isLoading ? (
      <Skeleton width="60%" height={12} />
    ) : (
      <span className={css['muted']}>{compare.failed}</span>
    );
  }
  return (
    <button
      type="button"
      className={css['value']}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={(event) => onOpen(event.currentTarget)}
    >
      {cell.text}
      {cell.isBest && <span className={css['best']}>{best}</span>}
    </button>
  );
}
