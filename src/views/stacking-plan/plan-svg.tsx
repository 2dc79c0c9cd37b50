import { type RefObject, useEffect, useId, useRef, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { FloorLabels } from './floor-label.tsx';
import type { PlanLayout } from './layout.ts';
import { PlanCells } from './plan-cells.tsx';
import type { PlanStageProps } from './plan-stage.tsx';
import { type Band, PlanBlocks, PlanTexts } from './plan-texts.tsx';
import { type SheetPart, sheetParts } from './sheets.ts';
import css from './stacking-plan.module.css';
import type { Measure } from './text-width.ts';
import { TonePatterns } from './tones.tsx';

interface PlanSvgProps extends PlanStageProps {
  readonly ring: string | null;
  readonly band: Band;
}

/** The drawing; on paper in as many parts as it takes sheets. */
export function PlanSvg(props: PlanSvgProps) {
  const { layout, sheets } = props;
  const { width } = layout;
  const [first, ...further] = sheetParts(layout, sheets ?? 1);
  const whole = useId();
  return (
    <>
      <svg
        ref={props.svg}
        className={css['plan']}
        role="presentation"
        {...{ width, height: first.height, viewBox: viewBoxOf(width, first) }}
      >
        <g id={whole}>
          <Drawn {...props} />
        </g>
      </svg>
      {further.map((part) => (
        <svg
          key={part.top}
          className={classNames(css['plan'], css['nextSheet'])}
          role="presentation"
          {...{ width, height: part.height, viewBox: viewBoxOf(width, part) }}
        >
          <use href={`#${whole}`} />
        </svg>
      ))}
    </>
  );
}

function viewBoxOf(width: number, { top, height }: SheetPart): string {
  return `0 ${top} ${width} ${height}`;
}

function Drawn(props: PlanSvgProps) {
  const { layout, region, toneOf, language } = props;
  return (
    <>
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
        band={props.sheets === null ? props.band : null}
      />
      <PlanBlocks layout={layout} language={language} />
      {props.sheets === null && (
        <>
          <Mark kind="lit" id={props.lit} layout={layout} />
          <Mark kind="selected" id={props.selected} layout={layout} />
          <Mark kind="ring" id={props.ring} layout={layout} />
          <StickyLabels layout={layout} measure={props.measure} region={region} />
        </>
      )}
    </>
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
