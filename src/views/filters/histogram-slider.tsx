import { type KeyboardEvent, type Ref, useId, useMemo, useRef } from 'react';
import type { Histogram } from '#domain/engine/answer.ts';
import { type RangeField, rangeSpecs } from '#domain/query/fields.ts';
import type { Range } from '#domain/query/query.ts';
import { useLanguage } from '#format/locale.tsx';
import type { Phase } from './clauses.ts';
import css from './histogram-slider.module.css';
import { barsPath, type End, endsOf, extent, moveEnd, positionOfEnd, stepEnd } from './range-axis.ts';
import { useRangeGesture } from './range-gesture.ts';

const barHeight = 36;

/** The distribution of a field with the chosen range on it; every part of it can be dragged. */
export function HistogramSlider({
  field,
  name,
  histogram,
  range,
  onChange,
}: {
  readonly field: RangeField;
  readonly name: string;
  readonly histogram: Histogram;
  readonly range: Range;
  readonly onChange: (range: Range, phase: Phase) => void;
}) {
  const clipId = useId();
  const thumbs = { lo: useRef<HTMLSpanElement>(null), hi: useRef<HTMLSpanElement>(null) };
  const { edges, counts } = histogram;
  const path = useMemo(() => barsPath(counts, barHeight), [counts]);
  const bins = counts.length;
  const lo = positionOfEnd(edges, range, 'lo');
  const hi = positionOfEnd(edges, range, 'hi');
  const gesture = useRangeGesture({
    field,
    edges,
    range,
    onChange,
    onGrip: (end) => thumbs[end].current?.focus({ preventScroll: true }),
  });
  const thumb = { field, name, edges, range, onChange };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the sliders on it carry the roles and the keys
    <div className={css['slider']} onMouseDown={(event) => event.preventDefault()} {...gesture}>
      <svg
        className={css['bars']}
        viewBox={`0 0 ${bins * 10} ${barHeight}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <clipPath id={clipId}>
          <rect x={lo * 10} width={Math.max(1.5, (hi - lo) * 10)} height={barHeight} />
        </clipPath>
        <path className={css['off']} d={path} />
        <path className={css['on']} d={path} clipPath={`url(#${clipId})`} />
      </svg>
      <div className={css['track']}>
        <div
          className={css['window']}
          style={{ left: `${(lo / bins) * 100}%`, right: `${(1 - hi / bins) * 100}%` }}
        />
        <Thumb {...thumb} end="lo" share={lo / bins} ref={thumbs.lo} />
        <Thumb {...thumb} end="hi" share={hi / bins} ref={thumbs.hi} />
      </div>
    </div>
  );
}

const stepsOfKey: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
};

function Thumb({
  field,
  name,
  edges,
  range,
  onChange,
  end,
  share,
  ref,
}: {
  readonly field: RangeField;
  readonly name: string;
  readonly edges: readonly number[];
  readonly range: Range;
  readonly onChange: (range: Range, phase: Phase) => void;
  readonly end: End;
  readonly share: number;
  readonly ref: Ref<HTMLSpanElement>;
}) {
  const { figures, messages } = useLanguage();
  const [first, last] = extent(edges);
  const [low, high] = endsOf(edges, range);
  const value = range[end];

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = stepsOfKey[event.key];
    let next: Range;
    if (steps !== undefined) next = stepEnd(field, edges, range, end, steps);
    else if (event.key === 'Home') next = moveEnd(field, edges, range, end, 0);
    else if (event.key === 'End') next = moveEnd(field, edges, range, end, edges.length - 1);
    else return;
    event.preventDefault();
    if (next.lo !== range.lo || next.hi !== range.hi) onChange(next, 'commit');
  };

  return (
    <span
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={messages.filters[end === 'lo' ? 'low' : 'high'](name)}
      aria-valuemin={end === 'lo' ? first : low}
      aria-valuemax={end === 'lo' ? high : last}
      aria-valuenow={end === 'lo' ? low : high}
      aria-valuetext={value === null ? messages.filters.any : figures.withUnit(rangeSpecs[field].unit, value)}
      className={css['thumb']}
      style={{ left: `${share * 100}%` }}
      onKeyDown={onKeyDown}
    />
  );
}

/** Holds the room of a histogram that is still to come. */
export function HistogramSkeleton() {
  return (
    <div className={css['slider']} aria-hidden="true">
      <div className={css['skeleton']} />
      <div className={css['track']} />
    </div>
  );
}
