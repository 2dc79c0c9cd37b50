/** What only a person can say about a sheet: asked once, answered here, and changed here. */
import type { ImportPart, ImportQuestion } from '#contract/imports.ts';
import { targetLabel, unitLabel } from '#domain/intake/targets/label.ts';
import type { UnitCode } from '#domain/intake/targets/target.ts';
import { targetOf } from '#domain/intake/targets/targets.ts';
import { datums } from '#domain/records/rules.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { SelectField } from '#ui/select-field.tsx';
import css from './import.module.css';
import { type MappingEdit, type PartMapping, unitsFor, withUnit } from './mapping-edits.ts';
import type { ImportDoer } from './use-import.ts';
import { useImportWords } from './use-import-words.ts';

interface Props {
  readonly part: ImportPart;
  readonly mapping: PartMapping;
  readonly doer: ImportDoer;
}

export function QuestionList({ part, mapping, doer }: Props) {
  const { words } = useImportWords();
  const hasPlace = mapping.columns.some(({ target }) => /^position\.(?:lon|lat)/.test(target));
  const unitless = mapping.columns.filter(
    ({ column, target }) =>
      unitsFor(mapping, target).length > 0 &&
      part.notes.some((note) => note.column === column && note.reason === 'unitUnknown'),
  );
  if (!hasPlace && unitless.length === 0 && part.questions.length === 0) return null;
  const decide = (change: MappingEdit) =>
    void doer.decide(part.id, (latest) => {
      const now = latest?.parts.find(({ id }) => id === part.id)?.mapping ?? mapping;
      return { mapping: change(now) };
    });
  return (
    <div className={css['problems']}>
      <h4>{words.questions}</h4>
      <ul className={css['rows']}>
        {hasPlace && <DatumQuestion part={part} mapping={mapping} doer={doer} onDecide={decide} />}
        {unitless.map((mapped) => (
          <UnitQuestion key={mapped.column} part={part} mapping={mapping} mapped={mapped} onDecide={decide} />
        ))}
        {part.questions.map((question) => (
          <NameQuestion key={question.question} part={part} question={question} doer={doer} />
        ))}
      </ul>
    </div>
  );
}

function DatumQuestion({
  part,
  mapping,
  doer,
  onDecide,
}: Props & { readonly onDecide: (change: MappingEdit) => void }) {
  const { words, intake } = useImportWords();
  const isAssumed = part.notes.some(({ reason }) => reason === 'datumAssumed');
  return (
    <li className={css['question']}>
      <span className={css['place']}>{words.datum}</span>
      <span>{isAssumed ? intake.note.datumAssumed : words.datumNamed}</span>
      <div className={css['answers']}>
        <SelectField
          isLabelHidden
          label={words.datum}
          value={mapping.datum}
          options={datums.map((value) => ({ value, text: intake.datum[value] }))}
          onChange={(datum) => onDecide((now) => ({ ...now, datum }))}
        />
        <Checkbox
          isSelected={part.isDatumConfirmed}
          onChange={(isDatumConfirmed) => void doer.decide(part.id, () => ({ isDatumConfirmed }))}
        >
          {words.datumConfirmed}
        </Checkbox>
      </div>
    </li>
  );
}

function UnitQuestion({
  part,
  mapping,
  mapped,
  onDecide,
}: Omit<Props, 'doer'> & {
  readonly mapped: PartMapping['columns'][number];
  readonly onDecide: (change: MappingEdit) => void;
}) {
  const { words, intake, locale } = useImportWords();
  const { column, target, unit } = mapped;
  const known = targetOf(mapping.entity, target);
  const heading = part.headings.find((one) => one.column === column)?.heading ?? '';
  const name = heading || (known ? targetLabel(known, locale) : target);
  return (
    <li className={css['question']}>
      <span className={css['place']}>
        {words.unit}: {name}
      </span>
      <span>{intake.note.unitUnknown}</span>
      <SelectField<UnitCode | ''>
        isLabelHidden
        label={`${words.questions} ${words.unit}: ${name}`}
        value={unit ?? ''}
        options={[
          { value: '', text: words.noUnit },
          ...unitsFor(mapping, target).map((value) => ({ value, text: unitLabel(value, locale) })),
        ]}
        onChange={(chosen) => onDecide((now) => withUnit(now, column, chosen || null))}
      />
    </li>
  );
}

/** An id that a person gave says more than one that was made up. */
const nameOf = (id: string, name: string) => (id.length > 20 ? name : `${name} (${id})`);

/** In the select: an id may be any text, so that what is no id stands apart. */
const open = '';
const isNew = 'new';

function NameQuestion({
  part,
  question: { question, heading, value, rows, near },
  doer,
}: {
  readonly part: ImportPart;
  readonly question: ImportQuestion;
  readonly doer: ImportDoer;
}) {
  const { words } = useImportWords();
  const given = part.answers.find((known) => known.question === question);
  const answer = (chosen: string) =>
    void doer.decide(part.id, (latest) => {
      const now = latest?.parts.find(({ id }) => id === part.id)?.answers ?? part.answers;
      const others = now.filter((known) => known.question !== question);
      if (chosen === open) return { answers: others };
      return { answers: [...others, { question, id: chosen === isNew ? null : chosen.slice(1) }] };
    });
  return (
    <li className={css['question']}>
      <span className={css['place']}>
        {heading} · {words.questionRows(rows)}
      </span>
      <strong className={css['name']}>{value}</strong>
      <SelectField
        isLabelHidden
        label={`${words.questions}: ${value}`}
        value={given === undefined ? open : given.id === null ? isNew : `=${given.id}`}
        options={[
          { value: open, text: words.open },
          ...near.map(({ id, name }) => ({ value: `=${id}`, text: nameOf(id, name) })),
          { value: isNew, text: words.isNew },
        ]}
        onChange={answer}
      />
    </li>
  );
}
