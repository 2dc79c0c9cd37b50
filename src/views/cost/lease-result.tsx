import { lazy, Suspense, useId, useMemo, useState } from 'react';
import { costFigureIds } from '#domain/cost/cost-rows.ts';
import { costItems, type OccupancyCost, occupancyCost } from '#domain/cost/occupancy.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import css from './cost.module.css';
import type { CostSubject, FormProps } from './cost-subject.ts';
import { leaseFigure } from './figure-lines.ts';
import { flowOf } from './flow.ts';
import type { Period } from './flow-series.ts';
import { FlowTable } from './flow-table.tsx';
import { Heading } from './heading.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MissingNote } from './own-fields.tsx';
import { useCostWords } from './use-cost-words.ts';

const FlowChart = lazy(() => import('./flow-chart.tsx').then((module) => ({ default: module.FlowChart })));

/** Leasing one space: what it comes down to, and how the money flows. */
export function LeaseResult({
  subject,
  form,
  headingLevel,
}: {
  readonly subject: CostSubject;
  readonly form: FormProps;
  readonly headingLevel: 3 | 4;
}) {
  const words = useCostWords();
  const { assumptions } = form;
  const result = useMemo(() => occupancyCost(subject, assumptions), [subject, assumptions]);
  const lacksEfficiency = result.inputs.efficiency === null && !result.missing.includes('efficiency');
  const missing = lacksEfficiency ? [...result.missing, 'efficiency' as const] : result.missing;
  return (
    <>
      <MissingNote subject={subject} missing={missing} form={form} />
      <KeyFigures
        label={words.cost.results}
        items={costFigureIds.map((id) => leaseFigure(id, result, assumptions, words))}
      />
      <LeaseFlow name={subject.name} result={result} headingLevel={headingLevel} />
    </>
  );
}

function LeaseFlow({
  name,
  result,
  headingLevel,
}: {
  readonly name: string;
  readonly result: OccupancyCost;
  readonly headingLevel: 3 | 4;
}) {
  const { cost } = useCostWords();
  const id = useId();
  const [form, setForm] = useState<'chart' | 'table'>('chart');
  const [period, setPeriod] = useState<Period>('year');
  return (
    <section className={css['flowPart']} aria-labelledby={id}>
      <header className={css['flowHead']}>
        <Heading level={headingLevel} id={id} className={css['flowTitle'] ?? ''}>
          {cost.flow}
        </Heading>
        {form === 'chart' && (
          <ToggleGroup
            label={cost.periods.label}
            value={period}
            options={(['year', 'month'] as const).map((value) => ({ value, text: cost.periods[value] }))}
            onChange={setPeriod}
          />
        )}
        <ToggleGroup
          label={cost.forms.label}
          value={form}
          options={(['chart', 'table'] as const).map((value) => ({ value, text: cost.forms[value] }))}
          onChange={setForm}
        />
      </header>
      {result.rows.length === 0 ? (
        <p className={css['empty']}>{cost.nothing}</p>
      ) : form === 'table' ? (
        <FlowTable
          caption={cost.tableCaption(name)}
          flow={flowOf(costItems, result.rows, cost.items, ['rent', 'managementFee'])}
        />
      ) : (
        <Suspense fallback={<ChartWaiting />}>
          <FlowChart name={name} rows={result.rows} period={period} />
        </Suspense>
      )}
    </section>
  );
}

function ChartWaiting() {
  const { cost } = useCostWords();
  return (
    <div className={css['chartWaiting']}>
      <span className="visually-hidden">{cost.chartLoading}</span>
      <Skeleton width="100%" height={264} />
    </div>
  );
}
