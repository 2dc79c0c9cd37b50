import { useState } from 'react';
import type { QueryProblem } from '#domain/query/problem.ts';
import type { CostMessages } from '#format/messages/cost.ts';
import { Notice } from '#ui/notice.tsx';
import css from './cost.module.css';
import { useCostWords } from './use-cost-words.ts';

/** Parameters that stand for one field of the form. */
const fieldOf: Readonly<Record<string, keyof CostMessages['fields']>> = {
  area: 'area',
  term: 'termMonths',
  pay: 'rent',
  esc: 'escalation',
  step: 'firstStepMonths',
  free: 'rentFreeMonths',
  fee: 'managementFee',
  fit: 'fitOut',
  life: 'fitOutLifeMonths',
  move: 'moving',
  dep: 'depositMonths',
  capital: 'costOfCapital',
  sub: 'subsidyTotal',
  subm: 'subsidyRate',
  subcap: 'subsidyAreaCap',
  rate: 'discountRate',
  down: 'downPayment',
  loan: 'loanRate',
  years: 'loanYears',
  tax: 'purchaseTaxes',
  upkeep: 'runningCost',
  growth: 'priceChange',
};

/** What of a link could not be assumed, each with what would have been right; put away until there is something else. */
export function AssumptionProblems({ problems }: { readonly problems: readonly QueryProblem[] }) {
  const { cost, messages } = useCostWords();
  const [dismissed, setDismissed] = useState<readonly QueryProblem[] | null>(null);
  if (problems.length === 0 || dismissed === problems) return null;
  const { filters } = messages;
  const nameOf = (parameter: string) => {
    const field = fieldOf[parameter];
    return field === undefined ? parameter : filters.problemParameter(cost.fields[field], parameter);
  };
  return (
    <Notice
      title={cost.problems(problems.length)}
      dismissLabel={messages.ui.dismiss}
      onDismiss={() => setDismissed(problems)}
    >
      <ul className={css['problems']}>
        {problems.map(({ parameter, value, reason, allowed }) => (
          <li key={`${parameter}=${value}`}>
            {filters.problemOf(nameOf(parameter), value, filters.reasons[reason])}
            {allowed !== '' && <span className={css['allowed']}>{filters.problemAllowed(allowed)}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
