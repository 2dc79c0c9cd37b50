import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './sheet.module.css';

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /** `center` is a dialog; the others slide in from their side; `full` covers the screen. */
  readonly placement?: 'center' | 'left' | 'right' | 'bottom' | 'full';
  readonly children: ReactNode;
  /** Stays in view below the scrolling content: the button that closes the matter. */
  readonly footer?: ReactNode;
  /** The children bring their own padding and scrolling. */
  readonly isBare?: boolean;
}

/** A modal surface: takes the focus, gives it back, closes on Escape and on a press outside. */
export function Sheet(props: SheetProps) {
  const { placement = 'center', isBare = false } = props;
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable
      className={classNames(css['overlay'], css[placement])}
    >
      <Modal className={classNames(css['sheet'])}>
        <Dialog className={classNames(css['dialog'])}>
          <header className={css['header']}>
            <Heading slot="title" className={classNames(css['title'])}>
              {props.title}
            </Heading>
            <Button variant="icon" label={props.closeLabel} onPress={() => props.onOpenChange(false)}>
              <span aria-hidden="true" className={css['cross']}>
                ×
              </span>
            </Button>
          </header>
          <div className={classNames(css['content'], isBare && css['bare'])}>{props.children}</div>
          {props.footer !== undefined && <footer className={css['footer']}>{props.footer}</footer>}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
