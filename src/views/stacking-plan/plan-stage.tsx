import {
  type KeyboardEvent,
  type RefObject,
  type SyntheticEvent,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import type { PlanUnit } from '#domain/stacking/storey.ts';
import type { Cell, PlanLayout } from './layout.ts';
import { PlanSvg } from './plan-svg.tsx';
import type { Band } from './plan-texts.tsx';
import css from './stacking-plan.module.css';
import type { Measure } from './text-width.ts';
import type { PlanTone } from './tones.tsx';
import { type TipPlace, tipPlace, UnitTip } from './unit-tip.tsx';
import { cellElement, useRoving } from './use-roving.ts';
import type { StackingLanguage } from './use-words.ts';
import { useAnchor, useGestures, type Zoom } from './use-zoom.ts';

export interface PlanHands {
  /** The unit under pointer or keyboard, here or in another view; null: none. */
  readonly onHover: (unitId: string | null) => void;
  readonly onSelect: (unitId: string) => void;
  /** A floor was chosen, by its label or by space in it that is no unit. */
  readonly onFloor: (floor: number) => void;
}

export interface PlanStageProps extends PlanHands {
  readonly name: string;
  readonly layout: PlanLayout;
  readonly toneOf: (unit: PlanUnit) => PlanTone;
  readonly patterns: string;
  readonly language: StackingLanguage;
  readonly measure: Measure;
  readonly lit: string | null;
  readonly selected: string | null;
  /** Of the region, px. */
  readonly mostHeight: number;
  readonly zoom: Zoom;
  readonly readable: number;
  readonly region: RefObject<HTMLDivElement | null>;
  readonly svg: RefObject<SVGSVGElement | null>;
  /** On how much paper it is drawn; null: on the screen. */
  readonly sheets: number | null;
}

function unitIdAt(target: EventTarget, layout: PlanLayout): string | null {
  return cellAtTarget(target, layout)?.unit?.id ?? null;
}

function cellAtTarget(target: EventTarget, layout: PlanLayout): Cell | null {
  const id = target instanceof Element ? target.getAttribute('data-cell') : null;
  return id === null ? null : (layout.cellOf.get(id) ?? null);
}

/** The plan in its region: what is under pointer or keyboard, and what follows from it. */
export function PlanStage(props: PlanStageProps) {
  const { layout, region, language, selected } = props;
  const grid = useRef<HTMLDivElement>(null);
  const [tip, setTip] = useState<TipPlace | null>(null);
  const [ring, setRing] = useState<string | null>(null);
  useGestures(region, props.zoom);
  const { band, follow } = useBand(region, props.mostHeight);
  useAnchor(region, props.svg, props.zoom, (scrollTop) => flushSync(() => follow(scrollTop)));
  useSelected(grid, selected, layout);
  const roving = useRoving(grid, layout);
  const show = ({ target, type }: SyntheticEvent) => {
    const cell = cellAtTarget(target, layout);
    setTip(cell && region.current ? tipPlace(cell, region.current) : null);
    props.onHover(cell?.unit?.id ?? null);
    if (type === 'focus') setRing(ringAt(target));
  };
  const hide = ({ type }: SyntheticEvent) => {
    setTip(null);
    props.onHover(null);
    if (type === 'blur') setRing(null);
  };
  const choose = (target: EventTarget) => choosePiece(target, props);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && tip) {
      setTip(null);
      event.preventDefault();
    } else if (roving.onMove(event) || zoomKey(event, props)) event.preventDefault();
    else if (event.key === 'Enter' || event.key === ' ') {
      choose(event.target);
      event.preventDefault();
    }
  };
  const tipCell = tip && layout.cellOf.get(tip.id);
  return (
    <div className={css['stage']}>
      <div ref={region} className={css['region']} onScroll={() => setTip(null)}>
        {/* biome-ignore lint/a11y/useSemanticElements: SVG has no table elements */}
        <div
          ref={grid}
          role="grid"
          aria-label={props.name}
          aria-description={language.stacking.help}
          onPointerOver={show}
          onPointerLeave={hide}
          onFocus={show}
          onBlur={hide}
          onKeyDown={onKeyDown}
          onClick={({ target }) => {
            const piece = target instanceof Element ? target.closest('[data-cell], [data-floor]') : null;
            if (!piece) return;
            roving.focusOn(piece);
            choose(piece);
          }}
        >
          <PlanSvg {...props} ring={ring} band={band} />
        </div>
      </div>
      {tip && tipCell && props.sheets === null && <UnitTip cell={tipCell} place={tip} language={language} />}
    </div>
  );
}

function ringAt(target: EventTarget): string | null {
  if (!(target instanceof Element) || !target.matches(':focus-visible')) return null;
  return target.getAttribute('data-cell') ?? `floor ${target.getAttribute('data-floor')}`;
}

function choosePiece(target: EventTarget, { layout, onSelect, onFloor }: PlanStageProps): void {
  const cell = cellAtTarget(target, layout);
  const unitId = unitIdAt(target, layout);
  const floor = target instanceof Element ? target.getAttribute('data-floor') : null;
  if (unitId !== null) onSelect(unitId);
  else if (cell) onFloor(cell.storey.floor);
  else if (floor !== null) onFloor(Number(floor));
}

/** Whether the key zoomed. */
function zoomKey({ key, ctrlKey, metaKey }: KeyboardEvent, { zoom, readable }: PlanStageProps): boolean {
  if (ctrlKey || metaKey) return false;
  if (key === '+' || key === '=') zoom.zoomTo(zoom.zoom * zoomStep);
  else if (key === '-') zoom.zoomTo(zoom.zoom / zoomStep);
  else if (key === '0') zoom.zoomTo(zoom.zoom > 1 ? 1 : readable);
  else return false;
  return true;
}

export const zoomStep = 1.4;

/** Says which unit is selected, and brings it into sight. */
function useSelected(grid: RefObject<HTMLElement | null>, selected: string | null, layout: PlanLayout): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new layout may have drawn the unit anew
  useEffect(() => {
    const host = grid.current;
    const element = host && selected !== null ? cellElement(host, selected) : null;
    element?.setAttribute('aria-selected', 'true');
    return () => element?.removeAttribute('aria-selected');
  }, [grid, selected, layout]);
  useEffect(() => {
    const host = grid.current;
    const element = host && selected !== null ? cellElement(host, selected) : null;
    const region = host?.parentElement;
    if (!element || !region) return;
    const own = element.getBoundingClientRect();
    const box = region.getBoundingClientRect();
    // Only within the region: the page does not move because something was chosen elsewhere.
    if (own.top < box.top) region.scrollTop -= box.top - own.top + 8;
    else if (own.bottom > box.bottom) region.scrollTop += own.bottom - box.bottom + 8;
  }, [grid, selected]);
}

/** px; the band in sight moves by so much at a time, and reaches so much beyond what is seen. */
const bandStep = 120;

function stepBelow(scrollTop: number): number {
  return Math.floor(scrollTop / bandStep) * bandStep;
}

/** What of the drawing is in sight, and a little around it; and a way to say where it was scrolled to. */
function useBand(region: RefObject<HTMLElement | null>, mostHeight: number) {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const onScroll = () => setTop(stepBelow(element.scrollTop));
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => element.removeEventListener('scroll', onScroll);
  }, [region]);
  const band: Band = useMemo(
    () => ({ top: top - bandStep, bottom: top + mostHeight + bandStep * 2 }),
    [top, mostHeight],
  );
  return { band, follow: (scrollTop: number) => setTop(stepBelow(scrollTop)) };
}
