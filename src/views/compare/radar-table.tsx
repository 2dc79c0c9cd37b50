import type { RadarAxis } from '#domain/compare/radar.ts';
import css from './radar.module.css';
import type { AxisWords } from './radar-chart.tsx';
import type { ShownColumn } from './shown-column.ts';
import { cellText } from './shown-row.ts';
import { useCompareWords } from './use-compare-words.ts';

/** The chart in figures: what each column has on each axis, and where on the scale that is. */
export function RadarTable({
  axes,
  words,
  columns,
}: {
  readonly axes: readonly RadarAxis[];
  readonly words: readonly AxisWords[];
  readonly columns: readonly ShownColumn[];
}) {
  const language = useCompareWords();
  const { compare, figures } = language;
  const { radar } = compare;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css['tableFrame']} aria-label={radar.table} tabIndex={0}>
      <table className={css['table']}>
        <caption className="visually-hidden">{radar.table}</caption>
        <thead>
          <tr>
            <th scope="col">{compare.feature}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {axes.map((axis, i) => (
            <tr key={axis.id}>
              <th scope="row">
                {words[i]?.label}
                <span className={css['note']}>{words[i]?.scale}</span>
              </th>
              {columns.map(({ key }, place) => {
                const point = axis.points[place];
                const text = cellText(axis.row.unit, axis.row.cells[place], language, (_, code) => code);
                return (
                  <td key={key}>
                    {text ?? compare.loading}
                    <span className={css['note']}>
                      {point
                        ? `${radar.place(figures.percent(point.share, 0))}${point.isBeyond ? ` · ${radar.beyond}` : ''}`
                        : radar.gap}
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
