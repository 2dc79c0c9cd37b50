import { memo } from 'react';
import type { PlanUnit } from '#domain/stacking/storey.ts';
import { boxTextPx } from './box-text.ts';
import { FloorLabel, isNamedAt, labelStep } from './floor-label.tsx';
import type { Cell, LaidFloor, LaidGap, PlanLayout } from './layout.ts';
import { px } from './outlines.ts';
import { cellName, gapWords } from './plan-words.ts';
import css from './stacking-plan.module.css';
import type { Measure } from './text-width.ts';
import { type PlanTone, paintOf } from './tones.tsx';
import type { StackingLanguage } from './use-words.ts';

export interface DrawingProps {
  readonly layout: PlanLayout;
  readonly toneOf: (unit: PlanUnit) => PlanTone;
  readonly patterns: string;
  readonly language: StackingLanguage;
  readonly measure: Measure;
}

export function toneOfCell(cell: Cell, toneOf: (unit: PlanUnit) => PlanTone): PlanTone {
  if (cell.unit) return toneOf(cell.unit);
  return cell.kind === 'blank' ? 'unknown' : 'rest';
}

/**
 * Floors and units. A row for each floor, a cell for each piece, all named; what has the focus or is lit is drawn
 * elsewhere, so that it redraws none of this.
 */
export const PlanCells = memo(function PlanCells(props: DrawingProps) {
  const { layout } = props;
  const step = labelStep(layout);
  return (
    <>
      {layout.rows.map((row) =>
        row.kind === 'gap' ? (
          <GapRow key={`gap ${row.from}`} row={row} layout={layout} language={props.language} />
        ) : (
          <FloorRow key={row.storey.floor} row={row} isNamed={isNamedAt(row, step)} {...props} />
        ),
      )}
      <path className={css['ground']} d={`M${layout.left - 4} ${px(layout.ground)}H${px(layout.right)}`} />
    </>
  );
});

function FloorRow({
  row,
  layout,
  toneOf,
  patterns,
  language,
  measure,
  isNamed,
}: DrawingProps & { readonly row: LaidFloor; readonly isNamed: boolean }) {
  const { figures, stacking } = language;
  const { storey } = row;
  const units = figures.number(storey.units.length, 0);
  const name = stacking.floorLabel(storey.label, figures.withUnit('sqm', storey.area), units);
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: SVG has no table elements
    // biome-ignore-start lint/a11y/useFocusableInteractive: the plan hands the one tab stop from piece to piece
    <g role="row">
      <g
        role="rowheader"
        className={css['floor']}
        aria-label={row.isOverfull ? `${name} · ${stacking.overfull}` : name}
        data-floor={storey.floor}
      >
        <rect y={row.y} width={layout.left - 2} height={row.height} />
        <FloorLabel row={row} left={layout.left} isNamed={isNamed} measure={measure} />
      </g>
      {row.cells.map((cell) => {
        const tone = toneOfCell(cell, toneOf);
        return (
          <path
            key={cell.id}
            role="gridcell"
            className={css['cell']}
            aria-label={cellName(cell, language)}
            data-cell={cell.id}
            data-bare={isBare(tone) || undefined}
            fill={paintOf(patterns, tone)}
            d={boxPath(cell)}
          />
        );
      })}
    </g>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}

/** Has no colour of its own that would set it off from its neighbours. */
function isBare(tone: PlanTone): boolean {
  return tone === 'none' || tone === 'unknown' || tone === 'rest';
}

function boxPath({ x, y, width, height }: Cell): string {
  return `M${px(x)} ${px(y)}h${px(width)}v${px(height)}h${px(-width)}z`;
}

function GapRow({
  row,
  layout,
  language,
}: {
  readonly row: LaidGap;
  readonly layout: PlanLayout;
  readonly language: StackingLanguage;
}) {
  const middle = row.y + row.height / 2;
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: SVG has no table elements
    // biome-ignore-start lint/a11y/useFocusableInteractive: there is nothing to do with it
    <g role="row">
      <path className={css['gap']} d={`M${layout.left} ${px(middle)}H${px(layout.right)}`} />
      <text
        role="gridcell"
        className={css['gapText']}
        data-small={row.height < boxTextPx || undefined}
        x={layout.left + 12}
        y={middle}
      >
        {gapWords(row, language)}
      </text>
    </g>
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
    // biome-ignore-end lint/a11y/useSemanticElements: see above
  );
}
