/** What a space costs to lease or to buy, under assumptions that the reader sets. Loaded with the pages that show it. */
import { useId, useState } from 'react';
import { isForSale } from '#domain/cost/cost-rows.ts';
import { classNames } from '#ui/class-names.ts';
import { SelectField } from '#ui/select-field.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { AssumptionForm } from './assumption-form.tsx';
import { AssumptionProblems } from './assumption-problems.tsx';
import css from './cost.module.css';
import type { CostPanelProps, CostSubject, FormProps } from './cost-subject.ts';
import { LeaseResult } from './lease-result.tsx';
import { PurchaseResult } from './purchase-result.tsx';
import { useCostWords } from './use-cost-words.ts';

type Mode = 'lease' | 'purchase';

/**
 * The form of assumptions beside its result. Of several subjects one is shown at a time; their figures beside each
 * other are the rows of the comparison (`costRows`).
 */
export function CostPanel({ problems, headingLevel = 2, ...form }: CostPanelProps) {
  const { cost } = useCostWords();
  const titleId = useId();
  const { subjects } = form;
  const [wished, setMode] = useState<Mode>(
    subjects.every(({ tenure }) => tenure === 'sale') ? 'purchase' : 'lease',
  );
  const [shownId, setShownId] = useState<string | null>(null);
  const mode: Mode = subjects.some(isForSale) ? wished : 'lease';
  const subject = subjects.find(({ id }) => id === shownId) ?? subjects[0];
  if (subject === undefined) return null;
  const Title = `h${headingLevel}` as const;
  return (
    <section className={css['panel']} aria-labelledby={titleId}>
      <header className={css['head']}>
        <Title id={titleId} className={css['title']}>
          {cost.title}
        </Title>
        {subjects.some(isForSale) && (
          <ToggleGroup
            label={cost.modes.label}
            value={mode}
            options={(['lease', 'purchase'] as const).map((value) => ({ value, text: cost.modes[value] }))}
            onChange={setMode}
          />
        )}
        {subjects.length > 1 && (
          <SelectField
            label={cost.subject}
            value={subject.id}
            options={subjects.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setShownId}
          />
        )}
      </header>
      <AssumptionProblems problems={problems} />
      <div className={css['columns']}>
        <section className={classNames(css['assumptions'], 'no-print')} aria-label={cost.assumptions}>
          <AssumptionForm form={form} isPurchase={mode === 'purchase'} />
        </section>
        <Result key={subject.id} {...{ subject, form, mode }} />
      </div>
    </section>
  );
}

function Result({
  subject,
  form,
  mode,
}: {
  readonly subject: CostSubject;
  readonly form: FormProps;
  readonly mode: Mode;
}) {
  const { cost } = useCostWords();
  return (
    <section className={css['results']} aria-label={cost.results}>
      {mode === 'lease' ? (
        <LeaseResult subject={subject} form={form} />
      ) : (
        <PurchaseResult subject={subject} form={form} />
      )}
    </section>
  );
}
