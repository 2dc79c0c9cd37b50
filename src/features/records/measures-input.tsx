import { classNames } from '#ui/class-names.ts';
import type { FieldInputProps } from './field-input.tsx';
import { measuresText, noMeasure, type TypedMeasure, typedMeasures } from './measures.ts';
import css from './record-form.module.css';
import { useWords } from './use-words.ts';

/** The measures of a plan, one below the other: what, until when, done when. */
export function MeasuresInput({ where, draft, onType, id, label, isWrong, describedBy }: FieldInputProps) {
  const { editing, figures } = useWords();
  const measures = typedMeasures(draft);
  const most = where.spec.kind === 'measures' ? where.spec.count : 0;
  const set = (next: readonly TypedMeasure[]) => onType({ value: measuresText(next) });
  const parts = [
    ['text', editing.measures.text, undefined],
    ['due', editing.measures.due, editing.dateHint],
    ['doneOn', editing.measures.doneOn, editing.dateHint],
  ] as const;
  return (
    <div className={css['measures']}>
      {measures.map((measure, place) => {
        const name = editing.measures.one(figures.number(place + 1, 0));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: measures have no name of their own, and their order is what is edited
          <fieldset key={place} className={css['measure']} aria-label={name}>
            {parts.map(([part, partName, hint]) => (
              <label key={part} className={css['part']}>
                <span className={css['partName']}>{partName}</span>
                <input
                  id={place === 0 && part === 'text' ? id : undefined}
                  className={classNames(css['input'], part !== 'text' && css['figure'])}
                  value={measure[part]}
                  placeholder={hint}
                  aria-label={`${label} ${name}：${partName}`}
                  aria-invalid={isWrong}
                  aria-describedby={describedBy}
                  autoComplete="off"
                  onChange={(event) =>
                    set(measures.with(place, { ...measure, [part]: event.currentTarget.value }))
                  }
                />
              </label>
            ))}
            <button
              type="button"
              className={css['empty']}
              aria-label={editing.measures.remove(name)}
              title={editing.measures.remove(name)}
              onClick={() => set(measures.toSpliced(place, 1))}
            >
              ×
            </button>
          </fieldset>
        );
      })}
      {measures.length < most && (
        <button type="button" className={css['addMeasure']} onClick={() => set([...measures, noMeasure])}>
          {editing.measures.add}
        </button>
      )}
    </div>
  );
}
