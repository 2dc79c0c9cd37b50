import { type MouseEvent, type RefObject, useCallback, useRef, useState } from 'react';

export interface Opened<Id> {
  readonly id: Id | null;
  /** The element that it opens beside. */
  readonly anchor: RefObject<HTMLElement | null>;
  /** Always the same function. */
  readonly open: (id: Id, anchor: HTMLElement) => void;
  readonly close: () => void;
  /** What the button of one of them has. */
  readonly trigger: (id: Id) => {
    readonly type: 'button';
    readonly 'aria-haspopup': 'dialog';
    readonly 'aria-expanded': boolean;
    readonly onClick: (event: MouseEvent<HTMLElement>) => void;
  };
}

/** Of several figures that open to what stands behind them, the one that is open. */
export function useOpened<Id>(): Opened<Id> {
  const anchor = useRef<HTMLElement | null>(null);
  const [id, setId] = useState<Id | null>(null);
  const open = useCallback((next: Id, element: HTMLElement) => {
    anchor.current = element;
    setId(next);
  }, []);
  return {
    id,
    anchor,
    open,
    close: () => setId(null),
    trigger: (own) => ({
      type: 'button',
      'aria-haspopup': 'dialog',
      'aria-expanded': own === id,
      onClick: (event) => open(own, event.currentTarget),
    }),
  };
}
