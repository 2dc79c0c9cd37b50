import { useState } from 'react';
import type { QueryProblem } from '#domain/query/problem.ts';
import { Notice } from '#ui/notice.tsx';
import css from './cost.module.css';
import { useCostWords } from './use-cost-words.ts';

/** What of a link could not be assumed, each with what would have been right; put away until there is something else. */
export function AssumptionProblems({ problems }: { readonly problems: readonly QueryProblem[] }) {
  const { cost, messages } = useCostWords();
  const [dismissed, setDismissed] = useState<readonly QueryProblem[] | null>(null);
  if (problems.length === 0 || dismissed === problems) return null;
  const { filters } = messages;
  return (
    <Notice
      title={cost.problems(problems.length)}
      dismissLabel={messages.ui.dismiss}
      onDismiss={() => setDismissed(problems)}
    >
      <ul className={css['problems']}>
        {problems.map(({ parameter, value, reason, allowed }) => (
          <li key={`${parameter}=${value}`}>
            {filters.problemOf(parameter, value, filters.reasons[reason])}
            {allowed !== '' && <span className={css['allowed']}>{filters.problemAllowed(allowed)}</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
