import { useId } from 'react';
import type { FieldError } from '#contract/problem.ts';
import type { Entity } from '#domain/records/entity.ts';
import { fieldName, optionWord } from '#format/record-text.ts';
import { classNames } from '#ui/class-names.ts';
import type { Draft, Spec, Trouble } from './draft.ts';
import { FieldInput } from './field-input.tsx';
import { reasonText } from './reason-text.ts';
import { useSurroundings } from './record-context.tsx';
import css from './record-form.module.css';
import { type EditingLanguage, useWords } from './use-words.ts';

export interface FieldRowProps {
  readonly entity: Entity;
  readonly where: Spec;
  readonly draft: Draft;
  readonly isChanged: boolean;
  readonly wrong: Trouble | FieldError | null;
  readonly onType: (part: Draft) => void;
  readonly onLeave: () => void;
}

/** One field: its name and unit, its inputs, where its present value comes from, and what is wrong with it. */
export function FieldRow({ entity, where, draft, isChanged, wrong, onType, onLeave }: FieldRowProps) {
  const words = useWords();
  const id = useId();
  const { field, spec, unit } = where;
  const label = fieldName(words, entity, field);
  const note = noteOf(words, entity, where);
  const source = useSource(entity, field);
  const isEmptiable = spec.nullable && Object.values(draft).some((part) => part !== '' && part !== 'exact');
  const hasOwnUnknown =
    ['flag', 'choice', 'choices'].includes(spec.kind) || field.endsWith('Id') || field === 'scope';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only learns that the focus has left the field
    <div
      className={classNames(css['row'], isChanged && css['changed'])}
      data-field={field}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave();
      }}
    >
      <label className={css['name']} htmlFor={id}>
        {label}
        {unit !== null && <span className={css['unit']}>{words.records.units[unit]}</span>}
        {!spec.nullable && isRequired(where) && (
          <span className={css['required']} aria-hidden="true">
            *
          </span>
        )}
      </label>
      <div className={css['control']}>
        <FieldInput
          entity={entity}
          where={where}
          draft={draft}
          onType={onType}
          id={id}
          label={label}
          isWrong={wrong !== null}
          describedBy={`${id}-note`}
        />
        {!hasOwnUnknown && isEmptiable && (
          <button
            type="button"
            className={css['empty']}
            aria-label={words.editing.setUnknown(label)}
            title={words.editing.setUnknown(label)}
            onClick={() =>
              onType(Object.fromEntries(Object.keys(draft).map((part) => [part, emptyPart(part)])))
            }
          >
            ×
          </button>
        )}
      </div>
      <div id={`${id}-note`} className={css['notes']}>
        {wrong && (
          <p className={css['wrong']} role="alert">
            {reasonText(words, where, wrong)}
          </p>
        )}
        {note && <p>{note}</p>}
        {source && <p className={css['sourceNote']}>{source}</p>}
      </div>
    </div>
  );
}

const emptyPart = (part: string) => (part === 'bound' ? 'exact' : '');

function isRequired({ field, spec }: Spec): boolean {
  return field !== 'id' && !['texts', 'measures', 'storeys', 'flag'].includes(spec.kind);
}

function noteOf({ editing }: EditingLanguage, entity: Entity, { field, spec }: Spec): string | null {
  if (field === 'id' && entity === 'building') return editing.idNote;
  if (spec.kind === 'position') return editing.datumNote;
  if (field === 'aliases') return editing.aliasesNote;
  return field === 'remarks' ? editing.remarksNote : null;
}

/** Where the value that is on file comes from. */
function useSource(entity: Entity, field: string): string | null {
  const words = useWords();
  const { facts } = useSurroundings();
  const fact = entity === 'building' ? facts.get(field) : undefined;
  if (!fact) return null;
  const confidence = optionWord(words, 'fact', 'confidence', fact.confidence);
  return words.editing.sourceOf(fact.source, words.figures.date(fact.asOf), confidence);
}
