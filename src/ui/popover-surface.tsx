/** The part of a popover that is loaded when one is first opened. */
import type { ReactNode, RefObject } from 'react';
import { Popover as AriaPopover, Dialog } from 'react-aria-components';
import { classNames } from './class-names.ts';
import css from './popover.module.css';

export type Placement = 'bottom start' | 'bottom end' | 'top start' | 'top end';

export interface SurfaceProps {
  readonly trigger: RefObject<HTMLElement | null>;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly label: string;
  readonly placement: Placement;
  readonly children: ReactNode;
}

export function PopoverSurface({ trigger, isOpen, onOpenChange, label, placement, children }: SurfaceProps) {
  return (
    <AriaPopover
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement={placement}
      offset={6}
      className={classNames(css['popover'])}
    >
      <Dialog aria-label={label} className={classNames(css['dialog'])}>
        {children}
      </Dialog>
    </AriaPopover>
  );
}
