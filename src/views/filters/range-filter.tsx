import { memo, useId } from 'react';
import type { Histogram } from '#domain/engine/answer.ts';
import { type RangeField, rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';
import type { Figures } from '#domain/words/figures.ts';
import { useLanguage } from '#format/locale.tsx';
import type { Messages } from '#format/messages.ts';
import { type Typed, TypedField } from '#ui/typed-field.tsx';
import { type Phase, removeClause, setRange } from './clauses.ts';
import type { EditQuery } from './edit-query.ts';
import css from './filter.module.css';
import { FilterHeading } from './filter-heading.tsx';
import { HistogramSkeleton, HistogramSlider } from './histogram-slider.tsx';
import { IncludeUnknown } from './include-unknown.tsx';
import { type End, isOpen, openRange } from './range-axis.ts';
import { parseRangeEnd } from './typed-range.ts';

export interface RangeFilterProps {
  readonly field: RangeField;
  readonly range: Range | undefined;
  /** null while it is loading; its room is kept. */
  readonly histogram: Histogram | null;
  readonly includesUnknown: boolean;
  readonly edit: EditQuery;
}

/** One range of the question: its distribution, its two ends by hand or by number, and what of the unknown. */
export const RangeFilter = memo(function RangeFilter(props: RangeFilterProps) {
  const { field, range = openRange, histogram, edit } = props;
  const { figures, messages } = useLanguage();
  const headingId = useId();
  const name = figures.words.clause[field];
  const isActive = !isOpen(range);
  const change = (next: Range, phase: Phase) => edit((query) => setRange(query, field, next), phase);
  return (
    <section className={css['filter']} aria-labelledby={headingId}>
      <FilterHeading
        id={headingId}
        name={name}
        summary={isActive ? figures.range(field, range) : messages.filters.any}
        onReset={isActive ? () => edit((query) => removeClause(query, field), 'commit') : null}
      />
      {histogram ? (
        <HistogramSlider field={field} name={name} histogram={histogram} range={range} onChange={change} />
      ) : (
        <HistogramSkeleton />
      )}
      <div className={css['range']}>
        <EndField field={field} name={name} range={range} end="lo" onChange={change} />
        <span aria-hidden="true" className={css['dash']}>
          –
        </span>
        <EndField field={field} name={name} range={range} end="hi" onChange={change} />
        <IncludeUnknown
          field={field}
          name={name}
          count={histogram?.unknown ?? null}
          isActive={isActive}
          isIncluded={props.includesUnknown}
          edit={edit}
        />
      </div>
    </section>
  );
});

function EndField({
  field,
  name,
  range,
  end,
  onChange,
}: {
  readonly field: RangeField;
  readonly name: string;
  readonly range: Range;
  readonly end: End;
  readonly onChange: (range: Range, phase: Phase) => void;
}) {
  const { figures, messages } = useLanguage();
  return (
    <TypedField
      label={messages.filters[end === 'lo' ? 'low' : 'high'](name)}
      look="line"
      className={css['end'] ?? ''}
      value={range[end]}
      format={(value) => figures.inUnit(rangeSpecs[field].unit, value)}
      parse={(text) => readEnd(field, range, end, text, figures, messages)}
      placeholder={messages.filters.any}
      inputMode="text"
      onCommit={(value) => onChange({ ...range, [end]: value }, 'commit')}
    />
  );
}

/** What was typed, or the reason in words why it cannot be used. */
function readEnd(
  field: RangeField,
  range: Range,
  end: End,
  text: string,
  figures: Figures,
  { filters }: Messages,
): Typed<number> {
  const typed = parseRangeEnd(field, range, end, text);
  if (typed.ok) return typed;
  const { unit, min, max } = rangeSpecs[field];
  const inWords = (value: number | null) => figures.withUnit(unit, value);
  switch (typed.reason) {
    case 'notANumber':
    case 'outOfRange':
      return { ok: false, message: filters.allowed(inWords(min), inWords(max)) };
    case 'aboveHigh':
      return { ok: false, message: filters.aboveHigh(inWords(range.hi)) };
    case 'belowLow':
      return { ok: false, message: filters.belowLow(inWords(range.lo)) };
    default:
      return typed.reason satisfies never;
  }
}
