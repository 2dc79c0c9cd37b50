import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { Popover as AriaPopover, Dialog, DialogTrigger } from 'react-aria-components';
import { Button, type ButtonProps } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './popover.module.css';

type TriggerProps = Pick<ButtonProps, 'variant' | 'size' | 'className'> & {
  readonly trigger: ReactNode;
  /** Names the button and what it opens. */
  readonly label: string;
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
};

/** A button and what it opens beside itself; closes on Escape and on a press outside. */
export function PopoverButton({
  trigger,
  label,
  placement = 'bottom start',
  children,
  ...button
}: TriggerProps & { readonly children: ReactNode | ((close: () => void) => ReactNode) }) {
  return (
    <DialogTrigger>
      <Button label={label} {...button}>
        {trigger}
      </Button>
      <AriaPopover placement={placement} offset={6} className={classNames(css['popover'])}>
        <Dialog aria-label={label} className={classNames(css['dialog'])}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}

export interface MenuAction {
  readonly id: string;
  readonly text: ReactNode;
  readonly onAction: () => void;
  readonly isDisabled?: boolean;
}

/** A button that opens a short list of actions; arrows move between them. */
export function MenuButton({
  actions,
  ...props
}: TriggerProps & { readonly actions: readonly MenuAction[] }) {
  return (
    <PopoverButton {...props}>{(close) => <ActionList actions={actions} close={close} />}</PopoverButton>
  );
}

function ActionList({
  actions,
  close,
}: {
  readonly actions: readonly MenuAction[];
  readonly close: () => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => list.current?.querySelector<HTMLButtonElement>('button:enabled')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button:enabled') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    const next = buttons[(at + by + buttons.length) % buttons.length];
    if (next instanceof HTMLElement) next.focus();
  };
  return (
    <ul ref={list} className={css['actions']} onKeyDown={onKeyDown}>
      {actions.map((action) => (
        <li key={action.id}>
          <button
            type="button"
            className={css['action']}
            disabled={action.isDisabled}
            onClick={() => {
              close();
              action.onAction();
            }}
          >
            {action.text}
          </button>
        </li>
      ))}
    </ul>
  );
}
