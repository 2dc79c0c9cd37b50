import { type ReactNode, useState } from 'react';
import { createLateSurface } from './late-surface.ts';

const surface = createLateSurface(async () => (await import('./sheet-surface.tsx')).SheetSurface);

/** Asks for the code of sheets before the first is opened, where one soon will be. */
export function prepareSheet(): void {
  import('./sheet-surface.tsx').catch(() => undefined);
}

export interface SheetProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly title: ReactNode;
  readonly closeLabel: string;
  /**
   * `center` is a dialog; the others slide in from their side; `full` covers the screen; `desk` is a wide one at
   * the right for longer work, and covers a phone.
   */
  readonly placement?: 'center' | 'left' | 'right' | 'bottom' | 'full' | 'desk';
  readonly children: ReactNode;
  /** Stays in view below the scrolling content: the button that closes the matter. */
  readonly footer?: ReactNode;
  /** The children bring their own padding and scrolling. */
  readonly isBare?: boolean;
}

/**
 * A modal surface: takes the focus, gives it back, closes on Escape and on a press outside.
 * Its code comes with the first opening.
 */
export function Sheet(props: SheetProps) {
  const [wasOpen, setWasOpen] = useState(props.isOpen);
  if (props.isOpen && !wasOpen) setWasOpen(true);
  const Surface = surface.use(wasOpen);
  return Surface && <Surface {...props} />;
}
