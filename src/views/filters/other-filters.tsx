import { memo, useId } from 'react';
import type { Query } from '#domain/query/query.ts';
import { useLanguage } from '#format/locale.tsx';
import { Switch } from '#ui/checkbox.tsx';
import { SelectField } from '#ui/select-field.tsx';
import { TypedField } from '#ui/typed-field.tsx';
import { removeClause, setAvailableBy, setColumnFree, setMetro } from './clauses.ts';
import type { EditQuery } from './edit-query.ts';
import css from './filter.module.css';
import { FilterHeading } from './filter-heading.tsx';
import { IncludeUnknown } from './include-unknown.tsx';
import { parseTypedMetres, parseTypedMonth } from './typed-range.ts';

interface ClauseFilterProps<V> {
  readonly value: V;
  readonly includesUnknown: boolean;
  readonly edit: EditQuery;
}

/** Only buildings known to be column-free. */
export const ColumnFreeFilter = memo(function ColumnFreeFilter({
  value,
  includesUnknown,
  edit,
}: ClauseFilterProps<boolean>) {
  const { figures } = useLanguage();
  const name = figures.words.clause.columnFree;
  return (
    <div className={css['filter']}>
      <Switch
        className={css['switchRow'] ?? ''}
        isSelected={value}
        onChange={(isOn) =>
          edit((query) => (isOn ? setColumnFree(query, true) : removeClause(query, 'columnFree')), 'commit')
        }
      >
        {name}
      </Switch>
      <UncountedUnknown
        field="columnFree"
        name={name}
        isActive={value}
        isIncluded={includesUnknown}
        edit={edit}
      />
    </div>
  );
});

const usualMetres = [300, 500, 800, 1000];

/** Within so many metres of a metro station: a usual distance, or one's own. */
export const MetroFilter = memo(function MetroFilter({
  value,
  includesUnknown,
  edit,
}: ClauseFilterProps<Query['metro']>) {
  const { figures, messages } = useLanguage();
  const { filters } = messages;
  const headingId = useId();
  const name = figures.words.clause.metro;
  const listed = value === null || usualMetres.includes(value) ? usualMetres : [...usualMetres, value];
  const options = [
    { value: '', text: filters.any },
    ...listed.map((metres) => ({ value: String(metres), text: figures.distance(metres) })),
  ];
  const change = (metres: number | null) =>
    edit((query) => (metres === null ? removeClause(query, 'metro') : setMetro(query, metres)), 'commit');
  return (
    <section className={css['filter']} aria-labelledby={headingId}>
      <FilterHeading id={headingId} name={name} onReset={value === null ? null : () => change(null)} />
      <div className={css['row']}>
        <SelectField
          label={filters.metro}
          isLabelHidden
          className={css['grow'] ?? ''}
          value={value === null ? '' : String(value)}
          options={options}
          onChange={(text) => change(text === '' ? null : Number(text))}
        />
        <TypedField
          label={filters.metresTyped}
          className={css['metres'] ?? ''}
          value={value}
          format={(metres) => figures.number(metres, 0)}
          parse={(text) => {
            if (text.trim() === '') return { ok: true, value: null };
            const metres = parseTypedMetres(text);
            return metres === null
              ? { ok: false, message: filters.metresAllowed }
              : { ok: true, value: metres };
          }}
          placeholder={filters.any}
          inputMode="decimal"
          onCommit={change}
        />
        <span aria-hidden="true" className={css['unit']}>
          {figures.words.unit.m}
        </span>
      </div>
      <UncountedUnknown
        field="metro"
        name={name}
        isActive={value !== null}
        isIncluded={includesUnknown}
        edit={edit}
      />
    </section>
  );
});

/** Some space can be moved into by the end of this month. */
export const AvailableByFilter = memo(function AvailableByFilter({
  value,
  includesUnknown,
  edit,
}: ClauseFilterProps<Query['by']>) {
  const { figures, messages } = useLanguage();
  const { filters } = messages;
  const headingId = useId();
  const name = figures.words.clause.by;
  const change = (month: string | null) =>
    edit((query) => (month === null ? removeClause(query, 'by') : setAvailableBy(query, month)), 'commit');
  return (
    <section className={css['filter']} aria-labelledby={headingId}>
      <FilterHeading
        id={headingId}
        name={name}
        summary={value === null ? filters.any : `≤ ${figures.month(value)}`}
        onReset={value === null ? null : () => change(null)}
      />
      <div className={css['row']}>
        <TypedField
          label={name}
          className={css['month'] ?? ''}
          value={value}
          format={(month) => month}
          parse={(text) => {
            if (text.trim() === '') return { ok: true, value: null };
            const month = parseTypedMonth(text);
            return month === null
              ? { ok: false, message: filters.monthExpected }
              : { ok: true, value: month };
          }}
          placeholder={filters.monthPlaceholder}
          onCommit={change}
        />
        <UncountedUnknown
          field="by"
          name={name}
          isActive={value !== null}
          isIncluded={includesUnknown}
          edit={edit}
        />
      </div>
    </section>
  );
});

function UncountedUnknown(props: {
  readonly field: 'columnFree' | 'metro' | 'by';
  readonly name: string;
  readonly isActive: boolean;
  readonly isIncluded: boolean;
  readonly edit: EditQuery;
}) {
  return props.isActive || props.isIncluded ? <IncludeUnknown {...props} count={null} /> : null;
}
