import { type ReactNode, useMemo, useState } from 'react';
import { findTextOf } from '#domain/cockpit/address.ts';
import type { Facets } from '#domain/engine/answer.ts';
import type { Query } from '#domain/query/query.ts';
import { hiddenFields, type Role } from '#domain/visibility.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { Button } from '#ui/button.tsx';
import { Sheet } from '#ui/sheet.tsx';
import { ActiveFilters } from '#views/filters/active-filters.tsx';
import { activeClauses } from '#views/filters/clauses.ts';
import { FilterRail } from '#views/filters/filter-rail.tsx';
import css from './cockpit-page.module.css';
import type { ChangeAddress } from './use-cockpit-address.ts';
import { usePageWords } from './use-page-words.ts';

interface Places {
  readonly circles: readonly { readonly id: string }[];
  readonly subdistricts: readonly { readonly id: string }[];
}

export interface FilterBarProps {
  readonly query: Query;
  readonly change: ChangeAddress;
  readonly role: Role;
  readonly places: Places;
  readonly names: NamesOf;
  /** null while they load. */
  readonly facets: Facets | null;
  /** Buildings that pass, and all; null while they load. */
  readonly counts: { readonly matched: number; readonly of: number } | null;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** Which buildings the page speaks of: as chips, with the filters of 找楼 behind a button. */
export function FilterBar(props: FilterBarProps) {
  const { figures, page } = usePageWords();
  const { query, change, names, facets, counts } = props;
  const [isOpen, setOpen] = useState(false);
  const text = findTextOf(query);
  const number = (value: number) => figures.number(value, 0);
  const isFiltered = activeClauses(query).length > 0;
  const scope =
    counts &&
    (isFiltered ? page.matched(number(counts.matched), number(counts.of)) : page.all(number(counts.of)));
  return (
    <div className={css['filters']}>
      <span className={css['scope']}>{scope ?? ' '}</span>
      <span className="no-print">
        <Button size="small" isExpanded={isOpen} onPress={() => setOpen(true)}>
          {page.filter}
        </Button>
      </span>
      <ActiveFilters
        query={query}
        facets={facets}
        names={names}
        onChange={(next) => change({ query: next })}
      />
      <span className={`${css['aside']} no-print`}>
        {props.link(text === '' ? '/' : `/?${text}`, isFiltered ? page.editInFind : page.seeInFind)}
      </span>
      <FilterSheet {...props} isOpen={isOpen} onOpenChange={setOpen} />
    </div>
  );
}

function FilterSheet({
  query,
  change,
  role,
  places,
  names,
  facets,
  counts,
  isOpen,
  onOpenChange,
}: FilterBarProps & { readonly isOpen: boolean; readonly onOpenChange: (isOpen: boolean) => void }) {
  const { figures, page } = usePageWords();
  const named = useMemo(() => {
    const of = (field: 'circle' | 'subdistrict', all: readonly { readonly id: string }[]) =>
      all.map(({ id }) => ({ id, name: names(field, id) }));
    return { circles: of('circle', places.circles), subdistricts: of('subdistrict', places.subdistricts) };
  }, [places, names]);
  return (
    <Sheet
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={page.filter}
      closeLabel={page.closeFilter}
      placement="left"
      isBare
      footer={
        <Button variant="primary" onPress={() => onOpenChange(false)}>
          {page.show(figures.number(counts?.matched ?? 0, 0))}
        </Button>
      }
    >
      <FilterRail
        query={query}
        facets={facets}
        hidden={hiddenFields(role)}
        circles={named.circles}
        subdistricts={named.subdistricts}
        onChange={(next, phase) => change({ query: next }, phase === 'drag' ? 'later' : 'push')}
      />
    </Sheet>
  );
}
