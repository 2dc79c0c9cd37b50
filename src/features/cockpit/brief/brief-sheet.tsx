import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { DistrictAnswer } from '#contract/record-lists.ts';
import { type Brief, composeBrief } from '#domain/brief/brief.ts';
import type { BriefPart, NoteKey } from '#domain/brief/parts.ts';
import type { Query } from '#domain/query/query.ts';
import { filterInWords, type NamesOf } from '#domain/words/describe.ts';
import type { ExplainTarget } from '../explain-target.ts';
import { ExplanationSheet } from '../explanation.tsx';
import { useNamed } from '../use-figures.ts';
import { useGroupName } from '../use-group-name.ts';
import css from './brief.module.css';
import { briefInput } from './brief-input.ts';
import { BriefNotes, noteId } from './brief-notes.tsx';
import { BriefTable } from './brief-table.tsx';
import type { BriefAnswers } from './use-brief-answers.ts';
import { useBriefWords } from './use-brief-words.ts';
import { useFit } from './use-fit.ts';

export interface BriefSheetProps {
  readonly answers: BriefAnswers;
  readonly query: Query;
  readonly district: DistrictAnswer;
  readonly names: NamesOf;
  readonly link: (to: string, content: ReactNode) => ReactNode;
}

/** The sheet as it is printed, and the explanation of a figure beside it. */
export function BriefSheet({ answers, query, district, names, link }: BriefSheetProps) {
  const { locale, brief: words, figures } = useBriefWords();
  const groupName = useGroupName(names);
  const [target, setTarget] = useState<ExplainTarget | null>(null);
  const brief = useMemo(
    () =>
      composeBrief(
        briefInput(answers, (id) => groupName('circle', id), locale),
        locale,
      ),
    [answers, groupName, locale],
  );
  const { month, circles } = answers;
  const districtName = locale === 'zh' ? district.nameZh : district.nameEn;
  const { named } = useNamed(query, circles.matched);
  const isSample = [...named.values()].some(({ synthetic }) => synthetic);
  const paper = useRef<HTMLDivElement>(null);
  const fit = useFit(paper, brief);
  const count = (value: number) => figures.number(value, 0);
  return (
    <article className={css['sheet']} aria-labelledby="brief-title">
      <div ref={paper} style={{ zoom: fit }}>
        <header className={css['head']}>
          <h1 id="brief-title">{words.title(districtName)}</h1>
          <p className={css['month']}>{figures.month(month)}</p>
          <p className={css['scope']}>
            {[
              filterInWords(query, figures, names),
              words.buildings(count(circles.matched), count(circles.of)),
              words.asOf(figures.date(circles.asOf)),
            ].join(' · ')}
          </p>
        </header>
        <Paragraphs brief={brief} />
        <BriefTable explanations={answers.explanations} notes={brief.notes} />
        <BriefNotes
          notes={brief.notes}
          answers={answers}
          onExplain={(id, name) => setTarget({ id, level: 'district', group: null, name })}
        />
        <footer className={css['foot']}>
          <p>{words.rules}</p>
          {isSample && <p>{words.sample}</p>}
          <p className={css['address']}>{window.location.href}</p>
        </footer>
      </div>
      {target && (
        <ExplanationSheet
          target={target}
          query={query}
          month={month}
          period="month"
          selected={nobody}
          named={named}
          onMend={null}
          link={link}
          onClose={() => setTarget(null)}
        />
      )}
    </article>
  );
}

const nobody: ReadonlySet<string> = new Set();

function Paragraphs({ brief: { paragraphs, notes } }: { readonly brief: Brief }) {
  return (
    <div className={css['text']}>
      {paragraphs.map(({ theme, title, parts }) => (
        <section key={theme} className={css['paragraph']}>
          <h2>{title}</h2>
          <p>
            {parts.map((part, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name than their place
              <Part key={at} part={part} isFirst={isFirstOf(parts, at)} notes={notes} />
            ))}
          </p>
        </section>
      ))}
    </div>
  );
}

/** One mark is enough for numbers in a row that rest on the same. */
function isFirstOf(parts: readonly BriefPart[], at: number): boolean {
  const own = parts[at];
  if (own?.kind !== 'number') return false;
  const before = parts.slice(0, at).findLast((part) => part.kind === 'number');
  return before?.kind !== 'number' || before.note !== own.note;
}

function Part({
  part,
  isFirst,
  notes,
}: {
  readonly part: BriefPart;
  readonly isFirst: boolean;
  readonly notes: readonly NoteKey[];
}) {
  const { brief, figures } = useBriefWords();
  if (part.kind !== 'number') return part.text;
  const place = notes.indexOf(part.note) + 1;
  const number = figures.number(place, 0);
  return (
    <span className={css['number']} data-note={place}>
      {part.text}
      {isFirst && (
        <sup>
          <button
            type="button"
            className={css['mark']}
            aria-label={brief.toNote(number)}
            onClick={() => document.getElementById(noteId(place))?.focus()}
          >
            {brief.mark(number)}
          </button>
        </sup>
      )}
    </span>
  );
}
