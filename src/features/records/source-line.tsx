import { useId } from 'react';
import type { Confidence } from '#domain/model/building.ts';
import { classNames } from '#ui/class-names.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { useCardWords } from '#views/building-card/use-card-words.ts';
import css from './record-form.module.css';
import { Select } from './select.tsx';
import { readSource, type SourceDraft } from './source-draft.ts';
import { useWords } from './use-words.ts';

const confidences: readonly Confidence[] = ['A', 'B', 'C', 'D'];

/** Where the new values come from: kept with each field that changes. */
export function SourceLine({
  draft,
  onChange,
}: {
  readonly draft: SourceDraft;
  readonly onChange: (draft: SourceDraft) => void;
}) {
  const { editing } = useWords();
  const card = useCardWords();
  const errorId = useId();
  const { source } = editing;
  const isWrong = draft.isChecked && readSource(draft) === 'incomplete';
  const field = (part: 'source' | 'asOf' | 'note', label: string, isWide = false) => (
    <label className={classNames(css['part'], isWide && css['wide'])}>
      <span className={css['partName']}>{label}</span>
      <input
        className={css['input']}
        value={draft[part]}
        placeholder={part === 'asOf' ? editing.dateHint : undefined}
        aria-invalid={isWrong && part !== 'note'}
        aria-describedby={isWrong ? errorId : undefined}
        autoComplete="off"
        onChange={(event) => onChange({ ...draft, [part]: event.currentTarget.value })}
      />
    </label>
  );
  return (
    <div className={css['source']}>
      <Disclosure title={source.title} isForcedOpen={isWrong}>
        <div className={css['sourceGrid']}>
          {field('source', source.source)}
          {field('asOf', source.asOf)}
          <div className={css['part']}>
            <span className={css['partName']} aria-hidden="true">
              {source.confidence}
            </span>
            <Select
              label={source.confidence}
              value={draft.confidence}
              options={confidences.map((value) => ({ value, text: card.confidences[value] }))}
              onChange={(value) => {
                const confidence = confidences.find((known) => known === value);
                if (confidence) onChange({ ...draft, confidence });
              }}
            />
          </div>
          {field('note', source.remark, true)}
        </div>
        {isWrong && (
          <p id={errorId} role="alert" className={css['wrong']}>
            {source.incomplete}
          </p>
        )}
        <p className={css['hint']}>{source.note}</p>
      </Disclosure>
    </div>
  );
}
