import type { ReactNode } from 'react';
import {
  type CostAssumptions,
  defaultAssumptions,
  type PriceAmount,
  type RentAmount,
} from '#domain/cost/assumptions.ts';
import { type AssumptionField, assumptionSpecs } from '#domain/cost/range.ts';
import { type Typed, TypedField } from '#ui/typed-field.tsx';
import { figureIn, priceText, refusalText, rentText } from './assumption-words.ts';
import css from './cost.module.css';
import type { FormProps } from './cost-subject.ts';
import { parseAssumption, parsePrice, parseRent, type TypedAssumption } from './typed-assumption.ts';
import { type CostLanguage, useCostWords } from './use-cost-words.ts';

/** A label, what is typed, its unit; the refusal on a line of its own. */
function FieldLine({
  label,
  unit,
  children,
}: {
  readonly label: string;
  readonly unit: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={css['line']}>
      <span className={css['lineLabel']} aria-hidden="true">
        {label}
      </span>
      {children}
      <span className={css['lineUnit']} aria-hidden="true">
        {unit}
      </span>
    </div>
  );
}

function typed<T, U>(result: TypedAssumption<T>, words: CostLanguage, use: (value: T) => U): Typed<U> {
  if (!result.ok) return { ok: false, message: refusalText(result.violation, words) };
  return { ok: true, value: result.value === null ? null : use(result.value) };
}

interface FigureFieldProps {
  readonly field: AssumptionField;
  readonly label: string;
  /** What the field names to a screen reader where the label alone would repeat. */
  readonly name?: string;
  readonly value: number | null;
  readonly assumptions: CostAssumptions;
  readonly placeholder?: string;
  readonly onCommit: (value: number | null) => void;
}

/** A figure in the unit of its field. */
export function FigureField(props: FigureFieldProps) {
  const words = useCostWords();
  const { field, assumptions } = props;
  const { unit } = assumptionSpecs[field];
  return (
    <FieldLine label={props.label} unit={unit === 'ratio' ? '' : words.cost.units[unit]}>
      <TypedField
        label={props.name ?? props.label}
        value={props.value}
        format={(value) => figureIn(field, value, words)}
        parse={(text) => typed(parseAssumption(field, text, assumptions), words, (value) => value)}
        onCommit={props.onCommit}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
    </FieldLine>
  );
}

type PlainField = {
  [K in keyof CostAssumptions]: CostAssumptions[K] extends number | null
    ? K extends AssumptionField
      ? K
      : never
    : never;
}[keyof CostAssumptions];

/** An assumption that is one figure. An emptied field goes back to its default. */
export function PlainFigure({
  field,
  form,
  placeholder,
}: {
  readonly field: PlainField;
  readonly form: FormProps;
  readonly placeholder?: string;
}) {
  const { cost } = useCostWords();
  const { assumptions, onAssumptions } = form;
  return (
    <FigureField
      field={field}
      label={cost.fields[field]}
      value={assumptions[field]}
      assumptions={assumptions}
      onCommit={(value) => onAssumptions({ ...assumptions, [field]: value ?? defaultAssumptions[field] })}
      {...(placeholder !== undefined && { placeholder })}
    />
  );
}

interface AmountFieldProps<T> {
  readonly label: string;
  readonly name?: string;
  readonly value: T | null;
  readonly assumptions: CostAssumptions;
  readonly placeholder?: string;
  readonly onCommit: (value: T | null) => void;
}

/** An amount with its unit as one text, which is what a field holds. */
function keyOf({ amount, per }: RentAmount | PriceAmount): string {
  return `${amount}/${per}`;
}

function rentFrom(key: string): RentAmount {
  return { amount: Number.parseFloat(key), per: key.endsWith('/day') ? 'day' : 'month' };
}

function priceFrom(key: string): PriceAmount {
  return { amount: Number.parseFloat(key), per: key.endsWith('/total') ? 'total' : 'sqm' };
}

/** A rent, with or without its unit; shown in the unit that the form is set to. */
export function RentField(props: AmountFieldProps<RentAmount>) {
  const words = useCostWords();
  const { assumptions } = props;
  return (
    <FieldLine label={props.label} unit={words.cost.rentUnit[assumptions.rentUnit]}>
      <TypedField
        label={props.name ?? props.label}
        value={props.value && keyOf(props.value)}
        format={(key) => rentText(rentFrom(key), assumptions, words)}
        parse={(text) => typed(parseRent(text, assumptions), words, keyOf)}
        onCommit={(key) => props.onCommit(key === null ? null : rentFrom(key))}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
    </FieldLine>
  );
}

/** A price for a ㎡ or for the whole, told apart by unit and size. */
export function PriceField(props: AmountFieldProps<PriceAmount>) {
  const words = useCostWords();
  const { units } = words.cost;
  return (
    <FieldLine label={props.label} unit={props.value?.per === 'total' ? units.yuan : units.yuanPerSqm}>
      <TypedField
        label={props.name ?? props.label}
        value={props.value && keyOf(props.value)}
        format={(key) => priceText(priceFrom(key), words)}
        parse={(text) => typed(parsePrice(text, props.assumptions), words, keyOf)}
        onCommit={(key) => props.onCommit(key === null ? null : priceFrom(key))}
        {...(props.placeholder !== undefined && { placeholder: props.placeholder })}
      />
    </FieldLine>
  );
}
