import type { KeyboardEvent, PointerEventHandler, ReactNode } from 'react';
import css from './mark-stage.module.css';

/** What stands beside a mark, px from the top left corner of the drawing. */
export interface MarkPlace<T> {
  readonly x: number;
  readonly y: number;
  readonly content: T;
}

export interface MarkStageProps {
  readonly label: string;
  /** What keys and pointer do, where it is more than to look. */
  readonly help?: string;
  readonly width: number;
  readonly height: number;
  /** How many marks there are. */
  readonly count: number;
  /** The mark that is looked at. */
  readonly active: number | null;
  readonly onActive: (at: number | null) => void;
  readonly tip: (at: number) => MarkPlace<ReactNode> | null;
  /** Where an arrow leads; the next or the one before in their order where it is left out. */
  readonly step?: (at: number | null, key: string) => number | null;
  /** Enter and Space. */
  readonly onPick?: (at: number, key: 'Enter' | ' ') => void;
  /** Escape, where no mark is looked at. */
  readonly onClear?: () => void;
  readonly handlers?: {
    readonly [K in
      | 'onPointerDown'
      | 'onPointerMove'
      | 'onPointerUp'
      | 'onPointerCancel']?: PointerEventHandler<HTMLElement>;
  };
  readonly children: ReactNode;
}

/** A drawing of marks that pointer and arrows go over, each told in words beside it. */
export function MarkStage(props: MarkStageProps) {
  const { active, width, height, label, help, handlers } = props;
  const place = active === null ? null : props.tip(active);
  return (
    <div
      className={css['stage']}
      style={{ width, height }}
      onPointerLeave={() => props.onActive(null)}
      {...handlers}
    >
      <svg
        className={css['drawing']}
        width={width}
        height={height}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows go over its marks
        tabIndex={0}
        aria-label={label}
        aria-description={help}
        onKeyDown={(event) => onKey(event, props)}
        onBlur={() => props.onActive(null)}
      >
        {props.children}
      </svg>
      <div aria-live="polite">
        {place && (
          <div className={css['tip']} style={tipStyle(place, width, height)}>
            {place.content}
          </div>
        )}
      </div>
    </div>
  );
}

function onKey(
  event: KeyboardEvent,
  { active, count, onActive, step = nextOf(count), ...props }: MarkStageProps,
) {
  const { key } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (key === 'Escape') {
    if (active !== null) onActive(null);
    else if (props.onClear) props.onClear();
    else return;
  } else if ((key === 'Enter' || key === ' ') && active !== null && props.onPick) {
    props.onPick(active, key);
  } else {
    const next = step(active, key);
    if (next === null) return;
    onActive(next);
  }
  event.preventDefault();
}

/** Arrows lead on and back, Home and End to the ends. */
function nextOf(count: number) {
  return (at: number | null, key: string): number | null => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key];
    if (count === 0) return null;
    if (key === 'Home') return 0;
    if (key === 'End') return count - 1;
    if (by === undefined) return null;
    return at === null ? 0 : Math.min(count - 1, Math.max(0, at + by));
  };
}

const tipWidth = 220;

/** Above the mark, or below it where there is no room; never beyond the sides. */
function tipStyle({ x, y }: MarkPlace<ReactNode>, width: number, height: number) {
  const half = Math.min(tipWidth, width) / 2;
  const left = Math.min(width - half, Math.max(half, x));
  return y > height / 2
    ? { left, bottom: height - y + 12, maxWidth: half * 2 }
    : { left, top: y + 12, maxWidth: half * 2 };
}
