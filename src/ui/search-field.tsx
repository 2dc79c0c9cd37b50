import { type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
import { classNames } from './class-names.ts';
import { isComposing } from './composing.ts';
import css from './search-field.module.css';

export interface SearchOption {
  readonly id: string;
  readonly content: ReactNode;
}

export interface SearchFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly optionsLabel: string;
  readonly value: string;
  readonly options: readonly SearchOption[];
  /** `drag` for every letter, `commit` when the text is final (Enter, leaving, clearing). */
  readonly onChange: (text: string, phase: 'drag' | 'commit') => void;
  readonly onPick: (id: string) => void;
  readonly onSubmit: () => void;
  readonly ref?: Ref<HTMLInputElement>;
}

/** What is being typed. Once done it only bridges the time until the value from outside follows. */
interface Draft {
  readonly text: string;
  readonly isDone: boolean;
  readonly seen: string;
}

function useDraft(value: string, onChange: SearchFieldProps['onChange']) {
  const [draft, setDraft] = useState<Draft | null>(null);
  if (draft?.isDone && draft.seen !== value) setDraft(null);
  const isTyping = draft?.isDone === false;
  return {
    text: draft?.text ?? value,
    isTyping,
    type: (text: string, isFinished: boolean) => {
      setDraft({ text, isDone: false, seen: value });
      if (isFinished) onChange(text, 'drag');
    },
    drop: () => setDraft(null),
    commit: (text: string) => {
      if (isTyping || text !== (draft?.text ?? value)) onChange(text, 'commit');
      setDraft({ text, isDone: true, seen: value });
    },
  };
}

function useSuggestions(options: readonly SearchOption[], text: string) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isListed = isOpen && text !== '' && options.length > 0;
  return {
    isListed,
    active,
    activeOption: isListed ? options[active] : undefined,
    open: () => {
      setOpen(true);
      setActive(-1);
    },
    close: () => {
      setOpen(false);
      setActive(-1);
    },
    /** Through the options and, between the last and the first, back to the text itself. */
    move: (by: number) => {
      const places = options.length + 1;
      setOpen(true);
      setActive(((active + 1 + by + places) % places) - 1);
    },
  };
}

/** A search box with suggestions: the ARIA combobox pattern, safe while an input method is composing. */
export function SearchField(props: SearchFieldProps) {
  const listId = useId();
  const { text, isTyping, type, commit, drop } = useDraft(props.value, props.onChange);
  const list = useSuggestions(props.options, text);
  const pick = (id: string) => {
    list.close();
    drop();
    props.onPick(id);
  };
  const submit = () => {
    commit(text);
    list.close();
    props.onSubmit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const act = isComposing(event) ? undefined : actionOf(event.key);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const actionOf = (key: string): (() => void) | undefined => {
    const { activeOption } = list;
    switch (key) {
      case 'ArrowDown':
        return () => list.move(1);
      case 'ArrowUp':
        return () => list.move(-1);
      case 'Enter':
        return activeOption ? () => pick(activeOption.id) : submit;
      case 'Escape':
        if (list.isListed) return list.close;
        return text === '' ? undefined : () => commit('');
      default:
        return undefined;
    }
  };
  return (
    <search className={css['root']}>
      <input
        ref={props.ref}
        id={props.id}
        className={css['input']}
        role="combobox"
        {...inputAttributes}
        aria-label={props.label}
        aria-expanded={list.isListed}
        aria-controls={list.isListed ? listId : undefined}
        aria-activedescendant={list.activeOption && `${listId}-${list.activeOption.id}`}
        value={text}
        placeholder={props.placeholder}
        onChange={(event) => {
          type(event.currentTarget.value, !isPartOfComposition(event.nativeEvent));
          list.open();
        }}
        onCompositionEnd={(event) => type(event.currentTarget.value, true)}
        onFocus={list.open}
        onBlur={() => {
          list.close();
          if (isTyping) commit(text);
        }}
        onKeyDown={onKeyDown}
      />
      {text !== '' && <ClearButton label={props.clearLabel} onClear={() => commit('')} />}
      {list.isListed && (
        <Options
          id={listId}
          label={props.optionsLabel}
          options={props.options}
          active={list.active}
          onPick={pick}
        />
      )}
    </search>
  );
}

const inputAttributes = {
  type: 'search',
  'aria-autocomplete': 'list',
  autoComplete: 'off',
  autoCapitalize: 'off',
  spellCheck: false,
  enterKeyHint: 'search',
  maxLength: 100,
} as const;

function isPartOfComposition(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

/** For the pointer; the keyboard has Escape, and the focus stays in the field. */
function ClearButton({ label, onClear }: { readonly label: string; readonly onClear: () => void }) {
  return (
    <button
      type="button"
      className={css['clear']}
      aria-label={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onClear}
    >
      ×
    </button>
  );
}

function Options({
  id,
  label,
  options,
  active,
  onPick,
}: {
  readonly id: string;
  readonly label: string;
  readonly options: readonly SearchOption[];
  readonly active: number;
  readonly onPick: (id: string) => void;
}) {
  return (
    <div id={id} role="listbox" aria-label={label} className={css['list']}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys go to the input, which holds the focus
        <div
          key={option.id}
          id={`${id}-${option.id}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classNames(css['option'], index === active && css['active'])}
          ref={index === active ? scrollIntoView : null}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onPick(option.id)}
        >
          {option.content}
        </div>
      ))}
    </div>
  );
}

function scrollIntoView(element: HTMLElement | null) {
  element?.scrollIntoView({ block: 'nearest' });
}
