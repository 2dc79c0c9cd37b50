import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { CompareAddress } from '#domain/compare/address.ts';
import { type CompareRow, compareRows, isDifferent } from '#domain/compare/rows.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { CompareTable } from '#views/compare/compare-table.tsx';
import type { ShownColumn } from '#views/compare/shown-column.ts';
import { shownGroups } from '#views/compare/shown-row.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';
import type { Compared } from './use-compared.ts';

const RadarView = lazy(() =>
  import('#views/compare/radar-view.tsx').then((module) => ({ default: module.RadarView })),
);

export interface ComparedViewProps {
  readonly address: CompareAddress;
  readonly compared: readonly Compared[];
  readonly columns: readonly ShownColumn[];
  readonly names: NamesOf;
  readonly link: (to: string, content: ReactNode) => ReactNode;
  readonly onMove: (place: number, step: number) => void;
  readonly onRemove: (place: number) => void;
  readonly onRetry: (place: number) => void;
}

/** The comparison as a table or as a radar chart. */
export function ComparedView(props: ComparedViewProps) {
  const { address, compared, columns } = props;
  const rows = useMemo(() => compareRows(compared.map(({ column }) => column)), [compared]);
  if (address.view === 'table') return <ComparedTable {...props} rows={rows} />;
  return (
    <div className={css['radar']}>
      <Suspense fallback={<Skeleton height={420} />}>
        <RadarView rows={rows} columns={columns} foot={<SourceLines compared={compared} />} />
      </Suspense>
    </div>
  );
}

function ComparedTable({
  rows,
  address: { differencesOnly },
  ...props
}: ComparedViewProps & { readonly rows: readonly CompareRow[] }) {
  const language = useCompareWords();
  const { compare, figures } = language;
  const { names } = props;
  const groups = useMemo(() => {
    const isKept = (row: CompareRow) =>
      !differencesOnly || isDifferent(row) || row.difference === 'undecided';
    return shownGroups(rows.filter(isKept), language, names, differencesOnly);
  }, [rows, differencesOnly, language, names]);
  const countOf = (difference: CompareRow['difference']) =>
    figures.number(rows.filter((row) => row.difference === difference).length, 0);
  return (
    <CompareTable
      columns={props.columns}
      groups={groups}
      link={props.link}
      onMove={props.onMove}
      onRemove={props.onRemove}
      onRetry={props.onRetry}
      foot={
        <>
          {differencesOnly && <p role="status">{compare.hiddenRows(countOf('same'), countOf('unknown'))}</p>}
          <p>{compare.bestNote}</p>
          <SourceLines compared={props.compared} />
        </>
      }
    />
  );
}

/** Where the figures come from and of what day they are. */
function SourceLines({ compared }: { readonly compared: readonly Compared[] }) {
  const { compare, figures } = useCompareWords();
  const files = compared.flatMap(({ column }) => column?.file ?? []);
  const days = [...new Set(files.map(({ asOf }) => asOf))].toSorted();
  const lines = [
    compare.source(compare.fromFiles),
    ...days.map((day) => compare.asOf(figures.date(day))),
    ...(files.some(({ synthetic }) => synthetic) ? [compare.sampleNote] : []),
  ];
  return (
    <>
      <p>{lines.join(' · ')}</p>
      <p className="print-only">{compare.printedFrom(window.location.href)}</p>
    </>
  );
}
