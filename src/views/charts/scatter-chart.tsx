import { type KeyboardEvent, useId, useMemo, useSyncExternalStore } from 'react';
import type { Scatter } from '#domain/engine/answer.ts';
import { useLanguage } from '#format/locale.tsx';
import { Button } from '#ui/button.tsx';
import { useBrushGesture } from './brush-gesture.ts';
import css from './charts.module.css';
import { DotCanvas } from './dot-canvas.tsx';
import type { LinkedChartsProps } from './linked-charts.tsx';
import { LitDots } from './lit-dots.tsx';
import { median, noBrush, rectangleOf, stepDot } from './plot.ts';
import { PlotAxes, QuadrantNames } from './plot-axes.tsx';
import { useScales, useSize } from './plot-size.ts';
import { useChartWords } from './use-chart-words.ts';

type ScatterChartProps = Pick<
  LinkedChartsProps,
  'ranges' | 'thresholds' | 'nameOf' | 'highlight' | 'onBrush' | 'onHover' | 'onSelect'
> & { readonly scatter: Scatter };

/** Which dots are lit: what is hovered and what is selected in any view, as far as it is drawn. */
function useLitDots(scatter: Scatter, highlight: LinkedChartsProps['highlight']) {
  const hovered = useSyncExternalStore(highlight.subscribe, highlight.hovered);
  const selected = useSyncExternalStore(highlight.subscribe, highlight.selected);
  const find = (row: number | null) => {
    const dot = row === null ? -1 : scatter.row.indexOf(row);
    return dot < 0 ? null : dot;
  };
  return { hovered: find(hovered), selected: find(selected) };
}

/** Buildings by how full they are and what they yield; a rectangle drawn on it filters. */
export function ScatterChart(props: ScatterChartProps) {
  const charts = useChartWords();
  const { scatter, ranges, thresholds, onBrush, onHover, onSelect } = props;
  const id = useId();
  const { host, width, height } = useSize();
  const scales = useScales(scatter, width, height);
  const lit = useLitDots(scatter, props.highlight);
  const hoverDot = (dot: number | null) => onHover(dot === null ? null : (scatter.row[dot] ?? null));
  const pick = (dot: number) => onSelect(scatter.row[dot] ?? 0);
  const shown = rectangleOf(ranges, scales);
  const gesture = { scatter, scales, hasBrush: shown !== null, onBrush, onDot: hoverDot, onPick: pick };
  const { drag, handlers } = useBrushGesture(gesture);
  const middle = useMemo(
    () => thresholds ?? { occupancy: median(scatter.occupancy), taxPerSqm: median(scatter.taxPerSqm) },
    [thresholds, scatter],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepDot(scatter, lit.hovered, event.key);
    if (next !== null) hoverDot(next);
    else if ((event.key === 'Enter' || event.key === ' ') && lit.hovered !== null) pick(lit.hovered);
    else if (event.key === 'Escape' && lit.hovered !== null) hoverDot(null);
    else return;
    event.preventDefault();
  };
  const active = lit.hovered ?? lit.selected;
  const plot = { scatter, scales, width, height };
  return (
    <div className={css['scatter']}>
      <ScatterNote scatter={scatter} onClear={shown && !drag ? () => onBrush(noBrush, 'commit') : null} />
      <div
        ref={host}
        className={css['plot']}
        role="listbox"
        tabIndex={0}
        aria-label={charts.scatterTitle}
        aria-description={charts.scatterHelp}
        aria-activedescendant={active === null ? undefined : id}
        onKeyDown={onKeyDown}
        onBlur={() => hoverDot(null)}
        {...handlers}
      >
        {width > 0 && (
          <>
            <PlotAxes scales={scales} width={width} height={height} {...middle} />
            <DotCanvas {...plot} ghosts={drag?.ghosts ?? null} />
            <QuadrantNames scales={scales} width={width} height={height} />
            <LitDots {...plot} {...lit} brush={drag?.rectangle ?? shown} />
          </>
        )}
        {active !== null && (
          <DotWords
            {...plot}
            id={id}
            dot={active}
            isSelected={active === lit.selected}
            isInSight={drag === null && lit.hovered !== null}
            nameOf={props.nameOf}
          />
        )}
      </div>
      {scatter.row.length === 0 && drag === null && <p className={css['nothing']}>{charts.noDots}</p>}
    </div>
  );
}

function ScatterNote({
  scatter,
  onClear,
}: {
  readonly scatter: Scatter;
  /** null: there is nothing to clear. */
  readonly onClear: (() => void) | null;
}) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  const drawn = scatter.row.length;
  return (
    <p className={css['note']}>
      {scatter.known > drawn
        ? charts.sampled(figures.number(drawn, 0), figures.number(scatter.known, 0))
        : charts.dragToFilter}
      {onClear && (
        <Button size="small" variant="plain" onPress={onClear}>
          {charts.clearBrush}
        </Button>
      )}
    </p>
  );
}

/** The dot under pointer or keyboard in words: a tooltip, and the option that the list box stands on. */
function DotWords({
  scatter,
  scales,
  width,
  id,
  dot,
  isSelected,
  isInSight,
  nameOf,
}: {
  readonly scatter: Scatter;
  readonly scales: ReturnType<typeof useScales>;
  readonly width: number;
  readonly id: string;
  readonly dot: number;
  readonly isSelected: boolean;
  readonly isInSight: boolean;
  readonly nameOf: (row: number) => string;
}) {
  const { figures } = useLanguage();
  const charts = useChartWords();
  const occupancy = scatter.occupancy[dot] ?? 0;
  const tax = scatter.taxPerSqm[dot] ?? 0;
  const left = Math.min(width - 130, Math.max(130, scales.x(occupancy)));
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isSelected}
      className={isInSight ? css['tip'] : 'visually-hidden'}
      style={isInSight ? { left, top: scales.y(tax) - 4 } : {}}
    >
      {charts.dot(
        nameOf(scatter.row[dot] ?? 0),
        figures.percent(occupancy),
        figures.withUnit('yuanPerSqmYear', tax),
      )}
    </div>
  );
}
