import type { IndicatorExplanation } from '#contract/indicators.ts';
import type { NoteKey } from '#domain/brief/parts.ts';
import type { AnyIndicatorId } from '#domain/indicators/spec.ts';
import { coverageInWords } from '#domain/words/coverage.ts';
import { nameIn } from '../use-page-words.ts';
import css from './brief.module.css';
import type { BriefAnswers } from './use-brief-answers.ts';
import { type BriefLanguage, useBriefWords } from './use-brief-words.ts';

/** Where the note of a number stands. */
export function noteId(place: number): string {
  return `note-${place}`;
}

type OnExplain = (id: AnyIndicatorId, name: string) => void;

interface NoteText {
  readonly name: string;
  readonly text: string;
  /** The indicator that is explained building by building; null where there is none. */
  readonly explained: AnyIndicatorId | null;
}

/** Of every number: formula, inputs, coverage and sources. */
export function BriefNotes({
  notes,
  answers,
  onExplain,
}: {
  readonly notes: readonly NoteKey[];
  readonly answers: BriefAnswers;
  readonly onExplain: OnExplain;
}) {
  const language = useBriefWords();
  const { brief } = language;
  return (
    <section className={css['notes']} aria-labelledby="brief-notes">
      <h2 id="brief-notes">{brief.notes}</h2>
      <ol>
        {notes.map((key, at) => (
          <li key={key} id={noteId(at + 1)} tabIndex={-1}>
            <Note note={noteOf(key, answers, language)} onExplain={onExplain} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Note({
  note: { name, text, explained },
  onExplain,
}: {
  readonly note: NoteText;
  readonly onExplain: OnExplain;
}) {
  const { brief, page } = useBriefWords();
  return (
    <>
      {explained === null ? (
        <strong>{name}</strong>
      ) : (
        <button
          type="button"
          className={css['explain']}
          aria-label={brief.explain(name)}
          onClick={() => onExplain(explained, page.drill.district)}
        >
          {name}
        </button>
      )}{' '}
      {text}
    </>
  );
}

function noteOf(key: NoteKey, answers: BriefAnswers, language: BriefLanguage): NoteText {
  const { brief, figures, locale } = language;
  if (key === 'circles') return { name: brief.circles, text: brief.circlesNote, explained: 'vacancyRate' };
  if (key === 'watch') {
    const text = brief.watchNote(figures.percent(answers.watch.threshold));
    return { name: brief.watch, text, explained: 'vacancyRate' };
  }
  const [, id = ''] = key.split(':');
  const explanation = answers.explanations.find((one) => one.id === id);
  if (key.startsWith('indicator:') && explanation) {
    return {
      name: locale === 'zh' ? explanation.nameZh : explanation.nameEn,
      text: inputsText(explanation, language),
      explained: explanation.id,
    };
  }
  return targetNote(id, answers, language);
}

/** "formula；numerator ÷ denominator；coverage；sources". */
function inputsText(explanation: IndicatorExplanation, language: BriefLanguage): string {
  const { page, brief, figures, cockpit, locale } = language;
  const { above, below, numerator, denominator, coverage, sources } = explanation;
  const operand = (value: number | null, part: typeof above) =>
    value === null ? null : `${part[locale]} ${figures.number(value, 0)} ${part.unit}`;
  const inputs = [operand(numerator, above), below && operand(denominator, below)].filter(Boolean);
  const names = sources.map((source) => page.explain.sourceNames[source]).join(figures.words.listSeparator);
  return [
    explanation.formula[locale],
    inputs.join(' ÷ '),
    coverage !== null && cockpit.covered(coverageInWords(coverage, figures)),
    names !== '' && brief.sources(names),
    explanation.isRounded && page.explain.rounded,
  ]
    .filter(Boolean)
    .join(figures.words.clauseSeparator);
}

function targetNote(
  id: string,
  { targets }: BriefAnswers,
  { brief, figures, locale }: BriefLanguage,
): NoteText {
  const standing = targets?.items.find((one) => one.id === id);
  if (!standing) throw new Error(`no such target: ${id}`);
  const { actualMonth, forecast, source } = standing;
  const text = [
    actualMonth !== null && brief.targetNote(figures.month(actualMonth)),
    forecast &&
      brief.trend(
        figures.month(forecast.basis.from),
        figures.month(forecast.basis.to),
        figures.number(forecast.basis.points, 0),
      ),
    source !== null && brief.targetSource(source),
  ];
  return {
    name: brief.target(nameIn(locale, standing)),
    text: text.filter(Boolean).join(' '),
    explained: null,
  };
}
