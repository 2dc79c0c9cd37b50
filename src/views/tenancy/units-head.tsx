import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { classNames } from '#ui/class-names.ts';
import type { UnitColumn, UnitOrder } from './unit-lines.ts';
import { figureColumns } from './unit-row.tsx';
import css from './units-table.module.css';

/** Columns in which the large or the late comes first when they are pressed. */
const largestFirst: ReadonlySet<UnitColumn> = new Set(['floor', 'area', 'usable']);

export function UnitsHead({
  columns,
  order,
  onOrder,
}: {
  readonly columns: readonly UnitColumn[];
  readonly order: UnitOrder;
  readonly onOrder: (order: UnitOrder) => void;
}) {
  const { figures, locale } = useLanguage();
  const words = tenancyMessages[locale].units;
  const { unit } = figures.words;
  const units: { readonly [column in UnitColumn]?: string } = {
    area: unit.sqm,
    usable: `${unit.sqm} · ${words.derived}`,
    rent: unit.yuanPerSqmMonth,
    divisible: unit.sqm,
  };
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isOrder = order.column === column;
          return (
            <th
              key={column}
              scope="col"
              className={classNames(css[column], figureColumns.has(column) && css['figure'])}
              aria-sort={isOrder ? (order.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                className={css['sort']}
                title={words.sortBy(words[column])}
                onClick={() =>
                  onOrder({ column, descending: isOrder ? !order.descending : largestFirst.has(column) })
                }
              >
                <span>
                  {words[column]}
                  {isOrder && <span aria-hidden="true">{order.descending ? ' ↓' : ' ↑'}</span>}
                </span>
                {units[column] !== undefined && <span className={css['unitOf']}>{units[column]}</span>}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
