/** What is wrong in a sheet, page by page, each with a field to mend it in place. */
import { useState } from 'react';
import { fetchFile } from '#client/api.ts';
import { useClient } from '#client/context.tsx';
import { importCalls } from '#client/imports.ts';
import { reportImport } from '#contract/import-endpoints.ts';
import type { ImportPart } from '#contract/imports.ts';
import { targetLabel } from '#domain/intake/targets/label.ts';
import type { ImportEntity } from '#domain/intake/targets/target.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';
import { placeInWords, problemInWords } from '#domain/words/intake.ts';
import type { Locale } from '#domain/words/words.ts';
import { Button } from '#ui/button.tsx';
import { saveFile } from '#ui/save-file.ts';
import css from './import.module.css';
import { withCorrections } from './mapping-edits.ts';
import type { PartProps } from './part-card.tsx';
import { useImportWords } from './use-import-words.ts';

type Problem = NonNullable<ImportPart['result']>['problems'][number];

const pageSize = 50;

export function ProblemList({ importId, part, doer, status }: PartProps) {
  const { api } = useClient();
  const { words, locale, figures } = useImportWords();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [page, setPage] = useState(0);
  const { result, mapping } = part;
  if (!result || !mapping || result.problemTotal === 0) return null;
  const listed = result.problems.filter(({ question }) => question === null);
  const unlisted = result.problemTotal - listed.length - rowsThatAsk(part, result.problems);
  const first = Math.min(page, Math.max(0, Math.ceil(listed.length / pageSize) - 1)) * pageSize;
  const save = async () => {
    const corrections = withCorrections(part.corrections, typed);
    const isSaved = await doer.step(() => importCalls.patch(api, importId, part.id, { corrections }));
    if (!isSaved) return;
    setTyped(new Map());
    await doer.step(() => importCalls.check(api, importId));
  };
  const report = async () => {
    try {
      const params = { id: importId, partId: part.id };
      saveFile(await fetchFile(api, { endpoint: reportImport, params, query: `lang=${locale}` }));
    } catch {
      status.add(words.refused);
    }
  };
  return (
    <div className={css['problems']}>
      <div className={css['actions']}>
        {listed.length + unlisted > 0 && <h4>{words.problems(figures.number(listed.length + unlisted))}</h4>}
        <Button size="small" onPress={() => void report()}>
          {words.report(figures.number(result.problemTotal))}
        </Button>
      </div>
      <ul className={css['rows']}>
        {listed.slice(first, first + pageSize).map((problem, index) => (
          <ProblemRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything
            key={first + index}
            problem={problem}
            entity={mapping.entity}
            typed={typed}
            onType={(cell, text) => setTyped(new Map(typed).set(cell, text))}
          />
        ))}
      </ul>
      <Pages
        first={first}
        total={listed.length}
        unlisted={unlisted}
        onTurn={(by) => setPage(first / pageSize + by)}
      />
      {typed.size > 0 && (
        <Button variant="primary" isDisabled={doer.isBusy} onPress={() => void save()}>
          {words.saveCorrections(typed.size)}
        </Button>
      )}
    </div>
  );
}

/** Rows whose problem is a question that is still open: they are told as that question. */
function rowsThatAsk({ questions, answers }: ImportPart, problems: readonly Problem[]): number {
  const isOpen = (question: string) =>
    problems.some((problem) => problem.question === question) ||
    !answers.some((answer) => answer.question === question);
  return questions.reduce((sum, { question, rows }) => sum + (isOpen(question) ? rows : 0), 0);
}

function Pages({
  first,
  total,
  unlisted,
  onTurn,
}: {
  readonly first: number;
  readonly total: number;
  /** Problems that the page was not given. */
  readonly unlisted: number;
  readonly onTurn: (by: number) => void;
}) {
  const { words, figures } = useImportWords();
  const last = Math.min(total, first + pageSize);
  if (total <= pageSize && unlisted <= 0) return null;
  return (
    <div className={css['actions']}>
      {total > pageSize && (
        <>
          <Button size="small" isIdle={first === 0} onPress={() => onTurn(-1)}>
            {words.earlier}
          </Button>
          <span className={css['figures']} role="status">
            {words.page(figures.number(first + 1), figures.number(last), figures.number(total))}
          </span>
          <Button size="small" isIdle={last === total} onPress={() => onTurn(1)}>
            {words.later}
          </Button>
        </>
      )}
      {unlisted > 0 && <span className={css['note']}>{words.more(figures.number(unlisted))}</span>}
    </div>
  );
}

function ProblemRow({
  problem,
  entity,
  typed,
  onType,
}: {
  readonly problem: Problem;
  readonly entity: ImportEntity;
  readonly typed: ReadonlyMap<string, string>;
  readonly onType: (cell: string, text: string) => void;
}) {
  const { words, locale } = useImportWords();
  const { row, column } = problem;
  const place = placeInWords(problem, locale);
  const cell = `${row}:${column}`;
  return (
    <li className={css['problem']}>
      <span className={css['place']}>
        {place} {problem.heading || labelOf(entity, problem.field, locale)}
      </span>
      <span>{problemInWords(entity, problem, locale)}</span>
      {column !== null && (
        <input
          className={css['input']}
          aria-label={words.correction(place)}
          value={typed.get(cell) ?? problem.value}
          onChange={(event) => onType(cell, event.currentTarget.value)}
        />
      )}
    </li>
  );
}

/** What is wrong with a row may concern a field that no column fills. */
function labelOf(entity: ImportEntity, field: string | null, locale: Locale): string {
  const target = field === null ? null : targetOf(entity, field);
  return target ? targetLabel(target, locale) : '';
}
