import { type KeyboardEvent, useId, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { Hatch } from '#views/chart-frame/hatch.tsx';
import { fitted, measureIn } from '#views/stacking-plan/text-width.ts';
import css from './row-bars.module.css';

export interface BarRow {
  readonly id: string;
  readonly name: string;
  /** Length of the bar, 0–1 of the longest that may be; null is hatched. */
  readonly share: number | null;
  readonly paint: string;
  /** Written at the end of the bar. */
  readonly value: string;
  /** In the column at the right. */
  readonly second: string;
  /** All of it in words. */
  readonly label: string;
}

export const rowHeight = 30;
const barHeight = 14;
const gap = 8;
/** Room for the mark of what is selected. */
const indent = 6;
const measure = () => measureIn('12px system-ui');

/** Height of the drawing of so many rows, px. */
export function rowsHeight(count: number): number {
  return Math.max(1, count) * rowHeight + 4;
}

/** Names, bars and figures in rows. Where rows can be chosen it is a list box: arrows move, Enter chooses. */
export function RowBars({
  rows,
  width,
  label,
  help,
  selectedId,
  onSelect,
}: {
  readonly rows: readonly BarRow[];
  readonly width: number;
  readonly label: string;
  readonly help?: string;
  readonly selectedId?: string | null;
  /** Left out where rows cannot be chosen. */
  readonly onSelect?: (id: string) => void;
}) {
  const hatch = useId();
  const listId = useId();
  const [active, setActive] = useState(0);
  const columns = columnsOf(rows, width);
  const current = Math.min(active, rows.length - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: rows.length - 1 }[event.key];
    const row = rows[current];
    if (next !== undefined) setActive(Math.min(rows.length - 1, Math.max(0, next)));
    else if ((event.key === 'Enter' || event.key === ' ') && row) onSelect?.(row.id);
    else return;
    event.preventDefault();
  };
  const list = onSelect && {
    role: 'listbox',
    tabIndex: 0,
    'aria-description': help,
    'aria-activedescendant': `${listId}-${current}`,
    onKeyDown,
  };
  return (
    <svg
      className={css['rows']}
      width={width}
      height={rowsHeight(rows.length)}
      aria-label={label}
      {...(list ?? { role: 'img' })}
    >
      <defs>
        <Hatch id={hatch} />
      </defs>
      {rows.map((row, at) => (
        <g
          key={row.id}
          className={classNames(
            css['row'],
            list && css['choosable'],
            list && at === current && css['active'],
          )}
          transform={`translate(0 ${at * rowHeight + 2})`}
          {...(list && {
            id: `${listId}-${at}`,
            role: 'option',
            'aria-selected': row.id === selectedId,
            onClick: () => {
              setActive(at);
              onSelect(row.id);
            },
          })}
        >
          <Row row={row} width={width} columns={columns} hatch={hatch} isSelected={row.id === selectedId} />
        </g>
      ))}
    </svg>
  );
}

interface Columns {
  readonly name: number;
  readonly value: number;
  readonly second: number;
}

/** Names get what they need up to a third of the width, figures all that they need; bars the rest. */
function columnsOf(rows: readonly BarRow[], width: number): Columns {
  const widest = (read: (row: BarRow) => string) =>
    Math.max(0, ...rows.map((row) => measure()(read(row)))) + gap;
  return {
    name: Math.min(indent + widest(({ name }) => name), Math.max(92, width * 0.34)),
    value: widest(({ value }) => value),
    second: widest(({ second }) => second),
  };
}

function Row({
  row,
  width,
  columns,
  hatch,
  isSelected,
}: {
  readonly row: BarRow;
  readonly width: number;
  readonly columns: Columns;
  readonly hatch: string;
  readonly isSelected: boolean;
}) {
  const room = Math.max(24, width - columns.name - columns.value - columns.second - gap);
  const length = row.share === null ? room : Math.max(row.share > 0 ? 1.5 : 0, Math.min(1, row.share) * room);
  const middle = rowHeight / 2;
  const bar = { x: columns.name, y: middle - barHeight / 2, height: barHeight, rx: 2 };
  return (
    <>
      <title>{row.label}</title>
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus; the title says it all */}
      <g aria-hidden="true">
        <rect className={css['back']} width={width} height={rowHeight} rx={4} />
        {isSelected && <rect className={css['mark']} width={3} height={rowHeight - 8} y={4} rx={1.5} />}
        <text className={css['name']} x={indent} y={middle + 4}>
          {fitted(row.name, columns.name - gap - indent, measure())}
        </text>
        <rect {...bar} width={length} fill={row.share === null ? `url(#${hatch})` : row.paint} />
        <text
          className={row.share === null ? css['missing'] : css['value']}
          x={columns.name + (row.share === null ? room : length) + 6}
          y={middle + 4}
        >
          {row.value}
        </text>
        <text className={css['second']} x={width - 4} y={middle + 4} textAnchor="end">
          {row.second}
        </text>
      </g>
    </>
  );
}
