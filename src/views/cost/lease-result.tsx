import { useMemo } from 'react';
import { costFigureIds } from '#domain/cost/cost-rows.ts';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { assumptionSummary } from './assumption-summary.ts';
import { CashFlow } from './cash-flow.tsx';
import css from './cost.module.css';
import type { CostSubject, FormProps } from './cost-subject.ts';
import { leaseFigure } from './figure-lines.ts';
import { KeyFigures } from './key-figures.tsx';
import { MissingNote } from './own-fields.tsx';
import { useCostWords } from './use-cost-words.ts';

/** Leasing one space: what it comes down to, and how the money flows. */
export function LeaseResult({ subject, form }: { readonly subject: CostSubject; readonly form: FormProps }) {
  const words = useCostWords();
  const { assumptions } = form;
  const result = useMemo(() => occupancyCost(subject, assumptions), [subject, assumptions]);
  const lacksEfficiency = result.inputs.efficiency === null && !result.missing.includes('efficiency');
  return (
    <>
      <p className={css['onPaper']}>{assumptionSummary(assumptions, result.inputs, false, words)}</p>
      <MissingNote
        subject={subject}
        stopping={result.missing}
        lacking={lacksEfficiency ? ['efficiency'] : []}
        lackText={words.cost.perUsableLacks}
        form={form}
      />
      <KeyFigures
        label={words.cost.results}
        items={costFigureIds.map((id) => leaseFigure(id, result, assumptions, words))}
      />
      <CashFlow name={subject.name} result={result} assumptions={assumptions} />
    </>
  );
}
