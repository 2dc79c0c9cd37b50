import { useRef, useState } from 'react';
import type { Answer } from '#domain/engine/answer.ts';
import type { IsoDate } from '#domain/measure.ts';
import { useLanguage } from '#format/locale.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import css from './counters.module.css';
import { type CounterFigure, countersOf } from './figures-of.ts';
import { Explanation, OpenedFigure } from './opened-figure.tsx';
import { useSettled } from './settled.ts';

export interface CountersProps {
  /** null until there is a first answer. */
  readonly answer: Answer | null;
  readonly asOf: IsoDate | null;
  /** Some of the data is made up. */
  readonly synthetic: boolean;
}

const settleMs = 500;

/** How many buildings, how much space, how empty: each opens to what it is made of. */
export function Counters({ answer, asOf, synthetic }: CountersProps) {
  const { figures, messages } = useLanguage();
  const { counters } = messages;
  const settled = useSettled(answer?.total ?? null, settleMs);
  const source = synthetic ? `${counters.fromFiles} · ${counters.sample}` : counters.fromFiles;
  const origin = [
    { label: counters.asOf, value: asOf === null ? figures.words.unknown : figures.date(asOf) },
    { label: counters.source, value: source },
  ];
  return (
    <section className={css['counters']} aria-label={counters.label} aria-busy={answer === null}>
      {answer === null
        ? [counters.matching, counters.available, counters.vacancy].map((name) => (
            <Waiting key={name} name={name} />
          ))
        : countersOf(answer, figures, messages).map((figure) => (
            <Counter key={figure.id} figure={figure} origin={origin} />
          ))}
      <p role="status" className="visually-hidden">
        {settled === null ? '' : counters.settled(figures.number(settled, 0))}
      </p>
    </section>
  );
}

function Waiting({ name }: { readonly name: string }) {
  return (
    <div className={css['counter']}>
      <span className={css['name']}>{name}</span>
      <span className={css['figure']}>
        <Skeleton width="60%" height={20} />
      </span>
      <span className={css['second']}>
        <Skeleton width="80%" height={12} />
      </span>
    </div>
  );
}

function Counter({
  figure,
  origin,
}: {
  readonly figure: CounterFigure;
  readonly origin: readonly { readonly label: string; readonly value: string }[];
}) {
  const { figures, messages } = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { name, value, unit, qualifier, second } = figure;
  const text = value === null ? figures.words.unknown : `${value}${unit && ` ${unit}`}`;
  return (
    <>
      <button
        ref={button}
        type="button"
        className={css['counter']}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        title={messages.counters.howComputed(name)}
        onClick={() => setOpen(true)}
      >
        <span className={css['name']}>{name}</span>
        {value === null ? (
          <span className={css['missing']}>{text}</span>
        ) : (
          <span className={css['figure']}>
            {value}
            {unit && <span className={css['unit']}>{unit}</span>}
          </span>
        )}
        <span className={css['second']}>
          {qualifier && <span className={css['qualifier']}>{qualifier}</span>}
          {second}
        </span>
      </button>
      {isOpen && (
        <OpenedFigure
          anchor={button}
          title={name}
          value={text}
          lines={[...figure.lines, ...origin]}
          onClose={() => setOpen(false)}
        >
          <Explanation>{figure.formula}</Explanation>
        </OpenedFigure>
      )}
    </>
  );
}
