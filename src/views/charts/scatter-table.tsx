import type { Scatter } from '#domain/engine/answer.ts';
import { useLanguage } from '#format/locale.tsx';
import css from './charts.module.css';
import { useChartWords } from './use-chart-words.ts';

const most = 100;

/** The dots as figures, the most yielding first. */
export function ScatterTable({
  scatter,
  nameOf,
  onSelect,
}: {
  readonly scatter: Scatter;
  readonly nameOf: (row: number) => string;
  readonly onSelect: (row: number) => void;
}) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  const dots = Array.from(scatter.row.keys())
    .sort((a, b) => (scatter.taxPerSqm[b] ?? 0) - (scatter.taxPerSqm[a] ?? 0) || a - b)
    .slice(0, most);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css['twin']} aria-label={`${charts.scatterTitle} · ${charts.asTable}`} tabIndex={0}>
      <table>
        <caption className={css['caption']}>
          {charts.firstOf(figures.number(dots.length, 0), figures.number(scatter.known, 0))}
        </caption>
        <thead>
          <tr>
            <th scope="col">{charts.building}</th>
            <th scope="col">{charts.occupancy}</th>
            <th scope="col">{`${charts.tax} ${figures.words.unit.yuanPerSqmYear}`}</th>
          </tr>
        </thead>
        <tbody>
          {dots.map((dot) => {
            const row = scatter.row[dot] ?? 0;
            return (
              <tr key={row}>
                <th scope="row">
                  <button type="button" className={css['link']} onClick={() => onSelect(row)}>
                    {nameOf(row)}
                  </button>
                </th>
                <td>{figures.percent(scatter.occupancy[dot] ?? 0)}</td>
                <td>{figures.number(scatter.taxPerSqm[dot] ?? 0, 0)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
