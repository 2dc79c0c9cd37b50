import { type FormEvent, useId, useState } from 'react';
import { mostExtractText } from '#domain/extract/terms.ts';
import { Button } from '#ui/button.tsx';
import { ToggleGroup } from '#ui/toggle-group.tsx';
import { goToField } from '#views/match/form-field.tsx';
import { MarkedText } from '#views/match/marked-text.tsx';
import css from '#views/match/match.module.css';
import { useMatchWords } from '#views/match/use-match-words.ts';
import { formField, type Reading, type ReadingState, spansIn } from './use-reading.ts';

export interface ReaderProps {
  readonly state: ReadingState;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly lit: string | null;
  readonly onLit: (field: string | null) => void;
}

/** Where what an enterprise said is pasted and read. */
export function Reader({ state, text, onText, lit, onLit }: ReaderProps) {
  const { match, figures } = useMatchWords();
  const words = match.read;
  const id = useId();
  const [isEmptyAsked, setEmptyAsked] = useState(false);
  const isTooLong = text.length > mostExtractText;
  const number = (value: number) => figures.number(value, 0);
  const trouble = isTooLong
    ? words.tooLong(number(mostExtractText), number(text.length))
    : isEmptyAsked && text.trim() === ''
      ? words.empty
      : state.isError
        ? words.failed
        : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmptyAsked(true);
    if (!isTooLong && text.trim() !== '' && !state.isPending) state.ask(text);
  };
  return (
    <section className={css['block']} aria-labelledby={`${id}title`}>
      <h2 id={`${id}title`} className={css['heading']}>
        {words.title}
      </h2>
      <form className={css['reader']} onSubmit={submit}>
        <textarea
          className={css['text']}
          aria-label={words.label}
          aria-describedby={`${id}advice`}
          aria-invalid={trouble !== null}
          placeholder={words.placeholder}
          rows={4}
          spellCheck={false}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        {trouble !== null && (
          <p role="alert" className={css['problem']}>
            {trouble}
          </p>
        )}
        <div className={css['headLine']}>
          <Button type="submit" variant="primary" isIdle={state.isPending}>
            {state.isPending ? words.reading : words.action}
          </Button>
          <Button
            variant="plain"
            onPress={() => {
              onText(words.exampleText);
              state.ask(words.exampleText);
            }}
          >
            {words.example}
          </Button>
        </div>
        <p id={`${id}advice`} className={css['muted']}>
          {words.advice}
        </p>
      </form>
      {state.reading && (
        <WhatWasRead state={state} reading={state.reading} text={text} lit={lit} onLit={onLit} />
      )}
    </section>
  );
}

function WhatWasRead({
  state,
  reading,
  text,
  lit,
  onLit,
}: Omit<ReaderProps, 'onText'> & { readonly reading: Reading }) {
  const { match, figures } = useMatchWords();
  const words = match.read;
  const names: Readonly<Record<string, string>> = { ...match.otherFields, ...match.fields };
  const nameOf = (field: string) => names[field] ?? field;
  const { items } = reading.extraction;
  return (
    <div className={css['wasRead']}>
      {items.length > 1 && (
        <ToggleGroup
          label={words.item}
          value={String(reading.place)}
          options={items.map((_, place) => ({
            value: String(place),
            text: words.items(figures.number(place + 1, 0)),
          }))}
          onChange={(place) => state.choose(Number(place))}
        />
      )}
      {items.length > 0 && (
        <>
          <h3 className={css['fieldName']}>{words.source}</h3>
          <MarkedText
            text={reading.text}
            spans={spansIn(reading)}
            lit={lit}
            onLit={onLit}
            onGo={goToField}
            nameOf={nameOf}
          />
        </>
      )}
      {text !== reading.text && <p className={css['changed']}>{words.changed}</p>}
      <ReadNotes reading={reading} state={state} nameOf={nameOf} />
    </div>
  );
}

function ReadNotes({
  reading: { extraction, place },
  state,
  nameOf,
}: {
  readonly reading: Reading;
  readonly state: ReadingState;
  readonly nameOf: (field: string) => string;
}) {
  const { match } = useMatchWords();
  const words = match.read;
  const fields = extraction.items[place]?.fields ?? {};
  const left = (state.read?.left ?? []).map((name) => words.left(nameOf(name), fields[name]?.text ?? ''));
  const notes = extraction.notes.map(({ code, field, text }) => {
    const where = [field === null ? '' : nameOf(formField(field)), text === null ? '' : `“${text}”`].join('');
    return where === '' ? match.notes[code] : `${where}：${match.notes[code]}`;
  });
  const lines = [...new Set([...notes, ...left])];
  if (lines.length === 0) return null;
  return (
    <div role="status">
      <h3 className={css['fieldName']}>{words.notes}</h3>
      <ul className={css['notes']}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
