import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { classNames } from './class-names.ts';
import type { SizeLimits } from './remembered-size.ts';
import css from './splitter.module.css';

const keyStepPx = 16;

/**
 * A line between two panes that sizes one of them, by pointer or by arrows; a double press brings the initial
 * size back. `grows` says in which direction of the screen the sized pane grows.
 */
export function Splitter({
  label,
  size,
  limits,
  grows,
  onChange,
}: {
  readonly label: string;
  readonly size: number;
  readonly limits: SizeLimits;
  readonly grows: 'left' | 'right' | 'up' | 'down';
  readonly onChange: (size: number) => void;
}) {
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const isUpright = grows === 'left' || grows === 'right';
  const sign = grows === 'left' || grows === 'up' ? -1 : 1;
  const at = (event: PointerEvent) => (isUpright ? event.clientX : event.clientY);

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: at(event), size };
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current) onChange(start.current.size + sign * (at(event) - start.current.at));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [less, more] = isUpright ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (event.key === less) onChange(size - sign * keyStepPx);
    else if (event.key === more) onChange(size + sign * keyStepPx);
    else if (event.key === 'Home') onChange(limits.min);
    else if (event.key === 'End') onChange(limits.max);
    else return;
    event.preventDefault();
  };
  const release = () => {
    start.current = null;
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> that takes focus and keys is no better
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={isUpright ? 'vertical' : 'horizontal'}
      aria-valuenow={size}
      aria-valuemin={limits.min}
      aria-valuemax={Math.max(limits.min, limits.max)}
      className={classNames(css['splitter'], isUpright ? css['upright'] : css['level'])}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
      onDoubleClick={() => onChange(limits.initial)}
      onKeyDown={onKeyDown}
    />
  );
}
