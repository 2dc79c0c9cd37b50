import { lazy, Suspense, useMemo, useState } from 'react';
import { assumptionPairs, parseAssumptions } from '#domain/cost/assumptions-codec.ts';
import { isForSale } from '#domain/cost/cost-rows.ts';
import { costSpaceOf } from '#domain/cost/space-of.ts';
import type { QueryProblem } from '#domain/query/problem.ts';
import { Disclosure } from '#ui/disclosure.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { assumptionLine, costGroup } from '#views/compare/cost-group.ts';
import type { ShownColumn } from '#views/compare/shown-column.ts';
import type { ShownGroup } from '#views/compare/shown-row.ts';
import { useCompareWords } from '#views/compare/use-compare-words.ts';
import { AssumptionProblems } from '#views/cost/assumption-problems.tsx';
import type { FormProps } from '#views/cost/cost-subject.ts';
import { useCostWords } from '#views/cost/use-cost-words.ts';
import css from './compare-page.module.css';
import type { Compared } from './use-compared.ts';

const AssumptionForm = lazy(() =>
  import('#views/cost/assumption-form.tsx').then((module) => ({ default: module.AssumptionForm })),
);

interface CostFormProps extends FormProps {
  /** What of the address could not be assumed. */
  readonly problems: readonly QueryProblem[];
}

type Pairs = readonly (readonly [string, string])[];

/** Costs of the columns under the assumptions of the address, and the form that changes those. */
export function useCosts(
  compared: readonly Compared[],
  columns: readonly ShownColumn[],
  others: Pairs,
  onOthers: (pairs: Pairs) => void,
): { readonly group: ShownGroup; readonly panel: CostFormProps } {
  const { compare } = useCompareWords();
  const words = useCostWords();
  const language = useMemo(() => ({ ...words, compare }), [words, compare]);
  const text = JSON.stringify(others);
  const { assumptions, problems } = useMemo(() => parseAssumptions(JSON.parse(text) as Pairs), [text]);
  const spaces = useMemo(
    () => compared.map(({ column }) => column && costSpaceOf(column.file, column.unit)),
    [compared],
  );
  const group = useMemo(() => costGroup(spaces, assumptions, language), [spaces, assumptions, language]);
  const subjects = useMemo(
    () =>
      spaces.flatMap((space, place) =>
        space ? [{ ...space, name: columns[place]?.name ?? '', areaOptions: [] }] : [],
      ),
    [spaces, columns],
  );
  const onAssumptions: CostFormProps['onAssumptions'] = (next) => onOthers(assumptionPairs(next));
  return { group, panel: { subjects, assumptions, problems, onAssumptions } };
}

/** The form behind a line that says what is assumed. What of the address could not be assumed stands above both. */
export function CostForm({ panel }: { readonly panel: CostFormProps }) {
  const { compare } = useCompareWords();
  const words = useCostWords();
  const { cost } = words;
  const [wished, setMode] = useState<Mode>('lease');
  const hasPurchase = panel.subjects.some(isForSale);
  const mode = hasPurchase ? wished : 'lease';
  const line = compare.costNote(assumptionLine(panel.assumptions, hasPurchase, { ...words, compare }));
  return (
    <>
      <p className="print-only">{line}</p>
      <div className="no-print">
        <AssumptionProblems problems={panel.problems} />
        <Disclosure title={line}>
          {hasPurchase && (
            <ToggleGroup
              label={cost.modes.label}
              value={mode}
              options={modes.map((value) => ({ value, text: cost.modes[value] }))}
              onChange={setMode}
            />
          )}
          <Suspense fallback={<Skeleton height={320} />}>
            <div className={css['assumptions']}>
              <AssumptionForm key={mode} form={panel} isPurchase={mode === 'purchase'} />
            </div>
          </Suspense>
        </Disclosure>
      </div>
    </>
  );
}

const modes = ['lease', 'purchase'] as const;
type Mode = (typeof modes)[number];
