import type { QueryProblem } from '#domain/query/problem.ts';
import type { Words } from '#domain/words/words.ts';
import { useLanguage } from '#format/locale.tsx';
import type { Messages } from '#format/messages.ts';
import { Notice } from '#ui/notice.tsx';
import css from './problem-notice.module.css';

const shownAtMost = 12;
const allowedAtMost = 160;

/** What of a link could not be used: each part by name, with what would have been right. */
export function ProblemNotice({
  problems,
  onDismiss,
}: {
  readonly problems: readonly QueryProblem[];
  readonly onDismiss: () => void;
}) {
  const { figures, messages } = useLanguage();
  const { filters } = messages;
  if (problems.length === 0) return null;
  const rest = problems.length - shownAtMost;
  return (
    <Notice
      title={filters.problems(problems.length)}
      dismissLabel={messages.ui.dismiss}
      onDismiss={onDismiss}
    >
      <ul className={css['list']}>
        {problems.slice(0, shownAtMost).map((problem) => (
          <li key={`${problem.parameter}=${problem.value}`}>
            {problemInWords(problem, figures.words, messages)}
            {allowedPart(problem) !== '' && (
              <span className={css['allowed']}>{filters.problemAllowed(allowedPart(problem))}</span>
            )}
          </li>
        ))}
        {rest > 0 && <li>{filters.moreProblems(rest)}</li>}
      </ul>
    </Notice>
  );
}

/** “标准层面积（plate）"abc.."：不是数字” */
export function problemInWords(problem: QueryProblem, words: Words, { filters }: Messages): string {
  const names: Readonly<Record<string, string>> = words.clause;
  const known = Object.hasOwn(names, problem.parameter) ? names[problem.parameter] : undefined;
  const parameter =
    known === undefined ? problem.parameter : filters.problemParameter(known, problem.parameter);
  return filters.problemOf(parameter, problem.value, filters.reasons[problem.reason]);
}

/** The whole grammar is no help to somebody with one wrong word in a link. */
function allowedPart({ reason, allowed }: QueryProblem): string {
  if (reason === 'unknownParameter' || reason === 'notForRole') return '';
  return allowed.length > allowedAtMost ? `${allowed.slice(0, allowedAtMost - 1)}…` : allowed;
}
