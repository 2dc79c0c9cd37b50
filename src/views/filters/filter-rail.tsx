import { type ReactNode, useMemo } from 'react';
import type { Facets } from '#domain/engine/answer.ts';
import { type RangeField, type SetField, setSpecs } from '#domain/query/fields.ts';
import type { Query } from '#domain/query/query.ts';
import { nameOfValue } from '#domain/words/describe.ts';
import { useLanguage, useMessages } from '#format/locale.tsx';
import { Disclosure } from '#ui/disclosure.tsx';
import { type ChangeQuery, isActive } from './clauses.ts';
import { type EditQuery, useEditQuery } from './edit-query.ts';
import css from './filter-rail.module.css';
import { AvailableByFilter, ColumnFreeFilter, MetroFilter } from './other-filters.tsx';
import { RangeFilter } from './range-filter.tsx';
import { type NamedValue, SetFilter } from './set-filter.tsx';

export interface FilterRailProps {
  readonly query: Query;
  /** null until the first answer. */
  readonly facets: Facets | null;
  /** Fields that the role may not ask about; they are left out. */
  readonly hidden: readonly RangeField[];
  readonly circles: readonly NamedValue[];
  readonly subdistricts: readonly NamedValue[];
  readonly onChange: ChangeQuery;
  /** Stands still above the filters: the search box. */
  readonly search?: ReactNode;
}

const mainRanges = ['available', 'contiguous', 'plate', 'vacancy', 'rent', 'height'] as const;
const moreRanges = ['clear', 'efficiency', 'gfa', 'year', 'taxPerSqm', 'completeness'] as const;
const mainSets = ['circle', 'grade'] as const;
const moreSets = ['subdistrict', 'tenure', 'status', 'industry', 'green'] as const;

/** The question: every filter, with what each would leave. */
export function FilterRail(props: FilterRailProps) {
  const { query, facets, hidden } = props;
  const messages = useMessages();
  const edit = useEditQuery(query, props.onChange);
  const ranges = (fields: readonly RangeField[]) =>
    fields
      .filter((field) => !hidden.includes(field) && (facets === null || facets.ranges[field]))
      .map((field) => (
        <RangeFilter
          key={field}
          field={field}
          range={query.ranges[field]}
          histogram={facets?.ranges[field] ?? null}
          includesUnknown={query.unknown.includes(field)}
          edit={edit}
        />
      ));
  const sets = (fields: readonly SetField[]) =>
    fields.map((field) => <RailSet key={field} field={field} rail={props} edit={edit} />);
  const activeMore = [...moreRanges, ...moreSets].filter((field) => isActive(query, field)).length;
  return (
    <section aria-label={messages.filters.region} className={css['rail']}>
      <h2 className="visually-hidden">{messages.filters.region}</h2>
      {props.search !== undefined && <div className={css['search']}>{props.search}</div>}
      <div className={css['filters']}>
        <RailSet field="type" rail={props} edit={edit} isHeadingHidden />
        {ranges(mainRanges)}
        <ColumnFreeFilter
          value={query.columnFree}
          includesUnknown={query.unknown.includes('columnFree')}
          edit={edit}
        />
        {sets(mainSets)}
        <MetroFilter value={query.metro} includesUnknown={query.unknown.includes('metro')} edit={edit} />
        <AvailableByFilter value={query.by} includesUnknown={query.unknown.includes('by')} edit={edit} />
        <Disclosure
          title={messages.filters.more}
          aside={activeMore > 0 ? messages.filters.active(String(activeMore)) : undefined}
          isForcedOpen={activeMore > 0}
        >
          <div className={css['more']}>
            {ranges(moreRanges)}
            {sets(moreSets)}
          </div>
        </Disclosure>
      </div>
    </section>
  );
}

function RailSet({
  field,
  rail,
  edit,
  isHeadingHidden = false,
}: {
  readonly field: SetField;
  readonly rail: FilterRailProps;
  readonly edit: EditQuery;
  readonly isHeadingHidden?: boolean;
}) {
  const { figures } = useLanguage();
  const { circles, subdistricts } = rail;
  const values = useMemo(() => {
    if (field === 'circle') return circles;
    if (field === 'subdistrict') return subdistricts;
    const ids: readonly string[] = setSpecs[field];
    return ids.map((id) => ({ id, name: nameOfValue(field, id, figures, (_field, value) => value) }));
  }, [field, figures, circles, subdistricts]);
  return (
    <SetFilter
      field={field}
      values={values}
      chosen={rail.query.sets[field]}
      counts={rail.facets?.sets[field] ?? null}
      includesUnknown={rail.query.unknown.includes(field)}
      edit={edit}
      isHeadingHidden={isHeadingHidden}
    />
  );
}
