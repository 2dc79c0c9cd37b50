import { useState } from 'react';
import {
  type Budget,
  type BudgetUnit,
  budgetUnits,
  requirementRanges,
} from '#domain/matching/requirement.ts';
import { SelectField } from '#ui/select-field.tsx';
import { TypedField } from '#ui/typed-field.tsx';
import { type FieldNotes, FormField } from './form-field.tsx';
import css from './match.module.css';
import { typedNumber } from './typed-value.ts';
import { useMatchWords } from './use-match-words.ts';

const fees = ['unsaid', 'yes', 'no'] as const;
const feeOf = { unsaid: null, yes: true, no: false } as const;

/** An amount, what it is paid for, and whether the management fee is in it. */
export function BudgetControl({
  value,
  notes,
  onChange,
}: {
  readonly value: Budget | null;
  readonly notes: FieldNotes;
  readonly onChange: (value: Budget | null) => void;
}) {
  const language = useMatchWords();
  const { match, figures } = language;
  const [meant, setMeant] = useState<BudgetUnit>('perSqmDay');
  const unit = value?.unit ?? meant;
  const includesFee = value?.includesFee ?? null;
  const setUnit = (next: BudgetUnit) => {
    setMeant(next);
    if (value) onChange({ ...value, unit: next });
  };
  const fee = fees.find((name) => feeOf[name] === includesFee) ?? 'unsaid';
  return (
    <FormField field="budget" notes={notes} isWide>
      <TypedField
        key={unit}
        label={match.fields.budget}
        value={value?.amount ?? null}
        format={(amount) => figures.number(amount, 2)}
        parse={(text) => typedNumber(text, { unit, range: requirementRanges.amount }, language)}
        onCommit={(amount) => onChange(amount === null ? null : { amount, unit, includesFee })}
        placeholder={match.form.any}
        inputMode="decimal"
        className={css['number'] ?? ''}
      />
      <SelectField
        label={match.budgetUnit}
        isLabelHidden
        value={unit}
        options={budgetUnits.map((each) => ({ value: each, text: match.budgetUnits[each] }))}
        onChange={setUnit}
        className={css['select'] ?? ''}
      />
      {value && (
        <SelectField
          label={match.fee}
          isLabelHidden
          value={fee}
          options={fees.map((name) => ({ value: name, text: match.fees[name] }))}
          onChange={(name) => onChange({ ...value, includesFee: feeOf[name] })}
          className={css['select'] ?? ''}
        />
      )}
    </FormField>
  );
}
