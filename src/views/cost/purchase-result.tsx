import { useMemo } from 'react';
import { isForSale } from '#domain/cost/cost-rows.ts';
import { occupancyCost } from '#domain/cost/occupancy.ts';
import { breakEvenYear, purchaseCase, purchaseItems } from '#domain/cost/purchase.ts';
import { assumptionSummary } from './assumption-summary.ts';
import css from './cost.module.css';
import type { CostSubject, FormProps } from './cost-subject.ts';
import { flowOf } from './flow.ts';
import { FlowTable } from './flow-table.tsx';
import { KeyFigures } from './key-figures.tsx';
import { MissingNote } from './own-fields.tsx';
import { purchaseFigures } from './purchase-figures.ts';
import { useCostWords } from './use-cost-words.ts';

/** Buying one space beside leasing it. */
export function PurchaseResult({
  subject,
  form,
}: {
  readonly subject: CostSubject;
  readonly form: FormProps;
}) {
  const words = useCostWords();
  const { cost } = words;
  const { assumptions } = form;
  const bought = useMemo(() => purchaseCase(subject, assumptions), [subject, assumptions]);
  const lease = useMemo(() => occupancyCost(subject, assumptions), [subject, assumptions]);
  const evenYear = useMemo(() => breakEvenYear(subject, assumptions), [subject, assumptions]);
  if (!isForSale(subject)) return <p className={css['empty']}>{cost.purchase.notForSale(subject.name)}</p>;
  return (
    <>
      <p className={css['onPaper']}>{assumptionSummary(assumptions, lease.inputs, true, words)}</p>
      <MissingNote
        subject={subject}
        stopping={bought.missing}
        lacking={bought.leaseMissing}
        lackText={cost.purchase.leaseLacks}
        form={form}
      />
      <KeyFigures label={cost.results} items={purchaseFigures(bought, lease, evenYear, assumptions, words)} />
      {bought.rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section className={css['scroller']} aria-label={cost.purchase.caption(subject.name)} tabIndex={0}>
          <FlowTable
            caption={cost.purchase.caption(subject.name)}
            flow={flowOf(purchaseItems, bought.rows, cost.purchaseItems, ['managementFee'])}
          />
        </section>
      )}
    </>
  );
}
