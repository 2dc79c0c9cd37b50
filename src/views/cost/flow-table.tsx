import { type ReactNode, useState } from 'react';
import type { Fen } from '#domain/measure.ts';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import css from './cost.module.css';
import { type Flow, type FlowRow, type FlowYear, flowYears, sumOf } from './flow.ts';
import { useCostWords } from './use-cost-words.ts';

/** Every payment to the 分: years, each of which opens to its months. What is around it scrolls. */
export function FlowTable({ caption, flow }: { readonly caption: string; readonly flow: Flow }) {
  const { cost } = useCostWords();
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const years = flowYears(flow.rows);
  // Amounts line up: all with 分 or none.
  const digits = flow.rows.every((row) => row.amounts.every((amount) => amount % 100 === 0)) ? 0 : 2;
  const openable = years.filter(({ year }) => year > 0);
  const isAllOpen = openable.every(({ year }) => open.has(year));
  const toggle = (year: number) =>
    setOpen(
      (before) => new Set(before.has(year) ? [...before].filter((one) => one !== year) : [...before, year]),
    );
  return (
    <>
      <Button
        variant="plain"
        size="small"
        className={classNames(css['expand'], 'no-print')}
        onPress={() => setOpen(isAllOpen ? new Set() : new Set(openable.map(({ year }) => year)))}
      >
        {isAllOpen ? cost.collapseAll : cost.expandAll}
      </Button>
      <table className={css['flow']}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{cost.period}</th>
            <th scope="col">{cost.total}</th>
            <th scope="col">{cost.cumulative}</th>
            {flow.columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {years.map((year) => (
          <YearRows
            key={year.year}
            year={year}
            digits={digits}
            isOpen={open.has(year.year)}
            onToggle={toggle}
          />
        ))}
        <tfoot>
          <AmountRow head={cost.whole} row={sumOf(flow.rows)} kind="whole" digits={digits} />
        </tfoot>
      </table>
    </>
  );
}

function YearRows({
  year: { year, months, sum },
  digits,
  isOpen,
  onToggle,
}: {
  readonly year: FlowYear;
  readonly digits: number;
  readonly isOpen: boolean;
  readonly onToggle: (year: number) => void;
}) {
  const { cost, figures } = useCostWords();
  const count = (value: number) => figures.number(value, 0);
  if (year === 0) {
    return (
      <tbody>
        <AmountRow head={cost.start} row={sum} kind="year" digits={digits} />
      </tbody>
    );
  }
  const name = cost.year(count(year), count(months[0]?.month ?? 0), count(sum.month));
  return (
    <tbody>
      <AmountRow
        kind="year"
        row={sum}
        digits={digits}
        head={
          <button
            type="button"
            className={css['yearButton']}
            aria-expanded={isOpen}
            onClick={() => onToggle(year)}
          >
            <span aria-hidden="true" className={classNames(css['mark'], isOpen && css['markOpen'])} />
            {name}
          </button>
        }
      />
      {isOpen &&
        months.map((row) => (
          <AmountRow
            key={row.month}
            kind="month"
            row={row}
            digits={digits}
            head={cost.month(count(row.month))}
          />
        ))}
    </tbody>
  );
}

function AmountRow({
  head,
  row,
  kind,
  digits,
}: {
  readonly head: ReactNode;
  readonly row: FlowRow;
  readonly kind: 'year' | 'month' | 'whole';
  readonly digits: number;
}) {
  const { figures } = useCostWords();
  const text = (fen: Fen) => figures.fixed(fen / 100, digits);
  return (
    <tr className={css[kind]}>
      <th scope="row">{head}</th>
      <td className={css['sum']}>{text(row.total)}</td>
      <td>{text(row.cumulative)}</td>
      {row.amounts.map((amount, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns never change places
        <td key={column}>{text(amount)}</td>
      ))}
    </tr>
  );
}
