import { vacancyClass } from '#domain/engine/answer.ts';
import css from './table.module.css';

/** A rate with a bar of that length in the colour of its class. */
export function VacancyFigure({ rate, text }: { readonly rate: number; readonly text: string }) {
  return (
    <span className={css['vacancy']}>
      {text}
      <span className={css['track']}>
        <span
          className={css['fill']}
          style={{ inlineSize: `${rate * 100}%`, background: `var(--vacancy-${vacancyClass(rate)})` }}
        />
      </span>
    </span>
  );
}
