import { requirementRanges } from '#domain/matching/requirement.ts';
import { SelectField, type SelectOption } from '#ui/select-field.tsx';
import { ChipGroup, ToggleChip } from '#ui/toggle-chip.tsx';
import { TypedField } from '#ui/typed-field.tsx';
import { type FieldNotes, FormField, type RequirementField } from './form-field.tsx';
import css from './match.module.css';
import { type NumberUnit, typedNumber } from './typed-value.ts';
import { useMatchWords } from './use-match-words.ts';

interface Own<F extends RequirementField, T> {
  readonly field: F;
  readonly notes: FieldNotes;
  readonly value: T;
  readonly onChange: (value: T) => void;
}

type NumberFieldName = Exclude<keyof typeof requirementRanges, 'amount'>;

/** A number with its unit behind it. */
export function NumberControl({
  unit,
  isWhole = false,
  ...own
}: Own<NumberFieldName, number | null> & {
  readonly unit: Extract<NumberUnit, 'sqm' | 'm' | 'floors' | 'people'>;
  readonly isWhole?: boolean;
}) {
  const language = useMatchWords();
  const { match, figures } = language;
  const range = requirementRanges[own.field];
  return (
    <FormField field={own.field} notes={own.notes}>
      <TypedField
        label={match.fields[own.field]}
        value={own.value}
        format={(value) => figures.number(value, 2)}
        parse={(text) => typedNumber(text, { unit, range, isWhole }, language)}
        onCommit={own.onChange}
        placeholder={match.form.any}
        inputMode={isWhole ? 'numeric' : 'decimal'}
        className={css['number'] ?? ''}
      />
      <span className={css['unit']}>{match.units[unit]}</span>
    </FormField>
  );
}

/** One of several, or none. */
export function ChoiceControl<T extends string>({
  options,
  none,
  isWide = false,
  ...own
}: Own<RequirementField, T | null> & {
  readonly options: readonly SelectOption<T>[];
  /** What no choice is called. */
  readonly none: string;
  readonly isWide?: boolean;
}) {
  const { match } = useMatchWords();
  return (
    <FormField field={own.field} notes={own.notes} isWide={isWide}>
      <SelectField<T | ''>
        label={match.fields[own.field]}
        isLabelHidden
        value={own.value ?? ''}
        options={[{ value: '', text: none }, ...options]}
        onChange={(value) => own.onChange(value === '' ? null : value)}
        className={css['select'] ?? ''}
      />
    </FormField>
  );
}

/** Any of several; none of them asks for nothing. */
export function ChipsControl<T extends string>({
  options,
  ...own
}: Own<RequirementField, readonly T[] | null> & { readonly options: readonly SelectOption<T>[] }) {
  const { match } = useMatchWords();
  const chosen = own.value ?? [];
  // A link may name what there is not: it must be possible to take it back.
  const others = chosen
    .filter((value) => options.every((option) => option.value !== value))
    .map((value) => ({ value, text: value }));
  const change = (value: T, isSelected: boolean) => {
    const next = isSelected ? [...chosen, value] : chosen.filter((one) => one !== value);
    own.onChange(next.length === 0 ? null : next);
  };
  return (
    <FormField field={own.field} notes={own.notes} isWide>
      <ChipGroup label={match.fields[own.field]}>
        {[...options, ...others].map(({ value, text }) => (
          <ToggleChip
            key={value}
            isSelected={chosen.includes(value)}
            onChange={(isSelected) => change(value, isSelected)}
          >
            {text}
          </ToggleChip>
        ))}
      </ChipGroup>
    </FormField>
  );
}
