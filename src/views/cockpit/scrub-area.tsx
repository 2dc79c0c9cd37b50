import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import css from './cockpit.module.css';
import type { KpiTime } from './kpi-card.tsx';
import { useCockpitWords } from './use-cockpit-words.ts';

/** Where the bands of a time chart lie, px from the left edge of the chart. */
export interface BandSpan {
  readonly left: number;
  readonly right: number;
}

/** Which of `count` bands of equal width lies under `x`; the nearest one beside the bands. */
export function bandAt(x: number, { left, right }: BandSpan, count: number): number {
  const at = Math.floor(((x - left) / (right - left)) * count);
  return Math.min(count - 1, Math.max(0, at));
}

/** Where a key leads from one period; null where it leads nowhere. */
export function stepPeriod(key: string, { at, perYear }: KpiTime, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: at - 1,
    ArrowDown: at - 1,
    ArrowRight: at + 1,
    ArrowUp: at + 1,
    PageDown: at - perYear,
    PageUp: at + perYear,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(count - 1, Math.max(0, next));
}

/** A chart over time of which one period is chosen: by a press, by drawing along it, or by keys, as a slider is. */
export function ScrubArea({
  title,
  count,
  time,
  valueText,
  span,
  onChoose,
  children,
}: {
  readonly title: string;
  /** How many periods there are. */
  readonly count: number;
  readonly time: KpiTime;
  /** The chosen period and its figures in words. */
  readonly valueText: string;
  readonly span: BandSpan;
  readonly onChoose: (at: number) => void;
  readonly children: ReactNode;
}) {
  const { cockpit } = useCockpitWords();
  const choose = (next: number) => {
    if (next !== time.at) onChoose(next);
  };
  const onPointer = (event: PointerEvent<HTMLElement>) => {
    if ((event.buttons & 1) === 0) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    choose(bandAt(event.clientX - left, span, count));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepPeriod(event.key, time, count);
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    choose(next);
  };
  return (
    <div
      className={css['scrub']}
      role="slider"
      tabIndex={0}
      aria-label={cockpit.scrub.label(title)}
      aria-description={cockpit.scrub.help}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={time.at + 1}
      aria-valuetext={valueText}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
