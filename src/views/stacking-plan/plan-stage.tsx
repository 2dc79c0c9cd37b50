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
import { FloorLabels } from './floor-label.tsx';
import type { Cell, PlanLayout } from './layout.ts';
import { PlanCells } from './plan-cells.tsx';
import { type Band, PlanBlocks, PlanTexts } from './plan-texts.tsx';
import css from './stacking-plan.module.css';
import type { Measure } from './text-width.ts';
import { type PlanTone, TonePatterns } from './tones.tsx';
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
  readonly isOnPaper: boolean;
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
      {tip && tipCell && !props.isOnPaper && <UnitTip cell={tipCell} place={tip} language={language} />}
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

function PlanSvg(props: PlanStageProps & { readonly ring: string | null; readonly band: Band }) {
  const { layout, region, toneOf, language } = props;
  const { width, height } = layout;
  return (
    <svg
      ref={props.svg}
      className={css['plan']}
      role="presentation"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <TonePatterns id={props.patterns} />
      <PlanCells
        layout={layout}
        toneOf={toneOf}
        patterns={props.patterns}
        language={language}
        measure={props.measure}
      />
      <PlanTexts
        layout={layout}
        toneOf={toneOf}
        language={language}
        measure={props.measure}
        band={props.isOnPaper ? null : props.band}
      />
      <PlanBlocks layout={layout} language={language} />
      {!props.isOnPaper && (
        <>
          <Mark kind="lit" id={props.lit} layout={layout} />
          <Mark kind="selected" id={props.selected} layout={layout} />
          <Mark kind="ring" id={props.ring} layout={layout} />
          <StickyLabels layout={layout} measure={props.measure} region={region} />
        </>
      )}
    </svg>
  );
}

/** A frame around a piece or a floor's label, above all else. */
function Mark({
  kind,
  id,
  layout,
}: {
  readonly kind: 'lit' | 'selected' | 'ring';
  readonly id: string | null;
  readonly layout: PlanLayout;
}) {
  if (id === null) return null;
  const row = layout.rows.find((own) => own.kind === 'floor' && id === `floor ${own.storey.floor}`);
  const box =
    layout.cellOf.get(id) ?? (row && { x: 1, y: row.y, width: layout.left - 4, height: row.height });
  if (!box) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a rectangle takes no focus
    <rect
      className={css[kind]}
      aria-hidden="true"
      x={box.x}
      y={box.y}
      width={box.width}
      height={box.height}
    />
  );
}

/** The names of the floors again, where the plan is scrolled sideways: they stay in sight. */
function StickyLabels({
  layout,
  measure,
  region,
}: {
  readonly layout: PlanLayout;
  readonly measure: Measure;
  readonly region: RefObject<HTMLDivElement | null>;
}) {
  const group = useRef<SVGGElement>(null);
  const [isSlid, setSlid] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const follow = () => {
      setSlid(element.scrollLeft > 0);
      group.current?.setAttribute('transform', `translate(${element.scrollLeft} 0)`);
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [region]);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group takes no focus
    <g ref={group} className={css['sticky']} aria-hidden="true">
      {isSlid && (
        <>
          <rect className={css['stickyGround']} width={layout.left - 2} height={layout.height} />
          <FloorLabels layout={layout} measure={measure} />
        </>
      )}
    </g>
  );
}
