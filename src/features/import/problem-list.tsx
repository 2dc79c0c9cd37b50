/** What is wrong in a sheet, each with a field to mend it in place. */
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
import { SelectField } from '#ui/select-field.tsx';
import css from './import.module.css';
import { withCorrections } from './mapping-edits.ts';
import type { PartProps } from './part-card.tsx';
import { useImportWords } from './use-import-words.ts';

type Problem = NonNullable<ImportPart['result']>['problems'][number];

/** More are not worth listing: they have the same cause. */
const shown = 100;

export function ProblemList({ state, part, doer, status }: PartProps) {
  const { api } = useClient();
  const { words, locale } = useImportWords();
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const { result, mapping } = part;
  if (!result || !mapping || result.problemTotal === 0) return null;
  const problems = result.problems.slice(0, shown);
  const save = async () => {
    const corrections = withCorrections(part.corrections, typed);
    const isSaved = await doer.step(() => importCalls.patch(api, state.id, part.id, { corrections }));
    if (!isSaved) return;
    setTyped(new Map());
    await doer.step(() => importCalls.check(api, state.id));
  };
  const answer = async (question: string, id: string | null) => {
    const answers = [...part.answers.filter((known) => known.question !== question), { question, id }];
    const isSaved = await doer.run(() => importCalls.patch(api, state.id, part.id, { answers }));
    if (isSaved) await doer.step(() => importCalls.check(api, state.id));
  };
  const report = async () => {
    try {
      const params = { id: state.id, partId: part.id };
      saveFile(await fetchFile(api, { endpoint: reportImport, params, query: `lang=${locale}` }));
    } catch {
      status.add(words.refused);
    }
  };
  return (
    <div className={css['problems']}>
      <div className={css['actions']}>
        <h4>{words.problems(result.problemTotal)}</h4>
        <Button size="small" onPress={() => void report()}>
          {words.report}
        </Button>
      </div>
      <ul className={css['rows']}>
        {problems.map((problem, index) => (
          <ProblemRow
            // biome-ignore lint/suspicious/noArrayIndexKey: two problems may be alike in everything
            key={index}
            problem={problem}
            entity={mapping.entity}
            typed={typed}
            onType={(cell, text) => setTyped(new Map(typed).set(cell, text))}
            onAnswer={(question, id) => void answer(question, id)}
          />
        ))}
      </ul>
      {result.problemTotal > problems.length && (
        <p className={css['note']}>{words.more(result.problemTotal - problems.length)}</p>
      )}
      {typed.size > 0 && (
        <Button variant="primary" isDisabled={doer.isBusy} onPress={() => void save()}>
          {words.saveCorrections(typed.size)}
        </Button>
      )}
    </div>
  );
}

function ProblemRow({
  problem,
  entity,
  typed,
  onType,
  onAnswer,
}: {
  readonly problem: Problem;
  readonly entity: ImportEntity;
  readonly typed: ReadonlyMap<string, string>;
  readonly onType: (cell: string, text: string) => void;
  readonly onAnswer: (question: string, id: string | null) => void;
}) {
  const { words, locale } = useImportWords();
  const { row, column, question, near } = problem;
  const place = placeInWords(problem, locale);
  const cell = `${row}:${column}`;
  return (
    <li className={css['problem']}>
      <span className={css['place']}>
        {place} {problem.heading || labelOf(entity, problem.field, locale)}
      </span>
      <span>{problemInWords(entity, problem, locale)}</span>
      {question !== null ? (
        <SelectField
          isLabelHidden
          label={`${place} ${words.answer}`}
          value=""
          options={[
            { value: '', text: words.answer },
            ...near.map(({ id, name }) => ({ value: `=${id}`, text: `${name} (${id})` })),
            { value: 'new', text: words.isNew },
          ]}
          onChange={(value) => {
            if (value !== '') onAnswer(question, value === 'new' ? null : value.slice(1));
          }}
        />
      ) : (
        column !== null && (
          <input
            className={css['input']}
            aria-label={words.correction(place)}
            value={typed.get(cell) ?? problem.value}
            onChange={(event) => onType(cell, event.currentTarget.value)}
          />
        )
      )}
    </li>
  );
}

/** What is wrong with a row may concern a field that no column fills. */
function labelOf(entity: ImportEntity, field: string | null, locale: Locale): string {
  const target = field === null ? null : targetOf(entity, field);
  return target ? targetLabel(target, locale) : '';
}
