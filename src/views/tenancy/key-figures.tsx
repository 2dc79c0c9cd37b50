import type { IsoDate } from '#domain/measure.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { type Language, useLanguage } from '#format/locale.tsx';
import { tenancyMessages } from '#format/messages/tenancy.ts';
import { classNames } from '#ui/class-names.ts';
import { useOpened } from '#ui/use-opened.ts';
import { Explanation, type Line, OpenedFigure } from '#views/counters/opened-figure.tsx';
import { originLines } from '#views/counters/origin-lines.ts';
import css from './key-figures.module.css';

/** A figure with all that stands behind it. */
export interface KeyFigure {
  readonly name: string;
  /** null: not known. */
  readonly value: string | null;
  /** Below the figure: what to read it with. */
  readonly aside: string | null;
  readonly formula: string;
  readonly lines: readonly Line[];
}

/** Where the figures of one building come from. */
export interface FigureOrigin {
  readonly asOf: IsoDate;
  /** The building is made up. */
  readonly synthetic: boolean;
}

/** Figures side by side, each of which opens to formula, inputs, coverage, date and source. */
export function KeyFigures({
  label,
  figures,
  origin,
}: {
  readonly label: string;
  readonly figures: readonly KeyFigure[];
  readonly origin: FigureOrigin;
}) {
  const language = useLanguage();
  const { unknown } = language.figures.words;
  const words = tenancyMessages[language.locale];
  const opened = useOpened<string>();
  const open = figures.find(({ name }) => name === opened.id);
  return (
    <>
      <ul className={css['figures']} aria-label={label}>
        {figures.map(({ name, value, aside }) => (
          <li key={name} className={css['item']}>
            <button className={css['figure']} title={words.opens(name)} {...opened.trigger(name)}>
              <span className={css['name']}>{name}</span>
              <span className={classNames(css['value'], value === null && css['missing'])}>
                {value ?? unknown}
              </span>
              {aside !== null && <span className={css['aside']}>{aside}</span>}
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <OpenedFigure
          anchor={opened.anchor}
          title={open.name}
          value={open.value ?? unknown}
          lines={[...open.lines, ...originLines(origin, language)]}
          onClose={opened.close}
        >
          <Explanation>{open.formula}</Explanation>
        </OpenedFigure>
      )}
    </>
  );
}

/** Date and source on one line, for what leaves the page. */
export function originText(origin: FigureOrigin, language: Language): string {
  return originLines(origin, language)
    .map(({ label, value }) => `${label} ${value}`)
    .join(' · ');
}

/** How much of what a figure speaks of is known, and of what. */
export function coverageLine(coverage: number | null, meaning: string, { figures, locale }: Language): Line {
  const words = tenancyMessages[locale];
  return {
    label: words.coverage,
    value: coverage === null ? words.nothingToCover : `${coverageInWords(coverage, figures)} · ${meaning}`,
  };
}

/** "覆盖 75%" below a figure whose inputs are not all known; null where they are. */
export function coverageAside(coverage: number | null, { figures, locale }: Language): string | null {
  if (coverage === null || coverage >= 1) return null;
  return tenancyMessages[locale].covered(coverageInWords(coverage, figures));
}
