import { type CompositionEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useState } from 'react';
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
  return {
    text: draft?.text ?? value,
    type: (text: string, isFinished: boolean) => {
      setDraft({ text, isDone: false, seen: value });
      if (isFinished) onChange(text, 'drag');
    },
    commit: (text: string) => {
      if (draft?.isDone === false || text !== value) onChange(text, 'commit');
      setDraft({ text, isDone: true, seen: value });
    },
  };
}

/** A search box with suggestions: the ARIA combobox pattern, safe while an input method is composing. */
export function SearchField(props: SearchFieldProps) {
  const listId = useId();
  const { text, type, commit } = useDraft(props.value, props.onChange);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const { options } = props;
  const isListed = isOpen && text !== '' && options.length > 0;
  const activeOption = isListed ? options[active] : undefined;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const pick = (id: string) => {
    close();
    props.onPick(id);
  };
  const move = (by: number) => {
    setOpen(true);
    const places = options.length + 1;
    setActive(((active + 1 + by + places) % places) - 1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    const handled = handleKey(event.key);
    if (!handled) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const handleKey = (key: string): boolean => {
    if (key === 'ArrowDown') move(1);
    else if (key === 'ArrowUp') move(-1);
    else if (key === 'Enter') {
      if (activeOption) pick(activeOption.id);
      else {
        commit(text);
        close();
        props.onSubmit();
      }
    } else if (key === 'Escape' && isListed) close();
    else if (key === 'Escape' && text !== '') commit('');
    else return false;
    return true;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a <search> element has no React type with this role in print
    <div role="search" className={css['root']}>
      <input
        ref={props.ref}
        id={props.id}
        className={css['input']}
        type="search"
        role="combobox"
        aria-label={props.label}
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={activeOption && `${listId}-${activeOption.id}`}
        value={text}
        placeholder={props.placeholder}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={100}
        onChange={(event) => {
          const native = event.nativeEvent;
          type(event.currentTarget.value, !('isComposing' in native && native.isComposing === true));
          setOpen(true);
          setActive(-1);
        }}
        onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) =>
          type(event.currentTarget.value, true)
        }
        onFocus={() => setOpen(true)}
        onBlur={() => {
          close();
          if (text !== props.value) commit(text);
        }}
        onKeyDown={onKeyDown}
      />
      {text !== '' && (
        <button
          type="button"
          className={css['clear']}
          aria-label={props.clearLabel}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => commit('')}
        >
          ×
        </button>
      )}
      {isListed && (
        <Options id={listId} label={props.optionsLabel} options={options} active={active} onPick={pick} />
      )}
    </div>
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
