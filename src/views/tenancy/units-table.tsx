import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Quantity } from '#domain/measure.ts';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { RowSpacer, useDrawnRows } from '#views/table/drawn-rows.tsx';
import {
  columnsOf,
  filteredLines,
  orderedLines,
  type TableStorey,
  topDown,
  type UnitFilter,
  type UnitLine,
  type UnitOrder,
  unitLines,
} from './unit-lines.ts';
import { UnitRow } from './unit-row.tsx';
import { UnitsHead } from './units-head.tsx';
import css from './units-table.module.css';

export interface UnitsTableProps {
  readonly storeys: readonly TableStorey[];
  /** Of the building; null: not known, and no usable area is derived. */
  readonly efficiency: Quantity | null;
  /** Which units are shown; whoever sets it (a stacking plan beside) also shows that it is set. */
  readonly filter: UnitFilter;
  /** Lifts the filter. */
  readonly onClearFilter: () => void;
  /** Ids of units; what is hovered or selected elsewhere is lit here, and the other way round. */
  readonly hovered: string | null;
  readonly selected: string | null;
  readonly onHover: (unitId: string | null) => void;
  readonly onSelect: (unitId: string | null) => void;
  /** The way to add what is missing; left out for who may not. */
  readonly onAdd?: ReactNode;
}

/** As the style sheet has it: a finger needs more room. */
const rowPx = matchMedia('(pointer: coarse)').matches ? 44 : 34;

/** All units of a building, to be ordered by any column. Arrows move between the rows, Enter selects. */
export function UnitsTable(props: UnitsTableProps) {
  const { storeys, efficiency, filter } = props;
  const { figures, locale } = useLanguage();
  const words = tenancyMessages[locale].units;
  const [order, setOrder] = useState(topDown);
  const all = useMemo(() => unitLines(storeys, efficiency), [storeys, efficiency]);
  const lines = useMemo(() => orderedLines(filteredLines(all, filter), order), [all, filter, order]);
  if (all.length === 0) {
    return (
      <EmptyState title={words.none} actions={props.onAdd}>
        {words.noneWhy}
      </EmptyState>
    );
  }
  const area = figures.withUnit('sqm', Math.round(lines.reduce((sum, { unit }) => sum + unit.area, 0)));
  const [shown, total] = [lines.length, all.length].map((count) => figures.number(count, 0));
  return (
    <section className={css['part']} aria-label={words.title}>
      <p className={css['summary']} role="status">
        {lines.length === all.length
          ? words.count(total ?? '', area)
          : words.of(shown ?? '', total ?? '', area)}
        {lines.length < all.length && (
          <Button variant="plain" size="small" onPress={props.onClearFilter}>
            {words.showAll}
          </Button>
        )}
      </p>
      {lines.length === 0 ? (
        <EmptyState title={words.noneMatch}>{words.noneMatchWhy}</EmptyState>
      ) : (
        <Rows {...props} all={all} lines={lines} order={order} onOrder={setOrder} />
      )}
      <p className={css['note']}>
        {efficiency
          ? words.usableHelp(figures.words.bound[efficiency.bound] + figures.percent(efficiency.value))
          : words.noEfficiency}
      </p>
    </section>
  );
}

type RowsProps = UnitsTableProps & {
  readonly all: readonly UnitLine[];
  readonly lines: readonly UnitLine[];
  readonly order: UnitOrder;
  readonly onOrder: (order: UnitOrder) => void;
};

function Rows({ all, lines, order, onOrder, hovered, selected, onHover, onSelect }: RowsProps) {
  const { locale } = useLanguage();
  const words = tenancyMessages[locale].units;
  const columns = useMemo(() => columnsOf(all), [all]);
  const scroller = useRef<HTMLDivElement>(null);
  const helpId = useId();
  const { from, to, reveal } = useDrawn(scroller, lines.length);
  const { reached, move } = useArrows(lines, scroller, reveal);
  useRevealed(selected, lines, reveal);
  return (
    <div ref={scroller} className={css['scroller']}>
      <p id={helpId} className="visually-hidden">
        {words.help}
      </p>
      <table className={css['table']} aria-describedby={helpId} aria-rowcount={lines.length + 1}>
        <UnitsHead columns={columns} order={order} onOrder={onOrder} />
        <tbody
          onPointerOver={(event) => {
            const id = unitAt(event.target);
            if (id !== hovered) onHover(id);
          }}
          onPointerLeave={() => onHover(null)}
          onClick={(event) => {
            const id = unitAt(event.target);
            if (id !== null) onSelect(id === selected ? null : id);
          }}
          onFocus={(event) => onHover(unitAt(event.target))}
          onBlur={() => onHover(null)}
          onKeyDown={move}
        >
          <RowSpacer px={from * rowPx} columns={columns.length} />
          {lines.slice(from, to).map((line, at) => (
            <UnitRow
              key={line.unit.id}
              line={line}
              // The heading is row 1.
              rowIndex={from + at + 2}
              columns={columns}
              isLit={line.unit.id === hovered}
              isSelected={line.unit.id === selected}
              isReached={line.unit.id === reached}
            />
          ))}
          <RowSpacer px={(lines.length - to) * rowPx} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function unitAt(target: EventTarget): string | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-unit]')?.dataset['unit'] ?? null)
    : null;
}

/** Which rows are drawn, and how to bring one into sight. */
function useDrawn(scroller: RefObject<HTMLElement | null>, count: number) {
  const { isWhole, scrollTo, ...drawn } = useDrawnRows(scroller, count, rowPx);
  const reveal = (index: number) => {
    if (!isWhole) scrollTo(index);
    else rowOf(scroller.current, index)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  return { ...drawn, reveal };
}

function rowOf(scroller: HTMLElement | null, index: number): HTMLElement | null {
  return scroller?.querySelectorAll<HTMLElement>('[data-unit]')[index] ?? null;
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** One row is in the order of the tab key; arrows move to others, also to such as are not drawn yet. */
function useArrows(
  lines: readonly UnitLine[],
  scroller: RefObject<HTMLElement | null>,
  reveal: (index: number) => void,
) {
  const [wished, setWished] = useState<string | null>(null);
  const isMoving = useRef(false);
  const reached = lines.some(({ unit }) => unit.id === wished) ? wished : (lines[0]?.unit.id ?? null);
  useEffect(() => {
    if (!isMoving.current) return;
    const button = scroller.current?.querySelector<HTMLElement>(
      `[data-unit="${CSS.escape(reached ?? '')}"] button`,
    );
    if (!button) return;
    isMoving.current = false;
    button.focus({ preventScroll: true });
  });
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const at = lines.findIndex(({ unit }) => unit.id === (unitAt(event.target) ?? reached));
    const next = step(at, lines.length - 1);
    isMoving.current = true;
    setWished(lines[next]?.unit.id ?? null);
    reveal(next);
  };
  return { reached, move };
}

/** What is selected elsewhere comes into sight; the page itself is not moved. */
function useRevealed(
  selected: string | null,
  lines: readonly UnitLine[],
  reveal: (index: number) => void,
): void {
  const shown = useRef<string | null>(selected);
  useEffect(() => {
    if (shown.current === selected) return;
    shown.current = selected;
    const index = lines.findIndex(({ unit }) => unit.id === selected);
    if (index >= 0) reveal(index);
  });
}
