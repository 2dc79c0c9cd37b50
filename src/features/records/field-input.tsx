/** The inputs of one field, by its kind. All of them hold text; what it means is read elsewhere. */
import { bounds } from '#domain/measure.ts';
import type { Entity } from '#domain/records/entity.ts';
import { classNames } from '#ui/class-names.ts';
import { ChoiceInput, ChoicesInput, FlagInput, PlaceInput } from './choice-input.tsx';
import type { Draft, Spec } from './draft.ts';
import { EnterprisePicker } from './enterprise-picker.tsx';
import { MeasuresInput } from './measures-input.tsx';
import { dateHint } from './reason-text.ts';
import css from './record-form.module.css';
import { Select } from './select.tsx';
import { useWords } from './use-words.ts';

export interface FieldInputProps {
  readonly entity: Entity;
  readonly where: Spec;
  readonly draft: Draft;
  readonly onType: (part: Draft) => void;
  /** Id of the first input, which the label names. */
  readonly id: string;
  readonly label: string;
  readonly isWrong: boolean;
  /** Ids of what explains the field. */
  readonly describedBy: string | undefined;
}

export function FieldInput(props: FieldInputProps) {
  const { field, spec } = props.where;
  switch (spec.kind) {
    case 'choice':
      return <ChoiceInput {...props} />;
    case 'choices':
      return <ChoicesInput {...props} />;
    case 'flag':
      return <FlagInput {...props} />;
    case 'quantity':
      return <QuantityInput {...props} />;
    case 'texts':
      return <LongInput {...props} rows={2} />;
    case 'text':
      return spec.most >= 1_000 ? <LongInput {...props} rows={2} /> : <TextInput {...props} part="value" />;
    case 'span':
      return <PartsInput {...props} parts={['min', 'max']} isFigure />;
    case 'position':
      return <PartsInput {...props} parts={['lon', 'lat', 'precisionM']} isFigure />;
    case 'storeys':
      return <PartsInput {...props} parts={['above', 'below']} isFigure />;
    case 'measures':
      return <MeasuresInput {...props} />;
    case 'steward':
      return <PartsInput {...props} parts={['name', 'phone']} isFigure={false} />;
    case 'id':
      if (field === 'circleId' || field === 'subdistrictId' || field === 'scope') {
        return <PlaceInput {...props} field={field} />;
      }
      if (field === 'enterpriseId') return <EnterprisePicker {...props} />;
      return <TextInput {...props} part="value" />;
    default:
      return <TextInput {...props} part="value" />;
  }
}

const figureKinds = ['number', 'integer'];
const dateKinds = ['date', 'month', 'dateOrMonth'];

function TextInput({
  where,
  draft,
  onType,
  part,
  id,
  isWrong,
  describedBy,
}: FieldInputProps & { readonly part: string }) {
  const words = useWords();
  const { kind, nullable } = where.spec;
  const isDate = dateKinds.includes(kind);
  return (
    <input
      id={id}
      className={classNames(css['input'], (figureKinds.includes(kind) || isDate) && css['figure'])}
      value={draft[part] ?? ''}
      inputMode={figureKinds.includes(kind) ? 'decimal' : 'text'}
      placeholder={nullable ? words.editing.notStated : isDate ? dateHint(words, where) : undefined}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      aria-required={!nullable}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onType({ [part]: event.currentTarget.value })}
    />
  );
}

function LongInput({
  where,
  draft,
  onType,
  id,
  isWrong,
  describedBy,
  rows,
}: FieldInputProps & { readonly rows: number }) {
  const { editing } = useWords();
  const value = draft['value'] ?? '';
  const lines = value.split('\n').length;
  return (
    <textarea
      id={id}
      className={classNames(css['input'], css['long'])}
      rows={Math.min(8, Math.max(rows, lines))}
      value={value}
      placeholder={where.spec.nullable ? editing.notStated : undefined}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      onChange={(event) => onType({ value: event.currentTarget.value })}
    />
  );
}

/** Several inputs in a row, each with its own small name. */
function PartsInput({
  draft,
  onType,
  id,
  label,
  parts,
  isFigure,
  isWrong,
  describedBy,
}: FieldInputProps & { readonly parts: readonly string[]; readonly isFigure: boolean }) {
  const { editing, records } = useWords();
  const names: Readonly<Record<string, string>> = {
    min: editing.low,
    max: editing.high,
    lon: editing.lon,
    lat: editing.lat,
    precisionM: editing.precisionM,
    above: records.above,
    below: records.below,
    name: editing.name,
    phone: editing.phone,
  };
  return (
    <div className={css['parts']}>
      {parts.map((part, index) => (
        <label key={part} className={css['part']}>
          <span className={css['partName']}>{names[part]}</span>
          <input
            id={index === 0 ? id : undefined}
            className={classNames(css['input'], isFigure && css['figure'])}
            value={draft[part] ?? ''}
            inputMode={isFigure ? 'decimal' : 'text'}
            placeholder={editing.notStated}
            aria-label={`${label}：${names[part]}`}
            aria-invalid={isWrong}
            aria-describedby={describedBy}
            autoComplete="off"
            onChange={(event) => onType({ [part]: event.currentTarget.value })}
          />
        </label>
      ))}
    </div>
  );
}

function QuantityInput(props: FieldInputProps) {
  const { editing, records } = useWords();
  const { draft, onType, label } = props;
  return (
    <div className={css['quantity']}>
      <Select
        label={editing.bound(label)}
        value={draft['bound'] ?? 'exact'}
        options={bounds.map((bound) => ({ value: bound, text: records.bounds[bound] }))}
        onChange={(bound) => onType({ bound })}
      />
      <FigureInput {...props} />
    </div>
  );
}

function FigureInput({ where, draft, onType, id, isWrong, describedBy }: FieldInputProps) {
  const { editing } = useWords();
  return (
    <input
      id={id}
      className={classNames(css['input'], css['figure'])}
      value={draft['value'] ?? ''}
      inputMode="decimal"
      placeholder={where.spec.nullable ? editing.notStated : undefined}
      aria-invalid={isWrong}
      aria-describedby={describedBy}
      autoComplete="off"
      onChange={(event) => onType({ value: event.currentTarget.value })}
    />
  );
}
