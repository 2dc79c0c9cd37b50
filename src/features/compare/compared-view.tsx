import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import type { CompareAddress } from '#domain/compare/address.ts';
import { type CompareRow, compareRows, isDifferent } from '#domain/compare/rows.ts';
import type { NamesOf } from '#domain/words/describe.ts';
import type { NameOfId } from '#format/record-text.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { CompareTable } from '#views/compare/compare-table.tsx';
import type { ShownColumn } from '#views/compare/shown-column.ts';
import { type ShownGroup, shownGroups } from '#views/compare/shown-row.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import css from './compare-page.module.css';
import { CostForm, useCosts } from './cost-form.tsx';
import { OpenedCell } from './opened-cell.tsx';
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
  readonly onPin: (place: number) => void;
  /** Writes assumptions into the address in place of those that are there. */
  readonly onOthers: (pairs: CompareAddress['others']) => void;
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
  address: { differencesOnly, pinned, others },
  ...props
}: ComparedViewProps & { readonly rows: readonly CompareRow[] }) {
  const language = useCompareWords();
  const { compare, figures } = language;
  const { names } = props;
  const nameOf: NameOfId = (field, id) =>
    field === 'circleId' ? names('circle', id) : field === 'subdistrictId' ? names('subdistrict', id) : null;
  const facts = useMemo(
    () => shownGroups(rows, language, names, differencesOnly),
    [rows, differencesOnly, language, names],
  );
  const { group, panel } = useCosts(props.compared, props.columns, others, props.onOthers);
  const all = [...facts, group];
  const groups = differencesOnly ? all.flatMap(onlyDifferences) : all;
  const everyRow = all.flatMap((one) => one.rows);
  const countOf = (difference: CompareRow['difference']) =>
    figures.number(everyRow.filter((row) => row.difference === difference).length, 0);
  return (
    <CompareTable
      columns={props.columns}
      groups={groups}
      before={{ cost: <CostForm panel={panel} /> }}
      link={props.link}
      onMove={props.onMove}
      onRemove={props.onRemove}
      onRetry={props.onRetry}
      pinned={pinned}
      onPin={props.onPin}
      openedCell={({ row: id, place, ...at }) => {
        const row = everyRow.find((one) => one.id === id);
        const text = row?.cells[place]?.text;
        const column = props.compared[place]?.column;
        if (!row || !column || typeof text !== 'string') return null;
        return <OpenedCell {...{ row, text, column, nameOf }} assumptions={panel.assumptions} {...at} />;
      }}
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

/** A group without what is alike or known of none; of costs the form stays, which may make a difference. */
function onlyDifferences(group: ShownGroup): readonly ShownGroup[] {
  const rows = group.rows.filter((row) => isDifferent(row) || row.difference === 'undecided');
  return rows.length === 0 && group.id !== 'cost' ? [] : [{ ...group, rows }];
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
