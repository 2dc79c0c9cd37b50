import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import css from './bottom-sheet.module.css';
import { classNames } from './class-names.ts';
import { heightAfterDrag, nextHeight, type SheetHeight } from './sheet-height.ts';

/** Height of the sheet at its lowest, as in the style. */
const peekPx = 112;

/** Shorter movements are taps. */
const tapPx = 5;

/** A sheet that stands beside the page, not over it, at one of three heights; for phones. */
export function BottomSheet({
  height,
  onHeightChange,
  label,
  handleLabel,
  summary,
  children,
}: {
  readonly height: SheetHeight;
  readonly onHeightChange: (height: SheetHeight) => void;
  readonly label: string;
  /** Says what the handle does at the present height. */
  readonly handleLabel: string;
  /** What shows at every height: the counter. */
  readonly summary: ReactNode;
  readonly children: ReactNode;
}) {
  const sheet = useRef<HTMLElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    setDrag({ fromY: event.clientY, px: sheet.current?.offsetHeight ?? 0, upPx: 0, isMoving: false });
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag) return;
    const upPx = drag.fromY - event.clientY;
    if (!drag.isMoving && Math.abs(upPx) < tapPx) return;
    // Taken only once it moves, so that a tap still reaches the button under the finger.
    event.currentTarget.setPointerCapture(event.pointerId);
    setDrag({ ...drag, upPx, isMoving: true });
  };
  const onPointerEnd = (event: PointerEvent<HTMLElement>) => {
    setDrag(null);
    if (!drag?.isMoving || event.type === 'pointercancel') return;
    const room = sheet.current?.parentElement?.clientHeight ?? drag.px;
    onHeightChange(heightAfterDrag(height, drag.upPx, { peek: peekPx, half: room * 0.5, full: room - 8 }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    onHeightChange(nextHeight(height, by));
  };

  return (
    <section
      ref={sheet}
      aria-label={label}
      className={classNames(css['sheet'], css[height])}
      style={drag?.isMoving ? { height: drag.px + drag.upPx, transition: 'none' } : undefined}
    >
      <header
        className={css['header']}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      >
        <button
          type="button"
          className={css['handle']}
          aria-label={handleLabel}
          aria-expanded={height !== 'peek'}
          onKeyDown={onKeyDown}
          onClick={() => onHeightChange(height === 'peek' ? 'half' : 'peek')}
        />
        {summary}
      </header>
      <div className={css['content']}>{children}</div>
    </section>
  );
}

interface Drag {
  readonly fromY: number;
  /** Height of the sheet when the drag began. */
  readonly px: number;
  readonly upPx: number;
  readonly isMoving: boolean;
}
