/** Inputs of fields that take one or some of a few values. */
import { optionWord } from '#format/record-text.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import type { FieldInputProps } from './field-input.tsx';
import { useSurroundings } from './record-context.tsx';
import css from './record-form.module.css';
import { Select } from './select.tsx';
import { useWords } from './use-words.ts';

export function ChoiceInput({ entity, where, draft, onType, id, isWrong, describedBy }: FieldInputProps) {
  const words = useWords();
  const { field, spec } = where;
  if (spec.kind !== 'choice') return null;
  const value = draft['value'] ?? '';
  const options = spec.options.map((option) => ({
    value: option,
    text: optionWord(words, entity, field, option),
  }));
  const empty = spec.nullable || value === '' ? [{ value: '', text: words.editing.notStated }] : [];
  return (
    <Select
      id={id}
      value={value}
      options={[...empty, ...options]}
      onChange={(next) => onType({ value: next })}
      isWrong={isWrong}
      describedBy={describedBy}
    />
  );
}

export function PlaceInput({
  field,
  draft,
  onType,
  id,
  isWrong,
  describedBy,
}: FieldInputProps & { readonly field: 'circleId' | 'subdistrictId' | 'scope' }) {
  const { places: known } = useSurroundings();
  const { editing, records } = useWords();
  const places = field === 'scope' ? known.circleId : known[field];
  const none = field === 'scope' ? records.wholeDistrict : editing.notStated;
  const value = draft['value'] ?? '';
  const isKnown = places.some((option) => option.value === value) || value === '';
  const options = isKnown ? places : [{ value, text: value }, ...places];
  return (
    <Select
      id={id}
      value={value}
      options={[{ value: '', text: none }, ...options]}
      onChange={(next) => onType({ value: next })}
      isWrong={isWrong}
      describedBy={describedBy}
    />
  );
}

export function FlagInput({ where, draft, onType, label }: FieldInputProps) {
  const { editing, records } = useWords();
  return (
    <ToggleGroup
      label={label}
      value={draft['value'] ?? ''}
      options={[
        { value: 'true', text: records.yes },
        { value: 'false', text: records.no },
        ...(where.spec.nullable ? [{ value: '', text: editing.notStated }] : []),
      ]}
      onChange={(value) => onType({ value })}
    />
  );
}

export function ChoicesInput({ entity, where, draft, onType, label }: FieldInputProps) {
  const words = useWords();
  const { editing } = words;
  if (where.spec.kind !== 'choices') return null;
  const chosen = (draft['value'] ?? '').split(' ').filter((option) => option !== '');
  const { options } = where.spec;
  const set = (next: readonly string[]) =>
    onType({ how: 'some', value: options.filter((option) => next.includes(option)).join(' ') });
  return (
    <div className={css['choices']}>
      <ToggleGroup
        label={label}
        value={draft['how'] ?? ''}
        options={[
          { value: 'some', text: editing.some },
          { value: 'any', text: editing.anybody },
          { value: '', text: editing.notStated },
        ]}
        onChange={(how) => onType({ how, value: how === 'some' ? chosen.join(' ') : '' })}
      />
      {draft['how'] === 'some' && (
        <div className={css['boxes']}>
          {options.map((option) => (
            <Checkbox
              key={option}
              isSelected={chosen.includes(option)}
              onChange={(isIn) =>
                set(isIn ? [...chosen, option] : chosen.filter((other) => other !== option))
              }
            >
              {optionWord(words, entity, where.field, option)}
            </Checkbox>
          ))}
        </div>
      )}
    </div>
  );
}
