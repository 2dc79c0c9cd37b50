import type { Figures } from '#domain/words/figures.ts';
import { useLanguage } from '#format/locale.tsx';
import type { ChartsMessages } from '#format/messages/charts.ts';
import { classNames } from '#ui/class-names.ts';
import { alignedFigure } from '#views/table/row-words.ts';
import css from './charts.module.css';
import type { Band, CircleBar } from './circle-bars.ts';
import { useChartWords } from './use-chart-words.ts';

interface CircleRowProps {
  readonly bar: CircleBar;
  /** Buildings that the whole width stands for. */
  readonly end: number;
  readonly name: string;
  readonly isChosen: boolean;
  /** Others are chosen, this one is not. */
  readonly isQuiet: boolean;
  /** The tab stop of the chart, when it is in this row. */
  readonly stop: { readonly band: Band | null } | null;
  readonly onStop: (band: Band | null) => void;
  readonly onName: () => void;
  readonly onBand: (band: Band) => void;
}

export function bandInWords(band: Band, charts: ChartsMessages): string {
  return band === 'unknown' ? charts.unknown : (charts.classes[band] ?? '');
}

export function rateInWords(rate: number | null, figures: Figures): string {
  return rate === null ? figures.words.unknown : alignedFigure('ratio', rate, figures.words);
}

export function CircleRow({
  bar,
  end,
  name,
  isChosen,
  isQuiet,
  stop,
  onStop,
  onName,
  onBand,
}: CircleRowProps) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  const count = figures.number(bar.total, 0);
  // No building here is not a rate that nobody provided.
  const rate = bar.total === 0 ? charts.noMatch : rateInWords(bar.rate, figures);
  return (
    <li className={classNames(css['bar'], isQuiet && css['quiet'])}>
      <button
        type="button"
        className={css['circle']}
        aria-pressed={isChosen}
        aria-label={charts.bar(name, count, rate)}
        title={charts.bar(name, count, rate)}
        tabIndex={stop?.band === null ? 0 : -1}
        data-spot={`${bar.id} `}
        onFocus={() => onStop(null)}
        onClick={onName}
      >
        {name}
      </button>
      <div className={css['stack']}>
        {bar.segments.map(({ band, count: inBand, before }) => {
          const text = charts.segment(name, bandInWords(band, charts), figures.number(inBand, 0));
          const share = inBand / end;
          return (
            <button
              key={band}
              type="button"
              className={css['segment']}
              style={{ insetInlineStart: `${(before / end) * 100}%`, inlineSize: `${share * 100}%` }}
              data-band={band}
              data-spot={`${bar.id} ${band}`}
              data-tip={text}
              aria-label={text}
              tabIndex={stop?.band === band ? 0 : -1}
              onFocus={() => onStop(band)}
              onClick={() => onBand(band)}
            >
              {share >= 0.07 && <span className={css['count']}>{figures.number(inBand, 0)}</span>}
            </button>
          );
        })}
      </div>
      <span className={classNames(css['rate'], bar.rate === null && css['missing'])} aria-hidden="true">
        {rate}
      </span>
    </li>
  );
}
