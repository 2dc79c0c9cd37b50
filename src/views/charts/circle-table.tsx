import type { CircleVacancy } from '#domain/engine/answer.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { useLanguage } from '#format/locale.tsx';
import css from './charts.module.css';
import { bands, circleBars, countIn } from './circle-bars.ts';
import { bandInWords, rateInWords } from './circle-row.tsx';
import { useChartWords } from './use-chart-words.ts';

/** The bars as figures. */
export function CircleTable({
  circleVacancy,
  names,
}: {
  readonly circleVacancy: CircleVacancy;
  readonly names: NamesOf;
}) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className={css['twin']} aria-label={`${charts.circleTitle} · ${charts.asTable}`} tabIndex={0}>
      <table>
        <caption className="visually-hidden">{charts.circleCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{charts.circle}</th>
            {bands.map((band) => (
              <th key={band} scope="col">
                {bandInWords(band, charts)}
              </th>
            ))}
            <th scope="col">{charts.buildings}</th>
            <th scope="col">{charts.vacancy}</th>
          </tr>
        </thead>
        <tbody>
          {circleBars(circleVacancy, 'given').map((bar) => (
            <tr key={bar.id}>
              <th scope="row">{names('circle', bar.id)}</th>
              {bands.map((band) => (
                <td key={band}>{figures.number(countIn(bar, band), 0)}</td>
              ))}
              <td>{figures.number(bar.total, 0)}</td>
              <td className={bar.rate === null ? css['missing'] : undefined}>
                {rateInWords(bar.rate, figures)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
