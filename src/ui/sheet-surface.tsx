import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import css from './sheet.module.css';
import type { SheetProps } from './sheet.tsx';

/** The part of a sheet that is loaded when one is first opened. */
export function SheetSurface(props: SheetProps) {
  const { placement = 'center', isBare = false } = props;
  return (
    <ModalOverlay
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      isDismissable
      // Messages float above: pressing one of them is no press outside.
      shouldCloseOnInteractOutside={(element) => !element.closest('[data-react-aria-top-layer]')}
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
