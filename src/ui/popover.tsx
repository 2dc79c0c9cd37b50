import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { createLateSurface } from './late-surface.ts';
import css from './popover.module.css';
import type { Placement } from './popover-surface.tsx';

const surface = createLateSurface(async () => (await import('./popover-surface.tsx')).PopoverSurface);

/** Asks for the code of popovers before the first is opened, where one soon will be. */
export const preparePopover = surface.prepare;

/** What opens beside `trigger`: closes on Escape and on a press outside. Its code comes with the first opening. */
export function Popover({
  trigger,
  isOpen,
  onOpenChange,
  label,
  placement = 'bottom start',
  children,
}: {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly label: string;
  readonly placement?: Placement;
  readonly children: ReactNode;
}) {
  const [wasOpen, setWasOpen] = useState(isOpen);
  if (isOpen && !wasOpen) setWasOpen(true);
  const Surface = surface.use(wasOpen);
  return Surface && <Surface {...{ trigger, isOpen, onOpenChange, label, placement }}>{children}</Surface>;
}

type TriggerProps = Pick<ButtonProps, 'variant' | 'size' | 'className'> & {
  readonly trigger: ReactNode;
  /** Names the button and what it opens. */
  readonly label: string;
  readonly placement?: Placement;
};

/** A button and what it opens beside itself. */
export function PopoverButton({
  trigger,
  label,
  placement = 'bottom start',
  children,
  ...button
}: TriggerProps & { readonly children: ReactNode | ((close: () => void) => ReactNode) }) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button ref={ref} label={label} isExpanded={isOpen} onPress={() => setOpen(!isOpen)} {...button}>
        {trigger}
      </Button>
      <Popover trigger={ref} isOpen={isOpen} onOpenChange={setOpen} label={label} placement={placement}>
        {typeof children === 'function' ? children(() => setOpen(false)) : children}
      </Popover>
    </>
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
