import { memo } from 'react';
import { leaseOf } from '#domain/stacking/storey.ts';
import type { Language } from '#format/locale.tsx';
import { useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { optionWord } from '#format/record-text.ts';
import { classNames } from '#ui/class-names.ts';
import type { UnitColumn, UnitLine } from './unit-lines.ts';
import css from './units-table.module.css';

export const figureColumns: ReadonlySet<UnitColumn> = new Set(['area', 'usable', 'rent', 'divisible']);

interface Cell {
  readonly text: string;
  readonly isMissing: boolean;
}

/** What a cell says; null: nothing applies there. */
function cellOf({ unit, floorLabel, usable, isOffered }: UnitLine, column: UnitColumn, language: Language) {
  const { figures, locale } = language;
  const words = tenancyMessages[locale].units;
  const known = (text: string): Cell => ({ text, isMissing: false });
  const maybe = <T,>(value: T | null | undefined, write: (value: T) => string): Cell =>
    value === null || value === undefined
      ? { text: figures.words.unknown, isMissing: true }
      : known(write(value));
  switch (column) {
    case 'floor':
      return known(floorLabel);
    case 'unit':
      return known(unit.label);
    case 'area':
      return known(figures.number(unit.area));
    case 'usable':
      return maybe(usable, ({ value, bound }) => figures.words.bound[bound] + figures.number(value));
    case 'status': {
      const status = optionWord(language, 'unit', 'status', unit.status);
      return known(unit.status === 'leased' && unit.marketed ? `${status} · ${words.marketed}` : status);
    }
    case 'rent':
      if (!isOffered) return { text: words.notOffered, isMissing: true };
      return maybe(unit.askingRent, (rent) => figures.number(rent));
    case 'from':
      return isOffered ? maybe(unit.availableFrom, figures.date) : null;
    case 'divisible':
      return isOffered ? maybe(unit.minDivisibleArea, (area) => figures.number(area)) : null;
    case 'tenant':
    case 'ends':
      return leaseCell(unit, column, language, maybe);
  }
}

function leaseCell(
  unit: UnitLine['unit'],
  column: 'tenant' | 'ends',
  { figures, locale }: Language,
  maybe: (text: string | null | undefined, write: (text: string) => string) => Cell,
): Cell | null {
  const lease = leaseOf(unit);
  if (lease) return column === 'tenant' ? maybe(lease.enterprise, String) : maybe(lease.end, figures.date);
  if (unit.status !== 'leased') return null;
  return column === 'tenant'
    ? maybe(null, String)
    : { text: tenancyMessages[locale].units.ended, isMissing: true };
}

export const UnitRow = memo(function UnitRow({
  line,
  rowIndex,
  columns,
  isLit,
  isSelected,
  isReached,
}: {
  readonly line: UnitLine;
  /** Among all rows, of which not all may be drawn. */
  readonly rowIndex: number;
  readonly columns: readonly UnitColumn[];
  readonly isLit: boolean;
  readonly isSelected: boolean;
  /** The one row that the tab key reaches. */
  readonly isReached: boolean;
}) {
  const language = useLanguage();
  const words = tenancyMessages[language.locale].units;
  const { id, label } = line.unit;
  return (
    <tr
      data-unit={id}
      aria-rowindex={rowIndex}
      className={classNames(css['row'], isLit && css['lit'], isSelected && css['selected'])}
    >
      {columns.map((column) => {
        const cell = cellOf(line, column, language);
        const className = classNames(
          css[column],
          figureColumns.has(column) && css['figure'],
          cell?.isMissing && css['missing'],
        );
        if (column === 'unit') {
          return (
            <th key={column} scope="row" className={className}>
              <button
                type="button"
                className={css['unitButton']}
                tabIndex={isReached ? 0 : -1}
                aria-pressed={isSelected}
                title={words.select(label)}
              >
                {label}
              </button>
            </th>
          );
        }
        return (
          <td key={column} className={className} lang={column === 'tenant' ? 'zh-CN' : undefined}>
            {cell?.text}
          </td>
        );
      })}
    </tr>
  );
});
