import { useLanguage } from '#format/locale.tsx';
import { classNames } from '#ui/class-names.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { useOpened } from '#ui/use-opened.ts';
import { Explanation, type Line, OpenedFigure } from '#views/counters/opened-figure.tsx';
import css from './building-card.module.css';
import type { CardFact } from './building-detail.ts';
import { type CardFigure, inputLines } from './card-facts.ts';
import { useCardWords } from './use-card-words.ts';

export type SourceState = 'ready' | 'loading' | 'error';

/** Two columns of figures, each of which opens to its source. */
export function FactGrid({
  facts,
  sources,
  origin,
}: {
  readonly facts: readonly CardFigure[];
  /** Whether the sources are at hand. */
  readonly sources: SourceState;
  /** Date and source of what is computed. */
  readonly origin: readonly Line[];
}) {
  const { figures } = useLanguage();
  const card = useCardWords();
  const opened = useOpened<string>();
  const open = facts.find(({ id }) => id === opened.id);
  return (
    <>
      <ul className={css['facts']} aria-label={card.list}>
        {facts.map((figure) => (
          <li key={figure.id}>
            <button className={css['fact']} {...opened.trigger(figure.id)}>
              <span className={css['label']}>{figure.label}</span>
              <span className={classNames(css['value'], typeof figure.value !== 'string' && css['missing'])}>
                <FigureValue figure={figure} isLoading={sources === 'loading'} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && (
        <OpenedFigure
          anchor={opened.anchor}
          title={open.label}
          value={open.value ?? (open.value === null ? figures.words.unknown : card.notLoaded)}
          lines={sourceLines(open)}
          onClose={opened.close}
        >
          <Origin figure={open} sources={sources} />
        </OpenedFigure>
      )}
    </>
  );

  function sourceLines(figure: CardFigure): readonly Line[] {
    return figure.derived === null ? [] : [...inputLines(figure.derived, figures, card), ...origin];
  }
}

function FigureValue({ figure, isLoading }: { readonly figure: CardFigure; readonly isLoading: boolean }) {
  const { figures } = useLanguage();
  const card = useCardWords();
  if (figure.value === undefined) {
    return isLoading ? <Skeleton width="60%" height={14} /> : card.notLoaded;
  }
  const text = figure.value ?? figures.words.unknown;
  return figure.aside === null ? text : `${text} · ${figure.aside}`;
}

function Origin({ figure, sources }: { readonly figure: CardFigure; readonly sources: SourceState }) {
  const card = useCardWords();
  if (sources === 'loading') return <Explanation>{card.loading}</Explanation>;
  if (sources === 'error') return <Explanation>{card.detailFailed}</Explanation>;
  return <FigureOrigin figure={figure} />;
}

/** The formula of a figure, its sources, or that there are none. */
export function FigureOrigin({
  figure,
}: {
  readonly figure: Pick<CardFigure, 'value' | 'derived' | 'facts'>;
}) {
  const card = useCardWords();
  if (figure.derived === null && figure.facts.length === 0) {
    return <Explanation>{figure.value === null ? card.notOnFile : card.noSource}</Explanation>;
  }
  return (
    <>
      {figure.derived && <Explanation>{card.formulas[figure.derived.formula]}</Explanation>}
      {figure.facts.map((fact) => (
        <FactSource key={`${fact.field} ${fact.source}`} fact={fact} />
      ))}
    </>
  );
}

function FactSource({ fact }: { readonly fact: CardFact }) {
  const { figures } = useLanguage();
  const card = useCardWords();
  return (
    <div className={css['source']}>
      <p>{fact.source}</p>
      <p className={css['sourceLine']}>
        {`${card.asOf} ${figures.date(fact.asOf)} · ${card.confidence} ${card.confidences[fact.confidence]}`}
      </p>
      {fact.note !== null && <p className={css['sourceLine']}>{fact.note}</p>}
    </div>
  );
}
