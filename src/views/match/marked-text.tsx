import { useMemo } from 'react';
import { classNames } from '#ui/class-names.ts';
import css from './match.module.css';
import { type FieldSpan, segmentsOf } from './segments.ts';
import { useMatchWords } from './use-match-words.ts';

export interface MarkedTextProps {
  readonly text: string;
  readonly spans: readonly FieldSpan[];
  /** The field that is pointed at or worked on, here or in the form. */
  readonly lit: string | null;
  readonly onLit: (field: string | null) => void;
  readonly onGo: (field: string) => void;
  readonly nameOf: (field: string) => string;
}

/** The text that was read: each stretch that became a field is a button to that field. */
export function MarkedText({ text, spans, lit, onLit, onGo, nameOf }: MarkedTextProps) {
  const { match, figures } = useMatchWords();
  const segments = useMemo(() => segmentsOf(text, spans), [text, spans]);
  return (
    <p className={css['marked']}>
      {segments.map(({ start, text: words, fields }) => {
        const [field] = fields;
        if (field === undefined) return <span key={start}>{words}</span>;
        const isLit = lit !== null && fields.includes(lit);
        return (
          <button
            key={start}
            type="button"
            className={classNames(css['mark'], isLit && css['lit'])}
            data-lit={isLit}
            aria-label={match.read.spanOf(fields.map(nameOf).join(figures.words.listSeparator), words)}
            onPointerEnter={() => onLit(field)}
            onPointerLeave={() => onLit(null)}
            onFocus={() => onLit(field)}
            onBlur={() => onLit(null)}
            onClick={() => onGo(field)}
          >
            {words}
          </button>
        );
      })}
    </p>
  );
}
